"""Lengths of time and numbers as told: what each can mean at least and at most."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.records import plain, read_quantity
from fasti.records.gap import read_gap
from tests.kit.builders import an_event
from tests.records.parsed import faults

GAPS = {
    "10 days": (10, 10),
    "1 day": (1, 1),
    "2 weeks": (14, 14),
    "1 month": (28, 31),
    "3 months": (84, 93),
    "2 years": (730, 732),
    "20 hours": (0, 1),
    "48 hours": (2, 2),
    "within hours": (0, 1),
    "at most 10 days": (0, 10),
    "less than 10 days": (0, 9),
    "less than 20 hours": (0, 1),
    "less than 24 hours": (0, 1),
    "less than 48 hours": (0, 2),
    "less than 1 month": (0, 30),
    "at least 10 days": (10, None),
    "more than 10 days": (11, None),
    "more than 20 hours": (0, None),
    "more than 24 hours": (1, None),
    "more than 1 month": (29, None),
    "about 10 days": (7, 13),
    "about 1 day": (0, 2),
    "about 4 months": (84, 155),
    "nearly 3 years": (912, 1098),
    "2 to 3 weeks": (14, 21),
}


@pytest.mark.parametrize("text, days", GAPS.items(), ids=GAPS)
def test_a_length_of_time_rounds_outward_to_whole_days(text: str, days: tuple[int, int | None]):
    assert read_gap(text).days() == days


def test_how_far_about_widens_is_a_setting():
    assert read_gap("about 100 days").days(Fraction(1, 10)) == (90, 110)


@pytest.mark.parametrize(
    "text", ["10", "ten days", "-1 days", "1.5 days", "about 2 to 3 days", "3 to 2 days", "soon", "days", "10 days ago"]
)
def test_a_length_that_is_none_is_refused_with_the_ways_to_write_one(text: str):
    (fault,) = faults(an_event(lasted=text))
    assert fault.startswith("3:9: error FST207 ")


NUMBERS = {
    "12.3": (12.3, 12.3, 12.3),
    "nearly 96": (None, None, 96),
    "more than 90,000": (90000, None, None),
    "less than 5": (None, None, 5),
    "at least 300": (300, None, None),
    "at most 300": (None, None, 300),
    "up to 40": (0, None, 40),
    "about 1500": (1125, 1500, 1875),
    "about 1": (0.5, 1, 1.5),
    "about 0": (0, 0, 0.5),
    "about 0.4": (0, 0.4, 0.9),
    "2/3": (0.666667, 0.666667, 0.666667),
    "6.6 million": (6600000, 6600000, 6600000),
    "2 billion": (2000000000, 2000000000, 2000000000),
    "5 to 7": (5, None, 7),
    "1.5 to 2 million": (1500000, None, 2000000),
    "900,000 to 1.2 million": (900000, None, 1200000),
    "900 million to 1.2 billion": (900000000, None, 1200000000),
    "1/4 to 1/2": (0.25, None, 0.5),
    "dozens": (24, None, 99),
    "tens of thousands": (20000, None, 99999),
}


@pytest.mark.parametrize("text, expected", NUMBERS.items(), ids=NUMBERS)
def test_a_number_as_told_has_low_best_and_high(text: str, expected: tuple[float | None, ...]):
    number = read_quantity(text)
    assert (plain(number.low), plain(number.best), plain(number.high)) == expected


def test_bounds_that_are_not_meant_themselves_are_marked():
    marked = {
        text: (q.low_excluded, q.high_excluded)
        for text in NUMBERS
        for q in (read_quantity(text),)
        if q.low_excluded or q.high_excluded
    }
    assert marked == {"nearly 96": (False, True), "more than 90,000": (True, False), "less than 5": (False, True)}


def test_half_a_unit_of_about_is_half_a_percent_in_percent():
    told = read_quantity("about 1/100").in_unit("percent")
    assert (plain(told.low), plain(told.best), plain(told.high)) == (0.5, 1, 1.5)
    wide = read_quantity("about 1/2", Fraction(1, 10)).in_unit("percent")
    assert (plain(wide.low), plain(wide.best), plain(wide.high)) == (45, 50, 55)


STEPS = {
    "96": "1",
    "96.50": "1/100",
    "90,000": "1",
    "about 90,000": "10000",
    "about 1500": "100",
    "about 0": "1",
    "about 10.50": "1/10",
    "6.6 million": "100000",
    "about 6.0 million": "1000000",
    "5 to 7 million": "1000000",
    "900,000 to 1.2 million": "100000",
    "2/3": "1/100",
    "dozens": "1",
}


@pytest.mark.parametrize("text, step", STEPS.items(), ids=STEPS)
def test_the_last_digit_of_a_number_counts_as_written_but_noughts_of_about_do_not(text: str, step: str):
    assert read_quantity(text).step == Fraction(step)


QUALIFIERS = ("", "about ", "nearly ", "more than ", "less than ", "at least ", "at most ", "up to ")
DIGITS = st.integers(0, 10**12)
DECIMALS = st.text("0123456789", max_size=6)
SCALED = st.sampled_from(("", " million", " billion"))


@given(qualifier=st.sampled_from(QUALIFIERS), whole=DIGITS, decimals=DECIMALS, scale=SCALED)
def test_any_number_keeps_its_value_and_its_bounds_hold_it(qualifier: str, whole: int, decimals: str, scale: str):
    text = f"{whole}{decimals and '.' + decimals}{scale}"
    value = Fraction(f"{whole}.{decimals or 0}") * {"": 1, " million": 10**6, " billion": 10**9}[scale]
    number = read_quantity(qualifier + text)
    assert (number.stated, number.text, number.qualifier) == (value, qualifier + text, qualifier.strip() or "exact")
    bounds = {
        "": (value, value, value),
        "about ": (
            max(value - max(value / 4, Fraction(1, 2)), Fraction(0)),
            value,
            value + max(value / 4, Fraction(1, 2)),
        ),
        "up to ": (0, None, value),
    } | dict.fromkeys(("nearly ", "less than ", "at most "), (None, None, value))
    assert (number.low, number.best, number.high) == bounds.get(qualifier, (value, None, None))
    marked = f"{qualifier}{whole:,}{decimals and '.' + decimals}{scale}"
    assert replace(read_quantity(marked), text="") == replace(number, text="")


@given(low=DIGITS, more=st.integers(0, 10**9), scale=SCALED)
def test_a_range_has_its_two_ends_and_counts_up(low: int, more: int, scale: str):
    number = read_quantity(f"{low}{scale} to {low + more}{scale}")
    factor = {"": 1, " million": 10**6, " billion": 10**9}[scale]
    assert (number.low, number.best, number.high, number.stated) == (low * factor, None, (low + more) * factor, None)
    if more:
        with pytest.raises(ValueError, match="counts down"):
            read_quantity(f"{low + more}{scale} to {low}{scale}")


@given(over=st.integers(0, 10**6), under=st.integers(1, 10**5), qualifier=st.sampled_from(QUALIFIERS))
def test_a_fraction_is_exact_and_a_hundred_times_itself_in_percent(over: int, under: int, qualifier: str):
    number = read_quantity(f"{qualifier}{over}/{under}")
    percent = number.in_unit("percent")
    assert (number.stated, percent.stated) == (Fraction(over, under), Fraction(100 * over, under))
    assert number.in_unit("km2") == number
    assert percent.in_unit("percent") == percent


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_is_refused(text: str):
    try:
        number = read_quantity(text)
    except ValueError:
        return
    assert number.low is not None or number.high is not None


def test_a_fraction_is_times_a_hundred_in_percent():
    assert plain(read_quantity("1/4").in_unit("percent").best) == 25
    assert plain(read_quantity("1/4").in_unit("km2").best) == 0.25
    assert plain(read_quantity("1/4 to 1/2").in_unit("percent").high) == 50


@pytest.mark.parametrize(
    "text",
    [
        "many",
        "1,00",
        "1.2.3",
        "5%",
        "-3",
        "1/0",
        "7 to 5",
        "about 5 to 7",
        "1 2",
        "few dozens",
        "0,123",
        "1234,567",
        "1,234,56",
        "1,234,567,890,123,456",
        "٩٦",
        "up to dozens",
        "2/3 billion",
        "about about 5",
        "1/2 to 3",
        "1/2 million",
    ],
)
def test_a_number_that_is_none_is_refused(text: str):
    (fault,) = faults(an_event(figures=f"[{{measure: m, value: '{text}'}}]"))
    assert fault.startswith("3:31: error FST206 ")
