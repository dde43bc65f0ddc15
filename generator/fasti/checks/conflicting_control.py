"""Two statements give a place different holders on one day, and are neither one list nor rivals (FST603).

Input: the edition. Output: a fault at the later statement of such a pair, one for each statement. Invariant: a place
that may have changed hands on that day is no conflict: after one statement ended, before another began, or in an order
that records tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._control import differ, fault, holding, named, related
from fasti.derive import Edition, Held
from fasti.diagnostics import Rule, Severity
from fasti.edtf import iso

HINT = "write one list if both held it, a rival if documents disagree, or `after` if it changed hands that day"


def conflicting_control(edition: Edition) -> Iterator[Fault]:
    """The later of each two statements that contradict each other, with the first that it contradicts."""
    for place in edition.control.places:
        sure = [held for held in holding(edition, place) if held.core and not held.distance and held.happened == "yes"]
        speaking: list[Held] = []
        told: dict[Held, Held] = {}
        for held in sorted(sure, key=_begin):
            speaking = [other for other in speaking if _end(other) >= _begin(held)]
            for other in speaking:
                first, second = sorted((other, held), key=lambda one: (one.position, one.event, str(one.loc)))
                if second not in told and _contradict(first, second, edition):
                    told[second] = first
            speaking.append(held)
        for second, first in told.items():
            day = iso(max(_begin(first), _begin(second)))
            message = (
                f"on {day} `{place}` is held by {named(second.holders)} here, and by {named(first.holders)} elsewhere"
            )
            others = [related(edition, first, f"held by {named(first.holders)}")]
            yield fault(edition, second, "held_by", message, HINT, others)


def _begin(held: Held) -> int:
    assert held.core
    return held.core[0]


def _end(held: Held) -> int:
    assert held.core
    return held.core[1]


def _contradict(one: Held, other: Held, edition: Edition) -> bool:
    """Whether two statements that surely speak of one day cannot both be so."""
    if not differ(one.holders, other.holders, edition) or (one.partial and other.partial):
        return False
    if any(set(side) == set(other.holders) for side in one.rivals):
        return False
    if any(set(side) == set(one.holders) for side in other.rivals):
        return False
    sooner = edition.control.sooner
    if sooner.stated(one, other) or sooner.stated(other, one):
        return False
    return not (_gives_way(one, other) or _gives_way(other, one))


def _gives_way(one: Held, other: Held) -> bool:
    """Whether a statement may have ceased to be so on the day on which the other began to be.

    Two statements of one and the same day leave no room for that, unless the other is a change and the first is not.
    """
    if _end(one) != _begin(other) or one.change:
        return False
    return other.change or _begin(one) < _end(one) or _begin(other) < _end(other)


CHECK = Check(
    rule=Rule(
        "FST603", "conflicting-control", Severity.WARNING, "Two statements give a place different holders on one day."
    ),
    over="edition",
    run=conflicting_control,
)
