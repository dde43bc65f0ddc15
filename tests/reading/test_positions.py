"""Positions: every fault at the word that is wrong, however the file is written."""

from __future__ import annotations

import pytest

from tests.kit.builders import an_event
from tests.kit.reports import read_files

BAD = "2017-13"

PLACES = {
    "a plain value": (an_event(when=BAD), "3:12"),
    "a value in single quotes": (an_event(when=f"'{BAD}'"), "3:13"),
    "a value in double quotes": (an_event(when=f'"{BAD}"'), "3:13"),
    "a value in a flow mapping": (an_event(says=f"[{{who: a, what: b, on: {BAD}}}]"), "3:35"),
    "a value in a block list": (f"{an_event()}says:\n  - who: a\n    what: b\n    on: {BAD}\n", "6:14"),
    "a value after Arabic text": (f"{an_event()}says: [{{who: a, what: الرقة, on: {BAD}}}]\n", "3:39"),
    "a value after letters beyond the basic plane": (f"{an_event()}says: [{{who: a, what: 𐤀𐤁, on: {BAD}}}]\n", "3:36"),
    "a value after combining marks": (f"{an_event()}says: [{{who: a, what: e\u0301, on: {BAD}}}]\n", "3:36"),
    "a set in brackets": (an_event(when=f"[2017-09..{BAD}]"), "3:22"),
    "an end of a span": (an_event(when=f"{{from: 2017, to: {BAD}}}"), "3:29"),
}


@pytest.mark.parametrize("text, place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
def test_a_bad_month_is_reported_at_the_month(text: str, place: str, ends: str):
    lines = read_files({"events/x.yml": text.replace("\n", ends)}).lines
    assert lines == [
        f"content/events/x.yml:{place}: error FST204 there is no month 13 (months are `01` to `12`, seasons `21` to `41`)"
    ]


def test_front_matter_keeps_the_lines_of_the_file():
    found = read_files({"events/x.md": f"---\n{an_event(when=BAD)}---\nProse.\n"})
    assert [line.split(": ")[0] for line in found.lines] == ["content/events/x.md:4:12"]


def test_every_fault_of_every_file_is_told_in_one_run():
    found = read_files(
        {
            "events/x.yml": "titel: a\nwhen: 2017-13\nhappened: perhaps\nlasted: long\nsources: [s p0]\n",
            "places/y.yml": "names: []\nkind: city\nat: here\n",
        }
    )
    assert [line.split(" (")[0] for line in found.lines] == [
        "content/events/x.yml:1:1: error FST201 an event needs `type`",
        "content/events/x.yml:1:1: error FST202 an event has no field `titel`",
        "content/events/x.yml:2:12: error FST204 there is no month 13",
        "content/events/x.yml:3:11: error FST205 `perhaps` is no value of `happened`",
        "content/events/x.yml:4:9: error FST207 `long` is no length of time",
        "content/events/x.yml:5:11: error FST208 `p0` counts down or from zero",
        "content/places/y.yml:1:1: error FST201 `names` has no value",
        "content/places/y.yml:3:5: error FST205 `here` is no point",
    ]


def test_prose_knows_its_line_below_front_matter_and_under_its_key():
    found = read_files(
        {
            "events/a.md": f"---\n{an_event()}---\n\nSecond line.\n",
            "events/b.yml": an_event(body="|\n  First.\n\n  Third."),
        }
    )
    below, under = found.reading.entries
    assert tuple(below.body_span(1, 0, 6)) == (6, 1, 6, 7)
    assert tuple(under.body_span(2, 0, 5)) == (6, 3, 6, 8)


def test_prose_in_two_places_is_a_fault():
    found = read_files({"events/a.md": f"---\n{an_event(body='x')}---\nProse.\n"})
    assert found.lines == [
        "content/events/a.md:4:1: error FST112 the prose stands under `body` and below the front matter (keep one of the two)"
    ]


def test_a_range_whose_least_is_above_its_most_is_told_at_its_value():
    event = an_event(
        when="1453",
        lasted="9 to 5 days",
        figures="[{measure: defenders, value: 7 to 5}]",
        after="{b: 9 to 5 days}",
        sources="s p7-5",
    )
    found = read_files({"events/a.yml": event})
    assert [line.removeprefix("content/events/a.yml:") for line in found.lines] == [
        "4:9: error FST207 `9 to 5 days` counts down (write `5 to 9 days`)",
        "5:39: error FST206 `7 to 5` counts down (write the smaller number first)",
        "6:12: error FST207 `9 to 5 days` counts down (write `5 to 9 days`)",
        "7:10: error FST208 `p7-5` counts down or from zero (count from 1, the smaller number first)",
    ]
