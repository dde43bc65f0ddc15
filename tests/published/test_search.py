"""The search of the published site in a real browser: found by every spelling, by keyboard, safely, and not before asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import pytest

from fasti.writing.spellings import fold, sound
from tests.kit.browser import DESKTOP, PHONE, Visit, serve, visit
from tests.kit.corpus import a_corpus
from tests.kit.html import axe_faults
from tests.published.kit import Done, run

PLACE, PEOPLE, EVENT, SOURCE, FIGURE, PAGE = "Places", "People and groups", "Events", "Sources", "Figures", "Pages"
DEIR_EZ_ZOR, RAQQA, ABU_KAMAL = (PLACE, "Deir ez-Zor"), (PLACE, "Raqqa"), (PLACE, "Abu Kamal")
FIRST = {
    "Raqqa": RAQQA,
    "raqa": RAQQA,
    "Ar-Raqqah": RAQQA,
    "الرقة": RAQQA,
    "الرَّقّة": RAQQA,
    "رقه": RAQQA,
    "Deir el-Zour": DEIR_EZ_ZOR,
    "Deir Ezzor": DEIR_EZ_ZOR,
    "deirezzor": DEIR_EZ_ZOR,
    "Dayr az-Zawr": DEIR_EZ_ZOR,
    "دير الزور": DEIR_EZ_ZOR,
    "Abu Kamal": ABU_KAMAL,
    "Albu Kamal": ABU_KAMAL,
    "al-Bukamal": ABU_KAMAL,
    "البوكمال": ABU_KAMAL,
    "Qaim": (PLACE, "Al-Qaim"),
    "Mossul": (PLACE, "Mosul"),
    "Fallujah": (PLACE, "Falluja"),
    "Daesh": (PEOPLE, "Islamic State"),
    "داعش": (PEOPLE, "Islamic State"),
    "SDF": (PEOPLE, "Syrian Democratic Forces"),
    "El Pais": (PEOPLE, "El País"),
    "manbij offensive": (EVENT, "Syrian Democratic Forces open an offensive for Manbij"),
    "forces take Raqqa": (EVENT, "Syrian Democratic Forces take Raqqa"),
    "SDF fighters": (FIGURE, "SDF fighters around Raqqa"),
    "two-thirds of the caliphate": (
        SOURCE,
        "ISIS loses two-thirds of the caliphate in Syria in four months of defeats",
    ),
    "2017": (PAGE, "2017"),
    "unknown-reference": (PAGE, "FST301 unknown-reference"),
}
GROUPS = """groups => groups.map(group => [group.querySelector("h3").firstChild.data,
  [...group.querySelectorAll(".search-title")].map(link => link.textContent)])"""
HOSTILE = "<img src=x onerror=window.harmed=1>"


def opened(seen: Visit, url: str, key: str = "/") -> Any:
    """A page with its search open."""
    page = seen.go(url)
    page.keyboard.press(key)
    page.get_by_role("dialog").wait_for()
    return page


def ask(page: Any, text: str) -> list[list[Any]]:
    """What the search shows: each group with its titles."""
    page.locator(".search-results").evaluate("results => results.replaceChildren()")
    page.get_by_role("searchbox").fill(text)
    page.locator(".search-results:not([aria-busy]) > *").first.wait_for()
    shown: list[list[Any]] = page.locator(".search-group").evaluate_all(GROUPS)
    return shown


def test_every_spelling_leads_first_to_what_it_names(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = opened(seen, pages.url("method/"))
        found = {text: ask(page, text)[0] for text in FIRST}
        assert {text: (group, titles[0]) for text, (group, titles) in found.items()} == FIRST
        assert [group for group, _ in ask(page, "Deir el-Zour")] == [PLACE, EVENT, SOURCE, FIGURE, PAGE]
        assert seen.faults == []


def test_nothing_of_the_search_is_loaded_before_a_reader_asks_for_it(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("places/raqqa/"))
        page.get_by_role("button", name="Search").hover()
        page.get_by_role("button", name="Search").focus()
        assert [path for path in pages.asked if "search" in path] == []
        page.keyboard.press("Enter")
        ask(page, "Raqqa")
        asked = [path.removeprefix("/fasti/assets/search/") for path in pages.asked if "search" in path]
        assert [path for path in asked if path.endswith(("begin.json", "pagefind-entry.json", ".pf_meta"))] == [
            "begin.json"
        ]
        assert len(asked) == len(set(asked)) <= 35
        assert seen.faults == []


def test_a_reader_with_a_keyboard_alone_finds_and_opens_a_place(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url())
        page.get_by_role("button", name="Search").focus()
        page.keyboard.press("Control+K")
        field = page.get_by_role("searchbox")
        field.wait_for()
        page.keyboard.type("Deir el-Zour")
        page.locator(".search-results:not([aria-busy]) .search-title").first.wait_for()
        assert page.locator(".search-status").inner_text() == "33 results"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('[data-search]')")
        page.keyboard.press("/")
        assert field.input_value() == "Deir el-Zour"
        for _ in range(8):
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            )
        field.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        page.wait_for_url("**/places/deir-ez-zor-city/")
        page.go_back()
        page.wait_for_url(pages.url())
        assert page.get_by_role("dialog").count() == 0
        page.keyboard.press("/")
        page.locator(".search-title").first.wait_for()
        assert field.input_value() == "Deir el-Zour"
        field.fill("/")  # a stroke is a letter where one writes
        assert field.input_value() == "/"
        assert seen.faults == []


def test_more_of_a_group_is_shown_when_asked_and_all_of_it_is_there(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = opened(seen, pages.url())
        ask(page, "Raqqa")
        group = page.locator(".search-group", has=page.get_by_role("heading", name=EVENT))
        told = int(group.locator(".search-number").inner_text())
        assert group.locator(".search-title").count() == 5 < told
        while group.locator(".search-more").count():
            before = group.locator(".search-title").count()
            group.locator(".search-more").click()
            group.locator(".search-title").nth(before).wait_for()
        titles = group.locator(".search-title").evaluate_all("links => links.map(link => link.href)")
        assert len(titles) == len(set(titles)) == told
        assert seen.faults == []


def test_a_search_that_finds_nothing_says_so_and_where_the_spellings_are(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = opened(seen, pages.url("events/capture-of-raqqa-2017/"))
        assert ask(page, "<b>Qwertzuiop</b>") == []
        assert page.locator(".search-status").inner_text() == "No entry found for “<b>Qwertzuiop</b>”."
        page.locator(".search-hint").get_by_role("link", name="Places").click()
        page.wait_for_url("**/fasti/places/")
        assert seen.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_open_dialog_breaks_no_rule_of_access(
    site: Path, browser, served, width: int, scheme: Literal["light", "dark"]
) -> None:
    pages = served(site)
    with visit(browser, pages, width=width, scheme=scheme) as seen:
        page = opened(seen, pages.url("places/raqqa/"))
        for text in ("الرقة", "Qwertzuiop"):
            ask(page, text)
            assert axe_faults(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_matched_name_is_shown_in_its_own_language(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = opened(seen, pages.url())
        ask(page, "دير الزور")
        name = page.locator(".search-also").first
        assert (name.inner_text(), name.get_attribute("lang")) == ("دير الزور", "ar")


def test_without_scripts_there_is_no_button_and_places_is_a_link(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages, javascript=False) as seen:
        page = seen.go(pages.url("method/"))
        assert page.locator("[data-search]").is_hidden()
        assert page.get_by_role("navigation", name="Site").get_by_role("link", name="Places").is_visible()


def test_python_and_the_browser_fold_names_alike(site: Path, browser, served) -> None:
    names = ["Deir ez-Zor", "Tall ʿAfar", "الرَّقَّة", "أبو كمال", "حلبـــى", "٢٠١٧ ۲۰", "El País", "Großmünster ŁÓDŹ Ærø"]
    names += [
        "90,000 of 17.3%",
        "İzmir Iğdır",
        "Ὀδυσσεύς",
        "كوردستان ی ک ە",
        "St. John’s (old)",
        "a_b — c",
        "…",
        "Al-Qaim",
    ]
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url())
        module = pages.url("assets/search-dialog.js")
        there = page.evaluate(
            "([module, names]) => import(module).then(it => names.map(n => [it.fold(n), it.sound(it.fold(n).split(' '))]))",
            [module, names],
        )
    assert there == [[fold(name), sound(fold(name).split(" "))] for name in names]


@pytest.fixture(scope="module")
def hostile() -> Path:
    """A small chronology whose names are attacks, built."""
    project = a_corpus(
        {
            "places/bad.yml": f"names: ['{HOSTILE}', {{text: 'also {HOSTILE}', lang: ar}}]\nkind: city\n",
            "events/bad.yml": f"title: '{HOSTILE} falls'\ntype: capture\nwhen: 1453\nwhere: bad\n",
        }
    )
    assert run(project, "fasti.cli", "build").code == 0
    return project


def test_hostile_names_are_found_and_shown_as_text(hostile: Path, browser) -> None:
    with serve(hostile / "site", "/") as pages, visit(browser, pages) as seen:
        page = opened(seen, pages.url("places/bad/"))
        assert ask(page, HOSTILE)[:2] == [[PLACE, [HOSTILE]], [EVENT, [f"{HOSTILE} falls"]]]
        assert page.locator("dialog img").count() == 0
        assert page.evaluate("window.harmed") is None
        page.keyboard.press("Enter")
        page.wait_for_url("**/places/bad/")
        assert seen.faults == []


def test_a_page_in_a_language_of_its_own_finds_the_same_from_any_folder(hostile: Path, browser) -> None:
    index = hostile / "site/index.html"
    index.write_text(
        index.read_text("utf-8").replace('<html lang="en" dir="ltr"', '<html lang="ar" dir="rtl"', 1), "utf-8"
    )
    with serve(hostile / "site", "/deep/down/") as pages, visit(browser, pages, width=PHONE) as seen:
        page = opened(seen, pages.url())
        assert ask(page, "also img")[0] == [PLACE, [HOSTILE]]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert seen.faults == []


def test_a_search_that_cannot_be_loaded_says_so_and_can_be_asked_again(hostile: Path, browser) -> None:
    with serve(hostile / "site", "/") as pages, visit(browser, pages) as seen:
        page = seen.go(pages.url())
        page.route("**/search.json", lambda route: route.fulfill(status=503, body=""))
        page.keyboard.press("/")
        button = page.get_by_role("button", name="Search did not load: try again")
        button.wait_for()
        page.unroute("**/search.json")
        page.route("**/begin.json", lambda route: route.abort())
        page.route("**/*.pf_meta", lambda route: route.abort())
        button.click()
        page.get_by_role("dialog").wait_for()
        page.get_by_role("button", name="Try again").wait_for()
        assert page.locator(".search-status").inner_text() == "The search could not be loaded."


def test_a_site_without_search_has_nothing_of_it() -> None:
    project = a_corpus({"events/a.yml": "title: A\ntype: capture\nwhen: 1453\n"})
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "      search: false\n", "utf-8")
    assert run(project, "fasti.cli", "build", "--strict").code == 0
    files = [path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*") if path.is_file()]
    assert [path for path in files if "search" in path] == []
    for path in files:
        if path.endswith(".html"):
            text = (project / "site" / path).read_text("utf-8")
            assert (path, "data-search" in text, "wasm-unsafe-eval" in text) == (path, False, False)


def test_a_build_without_pagefind_ends_with_what_to_do(tmp_path: Path) -> None:
    project = a_corpus({"events/a.yml": "title: A\ntype: capture\nwhen: 1453\n"})
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\nold = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name.startswith('pagefind') else old(name, *a)\n"
    )
    done: Done = run(project, "fasti.cli", "build", PYTHONPATH=f"{tmp_path}:{_python_path()}", PATH="/nowhere")
    assert (done.code, done.err) == (
        2,
        "error: the search index cannot be made: pagefind is not installed; install `pagefind[bin]`, or set "
        "`search: false` in mkdocs.yml\nthe site was not built; what was published before stays\n",
    )
    assert not (project / "site").exists()


def _python_path() -> str:
    import os

    return os.environ.get("PYTHONPATH", "")


def test_old_files_of_the_index_are_removed_and_the_list_names_what_is_there(hostile: Path) -> None:
    event = hostile / "content/events/bad.yml"
    event.write_text(event.read_text("utf-8").replace(" falls", " falls again"), "utf-8")
    assert run(hostile, "fasti.cli", "build").code == 0
    found = hostile / "site/assets/search"
    begin = json.loads((found / "search.json").read_text("utf-8"))
    assert [index["path"] for index in begin["indexes"]] == ["names-0/", "events-0/", "pages-0/"]
    counts = {}
    for index in begin["indexes"]:
        entry = json.loads((found / index["path"] / "pagefind-entry.json").read_text("utf-8"))
        (about,) = entry["languages"].values()
        counts[index["part"]] = about["page_count"] - len(list((found / index["path"]).glob("fragment/*")))
    assert counts == {"names": 0, "events": 0, "pages": 0}
