"""Any page as a document: what is folded is opened, what only a screen can use is gone, addresses are said, ink on white."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.kit.browser import visit
from tests.published.test_quality import kinds

PAPER = 680  # pixels: what A4 leaves between the margins of `@page`
UNSEEN = """() => [...document.querySelectorAll("details > :not(summary, button)")].filter(part =>
  !part.checkVisibility({contentVisibilityAuto: true}) && !part.closest("details:has(> .picture), .ex-map")).length"""
FURNITURE = """() => [...document.querySelectorAll("nav, button, input, select, dialog, .skip")].filter(part =>
  part.checkVisibility()).map(part => part.outerHTML.slice(0, 80))"""
LOOK = """() => { const of = (e, name) => getComputedStyle(e)[name], root = document.documentElement;
  return [of(document.body, "backgroundColor"), of(document.body, "color"), root.scrollWidth <= root.clientWidth] }"""
LARGE = """() => [...document.querySelectorAll("figure.chart:not(.ex-map *)")].every(figure => {
  const shown = [...figure.querySelectorAll(".chart-picture svg")].filter(svg => svg.checkVisibility());
  return shown.length === 1 && (!figure.querySelector(".only-wide") || shown[0].closest(".only-wide")) })"""


def printed(page: Page) -> int:
    """Print the page on A4; the number of sheets."""
    pdf = page.pdf(prefer_css_page_size=True, format="A4")
    assert pdf.startswith(b"%PDF-")
    return len(re.findall(rb"/Type /Page\b", pdf))


@pytest.mark.parametrize("javascript", [True, False])
def test_every_page_kind_prints_as_a_document(site: Path, browser, served, javascript: bool) -> None:
    pages = served(site)
    # Without scripts a reader of the dark page prints: it is white all the same.
    with visit(browser, pages, width=PAPER, scheme="light" if javascript else "dark", javascript=javascript) as seen:
        page = seen.page
        for name, address in kinds(site).items():
            seen.go(pages.url(address))
            page.emulate_media(media="print")
            assert page.evaluate(FURNITURE) == [], name
            assert page.evaluate(UNSEEN) == 0, name
            assert page.evaluate(LOOK) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", True], name
            assert page.evaluate(LARGE), name
            assert page.locator(".foot-address").inner_text() == f"https://example.org/fasti/{address}", name
            page.emulate_media(media="screen")
            assert not page.locator(".foot-address").is_visible()
            assert 1 <= printed(page) <= 40, name
        assert seen.faults == []


def test_where_a_link_leads_outside_is_said_and_links_of_the_site_and_of_editors_are_not(
    site: Path, browser, served
) -> None:
    pages = served(site)
    after = "(e) => getComputedStyle(e, '::after').content"
    with visit(browser, pages, width=PAPER) as seen:
        page = seen.go(pages.url("places/deir-ez-zor-city/"))
        page.emulate_media(media="print")
        outside = page.locator("#content a[href*='wikidata.org']").first
        assert outside.evaluate(after) == f'" ({outside.get_attribute("href")})"'
        assert page.locator("#content a.place").first.evaluate(after) == "none"
        assert {link.evaluate(after) for link in page.locator("#content a[rel=nofollow]").all()} <= {"none", "normal"}


def test_a_picture_that_warns_of_itself_stays_folded(site: Path, browser, served) -> None:
    pages = served(site)
    folded = "<details class='fold'><summary>This picture shows violence. Show it</summary><figure class='picture'>x</figure></details>"
    with visit(browser, pages, width=PAPER) as seen:
        page = seen.go(pages.url("places/deir-ez-zor-city/"))
        page.emulate_media(media="print")
        page.locator("#content").evaluate("(e, html) => e.insertAdjacentHTML('beforeend', html)", folded)
        seen_of = "e => e.checkVisibility({contentVisibilityAuto: true})"
        assert page.locator("figure.picture").evaluate(seen_of) is False
        assert page.locator("details.chart-table table").first.evaluate(seen_of) is True


def test_an_explored_chart_prints_as_its_picture(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages, width=PAPER) as seen:
        page = seen.go(pages.url("places/deir-ez-zor-city/"))
        page.locator("button.explore").first.click()
        page.locator(".chart-stage canvas").wait_for()
        page.emulate_media(media="print")
        figure = page.locator("figure.chart").first
        assert not figure.locator(".chart-stage").is_visible()
        assert figure.locator(".only-wide svg").is_visible()
