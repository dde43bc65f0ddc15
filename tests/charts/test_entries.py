"""Entries per month: happened and said apart, and what is vague never counted into a month."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from fasti.charts.entries import CHART, Entry, EntryRows, rows, words
from fasti.records import chart_call
from tests.charts.an_edition import AnEdition, day
from tests.kit.golden import Golden

GOLDEN = Path(__file__).parent / "golden"


def test_the_specification_is_the_one_we_read(golden: Golden) -> None:
    golden.check(GOLDEN / "entries.spec.json", json.dumps(CHART.spec().to_dict(), indent=1) + "\n")


def test_the_rows_are_the_ones_we_read(golden: Golden) -> None:
    chart = rows(AnEdition(), chart_call("entries"))
    assert chart is not None
    golden.check(GOLDEN / "entries.rows.json", json.dumps(asdict(chart), indent=1) + "\n")


def test_the_table_counts_months_and_lists_what_is_vague() -> None:
    chart = rows(AnEdition(), chart_call("entries"))
    assert chart is not None
    assert words(chart).rows == (
        ("Mar 2011", "1", "0"),
        ("Sep 2014", "1", "0"),
        ("Jun 2017", "1", "0"),
        ("Jul 2017", "1", "0"),
        ("Sep 2017", "1", "0"),
        ("Oct 2017", "1", "0"),
        ("Nov 2017", "2", "3"),
        ("once within 2014", "1", "0"),
        ("once within 20 Sep – 31 Oct 2017", "1", "0"),
    )
    assert chart.undated == 1


@pytest.mark.parametrize(
    ("call", "events"),
    [
        ("entries?place=marash", ["uprising", "seizure", "marash-falls"]),
        ("entries?actor=league", ["assault", "harran-falls", "count"]),
        ("entries?place=harran&actor=river", ["siege-broken", "river-claims"]),
        ("entries?from=2014-12&to=2017-06", ["seizure", "assault"]),
    ],
)
def test_a_call_narrows_to_a_place_an_actor_or_a_time(call: str, events: list[str]) -> None:
    chart = rows(AnEdition(), chart_call(call))
    assert chart is not None
    assert [entry.event for entry in chart.entries] == events


def test_no_entry_is_no_chart() -> None:
    assert rows(AnEdition(), chart_call("entries?from=2030")) is None


def test_a_vague_entry_is_drawn_hollow_and_in_no_column() -> None:
    chart = EntryRows((Entry("a", day("2014-01-01"), day("2014-12-31"), False),))
    data = CHART.layout(chart, "narrow").data
    assert (len(data["bars"]), len(data["windows"])) == (0, 1)


def test_centuries_of_entries_are_counted_in_longer_runs() -> None:
    chart = EntryRows(
        tuple(Entry(str(year), day(f"{year:04}-05-01"), day(f"{year:04}-05-01"), False) for year in range(1, 1900))
    )
    assert words(chart).caption == "Entries per century: 1899 happened, 0 said."
    assert words(chart).rows[0] == ("1 BC – 99", "99", "0")  # there is a year 0 in EDTF, and it is 1 BC


def test_years_before_our_era_are_said_so() -> None:
    chart = EntryRows((Entry("ides", day("-0043-03-15"), day("-0043-03-15"), False),))
    assert words(chart).rows == (("Mar 44 BC", "1", "0"),)
