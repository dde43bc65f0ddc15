"""One reader, a keyboard and nothing else: from home by search to a place, its chart, its table, and explore."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.kit.browser import visit

MOST = 400  # strokes until a reader gives up


def tab_to(page: Page, condition: str) -> None:
    """Press Tab until what has the focus meets a condition on `e`."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate(f"(e => !!e && ({condition}))(document.activeElement)"):
            return
    raise AssertionError(f"nothing that Tab reaches is: {condition}")


def rows(page: Page) -> list[str]:
    """The ids of the entries that explore lists."""
    page.locator("[data-explore][data-loaded]").wait_for()
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-ex-list] > [data-id]')].map(e => e.dataset.id)"
    )
    return found


def test_a_keyboard_alone_goes_from_home_to_an_address_that_opens_the_same_view(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url())
        tab_to(page, "e.matches('[data-search]')")
        page.keyboard.press("Enter")
        page.get_by_role("searchbox").wait_for()
        page.keyboard.type("Deir el-Zour")
        page.locator(".search-results:not([aria-busy]) .search-title").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/places/deir-ez-zor-city/")

        tab_to(page, "e.matches('figure.chart button.explore')")
        page.keyboard.press("Enter")
        page.locator("figure.chart canvas, figure.chart svg.marks").first.wait_for()
        tab_to(page, "e.matches('figure.chart summary')")
        table = page.locator("figure.chart details table").first
        if not table.is_visible():
            page.keyboard.press("Enter")
        table.wait_for()
        assert "perhaps IS and SYR" in table.inner_text()

        tab_to(page, "e.matches('a[href*=\"explore/?place=\"]')")
        page.keyboard.press("Enter")
        page.wait_for_url("**/explore/?place=deir-ez-zor-city*")
        listed = rows(page)
        tab_to(page, "e.matches('[data-ex-facet=actor] input[type=checkbox]')")
        page.keyboard.press("Space")
        page.wait_for_url("**actor=*")
        narrowed, address = rows(page), page.url
        assert 0 < len(narrowed) < len(listed)
        assert seen.faults == []
    with visit(browser, pages) as elsewhere:
        page = elsewhere.go(address)
        assert (rows(page), page.url) == (narrowed, address)
        assert elsewhere.faults == []
