"""Which events fall in a range of days: those that certainly do, and apart from them those that possibly do.

Input: a chronology and the first and last day of a range. Output: `Falling`. Invariant: an event is in one of the
two or in neither, and nothing that is only possible is ever counted as certain.

What is once within its date falls in the range if its one day does; what is throughout its date, if any of its days
does. Certain means: whatever the days are that the sources leave open. So a window that only touches the range is
possible, and a siege that is known to have gone on during it is certain, although it began before.
"""

from __future__ import annotations

from typing import NamedTuple

from fasti.chronology.chronology import Chronology
from fasti.edtf import Bounds


class Falling(NamedTuple):
    """Ids in the order of the chronology. `possible` holds none that is certain."""

    certain: tuple[str, ...]
    possible: tuple[str, ...]

    @property
    def counts(self) -> tuple[int, int]:
        """How many certainly do, and how many more possibly do."""
        return len(self.certain), len(self.possible)


def falling_in(chronology: Chronology, span: Bounds) -> Falling:
    """The events that fall in a range; an open side of it is None. Events with no known day are not asked."""
    certain: list[str] = []
    possible: list[str] = []
    for placed in chronology.events:
        start, end = chronology.window(placed.id)
        begun = span.latest is None or (start.latest is not None and start.latest <= span.latest)
        lasting = span.earliest is None or (end.earliest is not None and end.earliest >= span.earliest)
        if begun and lasting:
            certain.append(placed.id)
        elif _may_overlap(start.earliest, end.latest, span) and chronology.names_a_day(placed.id, span):
            possible.append(placed.id)
    return Falling(tuple(certain), tuple(possible))


def _may_overlap(earliest: int | None, latest: int | None, span: Bounds) -> bool:
    too_late = earliest is not None and span.latest is not None and earliest > span.latest
    too_early = latest is not None and span.earliest is not None and latest < span.earliest
    return not (too_late or too_early)
