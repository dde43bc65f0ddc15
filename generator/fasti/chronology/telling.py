"""The chronology as `fasti order` tells it: one object for programs, one line an event for people.

Input: a chronology, and perhaps a date that is asked for. Output: plain values, and lines of text. Invariant: every
published event is told once, the undated after the others; a bound that is open or unknown is null.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fasti.chronology.chronology import Because, Chronology, Placed
from fasti.chronology.ranges import Asked, falling_in
from fasti.edtf import iso, wording


def as_object(chronology: Chronology, asked: Asked | None = None) -> dict[str, Any]:
    """The order in the form that `design.md` promises, version 1; and beside it what falls in a date asked for."""
    told = {
        "version": 1,
        "events": [_entry(placed) for placed in chronology.events],
        "undated": [_entry(placed) for placed in chronology.undated],
    }
    if asked is None:
        return told
    certain, possible = falling_in(chronology, *asked.ranges)
    return told | {"in": asked.date.text, "certain": list(certain), "possible": list(possible)}


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


def falling_as_lines(chronology: Chronology, asked: Asked) -> Iterator[str]:
    """How many events certainly and how many possibly fall in a date, and which; then how many were not asked."""
    falling = falling_in(chronology, *asked.ranges)
    certain, possible = falling.counts
    yield f"{asked.date.text} ({wording(asked.date)}): certainly {_events(certain)}, possibly {possible:,} more"
    told = [placed for placed in chronology.events if placed.id in {*falling.certain, *falling.possible}]
    width = max((len(str(placed.position)) for placed in told), default=0)
    widest = max((len(_bounds(placed)) for placed in told), default=0)
    for title, ids in (("certainly", set(falling.certain)), ("possibly", set(falling.possible))):
        if ids:
            yield title
        for placed in told:
            if placed.id in ids:
                yield f"{placed.position:>{width}}  {_bounds(placed):<{widest}}  {placed.id}"
    if chronology.undated:
        yield f"undated, so not asked: {_events(len(chronology.undated))}"


def _events(number: int) -> str:
    return f"{number:,} event" if number == 1 else f"{number:,} events"


def _bounds(placed: Placed) -> str:
    """`2017-09-01`, `2017-09-01..2017-09-17`, `2017-09-01..`, `..`."""
    first, last = _day(placed.earliest), _day(placed.latest)
    return first if first and first == last else f"{first or ''}..{last or ''}"


def _reasons(because: tuple[Because, ...], width: int) -> Iterator[str]:
    for reason in because:
        yield f"{' ' * width}    {reason.relation} {reason.event}  ({reason.path}:{reason.line})"
