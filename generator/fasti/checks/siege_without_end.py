"""A siege of which no record says that it ended (FST604).

Input: the edition. Output: a fault at the last statement of the siege. Invariant: a siege that may have ended is none
without end, and neither is one that its own date leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._control import fault, named
from fasti.derive import Edition, Held
from fasti.diagnostics import Rule, Severity

HINT = "add `besieged_by: nobody` where it ended; if it went on, leave the end of its date open (`/..`)"


def siege_without_end(edition: Edition) -> Iterator[Fault]:
    """The last statement of each siege that goes on for ever."""
    for place in edition.control.places:
        last = edition.control.intervals(place)[-1]
        if last.siege_basis not in ("attested", "carried"):
            continue
        reasons = edition.control.reasons(place)
        sieges = [held for event in last.siege_because for held in reasons[event] if held.besiegers]
        held = max(sieges, key=lambda one: (one.ended, one.position))
        if not any(_is_left_open(one) for one in sieges):
            message = f"no record says when the siege of `{place}` by {named(last.besieged_by)} ended"
            yield fault(edition, held, "besieged_by", message, HINT, [])


def _is_left_open(held: Held) -> bool:
    """Whether the date says that there is no end, or that its last day is only the last that is known of."""
    when = held.statement.when
    if when is None:
        return False
    if when.date is not None:
        return when.date.kind == "interval" and when.date.end == "open"
    return when.to is not None and ("to" not in when.edges_known or when.to.end == "open")


CHECK = Check(
    rule=Rule("FST604", "siege-without-end", Severity.WARNING, "No record says when a siege ended."),
    over="edition",
    run=siege_without_end,
)
