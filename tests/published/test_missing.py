"""The page for wrong addresses, served from a sub-path as static hosts do: it leads on, and says what stands near."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.kit.browser import PHONE, overflow, visit

# What every static host answers, and what Chromium says of it.
EXPECTED = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]


def suggested(page: Page) -> list[str]:
    """The addresses that the page names as near, as they are read."""
    page.locator("[data-lost] :is(.rows, p:nth-of-type(2))").first.wait_for()
    return page.locator("[data-lost] .row-line").all_inner_texts()


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("events/capture-of-deir-ez-zor/", "events/capture-of-deir-ez-zor-city-2017/"),
        ("place/raqa", "places/raqqa/"),
        ("a/b/c/Raqqa.html", "places/raqqa/"),
        ("figures/is-share-deir-ezzor-province/", "figures/is-share-of-deir-ez-zor-province/"),
        ("events/the-mosque-of-raqqa-great/", "places/raqqa-great-mosque/"),
        ("methods/", "method/"),
    ],
)
def test_the_nearest_page_is_named_first(site: Path, browser, served, asked: str, nearest: str) -> None:
    pages = served(site)
    with visit(browser, pages, width=PHONE) as seen:
        page = seen.go(pages.url(asked))
        assert suggested(page)[0] == nearest
        assert overflow(page) == []
        page.locator("[data-lost] a").first.click()
        page.wait_for_url(pages.url(nearest))
        assert (seen.console, seen.violations, seen.foreign) == (EXPECTED, [], [])


def test_a_page_is_found_by_an_address_it_had_before(site: Path, browser, served, tmp_path: Path) -> None:
    # The list of a site in which one record was renamed; everything else is the site's own.
    renamed = tmp_path / "site"
    (renamed / "assets").mkdir(parents=True)
    for name in ("404.html", *(f"assets/{file.name}" for file in (site / "assets").iterdir() if file.is_file())):
        (renamed / name).write_bytes((site / name).read_bytes())
    (renamed / "assets/addresses.txt").write_text("events/x/\tNothing alike\tevents/battle-of-dabiq/\n", "utf-8")
    pages = served(renamed)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("events/batle-of-dabiq/"))
        assert suggested(page) == ["events/x/"]
        assert page.locator("[data-lost] a").get_attribute("href") == pages.url("events/x/")


@pytest.mark.parametrize(
    "address", ["%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E/", "javascript:alert(1)/", "%E0%A4%A", "x" * 200 + "/"]
)
def test_a_hostile_address_is_shown_as_text(site: Path, browser, served, address: str) -> None:
    pages = served(site)
    with visit(browser, pages, width=PHONE) as seen:
        page = seen.go(pages.url(address))
        assert suggested(page) == []
        assert page.locator("[data-lost] p").all_inner_texts()[1] == "No page has a name like it."
        assert page.locator("[data-lost] img").count() == 0
        shown = page.locator("[data-lost] code").inner_text()
        assert len(shown) <= 101 and shown[:4] in ("<img", "java", "%E0%", "xxxx")
        assert overflow(page) == []
        assert seen.violations == []


def test_without_scripts_it_leads_on_from_any_depth(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages, javascript=False) as seen:
        page = seen.go(pages.url("a/b/c/d"))
        assert [link.get_attribute("href") for link in page.locator("#content a").all()] == [
            "/fasti/.", "/fasti/chronology/", "/fasti/places/", "/fasti/actors/"
        ]  # fmt: skip
        assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(251, 250, 246)"
        assert (len(seen.refused), seen.foreign) == (1, [])
        page.get_by_role("link", name="Places by name").click()
        assert page.url == pages.url("places/")


def test_a_list_of_ten_thousand_is_no_burden(site: Path, browser, served) -> None:
    pages = served(site)
    lines = (f"events/battle-{n}-of-some-city-in-{n % 97}/\tThe {n}th battle of a city\n" for n in range(14_000))
    text = "".join(lines)
    with visit(browser, pages) as seen:
        page = seen.page
        page.route("**/addresses.txt", lambda route: route.fulfill(body=text))
        page.goto(pages.url("events/batle-1234-of-some-city-in-70/"))
        assert suggested(page)[0] == "events/battle-1234-of-some-city-in-70/"
