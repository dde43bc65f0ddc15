"""Every shorthand of the record format means what its long form means."""

from __future__ import annotations

import pytest

from tests.kit.builders import a_place, a_series, a_source, an_actor, an_event
from tests.records.parsed import faults, record

EVENT = {
    "a date": ({"when": "2017-09"}, {"when": "{date: 2017-09}"}),
    "an unquoted set": ({"when": "[2017-09-01..2017-09-17]"}, {"when": "'[2017-09-01..2017-09-17]'"}),
    "an unquoted set with blanks": ({"when": "[2017-09-01, 2017-09-17]"}, {"when": "{date: '[2017-09-01, 2017-09-17]'}"}),
    "a year that YAML would read as octal": ({"when": "0476"}, {"when": "'0476'"}),
    "a year before Christ": ({"when": "-0043"}, {"when": "'-0043'"}),
    "a place": ({"where": "raqqa"}, {"where": "{at: [raqqa]}"}),
    "places": ({"where": "[raqqa, mosul]"}, {"where": "{at: [raqqa, mosul]}"}),
    "a way from and to": ({"where": "{from: a, to: b}"}, {"where": "{from: [a], to: [b]}"}),
    "somewhere in and near": ({"where": "{in: a, near: b}"}, {"where": "{in: [a], near: [b]}"}),
    "one participant": ({"participants": "{attacker: sdf}"}, {"participants": "{attacker: [sdf]}"}),
    "a holder": ({"where": "a", "now_held_by": "sdf"}, {"where": "{at: [a]}", "now_held_by": "[sdf]"}),
    "one control statement": ({"control": "{place: a, held_by: sdf}"}, {"control": "[{place: a, held_by: [sdf], extent: whole}]"}),
    "a siege": ({"control": "{place: a, besieged_by: sdf, from: x}"}, {"control": "[{place: a, besieged_by: [sdf], from: [x]}]"}),
    "one figure": ({"figures": "{measure: m, value: 5, at: 2017}"}, {"figures": "[{measure: m, value: '5', at: {date: 2017}}]"}),
    "one saying": ({"says": "{who: sdf, what: x, on: 2017}"}, {"says": "[{who: [sdf], what: x, stance: asserts, on: {date: 2017}}]"}),
    "one order statement": ({"after": "a"}, {"after": "[a]"}),
    "order statements with gaps": ({"after": "{a: 5 days, b: about 4 months}"}, {"after": "[{a: 5 days}, {b: about 4 months}]"}),
    "a mixed list of order statements": ({"before": "[a, {b: 5 days}]"}, {"before": "\n  - a\n  - b: 5 days"}),
    "an end of a span": ({"during": "a.start"}, {"during": "[a.start]"}),
    "includes": ({"includes": "a"}, {"includes": "[a]"}),
    "same_day": ({"same_day": "a"}, {"same_day": "[a]"}),
    "meets": ({"meets": "a"}, {"meets": "[a]"}),
    "part_of": ({"part_of": "a"}, {"part_of": "[a]"}),
    "caused_by": ({"caused_by": "a"}, {"caused_by": "[a]"}),
    "response_to": ({"response_to": "a"}, {"response_to": "[a]"}),
    "a duration with its blanks": ({"lasted": "nearly  3   years"}, {"lasted": "nearly 3 years"}),
    "the defaults": ({}, {"happened": "yes", "covers": "one", "status": "published"}),
    "a title that looks like a number": ({"title": "1984"}, {"title": "'1984'"}),
    "a title over two lines": ({"title": "Fall of\n  Raqqa"}, {"title": "Fall of Raqqa"}),
    "a rival": ({"rivals": "{when: 2017, who: a, sources: s p1}"}, {"rivals": "[{when: {date: 2017}, who: [a], sources: [{source: s, at: p1}]}]"}),
    "a citation": ({"sources": "s"}, {"sources": "[{source: s}]"}),
    "a citation of a line": ({"sources": "s p5"}, {"sources": "[{source: s, at: p5}]"}),
    "a citation of lines": ({"sources": "s p5-7"}, {"sources": "[{source: s, at: p5-p7}]"}),
    "a citation of a page": ({"sources": "s page 12"}, {"sources": "[{source: s, at: page 12}]"}),
    "a citation of pages": ({"sources": "s page 12-14"}, {"sources": "[{source: s, at: 'page 12-14'}]"}),
    "evidence": ({"evidence": "{when: {sources: s p1}}"}, {"evidence": "{when: {sources: [{source: s, at: p1}]}}"}),
    "a picture": ({"media": "{file: a.jpg, alt: x}"}, {"media": "[{file: a.jpg, alt: x}]"}),
    "a former id": ({"formerly": "old"}, {"formerly": "[old]"}),
    "a withdrawal": (
        {"status": "withdrawn", "withdrawn": "{on: 2026-01-31, why: x}"},
        {"status": "withdrawn", "withdrawn": "{on: {date: 2026-01-31}, why: x}"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("short, long", EVENT.values(), ids=EVENT)
def test_a_shorthand_of_an_event_means_its_long_form(short: dict[str, str], long: dict[str, str]):
    assert record(an_event(**short)) == record(an_event(**long))


OTHERS = {
    "names of a place": ("place", a_place(names="[A, B]"), a_place(names="[{text: A, kind: preferred}, {text: B, kind: variant}]")),
    "one name": ("place", a_place(names="A"), a_place(names="[{text: A, kind: preferred}]")),
    "a preferred name that stands later": (
        "place",
        a_place(names="[A, {text: B, kind: preferred}]"),
        a_place(names="[{text: A, kind: variant}, {text: B, kind: preferred}]"),
    ),
    "who prints a name": ("place", a_place(names="{text: A, used_by: s}"), a_place(names="[{text: A, used_by: [s], kind: preferred}]")),
    "what a place lies within": ("place", a_place(within="a"), a_place(within="[{place: a}]")),
    "what a place lies within, mixed": (
        "place",
        a_place(within="[a, {place: b, when: 2017}]"),
        a_place(within="[{place: a}, {place: b, when: '2017'}]"),
    ),
    "a point": ("place", a_place(at="35.336, 40.141"), a_place(at="'35.336, 40.141'")),
    "a point in brackets": ("place", a_place(at="[35.336, 40.141]"), a_place(at="35.336, 40.141")),
    "links of an actor": ("actor", an_actor(member_of="a"), an_actor(member_of="[{actor: a}]")),
    "links of an actor, mixed": (
        "actor",
        an_actor(ally_of="[a, {actor: b, when: 2017/..}]"),
        an_actor(ally_of="[{actor: a}, {actor: b, when: '2017/..'}]"),
    ),
    "commands": ("actor", an_actor(commands="a"), an_actor(commands="[{actor: a}]")),
    "backed_by": ("actor", an_actor(backed_by="a"), an_actor(backed_by="[{actor: a}]")),
    "successor_of": ("actor", an_actor(successor_of="a"), an_actor(successor_of="[{actor: a}]")),
    "a role of a person": ("actor", an_actor(roles="premier"), an_actor(roles="[{text: premier}]")),
    "one colour for both papers": ("actor", an_actor(colour="'#aa3d25'"), an_actor(colour="['#AA3D25', '#AA3D25']")),
    "an archived copy": ("source", a_source(archive="https://example.org/a"), a_source(archive="{url: https://example.org/a}")),
    "authors": ("source", a_source(authors="A. Author"), a_source(authors="[A. Author]")),
    "what a source cites": ("source", a_source(cites="a", close_to="b"), a_source(cites="[a]", close_to="[b]")),
    "a point of a series": (
        "series",
        a_series(points="{value: 5, at: 2017, sources: s}"),
        a_series(points="[{value: 5, at: {date: 2017}, sources: [{source: s}]}]"),
    ),
    "scope and kin of a series": (
        "series",
        a_series(scope="syria", comparable_with="b"),
        a_series(scope="[syria]", comparable_with="[b]"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind, short, long", OTHERS.values(), ids=OTHERS)
def test_a_shorthand_of_another_kind_means_its_long_form(kind: str, short: str, long: str):
    assert record(short, kind) == record(long, kind)


def test_two_records_that_differ_are_not_equal():
    assert record(an_event(when="2017")) != record(an_event(when="2018"))


def test_an_end_that_no_event_has_is_told_with_the_two_it_has():
    assert faults("title: A\ntype: battle\nafter: h-1.middle\nbefore: {h-2.End: 3 days}\n") == [
        "3:8: error FST205 an event has no end called `middle` (write `h-1.start` or `h-1.end`, or the id alone)",
        "4:9: error FST205 an event has no end called `End` (write `h-2.start` or `h-2.end`, or the id alone)",
    ]
