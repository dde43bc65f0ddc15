"""The published site before judges that are not ours: access on a page of each kind, markup of every page, keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest

from tests.kit.browser import DESKTOP, PHONE, visit
from tests.kit.html import axe_faults, html_validate_faults, vnu_faults
from tests.published.test_reader import KINDS

Scheme = Literal["light", "dark"]
OPEN_ALL = "() => document.querySelectorAll('details').forEach(part => part.open = true)"
CONTRAST = 6.5


def kinds(site: Path) -> dict[str, str]:
    """A page of each kind that this site has, by name."""
    return {name: address for name, address in KINDS.items() if (site / address / "index.html").is_file()}


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_kind_breaks_a_rule_of_access(site: Path, browser, served, width: int, scheme: Scheme) -> None:
    pages = served(site)
    with visit(browser, pages, width=width, scheme=scheme) as seen:
        found = {}
        for name, address in kinds(site).items():
            page = seen.go(pages.url(address))
            if width == PHONE:  # what is folded is judged where it has the least room
                page.evaluate(OPEN_ALL)
            found[name] = axe_faults(page)
        assert found == {name: [] for name in found}


def test_every_page_is_valid_html(site: Path) -> None:
    assert vnu_faults(site) == []
    assert html_validate_faults(site) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_paper(site: Path, browser, served, scheme: Scheme) -> None:
    pages = served(site)
    with visit(browser, pages, scheme=scheme) as seen:
        colours = seen.go(pages.url()).evaluate(
            "() => ['--paper', '--ink', '--muted', '--link'].map(name =>"
            " getComputedStyle(document.documentElement).getPropertyValue(name).trim())"
        )
    paper, *texts = (luminance(colour) for colour in colours)
    for colour, text in zip(colours[1:], texts, strict=True):
        contrast = (max(paper, text) + 0.05) / (min(paper, text) + 0.05)
        assert contrast >= CONTRAST, f"{colour} on {colours[0]}: {contrast:.2f}"


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, WCAG 2.2."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_keyboard_reaches_the_text_and_opens_and_leaves_a_chart(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("places/deir-ez-zor-city/"))
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        assert skip.evaluate("e => e === document.activeElement && e.getBoundingClientRect().top >= 0")
        page.keyboard.press("Enter")
        assert page.url.endswith("#content")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")
        button = page.locator("button.explore").first
        button.focus()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        page.locator("figure.chart canvas, figure.chart svg.marks").first.wait_for()
        page.keyboard.press("Escape")
        page.locator("figure.chart .chart-stage").wait_for(state="detached")
        assert button.evaluate("e => e === document.activeElement")
        page.locator("figure.chart summary").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("figure.chart table").first.is_visible()


def test_headings_go_down_one_step_at_a_time(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages, javascript=False) as seen:
        for name, address in kinds(site).items():
            seen.page.goto(pages.url(address))
            levels = [int(tag[1]) for tag in seen.page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
                "all => all.map(e => e.tagName)"
            )]  # fmt: skip
            assert levels[0] == 1 and levels.count(1) == 1, name
            assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), name


def test_names_in_arabic_say_their_language_and_direction(site: Path) -> None:
    for address in ("places/deir-ez-zor-city/", "actors/islamic-state/"):
        html = (site / address / "index.html").read_text(encoding="utf-8")
        main = html[html.index("<main") : html.index("</main>")]
        arabic = re.findall(r"<([^<>]*)>[^<>]*[\u0600-\u06ff]", main)
        assert arabic, address
        assert [tag for tag in arabic if 'lang="ar"' not in tag or 'dir="rtl"' not in tag] == [], address


def test_a_picture_is_named_and_described_by_what_is_on_its_page(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("places/deir-ez-zor-city/"))
        page.context.new_cdp_session(page).send("Accessibility.enable")
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    pictures = [node for node in tree if node.get("role", {}).get("value") == "image"]
    said = {node["name"]["value"]: node.get("description", {}).get("value", "") for node in pictures}
    (strip,) = (words for name, words in said.items() if name.startswith("Who held Deir ez-Zor, "))
    assert strip.startswith("The last word on each: Deir ez-Zor")


def test_a_table_stays_a_table_where_its_rows_stand_as_blocks(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages, width=PHONE) as seen:
        page = seen.go(pages.url("reading/"))
        assert page.locator("table.stack td").first.evaluate("e => getComputedStyle(e).display") == "block"
        session = page.context.new_cdp_session(page)
        session.send("Accessibility.enable")
        roles = [node.get("role", {}).get("value") for node in session.send("Accessibility.getFullAXTree")["nodes"]]
    assert (roles.count("table"), roles.count("columnheader"), roles.count("row")) == (2, 4, 12)
    assert roles.count("cell") == 20
