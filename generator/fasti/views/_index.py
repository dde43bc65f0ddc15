"""What several pages ask of all events at once: who points to an event, and which events go on for some time.

Input: an edition. Output: `Index`, made once and kept with it. Invariant: ids in the order of time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fasti.derive import Edition
from fasti.language import spoken
from fasti.records import Source

RELATIONS = ("part_of", "caused_by", "response_to")


@dataclass(frozen=True, slots=True)
class Going:
    """An event that went on for some time, surely from `first` to `last`."""

    id: str
    first: int
    last: int


FAR = 1 << 60


@dataclass(frozen=True, slots=True)
class Index:
    """`stated`: event to (relation, event that states it, gap); `related`: the same for what orders nothing.

    `copied_by`: source to the sources that reprint it; `close_to`: actor to the sources that are close to it.
    `entries` keeps what lists say of an event, which is the same on every page and asked for on four or five; `crowded`
    the pages of a crowded year, each of which leads to its neighbours.
    """

    stated: dict[str, tuple[tuple[str, str, str], ...]]
    related: dict[str, tuple[tuple[str, str], ...]]
    copied_by: dict[str, tuple[str, ...]]
    close_to: dict[str, tuple[str, ...]]
    going: tuple[Going, ...]
    extents: tuple[tuple[int, int], ...]
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    crowded: dict[int, list[Any]] = field(default_factory=dict)


def index(edition: Edition) -> Index:
    """The index of an edition, in the language spoken."""
    name = f"_index_of_views_{spoken()}"
    kept = vars(edition).get(name)
    if not isinstance(kept, Index):
        kept = vars(edition)[name] = _made(edition)
    return kept


def _made(edition: Edition) -> Index:
    stated: dict[str, list[tuple[str, str, str]]] = {}
    related: dict[str, list[tuple[str, str]]] = {}
    going: list[Going] = []
    extents: list[tuple[int, int]] = []
    for placed in (*edition.chronology.events, *edition.chronology.undated):
        event = edition.event(placed.id)
        for word, _, statement in event.order_statements:
            stated.setdefault(str(statement.event), []).append(
                (word, placed.id, statement.gap.text if statement.gap else "")
            )
        for relation in RELATIONS:
            for other in getattr(event, relation):
                related.setdefault(str(other), []).append((relation, placed.id))
        if placed.earliest is not None and placed.latest is not None:
            extents.append((placed.earliest, placed.latest))
        elif event.when and (date := event.when.date) and date.kind == "interval" and "open" in (date.start, date.end):
            # `1700/..` has no end: what goes on lies in every month after.
            edges = placed.earliest, placed.latest
            extents.append((-FAR if edges[0] is None else edges[0], FAR if edges[1] is None else edges[1]))
        if event.when and event.when.throughout:
            start, end = event.when.start, event.when.end
            first = start.latest if start.latest is not None else start.earliest
            last = end.earliest if end.earliest is not None else end.latest
            if first is not None and last is not None and last > first:
                going.append(Going(placed.id, first, last))
    copied_by: dict[str, list[str]] = {}
    close_to: dict[str, list[str]] = {}
    for entry in edition.corpus.published("source"):
        assert isinstance(entry.record, Source)
        if entry.record.copies and entry.record.copies.source:
            copied_by.setdefault(str(entry.record.copies.source), []).append(entry.id)
        for actor in entry.record.close_to:
            close_to.setdefault(str(actor), []).append(entry.id)
    return Index(
        {key: tuple(value) for key, value in stated.items()},
        {key: tuple(value) for key, value in related.items()},
        {key: tuple(value) for key, value in copied_by.items()},
        {key: tuple(value) for key, value in close_to.items()},
        tuple(going),
        tuple(sorted(extents)),
    )
