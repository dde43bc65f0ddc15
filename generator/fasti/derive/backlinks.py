"""Backlinks: for each place, actor, source and series, what speaks of it.

Input: a corpus and its chronology. Output: `Backlinks`. Invariant: events come in the order of the chronology, uses of
a source in the order of its lines; drafts and withdrawn records are in none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.records import (
    KINDS,
    LINKS,
    RESERVED,
    Actor,
    ActorId,
    Citation,
    Event,
    Loc,
    Locator,
    PlaceId,
    SeriesId,
    control_of,
    references,
)


@dataclass(frozen=True, slots=True)
class Use:
    """One statement that rests on a source: where in the document, in which record, in which field."""

    locator: Locator | None
    kind: str
    id: str
    loc: Loc
    text: str


@dataclass(slots=True)
class Backlinks:
    """The indexes, by id."""

    events_at: dict[str, tuple[str, ...]] = field(default_factory=dict)
    events_of: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = field(default_factory=dict)
    events_of_series: dict[str, tuple[str, ...]] = field(default_factory=dict)
    uses_of: dict[str, tuple[Use, ...]] = field(default_factory=dict)
    linked_by: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def backlinks(corpus: Corpus, chronology: Chronology) -> Backlinks:
    """Everything that speaks of something else."""
    at: dict[str, dict[str, None]] = {}
    of: dict[str, dict[str, dict[str, None]]] = {}
    in_series: dict[str, dict[str, None]] = {}
    for placed in (*chronology.events, *chronology.undated):
        event = corpus.event(placed.id)
        if event is None:
            continue
        for place in places_of(event):
            at.setdefault(place, {})[placed.id] = None
        for actor, role in roles_of(event):
            of.setdefault(actor, {}).setdefault(placed.id, {})[role] = None
        for _, reference in references(event):
            if isinstance(reference, SeriesId):
                in_series.setdefault(reference, {})[placed.id] = None
    linked: dict[str, list[tuple[str, str]]] = {}
    for entry in corpus.published("actor"):
        assert isinstance(entry.record, Actor)
        for relation in LINKS:
            for link in getattr(entry.record, relation):
                linked.setdefault(str(link.actor), []).append((relation, entry.id))
    return Backlinks(
        {place: tuple(events) for place, events in at.items()},
        {actor: tuple((event, tuple(roles)) for event, roles in events.items()) for actor, events in of.items()},
        {series: tuple(events) for series, events in in_series.items()},
        uses(corpus),
        {actor: tuple(links) for actor, links in linked.items()},
    )


def places_of(event: Event) -> Iterator[str]:
    """Every place an event speaks of: where it was, and whose control it states, rivals included."""
    yield from map(str, event.places)
    yield from (str(statement.place) for statement, _ in control_of(event))
    yield from (str(reference) for _, reference in references(event) if isinstance(reference, PlaceId))


def roles_of(event: Event) -> Iterator[tuple[str, str]]:
    """Every actor an event speaks of, with the role: as participant, as speaker, as holder, or merely named."""
    for role, actors in event.participants.items():
        yield from ((str(actor), role) for actor in actors)
    for statement in event.says:
        yield from ((str(actor), "speaker") for actor in statement.who)
    for control, _ in control_of(event):
        yield from ((str(actor), "holder") for actor in control.held_by if actor not in RESERVED)
        yield from ((str(actor), "besieger") for actor in control.besieged_by if actor not in RESERVED)
        yield from ((str(actor), "lost it") for actor in control.from_ if actor not in RESERVED)
    named = {str(reference) for _, reference in references(event) if isinstance(reference, ActorId)}
    known = {str(a) for actors in event.participants.values() for a in actors}
    yield from (
        (actor, "named") for actor in sorted(named - known - RESERVED - set(speakers(event)) - set(holders(event)))
    )


def speakers(event: Event) -> Iterator[str]:
    """Who speaks in an event."""
    return (str(actor) for statement in event.says for actor in statement.who)


def holders(event: Event) -> Iterator[str]:
    """Who holds, besieges or loses something in an event."""
    return (str(actor) for s, _ in control_of(event) for actor in (*s.held_by, *s.besieged_by, *s.from_))


def uses(corpus: Corpus) -> dict[str, tuple[Use, ...]]:
    """For every source, each statement that rests on it, in the order of the document's lines.

    What is known only through a source rests on it too, at no line of it.
    """
    found: dict[str, list[Use]] = {}
    for kind in KINDS:
        for entry in corpus.published(kind):
            for loc, citation in citations(entry.record):
                use = Use(citation.at, kind, entry.id, loc, about(entry.record, loc))
                found.setdefault(str(citation.source), []).append(use)
                if citation.via is not None and citation.via != citation.source:
                    found.setdefault(str(citation.via), []).append(replace(use, locator=None))
    return {source: tuple(sorted(found[source], key=_by_line)) for source in sorted(found)}


def _by_line(use: Use) -> tuple[str, int, int, int, str, str]:
    locator = use.locator or Locator("~", 0, 0)
    return (locator.unit, locator.first, locator.last, KINDS.index(use.kind), use.id, str(use.loc))


def citations(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Citation]]:
    """Every citation in a record, with the path that leads to it."""
    if isinstance(value, Citation):
        yield loc, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from citations(item, (*loc, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from citations(item, (*loc, key))
    elif fields := getattr(type(value), "model_fields", None):
        written = value.model_fields_set  # a default holds no citation
        for name, info in fields.items():
            if name in written:
                yield from citations(getattr(value, name), (*loc, info.alias or name))


def about(record: Any, loc: Loc) -> str:
    """The words of the statement that a citation at `loc` belongs to: what was said, the number, or a note."""
    value: Any = record
    for step in loc:
        value = (
            value[step] if isinstance(step, int) or isinstance(value, dict) else getattr(value, _attribute(value, step))
        )
        for name in ("what", "as_reported", "text", "note"):
            said = getattr(value, name, None)
            if isinstance(said, str) and said and not isinstance(value, Citation):
                return said
        if (number := getattr(value, "value", None)) is not None and hasattr(number, "text"):
            return str(number.text)
    return ""


def value_at(record: Any, loc: Loc) -> Any:
    """What stands in a record at a path."""
    value = record
    for step in loc:
        if isinstance(step, int) or isinstance(value, dict):
            value = value[step]
        else:
            value = getattr(value, _attribute(value, step))
    return value


def _attribute(value: Any, step: str) -> str:
    for name, info in type(value).model_fields.items():
        if (info.alias or name) == step:
            return str(name)
    return step
