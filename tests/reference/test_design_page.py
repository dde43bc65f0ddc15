"""The page that describes the parts of pages, and the stylesheet that holds them, name the same parts and the same colours."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CSS = (ROOT / "theme/assets/fasti.css").read_text(encoding="utf-8")
CHARTS = (ROOT / "theme/assets/charts.css").read_text(encoding="utf-8")
PAGE = (ROOT / "content/pages/reference/design.md").read_text(encoding="utf-8")
MADE = {"actor-ID", "actor-islamic-state", "actor-sdf"}  # actors.css is made of the records
UNSTYLED = {"say-text", "mark-fade-within"}  # say what something is, and look like what is around them
COUNTED = re.compile(r"(?:n\d+|depth-\d)\Z")  # steps of a bar, levels of a tree
MADE_BY_NAME = {"chart-map"}  # `chart-` and the kind of the chart
TOKEN = re.compile(r"^\| `--(\w+)` \| `(#\w+)` \| `(#\w+)` \|(?: (\S+) and (\S+))? \|", re.MULTILINE)


def classes_of(css: str) -> set[str]:
    """The classes that a stylesheet selects by."""
    selectors = re.sub(r"\{[^{}]*\}", "{}", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return set(re.findall(r"\.([a-z][a-z0-9-]*)", selectors))


def named() -> set[str]:
    """The classes that the page names in its text."""
    return {
        name
        for code in re.findall(r"`([^`]*)`", PAGE)
        if re.fullmatch(r"[a-z]*(?:\.[A-Za-z][\w-]*)+", code)
        for name in code.split(".")[1:]
    } - {"css", "md"}


def used() -> set[str]:
    """The classes in the examples."""
    return {name for value in re.findall(r'class="([^"]*)"', PAGE) for name in value.split()}


def test_every_class_that_the_page_names_or_uses_is_styled() -> None:
    assert (named() | used()) - classes_of(CSS) - classes_of(CHARTS) - MADE == UNSTYLED


def test_every_part_of_the_stylesheet_is_named_on_the_page() -> None:
    whole = named()
    inside = {name for name in classes_of(CSS) if any(name.startswith(f"{part}-") for part in whole)}
    assert {name for name in classes_of(CSS) - whole - inside if not COUNTED.match(name)} == set()


def test_nothing_in_the_stylesheet_is_for_nothing() -> None:
    places = [
        *(ROOT / "theme").rglob("*.html"),
        *(ROOT / "theme/assets").glob("*.js"),
        *(ROOT / "generator").rglob("*.py"),
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in places) + PAGE
    made_elsewhere = {"admonition", "admonition-title", "headerlink"}  # by the Markdown of hand-written pages
    idle = {
        name for name in classes_of(CSS) if not re.search(rf"[\"' .]{name}(?![\w-])", text) and not COUNTED.match(name)
    }
    assert idle - made_elsewhere == MADE_BY_NAME


def test_the_colours_on_the_page_are_those_of_the_stylesheet_and_their_contrast_is_right() -> None:
    schemes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root[^{]*\{([^}]*)\}", CSS)
    ]
    light = next(found for found in schemes if found.get("paper") == "#fbfaf6")
    darks = [found for found in schemes if found.get("paper") == "#171614"]
    rows = TOKEN.findall(PAGE)
    assert [row[0] for row in rows] == ["paper", "ink", "muted", "link", "rule"]
    for name, day, night, by_day, by_night in rows:
        assert (day, [night] * len(darks)) == (light[name], [dark[name] for dark in darks])
        if by_day:
            assert (by_day, by_night) == (
                f"{contrast(day, light['paper']):.1f}",
                f"{contrast(night, darks[0]['paper']):.1f}",
            )


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, WCAG 2.2."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
