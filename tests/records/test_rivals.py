"""A second opinion on every field: it has the type of the field, and stands beside a value that the record gives."""

from __future__ import annotations

from typing import Any

import pytest

from fasti.records import Event
from tests.kit.builders import a_place, a_series, a_source, an_actor, an_event
from tests.records.parsed import faults, record

WHO = "who: a, sources: [s p3], why: w"

EVENT: dict[str, tuple[dict[str, str], str]] = {
    "title": ({}, "Capture of Raqqa"),
    "type": ({}, "siege"),
    "happened": ({}, "denied"),
    "when": ({}, "[2017-10-17..2017-10-20]"),
    "lasted": ({}, "about 4 months"),
    "where": ({}, "{near: mosul}"),
    "participants": ({"participants": "{attacker: x}"}, "{attacker: y}"),
    "now_held_by": ({"where": "raqqa", "now_held_by": "x"}, "y"),
    "control": ({"where": "raqqa", "control": "{held_by: x}"}, "{place: raqqa, held_by: y}"),
    "figures": ({"figures": "{measure: m, value: 5}"}, "{measure: m, value: 7}"),
    "says": ({}, "{who: a, what: x}"),
    "after": ({}, "{b: 5 days}"),
    "before": ({}, "b"),
    "during": ({}, "b"),
    "includes": ({}, "b"),
    "same_day": ({}, "b"),
    "meets": ({}, "b"),
    "part_of": ({}, "b"),
    "caused_by": ({}, "b"),
    "response_to": ({}, "b"),
    "covers": ({}, "several"),
}


@pytest.mark.parametrize("field", EVENT)
def test_every_field_of_an_event_takes_a_rival_of_its_own_type(field: str):
    fields, value = EVENT[field]
    event = record(an_event(**fields, rivals=f"[{{{field}: {value}, {WHO}}}]"))
    assert isinstance(event, Event)
    (rival,) = event.rivals
    plain: Any = record(an_event(**{**fields, field: value}))
    expected = getattr(plain, field)
    assert rival.field == field
    assert rival.value == (expected[0] if field in ("figures", "control") else expected)
    assert (rival.who, rival.why, rival.status, rival.stance) == (("a",), "w", "alternative", "asserts")


def test_the_list_above_is_of_every_field_that_can_have_a_rival():
    rival = Event.model_fields["rivals"]
    names = set(Event.model_fields) - {
        "rivals",
        "sources",
        "evidence",
        "media",
        "external",
        "status",
        "withdrawn",
        "formerly",
        "body",
    }
    assert rival and set(EVENT) == names


@pytest.mark.parametrize(
    "kind, text",
    [
        (
            "place",
            a_place(
                rivals=f"[{{at: '35.3, 40.1', {WHO}}}, {{within: b, {WHO}}}, {{names: X, {WHO}}}, {{kind: town, {WHO}}}]"
            ),
        ),
        ("actor", an_actor(rivals=f"[{{label: X, {WHO}}}, {{member_of: b, {WHO}}}, {{active: 2014/.., {WHO}}}]")),
        ("source", a_source(rivals=f"[{{published: 2017, {WHO}}}, {{copies: {{actor: afp}}, {WHO}}}]")),
        (
            "series",
            a_series(
                points="{value: 4, at: 2017, sources: s}",
                rivals=f"[{{of: X, {WHO}}}, {{points: {{value: 5, at: 2017, sources: s}}, {WHO}}}]",
            ),
        ),
    ],
    ids=("place", "actor", "source", "series"),
)
def test_other_kinds_take_rivals_too(kind: str, text: str):
    assert faults(text, kind) == []


BAD = {
    "two fields": ("{when: 2017, where: a}", "3:10: error FST210 this rival names 2 fields: `when`, `where` (make one rival of each)"),
    "no field": ("{who: a}", "3:10: error FST210 this rival names no field of the record (add the field and its other value, such as `when: 2017-11-02`)"),
    "a field that has no rivals": ("{sources: s}", "3:10: error FST210 this rival names no field of the record (add the field and its other value, such as `when: 2017-11-02`)"),
    "a misspelt field": ("{wen: 2017}", "3:11: error FST202 `rivals` has no field `wen` (did you mean `when`?)"),
    "a value of another type": ("{when: soon}", "3:17: error FST204 `soon` is not part of a date (write year-month-day, such as `2017-09-01`, or as much of it as is known)"),
    "a figure that stands nowhere": ("{figures: {measure: m, value: 5}}", "3:10: error FST210 the event gives no figure of this series or measure, group and day (a rival stands beside a value that the record gives)"),
    "a role that nobody has": ("{participants: {attacker: a}}", "3:10: error FST210 the event has no participant in the role `attacker` (a rival stands beside a value that the record gives)"),
    "two roles at once": ("{participants: {attacker: a, defender: b}}", "3:25: error FST210 a rival of `participants` is one role with its actors (make one rival of each role)"),
    "a holder where nothing is said": ("{now_held_by: a}", "3:10: error FST210 the event says nothing of control (a rival stands beside a value that the record gives)"),
}  # fmt: skip


@pytest.mark.parametrize("rival, fault", BAD.values(), ids=BAD)
def test_a_rival_that_says_nothing_plainly_is_refused(rival: str, fault: str):
    assert faults(an_event(rivals=f"[{rival}]")) == [fault]


CONTROL = {
    "a place that the event says nothing of": (
        {"where": "a", "control": "{place: a, held_by: x}"},
        "{control: {place: b, held_by: y}}",
        ["5:10: error FST210 the event says nothing of control of `b` (a rival stands beside a value that the record gives)"],
    ),
    "the one place of the event, of which nothing is said": (
        {"where": "a", "control": "{place: b, held_by: x}"},
        "{now_held_by: y}",
        ["5:10: error FST210 the event says nothing of control of `a` (a rival stands beside a value that the record gives)"],
    ),
    "one of several places, without its name": (
        {"where": "[a, b]", "control": "[{place: a, held_by: x}, {place: b, held_by: x}]"},
        "{now_held_by: y}",
        ["5:10: error FST210 the event speaks of several places, and this rival does not say of which it speaks (a rival stands beside a value that the record gives)"],
    ),
    "the one place of the event, beside another": (
        {"where": "a", "control": "[{held_by: x}, {place: b, held_by: x}]"},
        "{control: {held_by: y}}",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("fields, rival, expected", CONTROL.values(), ids=CONTROL)
def test_a_rival_of_control_stands_beside_a_statement_about_its_place(
    fields: dict[str, str], rival: str, expected: list[str]
):
    assert faults(an_event(**fields, rivals=f"[{rival}]")) == expected


def test_a_rival_number_of_a_series_stands_beside_one_of_its_group_and_day():
    series = a_series(
        points="{value: 4, at: 2017, sources: s}", rivals="[{points: {value: 5, at: 2018, sources: s}, who: a}]"
    )
    assert faults(series, "series") == [
        "4:10: error FST210 the series gives no number of this group and day"
        " (a rival stands beside a value that the record gives)"
    ]
