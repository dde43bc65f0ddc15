"""HOT. Text to `Edtf`: a recogniser for EDTF levels 0, 1 and 2 (ISO 8601-2:2019, annex A; Library of Congress, 2019).

Input: the text of a date as its author wrote it. Output: `Edtf`, or `EdtfError` with the offset of the fault.
Invariant: time is linear in the length of the text, and nothing is accepted whose bounds are not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from fasti.edtf import faults, people
from fasti.edtf.days import SEASONS, day_number, last_of_month, season_bounds
from fasti.edtf.model import Date, Edge, Edtf, EdtfError, Kind, Part

FARTHEST_YEAR = 10**12
"""Years beyond this, before or after 0, are refused, so that a day number stays exact in JSON and JavaScript."""

_plain = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?").fullmatch

_calendar = re.compile(
    r"""
    (?P<year_left>[?~%])?  (?P<year>-?[0-9X]{4})  (?:S(?P<digits>[1-9][0-9]*))?  (?P<year_right>[?~%])?
    (?:
      -(?P<month_left>[?~%])?  (?P<month>[0-9X]{2})  (?P<month_right>[?~%])?
      (?:
        -(?P<day_left>[?~%])?  (?P<day>[0-9X]{2})  (?P<day_right>[?~%])?
        (?:T
          (?P<time>
            (?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|(?:[01][0-9]|2[0-3]):59:60|24:00:00)
            (?:Z|\+(?:[01][0-9]|2[0-3])(?::[0-5][0-9])?|-(?!00(?::00)?\Z)(?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?
          )
        )?
      )?
    )?
    """,
    re.VERBOSE,
).fullmatch

_long_year = re.compile(
    r"(?P<left>[?~%])?(?P<year>Y-?(?P<base>[1-9][0-9]*)(?:E(?P<exponent>[1-9][0-9]*))?)"
    r"(?:S(?P<digits>[1-9][0-9]*))?(?P<right>[?~%])?"
).fullmatch

_MARKS = ("year_left", "year_right", "month_left", "month_right", "day_left", "day_right")
_LEVEL_1_YEAR = re.compile(r"-?[0-9]{2}[0-9X]X").fullmatch


def parse(text: str) -> Edtf:
    """What the text means as a date in EDTF.

    Blanks are allowed after the commas of a set and nowhere else. Raises `EdtfError` for anything that is not EDTF,
    that names no real day, or that ends before it begins; its hint offers the EDTF for what people write.
    """
    match = _plain(text)
    if match is not None:
        date = _plain_date(text, *match.groups(""))
        return Edtf(text, 0, "date", (Part(date, date),), date.earliest, date.latest, "known", "known", False, False)
    try:
        return _expression(text)
    except EdtfError as fault:
        hint = people.hint(text)
        if hint is None or text[fault.offset : fault.offset + 1] in (*faults.LINE_ENDS,):
            raise
        raise EdtfError(fault.message, fault.offset, hint) from None


def _expression(text: str) -> Edtf:
    if not text:
        raise EdtfError("a date is missing", 0)
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    date, level = _date(text, 0, len(text))
    return _edtf(text, level, "date", (Part(date, date),), "known", "known")


def _edtf(text: str, level: int, kind: Kind, parts: tuple[Part, ...], start: Edge, end: Edge) -> Edtf:
    dates = [date for part in parts for date in part if date is not None]
    return Edtf(
        text,
        level,
        kind,
        parts,
        min(part.first.earliest for part in parts if part.first is not None) if start == "known" else None,
        max(part.last.latest for part in parts if part.last is not None) if end == "known" else None,
        start,
        end,
        any(date.approximate for date in dates),
        any(date.uncertain for date in dates),
    )


def _plain_date(text: str, year_text: str, month_text: str, day_text: str) -> Date:
    """A date of level 0 whose digits the pattern has checked; only the length of the month is left."""
    year = int(year_text)
    if day_text:
        month, day = int(month_text), int(day_text)
        if day > 28 and day > last_of_month(year, month):
            raise faults.impossible_day(year_text, month_text, day_text, 8)
        earliest = latest = day_number(year, month, day)
    elif month_text:
        month = int(month_text)
        earliest = day_number(year, month, 1)
        latest = earliest + last_of_month(year, month) - 1
    else:
        earliest, latest = day_number(year, 1, 1), day_number(year, 12, 31)
    return Date(year_text, month_text, day_text, "", year, year, None, earliest, latest, "", "")


def _interval(text: str) -> Edtf:
    slash = text.index("/")
    if text == "/":
        raise EdtfError("both ends of the interval are missing", 0, "write a date before or after the `/`")
    second = text.find("/", slash + 1)
    if second != -1:
        raise faults.second_slash(text, second)
    first, start, first_level = _edge(text, 0, slash)
    last, end, last_level = _edge(text, slash + 1, len(text))
    if first is not None and last is not None and first.earliest > last.latest:
        hint = f"did you mean `{text[slash + 1 :]}/{text[:slash]}`?"
        raise EdtfError("the interval ends before it begins", slash + 1, hint)
    return _edtf(text, max(first_level, last_level), "interval", (Part(first, last),), start, end)


def _edge(text: str, begin: int, stop: int) -> tuple[Date | None, Edge, int]:
    if begin == stop:
        return None, "unknown", 1
    if stop - begin == 2 and text.startswith("..", begin):
        return None, "open", 1
    date, level = _date(text, begin, stop, alone=False)
    # Level 1 knows unspecified digits only in a date that stands alone.
    return date, "known", 2 if date.unspecified else level


def _set(text: str) -> Edtf:
    closing = "]" if text[0] == "[" else "}"
    end = text.find(closing)
    if end != len(text) - 1:
        raise faults.unclosed_set(text, closing, end)
    if end == 1:
        raise EdtfError("the set is empty", 1, "write the dates between the brackets")
    parts: list[Part] = []
    begin = 1
    while begin <= end:
        comma = text.find(",", begin)
        stop = end if comma == -1 else comma
        if begin > 1:
            while begin < stop and text[begin] == " ":
                begin += 1
        parts.append(_member(text, begin, stop, is_first=not parts, is_last=stop == end))
        begin = stop + 1
    start: Edge = "open" if parts[0].first is None else "known"
    finish: Edge = "open" if parts[-1].last is None else "known"
    return _edtf(text, 2, "one" if closing == "]" else "all", tuple(parts), start, finish)


def _member(text: str, begin: int, stop: int, *, is_first: bool, is_last: bool) -> Part:
    dots = text.find("..", begin, stop)
    if dots == -1:
        date, _ = _date(text, begin, stop, alone=False)
        return Part(date, date)
    if stop - begin == 2:
        raise EdtfError("`..` needs a date beside it", begin, "write the date before or after the `..`")
    if dots == begin:
        if not is_first:
            raise EdtfError("`..` with nothing before it belongs at the beginning of a set", begin)
        return Part(None, _date(text, begin + 2, stop, alone=False)[0])
    if dots == stop - 2:
        if not is_last:
            raise EdtfError("`..` with nothing after it belongs at the end of a set", dots)
        return Part(_date(text, begin, dots, alone=False)[0], None)
    first, _ = _date(text, begin, dots, alone=False)
    last, _ = _date(text, dots + 2, stop, alone=False)
    if first.precision != last.precision:
        raise EdtfError(
            f"`..` stands between a {first.precision} and a {last.precision}",
            dots,
            "write the dates on both sides alike: two years, two months or two days",
        )
    if first.earliest > last.latest:
        hint = f"did you mean `{text[dots + 2 : stop]}..{text[begin:dots]}`?"
        raise EdtfError("the range ends before it begins", dots + 2, hint)
    return Part(first, last)


def _date(text: str, begin: int, stop: int, *, alone: bool = True) -> tuple[Date, int]:
    """One date, and the level it belongs to; only a date that stands alone may have a time."""
    match = _calendar(text, begin, stop)
    if match is None:
        match = _long_year(text, begin, stop)
        if match is None:
            raise faults.unreadable(text, begin, stop)
        return _long_year_date(match)
    if match["time"] and not alone:
        raise EdtfError("a time stands only with a single date", match.start("time") - 1, "leave the time out")
    return _calendar_date(match)


def _long_year_date(match: re.Match[str]) -> tuple[Date, int]:
    base, exponent = match["base"], match["exponent"]
    if exponent is None and len(base) < 5:
        raise faults.short_long_year(match["year"][1:], match.start("year"))
    if len(base) > 13 or len(exponent or "") > 2:
        raise faults.too_far(match.start("base"))
    year = int(base) * 10 ** int(exponent or 0)
    if year > FARTHEST_YEAR:
        raise faults.too_far(match.start("base"))
    if match["year"][1] == "-":
        year = -year
    first, last = _significant(year, len(str(abs(year))), match)
    marks = {"y": (match["left"] or "") + (match["right"] or "")}
    date = Date(
        match["year"],
        "",
        "",
        "",
        first,
        last,
        year if match["digits"] else None,
        day_number(first, 1, 1),
        day_number(last, 12, 31),
        _marked(marks, "~%"),
        _marked(marks, "?%"),
    )
    return date, 2 if exponent or match["digits"] or match["left"] else 1


def _calendar_date(match: re.Match[str]) -> tuple[Date, int]:
    groups = match.groupdict("")
    year, month, day, time = groups["year"], groups["month"], groups["day"], groups["time"]
    if year == "-0000":
        raise EdtfError("there is no year -0000", match.start("year"), "write `0000` for 1 BC")
    unspecified = "X" in year or "X" in month or "X" in day
    if groups["digits"] and month:
        raise EdtfError("a year with significant digits has no month", match.start("month"))
    if groups["digits"] and unspecified:
        raise EdtfError("a year has significant digits or unspecified ones, not both", match.start("digits") - 1)
    whole, partial = _qualified(groups)
    if time and (unspecified or whole or partial):
        raise EdtfError("a time stands only with a plain day", match.start("time") - 1, "leave the time out")
    if "X" in year:
        first, last = next(_years(year, latest=False)), next(_years(year, latest=True))
    else:
        first, last = _significant(int(year), 4, match)
    earliest, latest = _bounds(match, first, last)
    marks = _marks(groups)
    date = Date(
        year,
        month,
        day,
        time,
        first,
        last,
        int(year) if groups["digits"] else None,
        earliest,
        latest,
        _marked(marks, "~%"),
        _marked(marks, "?%"),
    )
    return date, _level(year, month, day, groups["digits"], partial=partial, qualified=whole)


def _level(year: str, month: str, day: str, digits: str, *, partial: bool, qualified: bool) -> int:
    """The lowest level that has the date: sub-year groups beyond 24, digits and partial marks are of level 2."""
    if digits or partial or (month > "24" and month[0] != "X"):
        return 2
    if "X" in year:
        return 1 if not month and _LEVEL_1_YEAR(year) else 2
    if "X" in month or "X" in day:
        # `2004-XX`, `2004-07-XX` and `2004-XX-XX`: whole components, from the right.
        return 1 if day in ("", "XX") and (month == "XX" or "X" not in month) else 2
    return 1 if year[0] == "-" or month > "12" or qualified else 0


def _qualified(groups: dict[str, str]) -> tuple[bool, bool]:
    """Whether a mark at the very end qualifies the whole date, and whether any other mark qualifies part of it."""
    last = "day_right" if groups["day"] else "month_right" if groups["month"] else "year_right"
    return bool(groups[last]), any(groups[name] for name in _MARKS if name != last)


def _marks(groups: dict[str, str]) -> dict[str, str]:
    """The marks of each component: one on its left is its own, one on the right holds for all to the left of it."""
    day = groups["day_right"]
    month = groups["month_right"] + day
    marks = {"y": groups["year_left"] + groups["year_right"] + month}
    if groups["month"]:
        marks["m"] = groups["month_left"] + month
    if groups["day"]:
        marks["d"] = groups["day_left"] + day
    return marks


def _marked(marks: dict[str, str], signs: str) -> str:
    """The components that carry one of the signs."""
    return "".join(component for component, written in marks.items() if any(sign in signs for sign in written))


def _bounds(match: re.Match[str], first: int, last: int) -> tuple[int, int]:
    """The first and last real day, in the years from first to last, that fits the digits; `X` fits any."""
    year, month, day = match["year"], match["month"], match["day"]
    if not month:
        return day_number(first, 1, 1), day_number(last, 12, 31)
    if month.isdigit() and int(month) in SEASONS:
        if day:
            raise EdtfError(f"`{month}` is a season, which has no days", match.start("day"), "leave the day out")
        return season_bounds(int(month), first, last)
    months = fitting(month, 12)
    if not months:
        raise faults.impossible_month(month, match.start("month"))
    if not day:
        end = months[-1]
        return day_number(first, months[0], 1), day_number(last, end, last_of_month(last, end))
    days = fitting(day, 31)
    # Year 4 is a leap year: a day that fits no month of it fits none of any year.
    if days and days[0] <= max(last_of_month(4, number) for number in months):
        unsure = "X" in year
        earliest = _first_day(_years(year, latest=False) if unsure else (first,), months, days)
        latest = _last_day(_years(year, latest=True) if unsure else (last,), months, days)
        if earliest is not None and latest is not None:
            return earliest, latest
    raise faults.impossible_day(year, month, day, match.start("day"))


def _first_day(years: Iterable[int], months: list[int], days: list[int]) -> int | None:
    for year in years:
        for month in months:
            if days[0] <= last_of_month(year, month):
                return day_number(year, month, days[0])
    return None


def _last_day(years: Iterable[int], months: list[int], days: list[int]) -> int | None:
    for year in years:
        for month in reversed(months):
            length = last_of_month(year, month)
            for day in reversed(days):
                if day <= length:
                    return day_number(year, month, day)
    return None


def fitting(digits: str, most: int) -> list[int]:
    """The numbers from 1 to `most`, of two digits, that fit digits of which some may be `X`."""
    if digits == "XX":
        return list(range(1, most + 1))
    if digits.isdigit():
        return [int(digits)] if 1 <= int(digits) <= most else []
    tens, ones = digits[0], digits[1]
    return [n for n in range(1, most + 1) if tens in ("X", str(n // 10)) and ones in ("X", str(n % 10))]


def _years(year: str, *, latest: bool) -> Iterator[int]:
    """The years that fit the digits, from the earliest on or from the latest back; there are at most 10,000."""
    negative = year[0] == "-"
    digits = year[1:] if negative else year
    rising = latest == negative
    every = range(10) if rising else range(9, -1, -1)
    for thousands, hundreds, tens, ones in product(*(every if d == "X" else (int(d),) for d in digits)):
        number = thousands * 1000 + hundreds * 100 + tens * 10 + ones
        if not negative:
            yield number
        elif number:
            yield -number


def _significant(year: int, length: int, match: re.Match[str]) -> tuple[int, int]:
    """The years that agree with this one in its first digits, as many as are significant (`1950S2`: 1900 to 1999).

    Leading zeros count, of the `length` digits that are written: `0044S3` is 40 to 49, the wider of two readings.
    """
    digits = match["digits"]
    if digits is None:
        return year, year
    if len(digits) > 2 or int(digits) > length:
        raise EdtfError(f"the year has only {length} digits", match.start("digits"))
    unit = 10 ** (length - int(digits))
    low = abs(year) // unit * unit
    high = low + unit - 1
    return (low, high) if year >= 0 else (-high, -low)
