"""Fields whose values must fit together: each refusal at its own key, in words that name what was written."""

from __future__ import annotations

import pytest

from fasti.edtf import Bounds, day_number
from fasti.records import Event
from tests.kit.builders import a_place, an_actor, an_event
from tests.records.parsed import faults, record

ALONE = "error FST209 `nobody` and `not-said` stand alone, without an actor (keep the actors, or the word)"

EVENT = {
    "nobody beside an actor": ({"where": "a", "now_held_by": "[nobody, x]"}, [f"4:14: {ALONE}"]),
    "not-said beside an actor": ({"where": "a", "control": "{held_by: [x, not-said]}"}, [f"4:20: {ALONE}"]),
    "nobody besieging beside an actor": ({"where": "a", "control": "{besieged_by: [nobody, x]}"}, [f"4:24: {ALONE}"]),
    "a holder near a place": (
        {"where": "{near: a}", "now_held_by": "x"},
        [
            "4:1: error FST209 `now_held_by` needs a `where` of exactly one place, plain or `at`"
            " (name that one place, or use `control`, which says which place it means)"
        ],
    ),
    "evidence for a field that is none": (
        {"evidence": "{wen: {sources: s}}"},
        ["3:12: error FST205 `evidence` speaks of `wen`, which is no field of an event (did you mean `when`?)"],
    ),
    "an edge that is none": (
        {"when": "{from: 2017, to: 2018, edges_known: [start]}"},
        ["3:44: error FST205 `start` is no value of `edges_known` (use one of `from`, `to`)"],
    ),
    "a misspelt key of a date in braces": (
        {"when": "{dat: 2017-09}"},
        ["3:8: error FST202 `when` has no field `dat` (did you mean `date`?)"],
    ),
    "a set of dates in braces": (
        {"when": "{2017-09-01,2017-09-03}"},
        [
            "3:7: error FST204 `{2017-09-01,2017-09-03}` is read as a mapping, not as a set of dates"
            " (put it in quotes: `'{2017-09-01,2017-09-03}'`)"
        ],
    ),
    "a list of rival numbers": (
        {"figures": "{measure: m, value: 5}", "rivals": "[{figures: [{measure: m, value: 7}]}]"},
        [
            "4:20: error FST203 `figures` needs keys and values, and holds a list"
            " (write its keys on lines of their own, such as `who: …`)"
        ],
    ),
}


@pytest.mark.parametrize("fields, expected", EVENT.values(), ids=EVENT)
def test_what_does_not_fit_is_refused_where_it_stands(fields: dict[str, str], expected: list[str]):
    assert faults(an_event(**fields)) == expected


def test_a_refused_item_does_not_make_its_list_empty():
    assert faults(a_place(names="{text: Q, kind: alias}"), "place") == [
        "1:24: error FST205 `alias` is no value of `kind`"
        " (use one of `preferred`, `variant`, `former`, `misspelling`, `acronym`)"
    ]


def test_a_reserved_word_is_refused_with_what_to_write():
    assert faults(an_actor(member_of="nobody"), "actor") == [
        "3:12: error FST304 `nobody` is a reserved word and names no actor here (write the id of one actor)"
    ]
    assert faults(an_event(where="a", now_held_by="unknown")) == [
        "4:14: error FST304 `unknown` is a reserved word and names no actor here"
        " (write the id of one actor, or `nobody`, or `not-said`)"
    ]


def test_once_within_an_interval_begins_and_ends_on_any_of_its_days():
    event = record(an_event(when="{date: 2017-09-01/2017-09-17, mode: within}"))
    assert isinstance(event, Event) and event.when
    whole = Bounds(day_number(2017, 9, 1), day_number(2017, 9, 17))
    assert (event.when.throughout, event.when.start, event.when.end) == (False, whole, whole)
