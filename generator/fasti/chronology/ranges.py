"""Which events fall in a range of days: those that certainly do, and apart from them those that possibly do.

Input: a chronology and the first and last day of a range, or of several. Output: `Falling`. Invariant: an event is in
one of the two or in neither, and nothing that is only possible is ever counted as certain.

What is once within its date falls in the range if its one day does; what is throughout its date, if any of its days
does. Certain means: whatever the days are that the sources leave open. So a window that only touches the range is
possible, and a siege that is known to have gone on during it is certain, although it began before.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fasti.chronology.chronology import Chronology
from fasti.edtf import Bounds, Edtf, EdtfError, Part, civil, day_number, last_of_month, parse
from fasti.records import Piece, When

Days = tuple[float, float]
"""First and last day; an open side is infinite."""


class Falling(NamedTuple):
    """Ids in the order of the chronology. `possible` holds none that is certain."""

    certain: tuple[str, ...]
    possible: tuple[str, ...]

    @property
    def counts(self) -> tuple[int, int]:
        """How many certainly do, and how many more possibly do."""
        return len(self.certain), len(self.possible)


class Terms(NamedTuple):
    """What a range is compared with: the pieces of an event, as far as the whole network narrows them.

    Of an event that was on each of several pieces (`each`): its first and its last day as `ends`, the `months` and
    years on some day of each of which it was, and of these again the windows that it may have been on (`loose`).
    """

    pieces: tuple[Piece, ...]
    each: bool = False
    ends: tuple[Piece, ...] = ()
    months: tuple[Part, ...] = ()
    loose: tuple[Piece, ...] = ()


class Asked(NamedTuple):
    """A date that was asked for, and the ranges of days that it names."""

    date: Edtf
    ranges: tuple[Bounds, ...]


def falling_in(chronology: Chronology, *ranges: Bounds) -> Falling:
    """The events that fall in a range, or in one of several; an open side is None. The undated are not asked."""
    certain: list[str] = []
    possible: list[str] = []
    for placed in chronology.events:
        when = chronology.network.dates[placed.id]
        surely, may = falls(when, chronology.window(placed.id), ranges)
        if surely:
            certain.append(placed.id)
        elif may:
            possible.append(placed.id)
    return Falling(tuple(certain), tuple(possible))


def asked_for(text: str) -> Asked:
    """What people ask for: any date; a set is several ranges.

    Raises `EdtfError` for what is no date, and for an end that nobody knows: there is no telling what lies within it.
    """
    date = parse(text)
    for side, at in ((date.start, 0), (date.end, len(text))):
        if side == "unknown":
            raise EdtfError("an unknown end is no limit to ask about", at, "write `..` if there is to be none")
    return Asked(date, date.members)


def falls(when: When | None, window: tuple[Bounds, Bounds], ranges: Sequence[Bounds]) -> tuple[bool, bool]:
    """Whether what is dated so, and began and ended within those windows, certainly and possibly falls in the ranges.

    An event certainly does if it does not fit between them: before the first, after the last, or in a gap.
    """
    asked = _merged(ranges)
    gaps = list(_between(asked))
    pieces, each, ends, months, loose = terms(when, window)
    sure = [not any(_fits(piece, gap) for gap in gaps) for piece in pieces]
    may = any(_meets(piece, days) for piece in pieces for days in asked)
    if not each:
        return all(sure), may
    certain = any(sure) or any(not any(_fits(end, gap) for gap in gaps) for end in ends)
    certain = certain or any(_holds_a_unit(part, days) for part in months for days in asked)
    return certain, certain or may or any(_meets(piece, days) for piece in loose for days in asked)


def terms(when: When | None, window: tuple[Bounds, Bounds]) -> Terms:
    """What of an event is compared with a range, wherever that is done."""
    each = when is not None and when.is_each
    # Of several pieces the first and the last alone touch the ends of the event; all lie between them.
    limits = (Bounds(window[0].earliest, window[1].latest),) * 2 if each else window
    pieces = tuple(_narrowed(piece, limits) for piece in when.pieces) if when else ()
    pieces = tuple(piece for piece in pieces if _is_some(piece)) or (Piece(*window),)
    if when is None or when.date is None or not each:
        return Terms(pieces)
    ends = (Piece(window[0], window[0]), Piece(window[1], window[1]))
    # Of `{2017-05..2017-07}` some day of May, of June and of July, unless every day of them is meant.
    parts = () if when.whole else when.date.parts
    loose = tuple(_narrowed(Piece(part.bounds, part.bounds), limits) for part in parts)
    return Terms(pieces, each, ends, tuple(part for part in parts if _is_of_units(part)), loose)


def _days(bounds: Bounds) -> Days:
    first, last = bounds
    return -math.inf if first is None else first, math.inf if last is None else last


def _merged(ranges: Sequence[Bounds]) -> list[Days]:
    """The ranges in order, those that overlap or follow each other made one."""
    merged: list[Days] = []
    for first, last in sorted(map(_days, ranges)):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return merged


def _between(asked: Sequence[Days]) -> Iterator[Days]:
    """The days before, between and after the ranges."""
    begin = -math.inf
    for first, last in asked:
        if first > begin:
            yield begin, first - 1
        begin = last + 1
    if begin < math.inf:
        yield begin, math.inf


def _narrowed(piece: Piece, limits: tuple[Bounds, Bounds]) -> Piece:
    """A piece with what the network knows of its first and its last day."""
    return Piece(_common(piece.start, limits[0]), _common(piece.end, limits[1]))


def _common(one: Bounds, other: Bounds) -> Bounds:
    earliest = [day for day in (one.earliest, other.earliest) if day is not None]
    latest = [day for day in (one.latest, other.latest) if day is not None]
    return Bounds(max(earliest, default=None), min(latest, default=None))


def _is_some(piece: Piece) -> bool:
    (first, begun), (ended, last) = _days(piece.start), _days(piece.end)
    return first <= begun and ended <= last


def _meets(piece: Piece, days: Days) -> bool:
    """Whether some day of a piece may lie in a range."""
    return _days(piece.start)[0] <= days[1] and _days(piece.end)[1] >= days[0]


def _fits(piece: Piece, gap: Days) -> bool:
    """Whether a piece may lie in a gap, whole."""
    (first, begun), (ended, last) = _days(piece.start), _days(piece.end)
    return max(first, gap[0]) <= begun and min(last, gap[1]) >= ended


def _is_of_units(part: Part) -> bool:
    """Whether a part of a set is a range of months or of years, or one of them."""
    date = part.first or part.last
    return (
        date is not None
        and date.precision in ("month", "year")
        and not any(one is not None and one.unspecified for one in part)
    )


def _holds_a_unit(part: Part, days: Days) -> bool:
    """Whether a range of months or of years has one of them wholly in these days."""
    date = part.first or part.last
    assert date is not None  # else it is no such range
    (first, last), (low, high) = _days(part.bounds), days
    low, high = max(first, low), min(last, high)
    if math.isinf(low) or math.isinf(high):
        return True
    year, month, day = civil(int(low))
    if date.precision == "year":
        return day_number(year + ((month, day) > (1, 1)), 12, 31) <= high
    months = year * 12 + month - 1 + (day > 1)
    year, month = months // 12, months % 12 + 1
    return day_number(year, month, last_of_month(year, month)) <= high
