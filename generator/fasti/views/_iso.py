"""Times for machines: a day where it is sure, else the stretch it lies in, as ISO 8601 writes them.

Input: a `When` and the values that rivals give it. Output: `startDate`, `endDate` and `temporalCoverage` of schema.org.
Invariant: a day is given only where the date, its marks, its edges and its rivals leave no other.
"""

from __future__ import annotations

from collections.abc import Sequence

from fasti import edtf
from fasti.edtf import Bounds, Edtf
from fasti.records import When

Times = dict[str, str]
LONGEST = 10  # letters of a day whose year has four digits: what every reader of ISO 8601 takes


def times(when: When | None, rivals: Sequence[When] = (), *, agreed: bool = True) -> Times:
    """What can be said of a time; nothing for what is undated. Of what is not `agreed` to have happened no day is."""
    if when is None:
        return {}
    if rivals:
        return _coverage(_hull([when, *rivals]), when)
    start, end = _sure(when.start, when.date or when.from_), _sure(when.end, when.date or when.to)
    if when.is_each:
        start = end = None  # on each of several days, and not between them
    if not agreed:
        start = end = None
    found = {"startDate": start} if start else {}
    if when.throughout and end and end != start:
        found["endDate"] = end
    if start and end:
        return found
    return found | _coverage(Bounds(when.start.earliest, when.end.latest), when)


def day_of(date: Edtf | None) -> str | None:
    """A date as a day, month or year that nothing leaves open, such as the day a document is from; else None."""
    if date is None or date.kind != "date" or date.approximate or date.uncertain or len(date.text) > LONGEST:
        return None
    return date.text if date.text.replace("-", "").isdecimal() and date.text[5:7] < "13" else None


def coverage(first: int | None, last: int | None) -> str | None:
    """An interval of days, an open side as `..`; None where neither is known or a year has more than four digits."""
    if first is None and last is None:
        return None
    ends = ["..", ".."] if first != last else [""]
    for side, day in enumerate((first, last)[: len(ends)]):
        if day is not None:
            ends[side] = edtf.iso(day)
    return "/".join(ends) if all(len(end.lstrip("-")) <= LONGEST for end in ends) else None


def _sure(window: Bounds, written: Edtf | None) -> str | None:
    if window.earliest is None or window.earliest != window.latest:
        return None
    if written is None or written.approximate or written.uncertain:
        return None
    return coverage(window.earliest, window.latest)


def _coverage(window: Bounds, when: When) -> Times:
    """The days it can have been on; as authored where a mark or a set says what an interval cannot (ISO 8601-2)."""
    parts = [part for part in (when.date, when.from_, when.to) if part]
    # An end that is open is not one that is unknown: `1700/..` and `1700/` as they stand.
    unsaid = when.date is not None and when.date.kind == "interval" and None in when.date.bounds
    if when.is_each or unsaid or any(part.approximate or part.uncertain for part in parts):
        text: str | None = when.text
    else:
        text = coverage(*window)
    return {"temporalCoverage": text} if text else {}


def _hull(accounts: Sequence[When]) -> Bounds:
    """From the first day that any account allows to the last; open where one of them is."""
    first = [account.start.earliest for account in accounts]
    last = [account.end.latest for account in accounts]
    earliest = None if None in first else min(day for day in first if day is not None)
    return Bounds(earliest, None if None in last else max(day for day in last if day is not None))
