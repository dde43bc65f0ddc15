"""The published site in a real browser: read as a reader reads it, on a phone and a desktop, with and without scripts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest

from tests.kit.browser import DESKTOP, PHONE, overflow, screenshot, visit
from tests.published.kit import published

KINDS = {
    "home": "",
    "chronology": "chronology/",
    "year": "chronology/2017/",
    "undated": "chronology/undated/",
    "event": "events/capture-of-deir-ez-zor-city-2017/",
    "places": "places/",
    "map": "map/",
    "explore": "explore/",
    "place": "places/deir-ez-zor-city/",
    "actors": "actors/",
    "actor": "actors/islamic-state/",
    "sources": "sources/",
    "source": "sources/ann-2017-11-04/",
    "figures": "figures/",
    "figure": "figures/is-share-of-deir-ez-zor-province/",
    "disagreements": "disagreements/",
    "data": "data/",
    "changes": "changes/",
    "method": "method/",
    "design": "reference/design/",
    "diagnostic": "reference/diagnostics/FST301-unknown-reference/",
}
Scheme = Literal["light", "dark"]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_kind_fits_and_is_pictured(site: Path, browser, served, width: int, scheme: Scheme) -> None:
    pages = served(site)
    with visit(browser, pages, width=width, scheme=scheme) as seen:
        for name, address in KINDS.items():
            if not (site / address / "index.html").is_file():
                assert name == "undated", f"there is no page {address}"
                continue
            seen.go(pages.url(address))
            assert overflow(seen.page) == [], name
            clipped = seen.page.evaluate(
                "() => [...document.querySelectorAll('figure.chart svg')].filter(s => s.getBoundingClientRect().width"
                " > s.parentElement.getBoundingClientRect().width + 1).length"
            )
            assert clipped == 0, name
            screenshot(seen.page, f"{name}-{width}-{scheme}")
        assert seen.faults == []


def test_no_page_breaks_its_policy_asks_elsewhere_or_complains(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        for path in published(site):
            if path.endswith("index.html"):
                seen.page.goto(pages.url(path.removesuffix("index.html")), wait_until="load")
                seen.page.evaluate("document.fonts.ready")
        assert seen.faults == []


def test_a_reader_goes_from_home_to_an_event_its_place_and_a_chart_to_explore(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url())
        page.locator("#turning-points a[href$='/capture-of-deir-ez-zor-city-2017/']").first.click()
        page.wait_for_url(re.compile(r"/events/"))
        assert page.locator("h1").inner_text() == "Syrian army says it holds all of Deir ez-Zor city"
        page.locator(".sheet a.place").first.click()
        page.wait_for_url(re.compile(r"/places/deir-ez-zor-city/$"))
        figure = page.locator("figure.chart").first
        figure.locator("button.explore").click()
        figure.locator("canvas, svg.marks").first.wait_for()
        assert any(path.endswith("fasti-vega.js") for path in pages.asked)
        assert seen.faults == []


def test_nothing_of_vega_is_asked_for_before_a_reader_explores(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        seen.go(pages.url())
        seen.go(pages.url("places/deir-ez-zor-city/"))
    assert [path for path in pages.asked if "vega" in path or "assets/charts/" in path] == []


def test_without_scripts_every_page_tells_the_same(site: Path, browser, served) -> None:
    pages = served(site)
    # The control of the map only steps through what scripts can show, and charts and words are saved and copied by one.
    words = (
        "() => { document.querySelectorAll('[data-map-control], [data-chart-saves], [data-copy]').forEach(e => e.hidden = true);"
        " return document.querySelector('#content').innerText.replace(/\\s+/g, ' ') }"
    )
    with visit(browser, pages) as with_scripts, visit(browser, pages, javascript=False) as without:
        for name, address in KINDS.items():
            # Explore is a tool: what it gives without scripts is held by its own test.
            if name == "explore" or not (site / address / "index.html").is_file():
                continue
            full = with_scripts.go(pages.url(address)).evaluate(words).replace("Explore this chart", "")
            plain = without.go(pages.url(address)).locator("#content").inner_text().replace("Explore this chart", "")
            assert " ".join(plain.split()) == " ".join(full.split()), name
            charts = without.page.locator("figure.chart")
            for index in range(charts.count()):
                assert charts.nth(index).locator("svg").first.count() == 1, name
                assert charts.nth(index).locator("table").count() == (name != "map"), name  # the page's own says it


def test_a_chart_is_described_and_its_table_holds_its_rows(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("places/al-qaim/"))
        figure = page.locator("figure.chart").first
        figure.locator("summary").click()
        assert "Al-Qaim: IRQ, 3 Nov 2017" in figure.locator("details .chart-words").inner_text()
        cells = [cell.strip() for cell in figure.locator("tbody tr").last.locator("th, td").all_inner_texts()]
        assert cells[0] == "Al-Qaim"
        assert any("IRQ" in cell or "Iraqi" in cell for cell in cells)
