"""The page that explores: its columns hold the whole chronology, its terms decide as the order of events decides."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from fasti import resources
from fasti.chronology import terms
from fasti.derive import Edition, date_mark, date_marks
from fasti.derive.backlinks import citations, places_of, roles_of
from fasti.edtf import Bounds
from fasti.views import Page
from fasti.views.explore import COLUMNS
from tests.kit.asking import every_form
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page

KINDS = ("day", "within", "throughout")


@pytest.fixture(scope="module")
def made() -> Edition:
    return edition(every_form())


@pytest.fixture(scope="module")
def told(made: Edition) -> dict[str, Any]:
    return columns(page(made, "explore"))


def columns(of: Page) -> dict[str, Any]:
    return dict(json.loads(of.files[COLUMNS]))


def every(of: Edition) -> list[str]:
    return [placed.id for placed in (*of.chronology.events, *of.chronology.undated)]


def rows(told: dict[str, Any], name: str) -> list[list[tuple[str, int]]]:
    """A table's rows as ids, each with how it is meant."""
    table, ids, found, at = told[name], told[f"{name}s"]["id"], [], 0
    for number in table["n"]:
        found.append([(ids[table["of"][i]], table.get("how", [0] * (i + 1))[i]) for i in range(at, at + number)])
        at += number
    assert at == len(table["of"])
    return found


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "explore.html", content(page(edition(), "explore")))


def test_the_columns_are_as_their_file_has_them(golden: Golden):
    found = columns(page(edition(), "explore"))
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in found.items()]
    golden.check(GOLDEN / "explore.columns.json", "{\n" + ",\n".join(lines) + "\n}\n")


def test_every_entry_stands_once_in_the_order_of_the_chronology(made: Edition, told: dict[str, Any]):
    assert told["ids"] == every(made)
    assert told["dated"] == len(made.chronology.events)
    assert told["titles"] == [made.event(e).title for e in every(made)]
    alone = {len(told[name]) for name in ("titles", "words", "type", "standing", "dispute")}
    tables = {len(told[name]["n"]) for name in ("place", "actor", "source")}
    assert alone == tables == {len(every(made))}


def test_places_actors_and_documents_are_those_that_the_records_name(made: Edition, told: dict[str, Any]):
    for event_id, places, actors, sources in zip(
        told["ids"], rows(told, "place"), rows(told, "actor"), rows(told, "source"), strict=True
    ):
        event = made.event(event_id)
        assert sorted(place for place, _ in places) == sorted(set(places_of(event))), event_id
        assert {place for place, how in places if how < 5} == {str(place) for place in event.places}, event_id
        assert {actor for actor, _ in actors if actor} == {a for a, _ in roles_of(event)} - {"not-said"}, event_id
        assert [actor for actor, how in actors if not how] == list(dict.fromkeys(map(str, event.actors))), event_id
        assert {source for source, _ in sources} == {str(c.source) for _, c in citations(event)}, event_id


def test_a_place_is_told_with_everything_that_it_lies_within(made: Edition, told: dict[str, Any]):
    ids = told["places"]["id"]
    within = {
        place: {ids[above] for above in found} for place, found in zip(ids, told["places"]["within"], strict=True)
    }
    assert within == {place: set(made.corpus.gazetteer.ancestors(place)) for place in ids}
    assert within["b"] == {"c", "d"}


def test_times_are_the_terms_that_the_order_decides_by(made: Edition, told: dict[str, Any]):
    day = 0
    for at, placed in enumerate(made.chronology.events):
        day += told["day"][at]
        when = made.chronology.network.dates[placed.id]
        wanted = terms(when, made.chronology.window(placed.id))
        first = tuple(Bounds(*(off(column[at], day) for column in told[name])) for name in ("begun", "ended"))
        assert first == tuple(wanted.pieces[0]), placed.id
        odd = told["odd"].get(str(at))
        assert (odd is not None) == (len(wanted.pieces) > 1 or wanted.each), placed.id
        if odd:
            assert odd["each"] == wanted.each
            for name in ("pieces", "ends", "loose"):
                found = [tuple(off(value, day) for value in piece) for piece in odd.get(name, [])]
                assert found == [(*piece.start, *piece.end) for piece in getattr(wanted, name)], (placed.id, name)
            assert [tuple(off(value, day) for value in month[1:]) for month in odd.get("months", [])] == [
                tuple(part.bounds) for part in wanted.months
            ]


def test_marks_are_those_of_the_date_chip(made: Edition, told: dict[str, Any]):
    day = 0
    for at, placed in enumerate(made.chronology.events):
        day += told["day"][at]
        when = made.event(placed.id).when
        wanted = date_marks(when) if when else (date_mark(Bounds(placed.earliest, placed.latest)),)
        found = told["marks"].get(str(at)) or [[column[at] for column in told["mark"]]]
        drawn = [(KINDS[code % 3], off(a, day), off(b, day), code // 3 % 2 == 1, code >= 6) for code, a, b in found]
        assert drawn == [tuple(mark) for mark in wanted], placed.id


def off(value: int | None, day: int) -> int | None:
    return None if value is None else day + value


def test_what_changed_hands_what_is_disputed_and_former_ids_are_told(made: Edition, told: dict[str, Any]):
    at = str(told["ids"].index("taken"))
    assert told["hands"][at] == [
        ["A <b>town</b>", [["Two", "two"]], [["ONE", "one"]]],
        ["D", [["ONE", "one"]], [["not said"]]],
    ]
    disputed = {event_id for event_id, n in zip(told["ids"], told["dispute"], strict=True) if told["disputes"][n]}
    assert disputed == {e for e in told["ids"] if made.event(e).happened == "disputed"} | {"taken", "fall"}
    assert told["formerly"] == {"place": {"old-c": "c"}}


def test_every_word_of_the_script_is_given_to_it(told: dict[str, Any]):
    script = (resources.theme_dir() / "assets" / "explore.js").read_text(encoding="utf-8")
    used = {dotted or quoted for dotted, quoted in re.findall(r'words(?:\.([a-z]+)\b|\["([a-z ]+)"\])', script)}
    assert used | {"from", "to"} == set(told["said"])  # these two are asked for by the name of the end
