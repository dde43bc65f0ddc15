"""Derived numbers: what follows from two told ones, with nothing made up, and how it was reckoned."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.derive import FigurePoint, FigureSeries, Sum, Voices, plainly, sums
from fasti.edtf import Bounds
from fasti.records import read_quantity
from tests.derive.kit import an_edition

NOBODY = Voices((), 0)


def point(words: str, unit: str, day: int, **more: object) -> FigurePoint:
    """A number as told of one day."""
    told = read_quantity(words).in_unit(unit)
    return FigurePoint(
        told.text, told.qualifier, told.low, told.best, told.high, told.stated,
        told.low is None or told.low_excluded, told.high is None or told.high_excluded,
        unit, "m", "M", Bounds(day, day), str(day), "", "", NOBODY, None, "s", None, (),
        step=told.step, moment=day, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def of(unit: str, first: str, last: str) -> tuple[Sum, ...]:
    """What follows from two numbers of two days."""
    return sums(FigureSeries("s", "S", "m", "M", unit, "", None, None, (point(first, unit, 1), point(last, unit, 2))))


DIFFERENCES = {
    ("90", "96"): ("+6", "96 − 90 = 6"),
    ("96", "90.5"): ("−6", "90.5 − 96 = −5.5; rounded"),
    ("90.5", "96.25"): ("+5.8", "96.25 − 90.5 = 5.75; rounded"),
    ("96", "96"): ("0", "96 − 96 = 0"),
    ("more than 90", "nearly 96"): ("less than +6", "(nearly 96) − (more than 90): less than 96 − 90 = 6"),
    ("nearly 90", "more than 96"): ("more than +6", "(more than 96) − (nearly 90): more than 96 − 90 = 6"),
    ("at most 90", "96"): ("at least +6", "96 − (at most 90): at least 96 − 90 = 6"),
    ("nearly 90", "nearly 96"): ("", "(nearly 96) − (nearly 90): open on both sides"),
    ("up to 10", "5 to 7"): ("between −5 and +7", "(5 to 7) − (up to 10): at least 5 − 10 = −5; at most 7 − 0 = 7"),
    ("about 62", "about 96"): (
        "about +34, between −6 and +74",
        "(about 96) − (about 62): 96 − 62 = 34; at least 72 − 77.5 = −5.5; at most 120 − 46.5 = 73.5; rounded",
    ),
    ("1/2", "2/3"): ("+17", "(2/3 of 100) − (1/2 of 100): 66.66… − 50 = 16.66…; rounded"),
    ("nearly 2/3", "more than 50"): (
        "more than −17",
        "(more than 50) − (nearly 2/3 of 100): more than 50 − 66.66… = −16.66…; rounded",
    ),
}


@pytest.mark.parametrize(("ends", "expected"), DIFFERENCES.items(), ids=map(" to ".join, DIFFERENCES))
def test_a_difference_of_shares_is_in_percentage_points_and_has_no_ratio(
    ends: tuple[str, str], expected: tuple[str, str]
):
    assert [(found.words, found.sum, found.unit) for found in of("percent", *ends)] == [(*expected, "percentage point")]


COUNTS = {
    ("90,800", "65,500"): [
        ("−25,300", "65,500 − 90,800 = −25,300"),
        ("0.721", "65,500 ÷ 90,800 = 0.7213…; rounded"),
    ],
    ("6.6 million", "5 million"): [
        ("−2,000,000", "5,000,000 − 6,600,000 = −1,600,000; rounded"),
        ("0.8", "5,000,000 ÷ 6,600,000 = 0.7575…; rounded"),
    ],
    ("about 1500", "900"): [
        ("about −600, between −1,000 and −200", "900 − (about 1500): 900 − 1,500 = −600; at least 900 − 1,875 = −975;"
         " at most 900 − 1,125 = −225; rounded"),
        ("about 0.6, between 0.48 and 0.8", "900 ÷ (about 1500): 900 ÷ 1,500 = 0.6; at least 900 ÷ 1,875 = 0.48;"
         " at most 900 ÷ 1,125 = 0.8"),
    ],
    ("dozens", "hundreds"): [
        ("between +101 and +975", "hundreds − dozens: at least 200 − 99 = 101; at most 999 − 24 = 975"),
        ("between 2 and 50", "hundreds ÷ dozens: at least 200 ÷ 99 = 2.020…; at most 999 ÷ 24 = 41.625; rounded"),
    ],
    ("0", "3"): [("+3", "3 − 0 = 3")],
    ("up to 40", "20"): [
        ("between −20 and +20", "20 − (up to 40): at least 20 − 40 = −20; at most 20 − 0 = 20"),
        ("at least 0.5", "20 ÷ (up to 40): at least 20 ÷ 40 = 0.5"),
    ],
    ("more than 300", "at most 200"): [
        ("less than −100", "(at most 200) − (more than 300): less than 200 − 300 = −100"),
        ("less than 0.667", "(at most 200) ÷ (more than 300): less than 200 ÷ 300 = 0.6666…; rounded"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("ends", "expected"), COUNTS.items(), ids=map(" to ".join, COUNTS))
def test_a_count_has_a_difference_and_a_ratio(ends: tuple[str, str], expected: list[tuple[str, str]]):
    assert [(found.words, found.sum) for found in of("km2", *ends)] == expected


NUMBERS = st.decimals(min_value=0, max_value=10**6, places=2).map(lambda number: f"{number:f}")
TOLD = st.one_of(
    st.tuples(
        st.sampled_from(("", "about ", "nearly ", "more than ", "less than ", "at least ", "at most ", "up to ")),
        NUMBERS,
    ).map("".join),
    st.tuples(NUMBERS, NUMBERS).map(lambda ends: " to ".join(sorted(ends, key=Fraction))),
    st.sampled_from(("dozens", "scores", "tens of thousands", "1/3", "nearly 5/7")),
)


@given(first=TOLD, last=TOLD, share=st.tuples(*[st.fractions(0, 1)] * 2))
def test_whatever_two_numbers_may_be_their_difference_and_ratio_lie_in_what_is_derived(
    first: str, last: str, share: tuple[Fraction, Fraction]
):
    (one, other), found = [point(words, "km2", 1) for words in (first, last)], of("km2", first, last)
    a, b = (value_in(told, where) for told, where in zip((one, other), share, strict=True))
    for result in found:
        value = b - a if result.kind == "difference" else b / a if a else None
        if value is not None:
            assert result.span.low is None or result.span.low <= value
            assert result.span.high is None or value <= result.span.high


def value_in(told: FigurePoint, share: Fraction) -> Fraction:
    """Some value that the words of a number allow; where they leave a side open, up to a million beyond."""
    low = told.low if told.low is not None else max((told.high or Fraction(0)) - 10**6, Fraction(0))
    high = told.high if told.high is not None else low + 10**6
    return low + (high - low) * share


SERIES = "title: Dead\nmeasure: defenders\n{more}points:\n{points}"


def derived(*points: str, more: str = "") -> list[str]:
    """The differences of a series, each `VALUE @ DATE & further fields`: from what to what, and what follows."""
    lines = []
    for told in points:
        value, _, rest = told.partition(" @ ")
        at, _, fields = rest.partition(" & ")
        lines.append(f"  - {{value: {value!r}, at: {at!r}, sources: s{fields and ', ' + fields}}}\n")
    edition = an_edition(
        {
            "series/dead.yml": SERIES.format(points="".join(lines), more=more),
            "sources/s.yml": "title: S\nkind: news\n",
        }
    )
    return [
        f"{found.first.words} to {found.last.words}: {found.words}"
        + (", since" if found.since else "")
        + (f", {found.accounts} accounts: {found.spread or 'open'}" if found.accounts > 2 else "")
        for found in sums(edition.figures.series("dead"))
        if found.kind == "difference"
    ]


def test_the_first_and_the_last_of_each_group_are_compared():
    assert derived(
        "9 @ 2017-01-01", "7 @ 2017-02", "5 @ 2017-03-01", "3 @ 2017-01-01 & group: reds", "4 @ 2018 & group: reds"
    ) == ["9 to 5: −4", "3 to 4: +1"]


def test_numbers_whose_order_is_not_sure_and_undated_ones_are_not_compared():
    assert derived("9 @ 2017", "7 @ 2017-03-01") == []
    assert derived("9 @ 2017", "8 @ 2017-02-01", "7 @ 2017-03-01") == ["8 to 7: −1"]
    assert derived("9 @ ../2016", "7 @ 2017-03-01") == []


def test_the_number_of_the_day_that_a_series_is_measured_against_is_compared_too():
    assert derived("9 @ 2014", "7 @ 2015-01-05", "5 @ 2016", more="baseline: 2015-01\n") == [
        "9 to 5: −4",
        "7 to 5: −2, since",
    ]
    assert derived("9 @ 2015-01", "5 @ 2016", more="baseline: 2015-01\n") == ["9 to 5: −4, since"]


def test_where_several_give_a_number_for_one_day_the_headlines_are_compared_and_all_of_them():
    assert derived(
        "9 @ 2015",
        "8 @ 2015 & who: reds",
        "5 @ 2016",
        "more than 6 @ 2016 & who: blues",
        "nearly 5 @ 2017 & group: reds",
    ) == ["9 to 5: −4, 4 accounts: at least −4"]
    assert derived("9 @ 2015", "more than 5 @ 2016 & who: reds", "nearly 5 @ 2016 & who: blues") == [
        "9 to more than 5: more than −4, 3 accounts: open"
    ]


def test_what_is_set_aside_is_no_account():
    rivals = (
        "rivals:\n  - {points: {value: 1, at: 2016, sources: s}, status: rejected, who: reds}\n"
        "  - {points: {value: 2, at: 2016, sources: s}, stance: denies, who: reds}\n"
    )
    assert derived("9 @ 2015", "5 @ 2016", more=rivals) == ["9 to 5: −4"]


PLAINLY = {
    "0": "0", "5": "5", "1234567": "1,234,567", "-40.5": "−40.5", "1/3": "0.3333…", "-200/3": "−66.66…",
    "1/16": "0.0625", "1/30000": "0.00003333…", "10/3000": "0.003333…", "100000/3": "33,333.3…",
}  # fmt: skip


@pytest.mark.parametrize(("number", "text"), PLAINLY.items())
def test_a_number_is_written_plainly_and_says_if_more_digits_follow(number: str, text: str):
    assert plainly(Fraction(number)) == text
