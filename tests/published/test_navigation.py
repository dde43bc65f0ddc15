"""From page to page as readers go: ten links and two changes of palette, every chart there once, nothing complained of.

The theme loads none of Material's scripts, so `navigation.instant` does nothing: the browser fetches the next page while the
pointer rests on its link, and fades it in.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.kit.browser import DESKTOP, FLAGS, chromium_path, visit

# What to click on each page; the last word of each is the address it must lead to.
HOPS = [
    (".bar-nav a[href$='chronology/']", "chronology/"),
    ("a[href$='2017/'] >> nth=0", "chronology/2017/"),
    (".entry-title a[href*='capture-of-deir-ez-zor-city-2017']", "events/capture-of-deir-ez-zor-city-2017/"),
    ("a.place[href$='deir-ez-zor-city/'] >> nth=0", "places/deir-ez-zor-city/"),
    ("#content a[href$='actors/islamic-state/'] >> nth=0", "actors/islamic-state/"),
    (".bar-nav a[href$='map/']", "map/"),
    (".bar-nav a[href$='figures/']", "figures/"),
    (".bar-nav a[href$='disagreements/']", "disagreements/"),
    (".bar-nav a[href$='data/']", "data/"),
    (".bar-name", ""),
]
CHARTS = """() => [...document.querySelectorAll("figure.chart")].map(figure => {
  const seen = [...figure.querySelectorAll(".chart-picture svg")].filter(svg => svg.getBoundingClientRect().width > 0);
  return [figure.id, seen.length];
})"""


def charts(page: Page) -> list[list[object]]:
    """The charts of the page, each with how many of its pictures can be seen."""
    found: list[list[object]] = page.evaluate(CHARTS)
    return found


def test_ten_hops_and_two_changes_of_palette(site: Path, browser, served) -> None:
    pages = served(site, headers={"Cache-Control": "max-age=600"})
    with visit(browser, pages) as seen:
        page = seen.go(pages.url())
        held = {"": charts(page)}
        for number, (link, address) in enumerate(HOPS):
            if number in (3, 6):
                before = page.evaluate("document.documentElement.dataset.mdColorScheme")
                page.locator("[data-scheme-toggle]").click()
                assert page.evaluate("document.documentElement.dataset.mdColorScheme") != before
            page.locator(link).first.click()
            page.wait_for_url(pages.url(address))
            page.wait_for_load_state("networkidle")
            shown = charts(page)
            assert len({figure for figure, _ in shown}) == len(shown), address
            assert [figure for figure, pictures in shown if pictures != 1] == [], address
            held[address] = shown
        assert sum(map(len, held.values())) > 15
        trail = ["", *(address for _, address in HOPS)]
        for address in reversed(trail[:-1]):
            page.go_back(wait_until="load")
            assert page.url == pages.url(address)
            assert charts(page) == held[address], address
        for address in trail[1:4]:
            page.go_forward(wait_until="load")
            assert page.url == pages.url(address)
            assert charts(page) == held[address], address
        assert seen.faults == []


def test_a_page_is_fetched_while_the_pointer_rests_on_its_link_and_not_again(site: Path, browser, served) -> None:
    pages = served(site, headers={"Cache-Control": "max-age=600"})
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("places/deir-ez-zor-city/"))
        there = pages.asked.count("/fasti/places/deir-ez-zor-province/")
        assert there == 0
        link = page.locator("a.place[href$='deir-ez-zor-province/']").first
        with page.expect_request(pages.url("places/deir-ez-zor-province/")):
            link.hover()
        link.click()
        page.wait_for_load_state("networkidle")
        assert page.url == pages.url("places/deir-ez-zor-province/")
        assert pages.asked.count("/fasti/places/deir-ez-zor-province/") == 1
        assert seen.faults == []


def test_nothing_is_fetched_ahead_for_who_saves_data_nor_of_files_and_other_sites(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("data/"))
        before = len(pages.asked)
        page.locator("a[download]").first.hover()
        page.wait_for_timeout(200)
        page.evaluate("navigator.connection.__proto__.__defineGetter__('saveData', () => true)")
        page.locator(".bar-nav a").first.hover()
        page.wait_for_timeout(200)
        assert pages.asked[before:] == []
        assert seen.foreign == []


def test_pages_fade_only_for_who_wants_motion(site: Path, browser, served) -> None:
    pages = served(site)
    revealed = "addEventListener('pagereveal', event => window.__faded = event.viewTransition !== null)"
    for motion, fades in (("no-preference", True), ("reduce", False)):
        context = browser.new_context(viewport={"width": DESKTOP, "height": 900}, reduced_motion=motion)
        page = context.new_page()
        page.add_init_script(revealed)
        page.goto(pages.url("places/"))
        page.locator(".bar-nav a[href$='figures/']").click()
        page.wait_for_url(pages.url("figures/"))
        page.wait_for_function("window.__faded !== undefined")
        assert page.evaluate("window.__faded") is fades
        context.close()


def test_a_page_left_is_kept_whole_and_comes_back_as_it_was(site: Path, browser, served) -> None:
    pages = served(site)
    # Playwright's own flags switch off the cache in which browsers keep the pages that were left.
    kept = browser.browser_type.launch(
        executable_path=chromium_path(), args=list(FLAGS), ignore_default_args=["--disable-back-forward-cache"]
    )
    try:
        page = kept.new_page()
        page.goto(pages.url("places/deir-ez-zor-city/"), wait_until="networkidle")
        page.locator("figure.chart summary").first.click()
        page.evaluate("addEventListener('pageshow', event => window.__kept = event.persisted)")
        page.locator(".bar-nav a[href$='figures/']").click()
        page.wait_for_url(pages.url("figures/"))
        page.evaluate("history.back()")  # a page that was kept does not load, which `go_back` would wait for
        page.wait_for_function("window.__kept !== undefined")
        assert page.evaluate("window.__kept") is True
        assert page.locator("figure.chart tbody tr").first.is_visible()
    finally:
        kept.close()
