"""Two events that may be one: of one type, at one place, at one time, with the same actors (FST502).

Input: the edition. Output: a fault at the later id of each such pair, at most one for an event. Invariant: two events
of which a record says how they stand to each other are known to be two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import inf
from typing import Any

from fasti.checks._base import Check, Fault
from fasti.derive import Edition
from fasti.diagnostics import Related, Rule, Severity
from fasti.edtf import Bounds
from fasti.reading import Entry
from fasti.records import Citation, Event, EventId, control_of, references

HINT = "make one record of the two, or say how they stand to each other, such as `after` or `part_of`"

Bucket = tuple[str, str, str, str]
Windows = tuple[Bounds, Bounds]


def possible_duplicates(edition: Edition) -> Iterator[Fault]:
    """The later of each two events that nothing tells apart, with the earlier one it is most like."""
    alike: dict[Bucket, list[Entry]] = {}
    for entry in edition.corpus.published("event"):
        for bucket in _buckets(entry, edition):
            alike.setdefault(bucket, []).append(entry)
    told: set[str] = set()
    for bucket in sorted(alike):
        windows = {entry.id: edition.chronology.window(entry.id) for entry in alike[bucket]}
        for first, second in _together(alike[bucket], windows):
            if second.id not in told and _may_be_one(first, second, edition):
                told.add(second.id)
                related = (Related(first.path, first.span(("title",)), "the other"),)
                yield Fault(
                    ("title",), f"`{second.id}` may be the same event as `{first.id}`", HINT, related, entry=second
                )


def _buckets(entry: Entry, edition: Edition) -> Iterator[Bucket]:
    """Where the event has to meet another to be like it: type, place, role, actor; what is missing matches itself."""
    event = entry.record
    assert isinstance(event, Event)
    where = event.where
    # "Somewhere in Syria" is one place only for two events that both say no more than that.
    places = [f"at {place}" for place in where.at] if where else []
    if not places:
        places = [where.model_dump_json() if where else ""]
    roles = [(role, str(actor)) for role, actors in event.participants.items() for actor in actors]
    for place, (role, actor) in product(places, roles or [("", "")]):
        if place or roles:
            yield event.type, place, role, actor


def _together(entries: list[Entry], windows: dict[str, Windows]) -> Iterator[tuple[Entry, Entry]]:
    """Each two events that can have begun on one day and ended on one day, the lower id first."""
    if len(entries) < 2:
        return
    waiting: list[Entry] = []
    for entry in sorted(entries, key=lambda one: (_low(windows[one.id][0]), one.id)):
        start, end = windows[entry.id]
        waiting = [one for one in waiting if _meet(windows[one.id][0], start)]
        for other in waiting:
            if _meet(windows[other.id][1], end):
                yield (other, entry) if other.id < entry.id else (entry, other)
        waiting.append(entry)


def _low(bounds: Bounds) -> float:
    return -inf if bounds.earliest is None else bounds.earliest


def _meet(a: Bounds, b: Bounds) -> bool:
    """Whether some day lies in both."""
    first = max((day for day in (a.earliest, b.earliest) if day is not None), default=None)
    last = min((day for day in (a.latest, b.latest) if day is not None), default=None)
    return first is None or last is None or first <= last


def _may_be_one(first: Entry, second: Entry, edition: Edition) -> bool:
    """Whether nothing in the two records says or shows that they are two."""
    a, b = first.record, second.record
    assert isinstance(a, Event) and isinstance(b, Event)
    if second.id in _named(a) or first.id in _named(b) or a.covers != b.covers:
        return False
    if not _shared(_held(a), _held(b)):
        return False
    if edition.control.sooner.events(first.id, second.id) or edition.control.sooner.events(second.id, first.id):
        return False
    if edition.is_said(first.id):
        return _said_alike(a, b) and edition.chronology.window(first.id) == edition.chronology.window(second.id)
    return all(_shared(set(a.participants[role]), set(b.participants[role])) for role in _roles(a) & _roles(b))


def _said_alike(a: Event, b: Event) -> bool:
    """Whether two statements may be one: people say several things a day, and one document prints several of them."""
    counted = [{(f.series, f.measure, f.group) for f in event.figures} for event in (a, b)]
    speakers = [{who for statement in event.says for who in statement.who} for event in (a, b)]
    documents = [{citation.source for citation in event.sources} for event in (a, b)]
    apart = documents[0] & documents[1] and not any(_same_passage(c, d) for c in a.sources for d in b.sources)
    return a.participants == b.participants and _shared(*counted) and _shared(*speakers) and not apart


def _same_passage(a: Citation, b: Citation) -> bool:
    if a.source != b.source or not a.at or not b.at:
        return a.source == b.source
    return a.at.unit == b.at.unit and a.at.first <= b.at.last and b.at.first <= a.at.last


def _shared(a: set[Any], b: set[Any]) -> bool:
    """Whether two sets have something in common; what one of them leaves out does not tell them apart."""
    return not a or not b or bool(a & b)


def _named(event: Event) -> set[str]:
    """The events that a record speaks of in its fields."""
    return {str(reference) for _, reference in references(event) if isinstance(reference, EventId)}


def _held(event: Event) -> set[str]:
    return {str(statement.place) for statement, _ in control_of(event)}


def _roles(event: Event) -> set[str]:
    return set(event.participants)


CHECK = Check(
    rule=Rule("FST502", "possible-duplicate", Severity.WARNING, "Two events may be one."),
    over="edition",
    run=possible_duplicates,
)
