"""HOT. Calendar arithmetic on whole days: the proleptic Gregorian calendar as integers, with no limit on the year.

Input: years (0 is 1 BC), months and days, or day numbers; output: day numbers, or their parts and text again.
Invariant: day 1 is 0001-01-01, as in `date.toordinal`, and `civil` undoes `day_number` for every real day.
"""

from __future__ import annotations

from datetime import date

_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_LAST_OF_DATE = date.max.toordinal()
_DAYS_IN_400_YEARS = 146_097
_DAYS_IN_100_YEARS = 36_524
_DAYS_IN_4_YEARS = 1_461

SEASONS: dict[int, tuple[int, int]] = {
    **dict.fromkeys((21, 25, 31), (3, 3)),  # spring, northern spring, southern autumn
    **dict.fromkeys((22, 26, 32), (6, 3)),  # summer, northern summer, southern winter
    **dict.fromkeys((23, 27, 29), (9, 3)),  # autumn, northern autumn, southern spring
    **dict.fromkeys((24, 28, 30), (12, 3)),  # winter, northern winter, southern summer
    **{33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)},
    **{37 + third: (1 + 4 * third, 4) for third in range(3)},
    **{40 + half: (1 + 6 * half, 6) for half in range(2)},
}
"""What stands for a month from 21 to 41 (ISO 8601-2, 4.8): its first month, and how many months it lasts.

The standard names seasons but gives them no days. Ours are the meteorological ones, in whole months; 21 to 24, which
name no hemisphere, are read as northern; those that begin in December end with the February of the following year.
"""


def is_leap(year: int) -> bool:
    """Whether the year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def last_of_month(year: int, month: int) -> int:
    """How many days the month (1 to 12) has in that year."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day. The day must be real: nothing is checked here, `parse` does that for what people write."""
    before = year - 1
    leap_day = 1 if month > 2 and is_leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE_MONTH[month] + leap_day + day


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    if 1 <= day <= _LAST_OF_DATE:  # the same calendar, ten times faster
        found = date.fromordinal(day)
        return found.year, found.month, found.day
    cycles, rest = divmod(day - 1, _DAYS_IN_400_YEARS)
    # The last day of a leap cycle would else open a fifth century or a fifth year.
    centuries = min(rest // _DAYS_IN_100_YEARS, 3)
    rest -= centuries * _DAYS_IN_100_YEARS
    fours, rest = divmod(rest, _DAYS_IN_4_YEARS)
    ones = min(rest // 365, 3)
    rest -= ones * 365
    year = cycles * 400 + centuries * 100 + fours * 4 + ones + 1
    month = min(rest // 29 + 1, 12)
    while rest < _before(year, month):
        month -= 1
    return year, month, rest - _before(year, month) + 1


def iso(day: int) -> str:
    """A day number as a date: `2017-09-01`, `-0043-03-15`. Years beyond four digits are written out: `17000-01-01`."""
    year, month, of_month = civil(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{of_month:02d}"


def season_bounds(season: int, first_year: int, last_year: int) -> tuple[int, int]:
    """First and last day that the season (21 to 41) can have in the years from first to last."""
    month, length = SEASONS[season]
    years, before = divmod(month + length - 2, 12)
    end_year, end_month = last_year + years, before + 1
    return day_number(first_year, month, 1), day_number(end_year, end_month, last_of_month(end_year, end_month))


def _before(year: int, month: int) -> int:
    """Days of the year that lie before the month."""
    return _BEFORE_MONTH[month] + (1 if month > 2 and is_leap(year) else 0)
