"""The marks and the words of dates: what each claims, and that no words name a day that nobody gave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.derive import date_marks, derived_words
from fasti.edtf import Bounds, iso, parse
from fasti.records import When


def marks(**when: object) -> list[str]:
    """The marks of a date, a word each: `within 1470-06-01/1470-06-30`, `~` at an edge that fades."""
    told = []
    for mark in date_marks(When.model_validate(when)):
        first, last = ("" if day is None else iso(day) for day in (mark.first, mark.last))
        told.append(f"{mark.kind} {'~' * mark.fade_start}{first}/{last}{'~' * mark.fade_end}")
    return told


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"date": "1470-06-17"}, ["day 1470-06-17/1470-06-17"]),
        ({"date": "1470-06"}, ["within 1470-06-01/1470-06-30"]),
        ({"date": "[1470-06-17..1470-07-02]"}, ["within 1470-06-17/1470-07-02"]),
        ({"date": "[..1470-06-17]"}, ["within ~/1470-06-17"]),
        ({"date": "[1470-06-17,1470-08]"}, ["within 1470-06-17/1470-06-17", "within 1470-08-01/1470-08-31"]),
        ({"date": "{1470-06-17,1470-06-19}"}, ["day 1470-06-17/1470-06-17", "day 1470-06-19/1470-06-19"]),
        ({"date": "1470-06", "mode": "throughout"}, ["throughout 1470-06-01/1470-06-30"]),
        ({"date": "1470-06-17/1470-07-02"}, ["throughout 1470-06-17/1470-07-02"]),
        ({"date": "1470-06-17/.."}, ["throughout 1470-06-17/~"]),
        ({"date": "{1470-05,1470-08-03..1470-08-06}"}, ["within 1470-05-01/1470-05-31", "throughout 1470-08-03/1470-08-06"]),
        (
            {"from": "1470-05", "to": "1470-08"},
            ["within 1470-05-01/1470-05-31", "throughout 1470-05-31/1470-08-01", "within 1470-08-01/1470-08-31"],
        ),
        (
            {"from": "1470-05-03", "to": "1470-05-09", "edges_known": ["from"]},
            ["throughout 1470-05-03/1470-05-09", "within 1470-05-09/~"],
        ),
    ],
)  # fmt: skip
def test_a_date_has_the_marks_of_what_it_claims(when: dict[str, object], expected: list[str]) -> None:
    assert marks(**when) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, ""),
        ("2017-10-17", "2017-10-17", "17 October 2017"),
        ("2017-10-01", "2017-10-01", "1 October 2017"),
        ("2017-09-01", "2017-09-30", "sometime in September 2017"),
        ("2017-09-01", "2017-10-31", "between September and October 2017"),
        ("2017-01-01", "2018-12-31", "between 2017 and 2018"),
        ("2017-01-01", "2017-10-03", "between January 2017 and 3 October 2017"),
        ("2017-09-05", "2017-09-30", "5 September 2017 or later that month"),
        ("2017-09-01", "2017-09-17", "17 September 2017 or earlier that month"),
        ("2017-09-05", "2017-09-17", "between 5 and 17 September 2017"),
        (None, "2017-07-31", "July 2017 or earlier"),
        (None, "2017-07-30", "by 30 July 2017"),
        ("-0043-03-15", None, "15 March 44 BC or later"),
        ("Y-170000", "2017-05-31", "between the year 170,001 BC and May 2017"),
    ],
)
def test_what_the_order_leaves_is_said_without_a_day_that_nobody_gave(
    first: str | None, last: str | None, expected: str
) -> None:
    bounds = Bounds(parse(first).earliest if first else None, parse(last).earliest if last else None)
    assert derived_words(bounds) == expected


DAYS = st.integers(-80_000_000, 80_000_000)


@given(st.none() | DAYS, st.none() | st.integers(0, 2000) | st.integers(0, 80_000_000))
def test_any_bounds_can_be_said(first: int | None, long: int | None) -> None:
    bounds = Bounds(first, None if long is None else (first or 0) + long)
    assert bool(derived_words(bounds)) == (bounds != (None, None))
