"""Two events that nothing tells apart are told; whatever tells them apart makes them two."""

from __future__ import annotations

import pytest

from tests.kit.builders import a_place, a_source, an_actor, an_event
from tests.kit.reports import checked

AROUND = {
    "sources/s.yml": a_source(reading_notes="Of [a](actor:a) [b](actor:b) [c](actor:c) [p](place:p) [q](place:q)"),
    "events/named.yml": an_event(sources="[s, t]"),
    "sources/t.yml": a_source(),
    "places/p.yml": a_place(names="Vienna", sources="s"),
    "places/q.yml": a_place(names="Buda", sources="s"),
    **{f"actors/{name}.yml": an_actor(names=f"Army {name}") for name in "abc"},
    "series/m.yml": "title: M\nmeasure: defenders\npoints: [{value: 1, sources: s}]\n",
    "series/n.yml": "title: N\nmeasure: defenders\npoints: [{value: 1, sources: s}]\n",
}
FIRST = {
    "type": "battle",
    "when": "1529-09",
    "where": "p",
    "participants": "{attacker: a, defender: b}",
    "sources": "s p1",
}
SAID = {"type": "count", "when": "1529-09-03", "where": "p", "participants": "{speaker: a}", "sources": "s p1"}
TOLD = [
    "content/events/y.yml:1:8: warning FST502 `y` may be the same event as `x` "
    "(make one record of the two, or say how they stand to each other, such as `after` or `part_of`)"
]


def lines_of(first: dict[str, str], **other: str) -> list[str]:
    files = {"events/x.yml": an_event(**first), "events/y.yml": an_event(**{**first, **other})}
    return checked({**AROUND, **files}).lines


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"when": "1529"},
        {"when": "1529-09-03"},
        {"when": ""},
        {"participants": "{attacker: [a, c]}"},
        {"participants": "{defender: b}"},
        {"where": "[p, q]"},
        {"sources": "t p9"},
    ],
)
def test_an_event_that_another_may_be_is_told_at_the_later_id(other: dict[str, str]):
    assert lines_of(FIRST, **other) == TOLD


@pytest.mark.parametrize(
    "other",
    [
        {"when": "1529-10"},
        {"when": "1529-09/1529-10"},
        {"type": "siege"},
        {"where": "q"},
        {"where": "{in: p}"},
        {"participants": "{attacker: c, defender: b}"},
        {"covers": "several"},
        {"status": "draft"},
        {"after": "x"},
        {"same_day": "x"},
        {"part_of": "x"},
        {"response_to": "x"},
    ],
)
def test_what_differs_or_what_a_record_says_of_the_two_tells_them_apart(other: dict[str, str]):
    assert lines_of(FIRST, **other) == []


def test_the_earlier_record_may_say_it_as_well():
    files = {"events/x.yml": an_event(**FIRST, caused_by="y"), "events/y.yml": an_event(**FIRST)}
    assert checked({**AROUND, **files}).lines == []


def test_an_order_known_through_a_third_event_or_by_the_time_of_day_tells_them_apart():
    between = an_event(type="siege", sources="s", after="x")
    files = {"events/x.yml": an_event(**FIRST), "events/y.yml": an_event(**FIRST, after="z"), "events/z.yml": between}
    assert checked({**AROUND, **files}).lines == []
    early, late = (f'{{date: 1529-09-03, time: "{hour}:00", zone: "+01:00"}}' for hour in ("08", "09"))
    assert lines_of({**FIRST, "when": early}, when=late) == []
    assert lines_of({**FIRST, "when": early}) == TOLD


def test_control_of_two_places_is_of_two_events():
    held = {"control": "{place: p, held_by: a}", "where": "[p, q]"}
    assert lines_of({**FIRST, **held}) == TOLD
    assert lines_of({**FIRST, **held}, control="{place: q, held_by: a}") == []


@pytest.mark.parametrize("other, told", [({}, True), ({"sources": "t p1"}, True), ({"sources": "s p2"}, False),
    ({"when": "1529-09"}, False), ({"participants": "{speaker: a, about: b}"}, False)])  # fmt: skip
def test_of_things_said_the_whole_must_agree(other: dict[str, str], told: bool):
    assert lines_of(SAID, **other) == (TOLD if told else [])


def test_two_series_are_two_counts():
    one = {**SAID, "figures": "{series: m, value: 9}"}
    assert lines_of(one) == TOLD
    assert lines_of(one, figures="{series: n, value: 9}") == []


def test_one_pair_is_told_once_and_each_further_event_once():
    files = {f"events/{name}.yml": an_event(**FIRST) for name in "xyz"}
    assert [line[:44] for line in checked({**AROUND, **files}).lines] == [
        "content/events/y.yml:1:8: warning FST502 `y`",
        "content/events/z.yml:1:8: warning FST502 `z`",
    ]


def test_an_acceptance_with_a_reason_says_that_they_are_two():
    accepted = "- {code: FST502, path: content/events/y.yml, reason: two documents number them}\n"
    files = {"events/x.yml": an_event(**FIRST), "events/y.yml": an_event(**FIRST), "accepted.yml": accepted}
    assert checked({**AROUND, **files}).lines == []
    files["events/y.yml"] = an_event(**{**FIRST, "where": "q"})
    assert checked({**AROUND, **files}).lines == [
        "content/accepted.yml:1:3: warning FST901 `content/events/y.yml` has no fault `FST502` to accept (remove this entry)"
    ]
