"""Who acts before it existed or after it was gone is told where the record names it."""

from __future__ import annotations

import pytest

from tests.kit.builders import a_place, a_source, an_actor, an_event
from tests.kit.reports import checked

AROUND = {
    "sources/s.yml": a_source(reading_notes="Of [p](place:p) [a](actor:a) [b](actor:b)"),
    "places/p.yml": a_place(names="Vienna"),
    "actors/a.yml": an_actor(names="Empire", active="1299/1922"),
    "actors/b.yml": an_actor(names="Envoy"),
    "events/named.yml": an_event(type="statement", sources="s"),
}
HINT = "(correct one of the dates, or name the actor that there was at the time)"
YET, ANY_MORE = (f"warning FST507 `a` was not active {when} {HINT}" for when in ("yet", "any more"))


def lines_of(**fields: str) -> list[str]:
    event = an_event(**{"type": "siege", "sources": "s", **fields})
    found = checked({**AROUND, "events/e.yml": event}).lines
    return [line.removeprefix("content/events/e.yml:") for line in found]


def test_who_takes_part_outside_its_time_is_told_once_at_its_name():
    assert lines_of(when="1298", participants="{attacker: a}", control="{place: p, held_by: a}") == [f"5:26: {YET}"]
    assert lines_of(when="1923", participants="{attacker: [b, a]}") == [f"5:30: {ANY_MORE}"]


@pytest.mark.parametrize("when", ["1299", "1922-12", "[1290..1300]", "1298~", "1200/1300", "/1300", "12XX"])
def test_what_may_lie_in_its_time_is_not_told(when: str):
    assert lines_of(when=when, participants="{attacker: a}") == []


def test_who_is_spoken_of_may_be_long_gone_and_who_speaks_may_not():
    assert lines_of(type="statement", when="1950", participants="{about: a}") == []
    assert lines_of(type="statement", when="1950", says="[{who: a, what: x}]") == [f"5:14: {ANY_MORE}"]
    assert lines_of(when="1529", says="[{who: a, what: x, on: 1950}]") == [f"5:14: {ANY_MORE}"]


def test_a_holder_is_measured_by_the_day_of_its_holding():
    assert lines_of(when="1529", control="{place: p, held_by: a, when: 1950}") == [f"5:30: {ANY_MORE}"]
    assert lines_of(type="capture", when="1950", where="p", now_held_by="a") == [f"6:14: {ANY_MORE}"]


def test_an_actor_without_a_sure_time_is_not_told():
    actor = an_actor(names="Empire", active="1299~/1922")
    event = an_event(when="1950", participants="{attacker: a}", sources="s")
    assert checked({**AROUND, "actors/a.yml": actor, "events/e.yml": event}).lines == []


@pytest.mark.parametrize(
    "links, place, message",
    [
        ("member_of: {actor: a, when: 1950/1960}", "3:29", ANY_MORE),
        ("member_of: {actor: a, when: 1500/1600}", "", ""),
        ("successor_of: {actor: a, when: 1923}", "", ""),
        ("active: 1990/..\nroles: {text: Envoy, when: 1980}", "4:28", YET.replace("`a`", "`b`")),
        ("active: 1900/..\nally_of: {actor: a, when: 1800}", "4:27", YET.replace("`a`", "`b`")),
    ],
)
def test_what_an_actor_was_lies_in_its_time_and_the_others(links: str, place: str, message: str):
    found = checked({**AROUND, "actors/b.yml": f"{an_actor(names='Envoy')}{links}\n"}).lines
    assert found == ([f"content/actors/b.yml:{place}: {message}"] if place else [])
