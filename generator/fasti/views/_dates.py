"""Every date that a page shows, in words; the words themselves are those of `edtf.wording`.

Input: dates, day numbers and bounds. Output: English. Invariant: no day is named that is not known.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from fasti import edtf
from fasti.derive import when_words as when_words  # so that pages find every date here
from fasti.edtf import Bounds, Edtf

Style = Literal["long", "short"]


def date_words(date: Edtf, style: Style = "long", mode: Literal["within", "throughout"] | None = None) -> str:
    """A date in words."""
    return edtf.wording(date, style, mode)


def day_words(day: int, style: Style = "long") -> str:
    """A day in words."""
    return _parsed(edtf.iso(day), style)


def month_words(year: int, month: int, style: Style = "long") -> str:
    """`September 2017`."""
    return _parsed(f"{year_text(year)}-{month:02d}", style)


@cache  # every year's page names every year
def year_words(year: int, *, prose: bool = False) -> str:
    """`2017`, `44 BC`, `12,000`; the last in prose `the year 12,000`, lest it be read as a number."""
    text = year_text(year)
    plain = len(text.lstrip("-")) == 4
    found = edtf.wording(edtf.parse(text if plain else f"Y{text}"))
    return found if prose else found.removeprefix("the year ")


def year_text(year: int) -> str:
    """A year as EDTF and addresses have it: `2017`, `0476`, `-0044`."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _parsed(text: str, style: Style) -> str:
    year = text.lstrip("-").split("-")[0]
    return edtf.wording(edtf.parse(text), style) if len(year) == 4 else text


def bounds_words(bounds: Bounds, style: Style = "long") -> str:
    """The days that something can have been on; empty where nothing is known."""
    first, last = bounds
    if first is None and last is None:
        return ""
    if first is None:
        return f"by {day_words(last, style)}" if last is not None else ""
    if last is None:
        return f"{day_words(first, style)} or later"
    if first == last:
        return day_words(first, style)
    return (
        edtf.wording(edtf.parse(f"[{edtf.iso(first)}..{edtf.iso(last)}]"), style)
        if _plain(first, last)
        else (f"between {day_words(first, style)} and {day_words(last, style)}")
    )


def _plain(first: int, last: int) -> bool:
    return len(edtf.iso(first).lstrip("-")) == 10 and len(edtf.iso(last).lstrip("-")) == 10


def span_words(first: int, last: int | None, style: Style = "short") -> str:
    """Every day from first to last, in whole months and years where it is whole months or years."""
    if last is None:
        return f"since {day_words(first, style)}"
    if first == last:
        return day_words(first, style)
    (year, month, day), (year2, month2, day2) = edtf.civil(first), edtf.civil(last)
    if day == 1 and day2 == edtf.last_of_month(year2, month2):
        if (month, month2) == (1, 12):
            return year_words(year) if year == year2 else f"{year_words(year)} to {year_words(year2)}"
        if (year, month) == (year2, month2):
            return month_words(year, month, style)
        return f"{month_words(year, month, style)} to {month_words(year2, month2, style)}"
    return f"{day_words(first, style)} to {day_words(last, style)}"


def range_words(first: int, last: int, style: Style = "long") -> str:
    """The days between which something lies, without a word before them: `1 to 3 November 2017`."""
    (_, _, day), (year2, month2, day2) = edtf.civil(first), edtf.civil(last)
    if not _plain(first, last) or (day == 1 and day2 == edtf.last_of_month(year2, month2)):
        return span_words(first, last, style)
    return edtf.wording(edtf.parse(f"{edtf.iso(first)}/{edtf.iso(last)}"), style).removeprefix("from ")


def period_words(bounds: Bounds) -> str:
    """What a chronology spans, in months, since its first and last day may be only the edges of a month."""
    if bounds.earliest is None or bounds.latest is None:
        return bounds_words(bounds)
    (year, month, _), (year2, month2, _) = edtf.civil(bounds.earliest), edtf.civil(bounds.latest)
    if (year, month) == (year2, month2):
        return month_words(year, month)
    return f"{month_words(year, month)} to {month_words(year2, month2)}"
