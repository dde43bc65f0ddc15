"""The date chip: when something was, in words, and under them a ruler of 72 px with one of four marks.

Input: a `When` and the bounds that the order derived. Output: plain values for the macro `chip`.
Invariant: a tick is a known day, a hollow box once within, solid throughout; where only knowledge ends, an edge fades.
"""

from __future__ import annotations

from typing import Any

from fasti import edtf
from fasti.edtf import Bounds
from fasti.records import When
from fasti.views import _dates as dates
from fasti.views import _words as words

WIDTH = 72
UNKNOWN = Bounds(None, None)


def chip(when: When | None, derived: Bounds = UNKNOWN, *, style: dates.Style = "short") -> dict[str, Any]:
    """Words, ruler and machine-readable date of a chip. Undated events show what their order statements leave them."""
    if when is None:
        known = dates.bounds_words(derived, style)
        return {
            "words": f"Undated, {known}" if known else "Undated",
            "ruler": ruler([_once(derived)]) if known else None,
            "datetime": None,
        }
    return {
        "words": words.sentence(dates.when_words(when, style)),
        "ruler": ruler(marks(when)),
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


def marks(when: When) -> list[dict[str, Any]]:
    """The marks of a date in days: each with its kind, its bounds, and which of its ends fade."""
    if not when.throughout:
        members = when.date.members if when.date and when.date.is_set else (when.bounds,)
        return [_once(bounds) for bounds in members[:12]]
    if when.date is not None and when.date.is_all:
        return [_mark("throughout", bounds) for bounds in when.date.members[:12]]
    start, end = when.start, when.end
    sure = Bounds(_later(start, end), _sooner(end, start))
    out = []
    if start.earliest != start.latest and start.latest is not None:
        out.append(_mark("within", start))
    if sure.earliest is not None and sure.latest is not None and sure.earliest <= sure.latest:
        fades = (start.earliest is None and start.latest is None, end.earliest is None and end.latest is None)
        out.append(_mark("throughout", sure) | {"fade_start": fades[0], "fade_end": fades[1]})
    elif sure.earliest is not None or sure.latest is not None:
        out.append(_mark("throughout", sure))
    if end.earliest != end.latest and end.earliest is not None:
        out.append(_mark("within", end))
    return out


def _later(start: Bounds, end: Bounds) -> int | None:
    """The first day on which it surely went on."""
    return start.latest if start.latest is not None else start.earliest


def _sooner(end: Bounds, start: Bounds) -> int | None:
    """The last day on which it surely went on."""
    return end.earliest if end.earliest is not None else end.latest


def _once(bounds: Bounds) -> dict[str, Any]:
    known = bounds.earliest is not None and bounds.earliest == bounds.latest
    return _mark("day" if known else "within", bounds)


def _mark(mark: str, bounds: Bounds) -> dict[str, Any]:
    first, last = bounds
    return {"mark": mark, "first": first, "last": last, "fade_start": first is None, "fade_end": last is None}


def ruler(found: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Marks on the scale of the month, the year, or the years that hold them all; None where no day is known at all."""
    days = [day for mark in found for day in (mark["first"], mark["last"]) if day is not None]
    if not days:
        return None
    open_ended = any(mark["first"] is None or mark["last"] is None for mark in found)
    first, last, label = frame(min(days), max(days), whole_years=open_ended)
    scale = WIDTH / (last - first + 1)
    placed = []
    for mark in found:
        x = 0 if mark["first"] is None else round((mark["first"] - first) * scale)
        end = WIDTH if mark["last"] is None else round((mark["last"] + 1 - first) * scale)
        width = max(end - x, 2)
        placed.append(
            {key: mark[key] for key in ("mark", "fade_start", "fade_end")} | {"x": min(x, WIDTH - 2), "width": width}
        )
    return {"marks": placed, "label": label}


def frame(first: int, last: int, *, whole_years: bool = False) -> tuple[int, int, str]:
    """The calendar span that a ruler shows, and its name: a month where that holds everything, else whole years."""
    (year, month, _), (year2, month2, _) = edtf.civil(first), edtf.civil(last)
    if (year, month) == (year2, month2) and not whole_years:
        end = edtf.day_number(year, month, edtf.last_of_month(year, month))
        return edtf.day_number(year, month, 1), end, dates.month_words(year, month, "short")
    label = dates.year_words(year) if year == year2 else f"{dates.year_words(year)}–{dates.year_words(year2)}"
    return edtf.day_number(year, 1, 1), edtf.day_number(year2, 12, 31), label
