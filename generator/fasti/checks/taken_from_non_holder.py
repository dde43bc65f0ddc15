"""A place is taken from somebody who, by all that is known, did not hold it (FST602).

Input: the edition. Output: a fault at `from`. Invariant: only what is certain is told: the day before the change can
have been, another side held the whole place by plain statements, and none that may be later names who lost it.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._control import apart, fault, holding, is_plain, named, own, related
from fasti.derive import Edition, Held
from fasti.diagnostics import Rule, Severity

HINT = "correct `from`, or add the entry in which {} took it"


def taken_from_non_holder(edition: Edition) -> Iterator[Fault]:
    """The changes whose `from` did not hold the place."""
    for place, held in own(edition):
        if not held.taken_from or not is_plain(held):
            continue
        holders = _surely_held(place, held, edition)
        if holders and _nowhere_named(place, held, holders, edition):
            lost, had = named(held.taken_from), holders[-1]
            message = f"`{place}` is taken from {lost}, but {named(had.holders)} held it"
            others = [related(edition, other, f"{named(other.holders)} held it") for other in holders]
            yield fault(edition, held, "from", message, HINT.format(lost), others)


def _surely_held(place: str, held: Held, edition: Edition) -> list[Held]:
    """The statements by which another side surely held the place before a change; empty if that is not certain."""
    before = edition.control.on(place, held.since - 1).interval
    if before.basis not in ("attested", "carried") or before.extent != "whole":
        return []
    reasons = edition.control.reasons(place)
    found = [
        other
        for event in before.because
        for other in reasons[event]
        if other.holders and set(other.holders) == set(before.held_by)
    ]
    sure = all(is_plain(other) for other in found) and apart(held.taken_from, before.held_by, edition)
    return found if sure else []


def _nowhere_named(place: str, held: Held, holders: list[Held], edition: Edition) -> bool:
    """Whether no statement that may lie between may mean who lost the place."""
    sooner = edition.control.sooner
    return not any(
        any(not apart(held.taken_from, side, edition) for side in (other.holders, *other.rivals))
        and not sooner(held, other)
        and not any(sooner(other, one) for one in holders)
        for other in holding(edition, place)
        if other is not held
    )


CHECK = Check(
    rule=Rule(
        "FST602", "taken-from-non-holder", Severity.WARNING, "A place is taken from somebody who did not hold it."
    ),
    over="edition",
    run=taken_from_non_holder,
)
