"""The date chip: when something was, in words, and under them a ruler of 72 px with one of four marks.

Input: a `When` and the bounds that the order derived. Output: plain values for the macro `chip`.
Invariant: a tick is a known day, a hollow box once within, solid throughout; where only knowledge ends, an edge fades.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fasti import edtf
from fasti.derive import DateMark, date_mark, date_marks, derived_words, when_words
from fasti.edtf import Bounds
from fasti.language import _, from_left
from fasti.records import When
from fasti.views import _dates as dates
from fasti.views import _words as words

WIDTH = 72
UNKNOWN = Bounds(None, None)


def chip(when: When | None, derived: Bounds = UNKNOWN, *, style: dates.Style = "short") -> dict[str, Any]:
    """Words, ruler and machine-readable date of a chip. Undated events show what their order statements leave them."""
    if when is None:
        known = derived_words(derived, style)
        return {
            "words": _("Undated, %(known)s", known=known) if known else _("Undated"),
            "ruler": ruler((date_mark(derived),)) if known else None,
            "datetime": None,
        }
    return {
        "words": words.sentence(when_words(when, style)),
        "ruler": ruler(date_marks(when)),
        "datetime": machine(when),
    }


def machine(when: When) -> str | None:
    """A value for `<time datetime>`, which HTML allows for one day, month or year of four digits only."""
    date = when.date
    if date is None or date.kind != "date" or date.approximate or date.uncertain or date.text.startswith("-"):
        return None
    return (
        date.text
        if date.text.replace("-", "").isdecimal() and len(date.text) in (4, 7, 10) and date.text[5:7] < "13"
        else None
    )


def ruler(found: Sequence[DateMark]) -> dict[str, Any] | None:
    """Marks on the scale of the month, the year, or the years that hold them all; None where no day is known at all."""
    days = [day for mark in found for day in (mark.first, mark.last) if day is not None]
    if not days:
        return None
    open_ended = any(mark.first is None or mark.last is None for mark in found)
    first, last, label = frame(min(days), max(days), whole_years=open_ended)
    scale = WIDTH / (last - first + 1)
    placed = []
    for mark in found:
        x = 0 if mark.first is None else round((mark.first - first) * scale)
        end = WIDTH if mark.last is None else round((mark.last + 1 - first) * scale)
        fades = {"fade_start": mark.fade_start, "fade_end": mark.fade_end}
        placed.append({"mark": mark.kind, **fades, "x": min(x, WIDTH - 2), "width": max(end - x, 2)})
    return {"marks": placed, "label": label}


def frame(first: int, last: int, *, whole_years: bool = False) -> tuple[int, int, str]:
    """The calendar span that a ruler shows, and its name: a month where that holds everything, else whole years."""
    (year, month, _day), (year2, month2, _day2) = edtf.civil(first), edtf.civil(last)
    if (year, month) == (year2, month2) and not whole_years:
        end = edtf.day_number(year, month, edtf.last_of_month(year, month))
        return edtf.day_number(year, month, 1), end, dates.month_words(year, month, "short")
    label = (
        dates.year_words(year) if year == year2 else from_left(f"{dates.year_words(year)}–{dates.year_words(year2)}")
    )
    return edtf.day_number(year, 1, 1), edtf.day_number(year2, 12, 31), label
