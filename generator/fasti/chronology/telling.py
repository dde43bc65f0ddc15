"""The chronology as `fasti order` tells it: one object for programs, one line an event for people.

Input: a chronology. Output: plain values, and lines of text. Invariant: every published event is told once, the undated
after the others; a bound that is open or unknown is null.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fasti.chronology.chronology import Because, Chronology, Placed
from fasti.edtf import iso


def as_object(chronology: Chronology) -> dict[str, Any]:
    """The order in the form that `design.md` promises; version 1."""
    return {
        "version": 1,
        "events": [_entry(placed) for placed in chronology.events],
        "undated": [_entry(placed) for placed in chronology.undated],
    }


def _entry(placed: Placed) -> dict[str, Any]:
    return {
        "id": placed.id,
        "position": placed.position,
        "earliest": _day(placed.earliest),
        "latest": _day(placed.latest),
        "basis": placed.basis,
        "because": [
            {"event": reason.event, "relation": reason.relation, "path": reason.path, "line": reason.line}
            for reason in placed.because
        ],
    }


def _day(day: int | None) -> str | None:
    return None if day is None else iso(day)


def as_lines(chronology: Chronology) -> Iterator[str]:
    """Position, bounds, how it is known and the event, in columns; below it every reason and where it is written."""
    width = len(str(len(chronology.events)))
    bounds = {placed.id: _bounds(placed) for placed in chronology.events}
    widest = max(map(len, bounds.values()), default=0)
    for placed in chronology.events:
        yield f"{placed.position:>{width}}  {bounds[placed.id]:<{widest}}  {placed.basis:<8}  {placed.id}"
        yield from _reasons(placed.because, width)
    if chronology.undated:
        yield "undated"
    for placed in chronology.undated:
        yield f"{'-':>{width}}  {placed.id}"
        yield from _reasons(placed.because, width)


def _bounds(placed: Placed) -> str:
    """`2017-09-01`, `2017-09-01..2017-09-17`, `2017-09-01..`, `..`."""
    first, last = _day(placed.earliest), _day(placed.latest)
    return first if first and first == last else f"{first or ''}..{last or ''}"


def _reasons(because: tuple[Because, ...], width: int) -> Iterator[str]:
    for reason in because:
        yield f"{' ' * width}    {reason.relation} {reason.event}  ({reason.path}:{reason.line})"
