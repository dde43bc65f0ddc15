"""Every date that a page shows, in words; the words themselves are those of `edtf.wording`.

Input: dates, day numbers and bounds. Output: words in the language spoken. Invariant: no day is named that is not
known.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from fasti import edtf
from fasti.derive import date_words as date_words  # so that pages find every date here
from fasti.derive import language_of_dates
from fasti.derive import when_words as when_words
from fasti.edtf import Bounds
from fasti.language import _

Style = Literal["long", "short"]


def day_words(day: int, style: Style = "long") -> str:
    """A day in words."""
    return _parsed(edtf.iso(day), style)


def month_words(year: int, month: int, style: Style = "long") -> str:
    """`September 2017`."""
    if abs(year) > 9999:  # which EDTF writes without months
        return f"{month_name(month, style)} {year_words(year)}"
    return _parsed(f"{year_text(year)}-{month:02d}", style)


def month_name(month: int, style: Style = "long") -> str:
    """`September`."""
    language = language_of_dates()
    return (language.months if style == "long" else language.months_short)[month - 1]


def year_words(year: int, *, prose: bool = False) -> str:
    """`2017`, `44 BC`, `12,000`; the last in prose `the year 12,000`, lest it be read as a number."""
    return _year_words(year, prose, language_of_dates().code)


@cache  # every year's page names every year
def _year_words(year: int, prose: bool, code: str) -> str:
    language = edtf.LANGUAGES[code]
    text = year_text(year)
    plain = len(text.lstrip("-")) == 4
    found = edtf.wording(edtf.parse(text if plain else f"Y{text}"), language=language)
    return found if prose else found.removeprefix(language.words["long year"].partition("{")[0])


def year_text(year: int) -> str:
    """A year as EDTF and addresses have it: `2017`, `0476`, `-0044`."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _parsed(text: str, style: Style) -> str:
    year = text.lstrip("-").split("-")[0]
    return date_words(edtf.parse(text), style) if len(year) == 4 else text


def bounds_words(bounds: Bounds, style: Style = "long") -> str:
    """The days that something can have been on; empty where nothing is known."""
    first, last = bounds
    if first is None and last is None:
        return ""
    if first is None:
        return _("by %(date)s", date=day_words(last, style)) if last is not None else ""
    if last is None:
        return _("%(date)s or later", date=day_words(first, style))
    if first == last:
        return day_words(first, style)
    if _plain(first, last):
        return date_words(edtf.parse(f"[{edtf.iso(first)}..{edtf.iso(last)}]"), style)
    return _("between %(start)s and %(end)s", start=day_words(first, style), end=day_words(last, style))


def _plain(first: int, last: int) -> bool:
    return len(edtf.iso(first).lstrip("-")) == 10 and len(edtf.iso(last).lstrip("-")) == 10


def span_words(first: int, last: int | None, style: Style = "short") -> str:
    """Every day from first to last, in whole months and years where it is whole months or years."""
    if last is None:
        return _("since %(date)s", date=day_words(first, style))
    if first == last:
        return day_words(first, style)
    (year, month, day), (year2, month2, day2) = edtf.civil(first), edtf.civil(last)
    if day == 1 and day2 == edtf.last_of_month(year2, month2):
        if (month, month2) == (1, 12):
            return year_words(year) if year == year2 else _from_to(year_words(year), year_words(year2))
        if (year, month) == (year2, month2):
            return month_words(year, month, style)
        return _from_to(month_words(year, month, style), month_words(year2, month2, style))
    return _from_to(day_words(first, style), day_words(last, style))


def _from_to(start: str, end: str) -> str:
    return _("%(start)s to %(end)s", start=start, end=end)


def range_words(first: int, last: int, style: Style = "long") -> str:
    """The days between which something lies, without a word before them: `1 to 3 November 2017`."""
    day, (year2, month2, day2) = edtf.civil(first)[2], edtf.civil(last)
    if not _plain(first, last) or (day == 1 and day2 == edtf.last_of_month(year2, month2)):
        return span_words(first, last, style)
    told = date_words(edtf.parse(f"{edtf.iso(first)}/{edtf.iso(last)}"), style)
    return told.removeprefix(language_of_dates().words["known known"].partition("{")[0])


def period_words(bounds: Bounds) -> str:
    """What a chronology spans, in months, since its first and last day may be only the edges of a month."""
    if bounds.earliest is None or bounds.latest is None:
        return bounds_words(bounds)
    (year, month), (year2, month2) = edtf.civil(bounds.earliest)[:2], edtf.civil(bounds.latest)[:2]
    if (year, month) == (year2, month2):
        return month_words(year, month)
    return _from_to(month_words(year, month), month_words(year2, month2))
