"""Shares above the whole are told, and only where no reading of the words is below it."""

from __future__ import annotations

import pytest

from tests.kit.builders import a_place, a_series, a_source, an_actor, an_event
from tests.kit.reports import checked

SHARE = {"measure": "share-of-empire", "direction": "held", "of": "the land"}
AROUND = {
    "sources/s.yml": a_source(reading_notes="Of [p](place:p) [a](actor:a) [n](series:n) [m](series:m)"),
    "places/p.yml": a_place(names="Vienna"),
    "actors/a.yml": an_actor(),
    "series/n.yml": a_series(**SHARE),
    "series/m.yml": a_series(),
}
COPY = "(copy the number again, or use a measure that is no share)"


def lines_of(value: str, *, series: str = "n", **fields: str) -> list[str]:
    figures = f"[{{series: {series}, value: '{value}'}}]"
    return checked({**AROUND, "events/e.yml": an_event(figures=figures, sources="s", **fields)}).lines


@pytest.mark.parametrize("value", ["101", "nearly 120", "up to 120", "90 to 110", "more than 100", "5/4", "hundreds"])
def test_a_share_above_the_whole_is_told_at_its_number(value: str):
    assert lines_of(value) == [
        f"content/events/e.yml:3:30: error FST504 `{value}` is more than 100 percent of the land {COPY}"
    ]


@pytest.mark.parametrize("value", ["100", "about 100", "at least 100", "nearly 100", "less than 100", "1/1", "dozens"])
def test_what_may_be_the_whole_or_less_is_not_told(value: str):
    assert lines_of(value) == []


def test_a_number_that_is_no_share_may_be_any():
    assert lines_of("1500", series="m") == []


def test_a_share_of_what_was_may_have_grown_but_none_can_be_lost_twice():
    of_1500 = {**SHARE, "baseline": "1500"}
    files = {"series/n.yml": a_series(**of_1500), "series/m.yml": a_series(**{**of_1500, "direction": "lost"})}
    event = an_event(figures="[{series: n, value: 120}, {series: m, value: 120}]", sources="s")
    assert checked({**AROUND, **files, "events/e.yml": event}).lines == [
        f"content/events/e.yml:3:55: error FST504 `120` is more than 100 percent of the land {COPY}"
    ]


def test_numbers_of_series_and_of_rivals_are_shares_too():
    points = "\n  - {value: 140, at: 1529, sources: s}"
    rivals = "\n  - {points: {value: 150, at: 1529, sources: s}}"
    files = {
        "series/n.yml": a_series(**SHARE, points=points, rivals=rivals),
        "events/e.yml": an_event(
            when="1529", figures="{series: n, value: 50}", rivals="[{figures: {series: n, value: 160}}]", sources="s"
        ),
    }
    assert [line.split(" is ")[0] for line in checked({**AROUND, **files}).lines] == [
        "content/events/e.yml:5:39: error FST504 `160`",
        "content/series/n.yml:6:13: error FST504 `140`",
        "content/series/n.yml:8:22: error FST504 `150`",
    ]


@pytest.mark.parametrize("extent, told", [("more than 135 percent", True), ("120%", True), ("100 percent", False),
    ("more than 35 per cent", False), ("1,200 of 1,500 houses", False)])  # fmt: skip
def test_an_extent_above_the_whole_place_is_told(extent: str, told: bool):
    control = f"{{place: p, held_by: a, extent: '{extent}'}}"
    line = f"content/events/e.yml:3:41: error FST504 `{extent}` is more than 100 percent of the place (copy the words again)"
    event = an_event(control=control, sources="s")
    assert checked({**AROUND, "events/e.yml": event}).lines == ([line] if told else [])
