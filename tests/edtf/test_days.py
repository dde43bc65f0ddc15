"""Day numbers agree with the standard library where it has a calendar, and go on alike where it has none."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from fasti.edtf import civil, day_number, is_leap, iso, last_of_month
from fasti.edtf.days import season_bounds


@given(st.dates())
def test_a_day_has_the_ordinal_of_the_standard_library(day: datetime.date):
    assert day_number(day.year, day.month, day.day) == day.toordinal()


@given(st.dates())
def test_a_day_is_written_as_iso_8601(day: datetime.date):
    assert iso(day.toordinal()) == day.isoformat()


@given(st.integers(-(10**15), 10**15))
def test_every_day_number_is_a_day_that_has_it(number: int):
    year, month, day = civil(number)
    assert 1 <= month <= 12
    assert 1 <= day <= last_of_month(year, month)
    assert day_number(year, month, day) == number


def test_every_day_from_5_bc_to_ad_5_follows_the_one_before():
    found = [civil(number) for number in range(day_number(-4, 1, 1), day_number(5, 12, 31) + 1)]
    expected = [
        (year, month, day)
        for year in range(-4, 6)
        for month in range(1, 13)
        for day in range(1, last_of_month(year, month) + 1)
    ]
    assert found == expected


def test_leap_years_before_1_are_those_of_the_cycle():
    assert [year for year in range(-401, 2) if is_leap(year)] == [
        *range(-400, -300, 4),
        *range(-296, -200, 4),
        *range(-196, -100, 4),
        *range(-96, 1, 4),
    ]


def test_years_before_0_and_beyond_9999_are_written_out():
    days = [day_number(-43, 3, 15), day_number(0, 1, 1), day_number(17000, 12, 31), day_number(-170_000_002, 1, 1)]
    assert [iso(day) for day in days] == ["-0043-03-15", "0000-01-01", "17000-12-31", "-170000002-01-01"]


def test_the_four_quarters_the_thirds_and_the_halves_each_fill_the_year():
    for first, last in ((33, 36), (37, 39), (40, 41)):
        spans = [season_bounds(season, 2017, 2017) for season in range(first, last + 1)]
        assert spans[0][0] == day_number(2017, 1, 1)
        assert spans[-1][1] == day_number(2017, 12, 31)
        assert [end + 1 for _, end in spans[:-1]] == [start for start, _ in spans[1:]]


def test_the_seasons_of_one_hemisphere_follow_each_other_through_twelve_months():
    northern = [season_bounds(season, 2017, 2017) for season in (25, 26, 27, 28)]
    southern = [season_bounds(season, 2017, 2017) for season in (31, 32, 29, 30)]
    neutral = [season_bounds(season, 2017, 2017) for season in (21, 22, 23, 24)]
    assert northern == southern == neutral
    assert (northern[0][0], northern[-1][1]) == (day_number(2017, 3, 1), day_number(2018, 2, 28))
    assert [end + 1 for _, end in northern[:-1]] == [start for start, _ in northern[1:]]
