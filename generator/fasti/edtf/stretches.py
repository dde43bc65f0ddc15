"""One date as people write it, and what it can mean: `stretches`.

Input: tokens of `phrases`. Output: stretches of days, months or years for `people`: two where the text is ambiguous.
Invariant: none is tighter than the words. Early, mid and late are the days 1 to 10, 11 to 20, and 21 to the end of a
month, the thirds of a year, a season or a decade.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from fasti.edtf.days import SEASONS, civil, day_number, last_of_month
from fasti.edtf.english import ENGLISH
from fasti.edtf.phrases import Token

Day = tuple[int, int, int]
"""Year, month and day; a month or day of 0 is not given."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


_one_date = re.compile(
    r"(?P<before>[~?]*)"
    r"(?P<part>[eq]?)(?:w?[id68]|[jvk]|nC|w?n?m?y?|w?mny?|ymn?|s[jy]?|ys)"
    r"w?(?P<after>[~?]*)"
).fullmatch


def is_one(read: Sequence[Token]) -> bool:
    """Whether the tokens have the shape of one date, which need not be a real one."""
    return _one_date("".join(token.kind for token in read)) is not None


class Instead(Exception):
    """A hint that is no date to write: what is missing in the text, or cannot be."""


NO_YEAR_0 = "no year 0 lies between 1 BC and AD 1; write `0000` for 1 BC, `0001` for AD 1"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one date to another of the same precision, how EDTF has it alone, and its meaning if it is one of two."""

    first: Day
    last: Day
    text: str
    meaning: str = ""
    marks: str = ""


def stretches(read: Sequence[Token]) -> list[Stretch]:
    """What one date can mean: nothing if it is not understood, two stretches if it is ambiguous."""
    read = with_era(read)
    clock = [token.value for token in read if token.kind == "t"]
    read = [token for token in read if token.kind != "t"]
    match = _one_date("".join(token.kind for token in read))
    if match is None or not any(token.kind not in "~?w" for token in read):
        if any(token.kind == "2" for token in read):
            raise Instead("write the year in four digits, as year-month-day: `2017-09-01`")
        return []
    by_kind = {token.kind: token for token in read}
    found = _plain(by_kind)
    if "w" in by_kind:
        found = _on_weekday(found, by_kind["w"].value[0])
    if match["part"] == "e":
        found = [part for stretch in found for part in _part(stretch, by_kind["e"].value)]
    marks = match["before"] + match["after"]
    if marks:
        sign = "%" if "~" in marks and "?" in marks else marks[0]
        found = [marked(stretch, sign) for stretch in found]
    return [timed for stretch in found for timed in _at(stretch, clock)] if clock else found


def _plain(by_kind: dict[str, Token]) -> list[Stretch]:
    """A date without marks and parts, from its tokens by their kind."""
    for kind, read in _READY.items():
        if kind in by_kind:
            return read(by_kind)
    if "y" not in by_kind:
        return _without_year(by_kind)
    (year,) = by_kind["y"].value
    if "q" in by_kind:
        return [] if "m" in by_kind else [_season(year, by_kind["q"].value[0])]
    if "s" in by_kind:
        (season,) = by_kind["s"].value
        if season != 24:
            return [_season(year, season)]
        return [
            replace(_season(start, 24), meaning=f"December {_said(start)} to February {_said(start + 1)}")
            for start in (year, year - 1)
        ]
    month = by_kind["m"].value[0] if "m" in by_kind else 0
    return [_single(year, month, by_kind["n"].value[0] if "n" in by_kind else 0)]


def _without_year(by_kind: dict[str, Token]) -> list[Stretch]:
    if "m" not in by_kind:
        return []
    day = f"-{by_kind['n'].value[0]:02d}" if "n" in by_kind else ""
    if "n" in by_kind and not 1 <= by_kind["n"].value[0] <= last_of_month(4, by_kind["m"].value[0]):
        return []
    raise Instead(f"add the year; if nobody knows it, write `XXXX-{by_kind['m'].value[0]:02d}{day}`")


def _year_month_day(by_kind: dict[str, Token]) -> list[Stretch]:
    year, month, day = by_kind["i"].value
    return [_single(year, month, day)] if _is_real(year, month, day) else []


def _eight_digits(by_kind: dict[str, Token]) -> list[Stretch]:
    (number,) = by_kind["8"].value
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    return [_single(year, month, day)] if _is_real(year, month, day) else []


def _six_digits(by_kind: dict[str, Token]) -> list[Stretch]:
    """ "201709"; not "201209", which may be 9 December of some year 20."""
    (number,) = by_kind["6"].value
    year, month = divmod(number, 100)
    return [_single(year, month, 0)] if 1 <= month <= 12 < year % 100 else []


def _day_and_month(by_kind: dict[str, Token]) -> list[Stretch]:
    """ "03/04/2017": the third of April, or the fourth of March."""
    one, other, year = by_kind["d"].value
    days = {(year, month, day) for day, month in ((one, other), (other, one)) if _is_real(year, month, day)}
    found = [_single(*day) for day in sorted(days, key=lambda day: day[2] != one)]
    if not found and 1 <= other <= 12 and one <= 31:
        return [_single(year, other, one)]
    return [replace(s, meaning=day_said(s.first)) for s in found] if len(found) > 1 else found


def _year_and_month(by_kind: dict[str, Token]) -> list[Stretch]:
    """ "2017/9"; not "2007/08", which may be the years 2007 to 2008."""
    year, number = by_kind["j"].value
    until = year // 100 * 100 + number
    if "s" in by_kind:
        return [_season(year, 24)] if until == year + 1 and by_kind["s"].value == (24,) else []
    if not 1 <= number <= 12 or (by_kind["j"].sign == "/" and until > year):
        return []
    return [_single(year, number, 0)]


def years_or_month(token: Token) -> None:
    """ "2007/08" and "1914-18", alone. Raises `Instead` with what they can mean, unless that is only a month."""
    year, number = token.value
    until = year // 100 * 100 + number
    years = f"`{year:04d}/{until:04d}` for the years {year} to {until}"
    if until > year and 1 <= number <= 12 and token.sign == "/":
        raise Instead(f"write `{year:04d}-{number:02d}` for {ENGLISH.months[number - 1]} {year}, or {years}")
    if until > year and number > 12:
        raise Instead(f"write {years}; a month is one of 01 to 12")


def _month_and_year(by_kind: dict[str, Token]) -> list[Stretch]:
    month, year = by_kind["v"].value
    return [_single(year, month, 0)] if 1 <= month <= 12 else []


def _decade(by_kind: dict[str, Token]) -> list[Stretch]:
    (year,) = by_kind["k"].value
    decade = Stretch((year, 0, 0), (year + 9, 0, 0), f"{year // 10:03d}X")
    if year % 100:
        return [decade]
    century = Stretch((year, 0, 0), (year + 99, 0, 0), f"{year // 100:02d}XX", f"the years {year} to {year + 99}")
    return [replace(decade, meaning=f"the years {year} to {year + 9}"), century]


def _century(by_kind: dict[str, Token]) -> list[Stretch]:
    """The 20th century is 1901 to 2000 as historians count, and 1900 to 1999 as most people mean it."""
    number = by_kind["n"].value[0]
    if not 2 <= number <= 99:
        return []
    first, last = (number - 1) * 100, number * 100 - 1
    counted = Stretch((first + 1, 0, 0), (last + 1, 0, 0), f"[{first + 1:04d}..{last + 1:04d}]")
    meant = Stretch((first, 0, 0), (last, 0, 0), f"{number - 1:02d}XX")
    return [replace(s, meaning=f"the years {s.first[0]} to {s.last[0]}") for s in (counted, meant)]


_READY: dict[str, Callable[[dict[str, Token]], list[Stretch]]] = {
    "i": _year_month_day,
    "j": _year_and_month,
    "d": _day_and_month,
    "v": _month_and_year,
    "k": _decade,
    "C": _century,
    "8": _eight_digits,
    "6": _six_digits,
}


# What stands around a date


def with_era(read: Sequence[Token]) -> list[Token]:
    """The tokens with "44 BC", "AD 476" and "4 September 476" as years; there is no year 0 between 1 BC and AD 1."""
    found: list[Token] = []
    for token in read:
        before = found[-1].kind if found else ""
        if token.kind in "ab" and before and before in "nzy" and found[-1].value[0] == 0:
            raise Instead(NO_YEAR_0)
        if token.kind == "b" and before and before in "nzy":
            found[-1] = Token("y", (1 - found[-1].value[0],))
        elif token.kind == "a" and before and before in "nzy":
            found[-1] = Token("y", found[-1].value)
        elif token.kind in "nzy" and before == "a":
            if token.value[0] == 0:
                raise Instead(NO_YEAR_0)
            found[-1] = Token("y", token.value)
        elif token.kind == "z" and before == "m":
            found.append(Token("y", token.value))
        else:
            found.append(token)
    return found


def _on_weekday(found: list[Stretch], weekday: int) -> list[Stretch]:
    """Only the days that fell on the weekday named; it settles what is ambiguous."""
    days = [stretch for stretch in found if stretch.first[2]]
    fitting = [stretch for stretch in days if (day_number(*stretch.first) - 1) % 7 == weekday]
    if days and not fitting:
        was = WEEKDAYS[(day_number(*days[0].first) - 1) % 7]
        raise Instead(
            f"{day_said(days[0].first)} was a {was}, not a {WEEKDAYS[weekday]}; "
            f"write `{days[0].text}` if the day of the month is right"
        )
    return [replace(stretch, meaning="") for stretch in fitting]


def _part(stretch: Stretch, part: tuple[int, ...]) -> list[Stretch]:
    """The first, middle or last third, or a half, of a month, year, season or decade."""
    of, first, last = part
    (year, month, day), (end_year, end_month, _) = stretch.first, stretch.last
    if day:
        return []
    if stretch.first == stretch.last and month:
        length = last_of_month(year, month)
        days = (0, 10, 20, length) if of == 3 else (0, 15, length)
        return [_ranged((year, month, days[first] + 1), (year, month, days[last + 1]), stretch)]
    if stretch.first == stretch.last:
        if of == 2:
            return [_season(year, 40 + first)]
        return [_ranged((year, 4 * first + 1, 0), (year, 4 * last + 4, 0), stretch)]
    if month:
        if of == 2 or (end_year - year) * 12 + end_month - month != 2:
            return []
        return [_ranged(_later(stretch.first, first), _later(stretch.first, last), stretch)]
    years = end_year - year + 1
    after = [round(years * i / of) for i in range(of + 1)]
    return [_ranged((year + after[first], 0, 0), (year + after[last + 1] - 1, 0, 0), stretch)]


def marked(stretch: Stretch, sign: str) -> Stretch:
    if stretch.text.startswith("["):
        text = f"[{written(stretch.first, sign)}..{written(stretch.last, sign)}]"
    else:
        text = stretch.text + sign
    return replace(stretch, text=text, marks=sign)


def _at(stretch: Stretch, clock: list[tuple[int, ...]]) -> list[Stretch]:
    """A day with its time, as EDTF has it."""
    hour, minute, second = (*clock[0], 0)[:3]
    if len(clock) > 1 or not stretch.first[2] or "[" in stretch.text or stretch.marks:
        return []
    if hour > 23 or minute > 59 or second > 59:
        return []
    return [replace(stretch, text=f"{stretch.text}T{hour:02d}:{minute:02d}:{second:02d}")]


# Days


def _single(year: int, month: int, day: int) -> Stretch:
    """One date. Raises `Instead` for a day that its month has not."""
    if day and not 1 <= day <= last_of_month(year, month):
        known = f"; write `{written((year, month, 0))}` if the day is not known"
        raise Instead(f"{ENGLISH.months[month - 1]} {_said(year)} has {last_of_month(year, month)} days{known}")
    return Stretch((year, month, day), (year, month, day), written((year, month, day)))


def _season(year: int, season: int) -> Stretch:
    month, length = SEASONS[season]
    return Stretch((year, month, 0), _later((year, month, 0), length - 1), f"{_year(year)}-{season}")


def _ranged(first: Day, last: Day, whole: Stretch) -> Stretch:
    """A part of a stretch; if that has two meanings, with the meaning of its own."""
    meaning = ""
    if whole.meaning:
        meaning = f"{_named(first)} to {_named(last)}" if first != last else _named(first)
    text = f"[{written(first)}..{written(last)}]" if first != last else written(first)
    return Stretch(first, last, text, meaning)


def _named(day: Day) -> str:
    return f"{ENGLISH.months[day[1] - 1]} {_said(day[0])}" if day[1] else _said(day[0])


def _is_real(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= last_of_month(year, month)


def written(day: Day, marks: str = "") -> str:
    year, month, of_month = day
    return _year(year) + (f"-{month:02d}" if month else "") + (f"-{of_month:02d}" if of_month else "") + marks


def _year(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _said(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def day_said(day: Day) -> str:
    """ "7 June 2017"."""
    return f"{day[2]} {ENGLISH.months[day[1] - 1]} {_said(day[0])}"


def first_day(day: Day) -> int:
    return day_number(day[0], day[1] or 1, day[2] or 1)


def last_day(day: Day) -> int:
    year, month, of_month = day[0], day[1] or 12, day[2]
    return day_number(year, month, of_month or last_of_month(year, month))


def _later(day: Day, months: int) -> Day:
    years, before = divmod(day[1] - 1 + months, 12)
    return day[0] + years, before + 1, 0


def beside(day: Day, step: int) -> Day:
    """The day, month or year before (-1) or after (1)."""
    if day[2]:
        return civil(day_number(*day) + step)
    return _later(day, step) if day[1] else (day[0] + step, 0, 0)
