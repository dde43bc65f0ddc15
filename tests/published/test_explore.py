"""Exploring the published site in a real browser: every answer is that of the records, however it was asked for."""

from __future__ import annotations

import csv
import io
import random
import re
from pathlib import Path
from typing import Any, Literal

import pytest

from fasti.derive import Edition
from fasti.diagnostics import Report
from fasti.pipeline import Clock, examine
from fasti.reading import settings_for
from fasti.views.explore import COLUMNS, explore_page
from tests.kit.asking import Answer, Question, answered, every_form, questions
from tests.kit.browser import DESKTOP, PHONE, overflow, visit
from tests.kit.html import axe_faults
from tests.views.small import edition as small_edition

ASK = """address => {
  history.replaceState(null, "", `?${address}${address ? "&" : ""}rows=1000`);
  dispatchEvent(new PopStateEvent("popstate"));
  const rows = [...document.querySelectorAll("[data-ex-list] > [data-id]")];
  return [
    rows.map(row => row.dataset.id),
    rows.filter(row => row.querySelector(".entry-line > .ex-perhaps")).map(row => row.dataset.id),
    document.querySelector("[data-ex-said]").textContent,
    [...document.querySelectorAll("[data-ex-facet]")].map(facet => [facet.dataset.exFacet,
      [...facet.querySelectorAll("[data-ex-values] li")].map(li =>
        [li.querySelector("bdi").textContent, li.querySelector(".ex-count").firstChild.textContent,
         li.querySelector(".ex-possible").textContent])]),
  ];
}"""
ROWS = "[data-ex-list] > [data-id]"
SHOWN = f"() => [...document.querySelectorAll('{ROWS}')].map(row => row.dataset.id)"


@pytest.fixture(scope="module")
def edition(project: Path) -> Edition:
    report = Report()
    return examine(settings_for(project, report), report, Clock())[0]


def opened(seen: Any, pages: Any, query: str = "") -> Any:
    """The page with its entries loaded."""
    page = seen.go(pages.url(f"explore/{query}"))
    page.locator("[data-explore][data-loaded]").wait_for()
    return page


def here(page: Any) -> str:
    """The address as the page has it: the driver hears of a replaced one only later."""
    return str(page.evaluate("location.href"))


def shown(page: Any) -> tuple[str, ...]:
    """The ids in the list."""
    return tuple(page.evaluate(SHOWN))


def sentence(answer: Answer, question: Question, total: int) -> str:
    """What is said of an answer, in the words of the year pages."""
    certain, possible, undated = answer.counts
    if not (question.begin or question.end):
        entries = "entry" if total == 1 else "entries"
        told = [f"{total} {entries}." if len(answer.shown) == total else f"{len(answer.shown)} of {total} entries."]
        return " ".join(
            [*told, *([f"{undated} of them {'is' if undated == 1 else 'are'} undated."] if undated else [])]
        )
    fall, do = ("falls" if certain == 1 else "fall"), ("does" if possible == 1 else "do")
    told = [f"Of {total} entries, {certain or 'none'} certainly {fall if certain else 'falls'} in this time."]
    more = " more" if certain else ""
    told.append(f"{possible}{more} possibly {do}." if possible else "No other may.")
    if undated:
        told.append(f"{undated} undated {'entry is' if undated == 1 else 'entries are'} not asked by time.")
    if question.show:
        sure = {"certain": "certainly", "possible": "possibly"}[question.show]
        told.append(f"Only those that {sure} do are listed.")
    return " ".join(told)


def differences(page: Any, of: Edition, asked: list[Question]) -> list[str]:
    """Every question whose answer on the page is another than that of the records."""
    total = len(of.chronology.events) + len(of.chronology.undated)
    found = []
    for question in asked:
        ids, perhaps, said, _ = page.evaluate(ASK, question.address)
        wanted = answered(of, question)
        if (tuple(ids), frozenset(perhaps), said) != (wanted.shown, wanted.possible, sentence(wanted, question, total)):
            found.append(f"{question.address}: {said}, {sorted({*ids} ^ {*wanted.shown})}")
    return found


def test_any_filters_answer_what_the_records_answer(site: Path, edition: Edition, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = opened(seen, pages)
        assert differences(page, edition, questions(edition, 80, 1)) == []
        assert seen.faults == []


def test_every_form_of_date_answers_what_the_order_answers(site: Path, browser, served) -> None:
    of = small_edition(every_form())
    columns = explore_page(of, "").files[COLUMNS]
    pages = served(site)
    with visit(browser, pages) as seen:
        seen.page.route(f"**/{COLUMNS}", lambda route: route.fulfill(body=columns, content_type="application/json"))
        page = opened(seen, pages)
        assert differences(page, of, questions(of, 300, 2)) == []
        assert page.locator("[data-ex-list] b").count() == 0  # a name with markup in it is its letters
        assert "A <b>town</b>" in page.evaluate(ASK, "place=a")[3][0][1].__str__()
        assert seen.faults == []


def test_each_value_is_counted_under_the_other_filters(site: Path, edition: Edition, browser, served) -> None:
    """The number at a value is how many rows there would be were it the only one chosen of its facet."""
    pages = served(site)
    rng = random.Random(3)
    names = {edition.title("place", p): p for p in (e.id for e in edition.corpus.of("place"))}
    with visit(browser, pages) as seen:
        page = opened(seen, pages)
        for question in questions(edition, 15, 4):
            place_values = dict(page.evaluate(ASK, question.address)[3])["place"]
            for name, certain, possible in rng.sample(place_values, min(2, len(place_values))):
                alone = Question(
                    {**question.chosen, "place": (names[name],)},
                    question.disputed,
                    question.begin,
                    question.end,
                    question.show,
                )
                wanted = answered(edition, alone)
                timed = bool(question.begin or question.end)
                undated = {placed.id for placed in edition.chronology.undated} if timed else set()
                sure = len(set(wanted.shown) - wanted.possible - undated)
                assert (certain, possible) == (str(sure), f" + {len(wanted.possible)}" if wanted.possible else "")
        assert seen.faults == []


def test_the_keyboard_alone_filters_and_the_address_opens_the_same_view_elsewhere(
    site: Path, edition: Edition, browser, served
) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = opened(seen, pages)
        page.locator("[data-ex-facet=place] [data-ex-find]").focus()
        page.keyboard.type("deir ez")
        box = page.get_by_role("checkbox", name=re.compile(r"^Deir ez-Zor province"))
        box.focus()
        page.keyboard.press("Space")
        page.get_by_label("From").focus()
        page.keyboard.type("2017-09")
        page.keyboard.press("Tab")
        page.keyboard.type("2017-10-17")
        page.keyboard.press("Tab")
        one = Question({"place": ("deir-ez-zor-province",)}, begin="2017-09", end="2017-10-17")
        assert here(page).endswith(f"/explore/?{one.address}")
        assert shown(page) == answered(edition, one).shown
        page.get_by_role("radio", name="certainly", exact=True).focus()
        page.keyboard.press("Space")
        begin = page.get_by_role("slider", name="Begin of the time")
        begin.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Tab")
        two = Question({"place": ("deir-ez-zor-province",)}, begin="2017-08", end="2017-10", show="certain")
        assert here(page).endswith(f"/explore/?{two.address}")
        assert begin.get_attribute("aria-valuetext") == "August 2017"
        assert shown(page) == answered(edition, two).shown
        chip = page.locator(f"{ROWS} .ex-chip").nth(1)
        chip.focus()
        page.keyboard.press("Enter")
        marked = shown(page)[1]
        assert here(page).endswith(f"&sel={marked}")
        assert page.locator("[data-ex-marked] [data-id]").get_attribute("data-id") == marked
        assert page.locator(".ex-over.ex-sel").count() == 1
        address, rows, said = here(page), shown(page), page.locator("[data-ex-said]").inner_text()
        view = page.locator(".ex-answer").inner_text()
        assert seen.faults == []
    with visit(browser, pages) as seen:
        page = opened(seen, pages, address.partition("/explore/")[2])
        assert (shown(page), page.locator("[data-ex-said]").inner_text(), here(page)) == (rows, said, address)
        assert page.locator(".ex-answer").inner_text() == view
        assert seen.faults == []


def test_back_and_forward_keep_the_filters_and_drawing_a_time_is_one_step(
    site: Path, edition: Edition, browser, served
) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = opened(seen, pages)
        everything = shown(page)
        page.locator("[data-ex-facet=actor] label", has_text="Syrian Democratic Forces").click()
        by_actor = shown(page)
        assert by_actor == answered(edition, Question({"actor": ("sdf",)})).shown != everything
        strip = page.locator("[data-ex-strip]").bounding_box()
        page.mouse.move(strip["x"] + strip["width"] * 0.8, strip["y"] + 30)
        page.mouse.down()
        for part in (0.82, 0.85, 0.87, 0.9):
            page.mouse.move(strip["x"] + strip["width"] * part, strip["y"] + 30)
        page.mouse.up()
        drawn = re.search(r"\?actor=sdf&from=([\d-]+)&to=([\d-]+)$", here(page))
        assert drawn
        timed = answered(edition, Question({"actor": ("sdf",)}, begin=drawn[1], end=drawn[2])).shown
        assert shown(page) == timed
        page.locator(f"{ROWS} .entry-title a").first.click()
        page.wait_for_url("**/events/**")
        page.go_back()
        page.locator("[data-explore][data-loaded]").wait_for()
        assert shown(page) == timed
        page.go_back()
        assert (shown(page), here(page)) == (by_actor, pages.url("explore/?actor=sdf"))
        page.go_back()
        assert (shown(page), here(page)) == (everything, pages.url("explore/"))
        page.go_forward()
        page.go_forward()
        assert shown(page) == timed
        page.locator("[data-ex-chosen] button").first.click()
        assert shown(page) == answered(edition, Question(begin=drawn[1], end=drawn[2])).shown[:50]
        page.locator("[data-ex-clear]").click()
        assert (shown(page), here(page)) == (everything, pages.url("explore/"))
        assert page.locator("[data-ex-showing]").inner_text() == f"Showing 50 of {len(edition.chronology.events)}."
        page.locator("[data-ex-more]").click()
        assert len(shown(page)) == len(edition.chronology.events)
        assert here(page) == pages.url("explore/?rows=100")
        assert seen.faults == []


def test_what_an_address_asks_in_vain_is_said_and_left_out(site: Path, edition: Edition, browser, served) -> None:
    pages = served(site)
    hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
    query = f"?place=raqqa,atlantis&actor={hostile}&from=2017-13&disputed=maybe&sel=nothing&view=globe&show=&rows=-3"
    with visit(browser, pages) as seen:
        page = opened(seen, pages, query)
        assert shown(page) == answered(edition, Question({"place": ("raqqa",)})).shown
        assert page.locator("[data-ex-notices] p").all_inner_texts() == [
            "The address asks for Place “atlantis”, which is not known here: it is left out.",
            "The address asks for Actor “<img src=x onerror=alert(1)>”, which is not known here: it is left out.",
            "The address asks for disputed “maybe”, which is not known here: it is left out.",
            "The address asks for view “globe”, which is not known here: it is left out.",
            "“2017-13” is no year, month or day: write 2017, 2017-06 or 2017-06-15.",
            "The address asks for sel “nothing”, which is not known here: it is left out.",
        ]
        assert page.locator("[data-explore] img").count() == 0
        page.get_by_label("From").fill("2018")
        page.get_by_label("From").press("Enter")
        page.get_by_label("to", exact=True).fill("June 2017")
        page.get_by_label("to", exact=True).press("Enter")
        assert page.locator("[data-ex-fault]").inner_text().startswith("“June 2017” is no year, month or day")
        assert page.get_by_label("to", exact=True).get_attribute("aria-invalid") == "true"
        assert here(page) == pages.url("explore/?place=raqqa&from=2018")
        assert seen.faults == []


def test_the_rows_come_as_a_table_with_the_columns_of_the_export(site: Path, edition: Edition, browser, served) -> None:
    pages = served(site)
    question = Question({"place": ("raqqa",)}, begin="2017-06", end="2017-10")
    with visit(browser, pages) as seen:
        page = opened(seen, pages, f"?{question.address}")
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Download these rows (CSV)").click()
        assert waiting.value.suggested_filename == "entries-raqqa-from-2017-06-to-2017-10.csv"
        sent = Path(waiting.value.path()).read_text(encoding="utf-8")
        assert seen.faults == []
    whole = list(csv.reader(io.StringIO((site / "data/v1/events.csv").read_text(encoding="utf-8"))))
    rows = list(csv.reader(io.StringIO(sent)))
    wanted = answered(edition, question).shown
    assert rows == [whole[0], *(row for row in whole[1:] if row[0] in wanted)]
    assert tuple(row[0] for row in rows[1:]) == wanted


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
def test_list_time_line_and_map_mark_the_same_and_break_no_rule_of_access(
    site: Path, edition: Edition, browser, served, width: int, scheme: Literal["light", "dark"]
) -> None:
    pages = served(site)
    with visit(browser, pages, width=width, scheme=scheme) as seen:
        page = opened(seen, pages, "?actor=sdf&from=2017&view=map")
        assert overflow(page) == []
        if width == PHONE:
            page.locator("[data-ex-fold]").click()
            assert page.locator("[data-ex-facet=place]").is_visible()
        assert axe_faults(page) == []
        row = page.locator(f"{ROWS}:has(a[href$='/places/raqqa/'])").first
        row.locator(".entry-title a").focus()
        raqqa = page.locator(".ex-dot[aria-label^='Raqqa:']")
        assert "ex-lit" in (raqqa.get_attribute("class") or "")
        assert page.locator(".ex-over").count() == (0 if width == PHONE else 1)
        raqqa.focus()
        lit = page.evaluate(f"() => [...document.querySelectorAll('{ROWS}.ex-lit')].map(row => row.dataset.id)")
        assert set(lit) == {e for e in shown(page) if "raqqa" in map(str, edition.event(e).places)} != set()
        page.keyboard.press("Enter")
        page.wait_for_url("**/explore/?place=raqqa&actor=sdf&from=2017&view=map")
        assert shown(page) == answered(edition, Question({"place": ("raqqa",), "actor": ("sdf",)}, begin="2017")).shown
        if width == PHONE:
            page.get_by_label("Time line").check()
            assert overflow(page) == []
        page.evaluate("document.activeElement.blur()")
        page.locator(f"{ROWS} .entry-title a").last.hover()
        spot = page.locator(".ex-over").bounding_box()
        page.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
        assert f"&sel={shown(page)[-1]}" in here(page)
        assert page.locator(f"{ROWS}.ex-sel").get_attribute("data-id") == shown(page)[-1]
        page.get_by_role("button", name="Entry before").click()
        assert f"&sel={shown(page)[-2]}" in here(page)
        assert axe_faults(page) == []
        assert seen.faults == []


def test_without_scripts_the_same_ways_are_links(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages, javascript=False) as seen:
        page = seen.go(pages.url("explore/"))
        assert page.locator("[data-explore]").is_hidden()
        links = page.locator(".explore-plain a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        folders = {"../places/", "../actors/", "../sources/", "../chronology/", "../data/v1/events.csv"}
        assert folders <= set(links)
        for link in links:
            target = site / "explore" / link
            assert (target / "index.html" if link.endswith("/") else target).resolve().is_file(), link
        assert overflow(page) == []


def test_place_actor_document_and_year_lead_to_their_entries(site: Path, edition: Edition, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        for address, question in (
            ("places/raqqa/", Question({"place": ("raqqa",)})),
            ("actors/sdf/", Question({"actor": ("sdf",)})),
            ("sources/ann-2017-11-04/", Question({"source": ("ann-2017-11-04",)})),
            ("chronology/2016/", Question(begin="2016", end="2016")),
        ):
            page = seen.go(pages.url(address))
            page.get_by_role("link", name="Explore these entries").click()
            page.locator("[data-explore][data-loaded]").wait_for()
            assert here(page) == pages.url(f"explore/?{question.address}")
            assert shown(page) == answered(edition, question).shown[:50]
        assert seen.faults == []
