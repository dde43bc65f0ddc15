"""The map of the published site in a real browser: any day of it agrees with the ledger, by every way of getting there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from fasti.charts._day import attributes
from fasti.charts._spots import look
from fasti.derive import Edition
from fasti.diagnostics import Report
from fasti.edtf import iso, parse
from fasti.pipeline import Clock, examine
from fasti.reading import settings_for
from fasti.views import _words as words
from fasti.views._control import date_words, state_words
from fasti.views._dates import day_words
from fasti.views.map import span
from tests.kit.browser import DESKTOP, PHONE, visit

DAYS = ("2017-09-15", "2017-10-17", "2017-11-03")
TABLE = """() => Object.fromEntries([...document.querySelectorAll("[data-map-rows] tr")].map(row => [row.dataset.place, {
  who: row.cells[1].innerText.trim(), basis: row.cells[2].innerText.trim(), since: row.cells[3].innerText.trim(),
  event: row.cells[3].querySelector("a")?.pathname ?? "",
}]))"""
DOTS = """() => [...document.querySelectorAll(".map-picture svg g[data-place]")].map(dot => [dot.dataset.place,
  [...dot.children].map(part => Object.fromEntries([...part.attributes].map(a => [a.name, a.value])))])"""


@pytest.fixture(scope="module")
def edition(project: Path) -> Edition:
    report = Report()
    return examine(settings_for(project, report), report, Clock())[0]


def day_of(text: str) -> int:
    first = parse(text).bounds[0]
    assert first is not None
    return first


def table_of(edition: Edition, day: int) -> dict[str, dict[str, str]]:
    """What the table has to say, from the ledger alone."""
    told = {}
    for place in edition.control.places:
        answer = edition.control.on(place, day)
        date, event = answer.last_word or ("", "")
        told[place] = {
            "who": words.sentence(state_words(edition, answer.interval)),
            "since": date_words(date) if date else "",
            "event": f"/fasti/events/{event}/" if event else "",
        }
    return told


def dots_of(edition: Edition, day: int) -> dict[str, list[dict[str, str]]]:
    """What every dot has to look like, from the ledger alone."""
    return {
        place: [
            {name: str(value) for name, value in attributes(part).items()}
            for part in look(edition.control.on(place, day).interval)
        ]
        for place in edition.control.places
        if edition.place(place).at
    }


def agrees(page: Any, edition: Edition, day: int) -> None:
    """Heading, count, table and dots of the page are those of the ledger on that day."""
    shown = page.evaluate(TABLE)
    bases = {place: row.pop("basis") for place, row in shown.items()}
    assert shown == table_of(edition, day), iso(day)
    intervals = {place: edition.control.on(place, day).interval for place in edition.control.places}
    for place, interval in intervals.items():
        told = words.CONTROL_BASIS[interval.basis]
        assert bases[place].lower().startswith(told.lower()), (place, iso(day))
        assert interval.basis != "carried" or re.search(r"\d{4}$", bases[place]), (place, iso(day))
    plain = {"stroke": "none", "stroke-width": "0", "stroke-dasharray": "none", "fill-opacity": "1"}
    dots, expected = page.evaluate(DOTS), dots_of(edition, day)
    assert {place for place, _ in dots} == expected.keys()
    for place, parts in dots:
        assert parts == [plain | part for part in expected[place]], (place, iso(day))
    unknown = sum(interval.basis == "unknown" for interval in intervals.values())
    assert page.locator("[data-map-unknown]").inner_text() == f"Unknown: {unknown} of {len(intervals)}."
    assert page.locator("[data-map-words]").inner_text() == day_words(day)
    assert page.locator(".map-picture figcaption").inner_text().startswith(f"Who held what on {day_words(day)}.")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_three_days_of_the_autumn_of_2017_agree_with_the_records(
    site: Path, edition: Edition, browser, served, width: int
) -> None:
    pages = served(site)
    with visit(browser, pages, width=width) as seen:
        for text in DAYS:
            page = seen.go(pages.url(f"map/#{text}"))
            agrees(page, edition, day_of(text))
        assert seen.faults == []


def test_the_keyboard_steps_days_and_changes_and_every_step_agrees(
    site: Path, edition: Edition, browser, served
) -> None:
    pages = served(site)
    day = day_of("2017-10-17")
    first, last = span(edition)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("map/#2017-10-17"))
        changes = page.evaluate("JSON.parse(document.querySelector('[data-map-ledger]').content.textContent).changes")
        before, after = max(d for d in changes if d < day), min(d for d in changes if d > day)
        page.locator("[data-map-range]").focus()
        for keys, expected in (
            (("ArrowRight",), day + 1),
            (("ArrowLeft", "ArrowLeft"), day - 1),
            (("ArrowUp",), day),
            (("PageDown",), before),
            (("PageUp", "PageUp"), after),
            (("Shift+ArrowLeft",), day),
            (("Home",), first),
            (("ArrowLeft",), first),
            (("End",), last),
            (("ArrowRight",), last),
        ):
            for key in keys:
                page.keyboard.press(key)
            agrees(page, edition, expected)
        assert page.locator("[data-map-range]").get_attribute("aria-valuetext") == day_words(last)
        assert seen.faults == []


def test_the_buttons_go_from_change_to_change_and_stop_at_the_ends(
    site: Path, edition: Edition, browser, served
) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("map/"))
        changes = page.evaluate("JSON.parse(document.querySelector('[data-map-ledger]').content.textContent).changes")
        previous = page.get_by_role("button", name="Previous change")
        following = page.get_by_role("button", name="Next change")
        assert following.get_attribute("aria-disabled") == "true"
        for day in reversed(changes):
            if day < span(edition)[1]:
                previous.focus()
                page.keyboard.press("Enter")
                agrees(page, edition, day)
        assert previous.get_attribute("aria-disabled") == "true"
        following.click()
        agrees(page, edition, changes[1])
        assert previous.get_attribute("aria-disabled") == "false"


def test_a_day_typed_or_chosen_from_the_list_is_shown_and_can_be_gone_back_from(
    site: Path, edition: Edition, browser, served
) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        page = seen.go(pages.url("map/"))
        page.locator("[data-map-day]").fill("2017-10-20")
        agrees(page, edition, day_of("2017-10-20"))
        page.wait_for_url(re.compile(r"#2017-10-20$"))
        page.locator("[data-map-to='2017-10-17']").click()
        agrees(page, edition, day_of("2017-10-17"))
        assert page.evaluate("document.activeElement.matches('[data-map-range]')")
        page.wait_for_url(re.compile(r"#2017-10-17$"))
        page.go_back()
        agrees(page, edition, day_of("2017-10-20"))
        page.go_back()
        agrees(page, edition, span(edition)[1])
        page.go_forward()
        agrees(page, edition, day_of("2017-10-20"))
        assert len([path for path in pages.asked if path.endswith("/map/")]) == 1


@pytest.mark.parametrize(("sent", "shown"), [("#1066-10-14", 0), ("#2999-01-01", 1), ("#2017-02-30", 1), ("#table", 1)])
def test_an_address_with_a_day_that_is_not_there_shows_the_nearest_that_is(
    site: Path, edition: Edition, browser, served, sent: str, shown: int
) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        agrees(seen.go(pages.url(f"map/{sent}")), edition, span(edition)[shown])
        assert seen.faults == []


def test_without_scripts_map_and_table_are_those_of_the_last_day(site: Path, edition: Edition, browser, served) -> None:
    pages = served(site)
    last = span(edition)[1]
    with visit(browser, pages, javascript=False) as seen:
        page = seen.go(pages.url("map/"))
        assert page.locator("[data-map-control]").is_hidden()
        assert page.locator(".map-said h2").inner_text() == day_words(last)
        rows = {}
        for row in page.locator("[data-map-rows] tr").all():
            cells = [cell.inner_text().strip() for cell in row.locator("td").all()]
            rows[row.get_attribute("data-place")] = {"who": cells[0], "since": cells[2]}
        expected = table_of(edition, last)
        assert rows == {place: {"who": row["who"], "since": row["since"]} for place, row in expected.items()}
        drawn = {dot.get_attribute("data-place") for dot in page.locator(".only-wide svg [data-place]").all()}
        assert drawn == dots_of(edition, last).keys()
        line = page.locator("[id='2017-10-17']")
        assert line.locator("a").first.get_attribute("href") == "#2017-10-17"


def test_places_and_home_lead_to_the_map_and_the_bar_says_where_one_is(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        for address in ("", "places/raqqa/"):
            page = seen.go(pages.url(address))
            page.get_by_role("link", name="Who held what, on any day").click()
            page.wait_for_url(pages.url("map/"))
        assert page.locator(".bar-nav [aria-current='page']").inner_text() == "Map"
        assert seen.faults == []
