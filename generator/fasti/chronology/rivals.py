"""Whether each rival date, length or order statement could hold in place of the headline (FST404).

Input: entries, and the settled network of their headlines. Output: a rule's diagnostic for every rival that cannot.
Invariant: each rival is tried on its own, against what the headlines say; it never enters the network itself. Rivals
that the editors rejected or replaced are not tried: they know already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from fasti.chronology.constraints import Constraint, length_of, statement_of
from fasti.chronology.contradictions import Loop
from fasti.chronology.network import Network, when_of, windows
from fasti.records import RELATIONS, Event, When

FIELDS = frozenset({"when", "lasted", *RELATIONS})
"""The fields of an event that say something of its place in time."""


def rivals_that_cannot_hold(network: Network, about_widens: Fraction) -> Iterator[tuple[str, int, Loop, Network]]:
    """Event, index of its rival, the shortest loop it closes, and the network in which it does."""
    beside = _beside(network)
    for event_id in network.ids:
        event = network.entries[event_id].record
        assert isinstance(event, Event)
        for index, rival in enumerate(event.rivals):
            if rival.field not in FIELDS or rival.status != "alternative" or rival.stance == "denies":
                continue
            if rival.field == "when" and _surely_holds(network, event_id, rival.value):
                continue
            trial = _trial(network, beside, event_id, index, about_widens)
            loops = trial.settle()
            if loops:
                yield event_id, index, loops[0], trial


def _surely_holds(network: Network, event_id: str, when: When) -> bool:
    """Whether the earliest or the latest days that the headlines leave the event are days of the rival too."""
    start, end = network.window(event_id)
    first, last, once = windows(when)
    if once and not network.moment[network.start[event_id] // 2]:
        return False
    return any(
        s is not None and e is not None and _within(s, first) and _within(e, last)
        for s, e in ((start.earliest, end.earliest), (start.latest, end.latest))
    )


def _within(day: int, bounds: tuple[int | None, int | None]) -> bool:
    return (bounds[0] is None or bounds[0] <= day) and (bounds[1] is None or day <= bounds[1])


def _trial(
    network: Network, beside: Mapping[str, list[Constraint]], event_id: str, index: int, about_widens: Fraction
) -> Network:
    """The network of all that statements join to an event, with one rival in place of its headline."""
    entry = network.entries[event_id]
    assert isinstance(entry.record, Event)
    rival = entry.record.rivals[index]
    own = list(_of_rival(network, event_id, index, rival.field, rival.value, about_widens))
    replaced = "time" if rival.field == "when" else rival.field
    constraints: dict[Constraint, None] = dict.fromkeys(own)
    seen, work = {event_id}, [event_id, *(constraint.other for constraint in own)]
    while work:
        for constraint in beside.get(work.pop(), ()):
            if constraint.relation == replaced and event_id in (constraint.event, constraint.other):
                if constraint.event == event_id or replaced == "time":
                    continue
            constraints[constraint] = None
            for other in (constraint.event, constraint.other):
                if other not in seen:
                    seen.add(other)
                    work.append(other)
    seen |= {constraint.other for constraint in own}
    seen &= network.start.keys()
    dates = {name: when_of(network.entries[name]) for name in seen}
    if rival.field == "when":
        dates[event_id] = rival.value
    return Network.made_of(network.entries, sorted(seen), constraints, dates)


def _of_rival(
    network: Network, event_id: str, index: int, field: str, value: Any, about_widens: Fraction
) -> Iterator[Constraint]:
    """The constraints of a rival's value, at the place where it is written."""
    entry = network.entries[event_id]
    if field == "lasted":
        found: Iterable[Constraint] = (length_of(entry, value, about_widens),)
    elif field == "when":
        found = ()
    else:
        found = (statement_of(entry, field, number, one, about_widens) for number, one in enumerate(value))
    for constraint in found:
        yield replace(constraint, loc=("rivals", index, *constraint.loc))


def _beside(network: Network) -> dict[str, list[Constraint]]:
    """The constraints that hold an event on either side, those left out that were set aside."""
    beside: dict[str, list[Constraint]] = {}
    for constraint in dict.fromkeys(edge.constraint for edge in network.standing()):
        for name in dict.fromkeys((constraint.event, constraint.other)):
            beside.setdefault(name, []).append(constraint)
    return beside
