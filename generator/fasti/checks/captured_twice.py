"""One side takes a place twice, and nothing that is known lies between in which it was lost (FST601).

Input: the edition. Output: a fault at the later capture. Invariant: only what the dates leave no way out of is told:
the two are known to follow each other, and no statement that may lie between them names another holder, not even one
that is disputed or only claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from fasti.checks._base import Check, Fault
from fasti.checks._control import fault, holding, is_plain, named, related
from fasti.derive import Edition, Held
from fasti.diagnostics import Rule, Severity
from fasti.records import RESERVED

HINT = "add the entry in which the place was lost, or make one entry of the two if they tell one capture"


def captured_twice(edition: Edition) -> Iterator[Fault]:
    """The later capture of each such pair."""
    for place in edition.control.places:
        statements = holding(edition, place)
        around = _Around(statements)
        earlier: dict[frozenset[str], Held] = {}
        for number, held in enumerate(statements):
            if not _is_capture(held):
                continue
            side = frozenset(held.holders)
            first = earlier.get(side)
            if first and not held.taken_from and _surely(first, held, around.between(first, number), edition):
                message = f"{named(held.holders)} took `{place}` before, and no record says that it was lost since"
                yield fault(edition, held, "held_by", message, HINT, [related(edition, first, "the capture before")])
            if not held.partial:
                earlier[side] = held


def _is_capture(held: Held) -> bool:
    """Whether it says plainly that somebody took the place; a siege that began or ended at once is another change."""
    return held.change and is_plain(held) and not held.besiegers and not set(held.holders) & RESERVED


class _Around:
    """The statements about a place that may lie between two of them."""

    def __init__(self, statements: list[Held]) -> None:
        self.statements = statements
        self.last = list(accumulate((held.late for held in statements), max))
        self.first = list(accumulate((held.since for held in reversed(statements)), min))[::-1]

    def between(self, first: Held, second: int) -> Iterator[Held]:
        """Outwards from the second, which has that number, as far as any can be later than one and not after the other.

        The one that was last said before it comes first, since it most likely tells of a loss.
        """
        for number in range(second - 1, -1, -1):
            if self.last[number] < first.since:
                break
            yield self.statements[number]
        for number in range(second + 1, len(self.statements)):
            if self.first[number] > self.statements[second].late:
                break
            yield self.statements[number]


def _surely(first: Held, second: Held, between: Iterator[Held], edition: Edition) -> bool:
    """Whether one capture is known to be the later, and nothing between the two may tell of a loss."""
    sooner = edition.control.sooner
    return sooner(first, second) and not any(
        (set(other.holders) != set(first.holders) or other.partial or other.rivals)
        and not sooner(other, first)
        and not sooner(second, other)
        for other in between
        if other is not first
    )


CHECK = Check(
    rule=Rule("FST601", "captured-twice", Severity.WARNING, "One side takes a place twice, with no loss between."),
    over="edition",
    run=captured_twice,
)
