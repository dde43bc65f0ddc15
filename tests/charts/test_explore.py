"""A reader explores a chart in a real browser, under the policy of the published site."""

import shutil
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from playwright.sync_api import Browser, Page

from fasti.charts import draw, support
from fasti.records import chart_call
from fasti.resources import theme_dir
from fasti.writing import speak
from tests.charts.an_edition import AnEdition
from tests.kit.browser import DESKTOP, PHONE, Served, visit

POLICY = (theme_dir() / "partials/csp.html").read_text("utf-8").strip()
CALL = chart_call("control")
BUTTON = "Explore this chart"
PAGE = """<!doctype html><html lang="en" class="no-js"><head><meta charset="utf-8"><title>A chart</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="../assets/fasti.svg">
<link rel="stylesheet" href="../assets/fasti.css"><link rel="stylesheet" href="../assets/charts.css">
<link rel="stylesheet" href="../assets/actors.css"><script src="../assets/scheme.js"></script>
<script src="../assets/fasti-charts.js" defer></script></head><body><main class="sheet">{}</main></body></html>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page below the root with the staircase in the figure that every page uses."""
    folder = tmp_path_factory.mktemp("site")
    drawn = draw(AnEdition(), [CALL])
    shutil.copytree(theme_dir() / "assets", folder / "assets")
    for path, content in support(AnEdition(), drawn).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    fragments = jinja2.Environment(loader=jinja2.FileSystemLoader(theme_dir() / "fragments"), autoescape=True)
    speak(fragments, ["en"])
    figure = fragments.get_template("_chart.html").module.figure  # type: ignore[attr-defined]
    html = figure(drawn[CALL], "", f"../assets/charts/{drawn[CALL].spec_name}", "chart-1")
    (folder / "page").mkdir()
    (folder / "page/index.html").write_text(PAGE.format(html), "utf-8")
    return folder


@pytest.fixture
def under_policy(site: Path, served: Callable[..., Served]) -> Served:
    return served(site, headers={"Content-Security-Policy": POLICY})


def shown(page: Page) -> list[str]:
    """Which pictures of the chart can be seen."""
    return [name for name in ("only-wide", "only-narrow") if page.locator(f".{name} svg").is_visible()]


@pytest.mark.parametrize(("width", "picture"), [(PHONE, "only-narrow"), (DESKTOP, "only-wide")])
def test_a_chart_opens_answers_the_pointer_follows_the_palette_and_closes(
    browser: Browser, under_policy: Served, width: int, picture: str
) -> None:
    with visit(browser, under_policy, width=width) as seen:
        page = seen.go(under_policy.url("page/"))
        assert shown(page) == [picture]
        assert "assets/fasti-vega.js" not in " ".join(under_policy.asked)
        page.get_by_role("button", name=BUTTON).click()
        canvas = page.locator(".chart-stage canvas")
        canvas.wait_for()
        assert shown(page) == []
        box = canvas.bounding_box()
        assert box is not None and box["width"] <= width
        # Somewhere in the first row: the bar of Marash, whose end is carried.
        page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + (90 if width == PHONE else 88))
        tip = page.locator("#fasti-tip.visible")
        tip.wait_for()
        assert tip.inner_text().startswith("Marash: SOU, 11 Jul")
        light = canvas.evaluate("c => c.toDataURL()")
        page.evaluate("window.fasti.toggleScheme()")
        page.wait_for_function(
            "light => document.querySelector('.chart-stage canvas').toDataURL() !== light", arg=light
        )
        page.keyboard.press("Escape")
        assert shown(page) == [picture]
        assert page.locator("canvas").count() == 0
        assert page.get_by_role("button", name=BUTTON).evaluate("b => b === document.activeElement")
        assert seen.faults == []


def test_only_one_function_of_ours_comes_with_vega(browser: Browser, under_policy: Served) -> None:
    with visit(browser, under_policy) as seen:
        page = seen.go(under_policy.url("page/"))
        before = set(page.evaluate("Object.keys(window)"))
        page.get_by_role("button", name=BUTTON).click()
        page.locator(".chart-stage canvas").wait_for()
        assert set(page.evaluate("Object.keys(window)")) - before == {"fastiEmbed"}


def test_without_scripts_the_picture_and_the_table_are_there_and_the_button_is_not(
    browser: Browser, under_policy: Served
) -> None:
    with visit(browser, under_policy, javascript=False) as seen:
        page = seen.go(under_policy.url("page/"))
        assert shown(page) == ["only-wide"]
        assert page.locator("table tbody tr").count() > 10
        assert page.get_by_role("button", name=BUTTON).count() == 0
        assert seen.faults == []


def test_the_policy_of_this_test_is_enforced(browser: Browser, under_policy: Served) -> None:
    with visit(browser, under_policy) as seen:
        page = seen.go(under_policy.url("page/"))
        page.locator("svg").first.evaluate("svg => svg.setAttribute('style', 'opacity:0')")
        page.wait_for_timeout(100)
        assert [text.partition(" ")[0] for text in seen.violations] == ["style-src-attr"]


def test_a_chart_that_does_not_come_leaves_the_picture_and_says_so(
    browser: Browser, site: Path, served: Callable[..., Served]
) -> None:
    broken = site.parent / "broken"
    shutil.copytree(site, broken, dirs_exist_ok=True)
    (broken / "assets/fasti-vega.js").unlink()
    address = served(broken, headers={"Content-Security-Policy": POLICY})
    with visit(browser, address) as seen:
        page = seen.go(address.url("page/"))
        page.get_by_role("button", name=BUTTON).click()
        page.get_by_role("button", name="The chart could not be loaded: try again").wait_for()
        assert shown(page) == ["only-wide"]
