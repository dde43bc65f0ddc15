"""The network of what is known of time: windows for both ends of every event, and the statements between them.

Input: events and constraints. Output: a `Terminus` for every derived bound, and the loops that cannot hold. This module
is the seam for the full simple temporal network: callers see windows, reasons and loops only.
Invariant: bounds only ever become narrower, and each derived one names the statement it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from fasti.chronology.constraints import Constraint, Edge, constraints_of, edges_of, times_of_day
from fasti.chronology.graph import Far, Twins, Weight, by_tail, knots, links, shortest_circle, walks
from fasti.edtf import Bounds
from fasti.reading import Entry
from fasti.records import Event

MOST_LOOPS = 20
"""Loops told of one knot of statements; beyond that the rest of it is set aside in silence until these are mended."""

MOST_PASSES = 20
"""How often statements that the dates contradict only together are looked for, all of one length each time."""


Part = tuple[list[int], list[Edge]]
"""A knot: its nodes, and the edges that stay within it."""


class Terminus(NamedTuple):
    """A bound derived from other events, and the last constraint on the way to it."""

    day: int
    because: Constraint


@dataclass(frozen=True, slots=True)
class Loop:
    """Constraints that cannot hold together. `lower` and `upper` are the events whose dates take part, if any do."""

    edges: tuple[Edge, ...]
    lower: str | None = None
    upper: str | None = None

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """The constraints in the order of the loop, each once."""
        return tuple(dict.fromkeys(edge.constraint for edge in self.edges))


@dataclass(slots=True)
class Network:
    """The ends of events as nodes (start and end of one event follow each other), and the edges between them."""

    entries: Mapping[str, Entry]
    ids: list[str]
    start: dict[str, int]
    end: dict[str, int]
    edges: list[Edge]
    given_low: list[int | None]
    given_high: list[int | None]
    moment: list[bool]
    low: list[int | None] = field(default_factory=list)
    high: list[int | None] = field(default_factory=list)
    low_because: dict[int, Constraint] = field(default_factory=dict)
    high_because: dict[int, Constraint] = field(default_factory=dict)
    dropped: set[Constraint] = field(default_factory=set)

    @classmethod
    def of(cls, entries: Iterable[Entry], about_widens: Fraction, *, without: Iterable[Constraint] = ()) -> Network:
        """The network of some events; constraints that were dropped before stay out."""
        known = {entry.id: entry for entry in entries}
        ids = sorted(known)
        start = {event_id: 2 * i for i, event_id in enumerate(ids)}
        end = {event_id: 2 * i + 1 for i, event_id in enumerate(ids)}
        left_out = set(without)
        stated = [c for event_id in ids for c in constraints_of(known[event_id], about_widens)]
        every = [c for c in (*stated, *times_of_day(known)) if c not in left_out]
        edges = [edge for constraint in every for edge in edges_of(constraint, start, end)]
        low: list[int | None] = []
        high: list[int | None] = []
        moment: list[bool] = []
        for event_id in ids:
            first, last, once = windows(known[event_id])
            low += (first.earliest, last.earliest)
            high += (first.latest, last.latest)
            moment.append(once)
        return cls(known, ids, start, end, edges, low, high, moment)

    def settle(self) -> list[Loop]:
        """Find the loops that cannot hold, set one constraint of each aside, and narrow every window by the rest."""
        loops = self._against_dates()
        loops += self._circles()
        for _ in range(MOST_PASSES):
            found = self._narrow_lower()
            loops += found
            if not found:
                break
        else:
            self._narrow_lower(tolerant=True)
        self._narrow_upper()
        return loops

    def window(self, event_id: str) -> tuple[Bounds, Bounds]:
        """When an event can have begun and ended, as narrowed by the whole network."""
        s, e = self.start[event_id], self.end[event_id]
        return Bounds(self.low[s], self.high[s]), Bounds(self.low[e], self.high[e])

    def given(self, event_id: str) -> tuple[Bounds, Bounds]:
        """When an event can have begun and ended by its own date alone."""
        s, e = self.start[event_id], self.end[event_id]
        return Bounds(self.given_low[s], self.given_high[s]), Bounds(self.given_low[e], self.given_high[e])

    def termini(self, event_id: str) -> tuple[Terminus | None, Terminus | None]:
        """Why the beginning is not earlier and the end not later, where another event says so."""
        s, e = self.start[event_id], self.end[event_id]
        after, before = self.low_because.get(s), self.high_because.get(e)
        low, high = self.low[s], self.high[e]
        return (
            Terminus(low, after) if after and low is not None else None,
            Terminus(high, before) if before and high is not None else None,
        )

    def owner(self, node: int) -> str:
        """The event that an end belongs to."""
        return self.ids[node // 2]

    def drop(self, loop: Loop) -> None:
        """Set one constraint of a loop aside: the first by its place, and a statement rather than a time of day."""
        self.dropped.add(min(loop.constraints, key=lambda c: (c.relation == "time", c.place)))

    def standing(self) -> list[Edge]:
        """The edges of every constraint that was not set aside."""
        return [edge for edge in self.edges if edge.constraint not in self.dropped]

    def twins(self, *, upwards: bool = True, back: int = 0) -> dict[int, tuple[int, int]]:
        """The steps between the ends of one event: an end is never before its start; once within a date, on one day.

        `upwards` False turns them round; `back` is the weight of the step that holds only once within a date.
        """
        steps: dict[int, tuple[int, int]] = {}
        for index, once in enumerate(self.moment):
            start, end = (2 * index, 2 * index + 1) if upwards else (2 * index + 1, 2 * index)
            steps[start] = (end, 0)
            if once:
                steps[end] = (start, back)
        return steps

    def _against_dates(self) -> list[Loop]:
        """Single statements that the dates of their two events contradict; told first, and by themselves."""
        loops = []
        for edge in self.edges:
            low, high = self.given_low[edge.tail], self.given_high[edge.head]
            if edge.constraint not in self.dropped and low is not None and high is not None and low + edge.days > high:
                loops.append(Loop((edge,), self.owner(edge.tail), self.owner(edge.head)))
                self.drop(loops[-1])
        return loops

    def _circles(self) -> list[Loop]:
        """Statements that lead back to where they began with time to spare, whatever the dates are."""
        # One number for each step, compared like the pair (days, steps within the day): an edge that speaks of whole
        # days only lets go of the order within the day, so it weighs less than any number of steps can make up for.
        let_go = 4 * (len(self.edges) + 2)
        day = 4 * let_go * let_go

        def weight(edge: Edge) -> int:
            return edge.days * day + (-let_go if edge.strict is None else edge.strict)

        twins = self.twins(back=-let_go)
        loops: list[Loop] = []
        for part in _parts(range(2 * len(self.ids)), self.standing(), twins):
            loops += self._untie(part, weight, twins)
        return loops

    def _untie(self, knot: Part, weight: Weight, twins: Twins) -> list[Loop]:
        """The loops of one knot, shortest first as far as each setting aside leaves them."""
        loops: list[Loop] = []
        work = [knot]
        while work:
            nodes, edges = work.pop()
            pulling = [edge.constraint for edge in edges if weight(edge) > 0]
            if len(loops) == MOST_LOOPS:
                self.dropped.update(pulling)
                continue
            members = set(nodes)
            steps = {node: twins[node] for node in nodes if node in twins and twins[node][0] in members}
            circle = shortest_circle(nodes, by_tail(edges), weight, steps) if pulling else None
            if circle:
                loops.append(Loop(tuple(circle)))
                self.drop(loops[-1])
                work += _parts(nodes, [e for e in edges if e.constraint not in self.dropped], steps)[::-1]
        return loops

    def _narrow_lower(self, *, tolerant: bool = False) -> list[Loop]:
        """Earliest days from dates and statements together; or the shortest loops that go beyond a latest day.

        `tolerant` stops at each latest day and finds no loops: the way on when there are too many.
        """
        far: Far = {node: (day, None) for node, day in enumerate(self.given_low) if day is not None}
        for reached in walks(far, by_tail(self.standing()), _days, self.twins()):
            loops: list[Loop] = []
            for node, (day, chain) in list(reached.items()):
                latest = self.given_high[node]
                if latest is None or day <= latest:
                    continue
                if tolerant:
                    del reached[node]
                    continue
                edges = links(chain)
                if not any(edge.constraint in self.dropped for edge in edges):
                    loops.append(Loop(tuple(edges), self.owner(edges[0].tail), self.owner(node)))
                    self.drop(loops[-1])
            if loops:
                return loops
        self.low = [far[node][0] if node in far else None for node in range(len(self.given_low))]
        self.low_because = {node: chain[0].constraint for node, (_, chain) in far.items() if chain}
        return []

    def _narrow_upper(self) -> None:
        """Latest days, by the same walks over everything turned round and negated."""
        far: Far = {node: (-day, None) for node, day in enumerate(self.given_high) if day is not None}
        turned = (edge._replace(tail=edge.head, head=edge.tail) for edge in self.standing())
        for _ in walks(far, by_tail(turned), _days, self.twins(upwards=False)):
            pass
        self.high = [-far[node][0] if node in far else None for node in range(len(self.given_high))]
        self.high_because = {node: chain[0].constraint for node, (_, chain) in far.items() if chain}


def _days(edge: Edge) -> int:
    return edge.days


def _parts(nodes: Iterable[int], edges: Sequence[Edge], twins: Twins) -> list[Part]:
    """The knots that hold an edge, each with its edges."""
    arrows: dict[int, list[int]] = {node: [other] for node, (other, _) in twins.items()}
    for edge in edges:
        arrows.setdefault(edge.tail, []).append(edge.head)
    found = knots(nodes, arrows)
    knot_of = {node: number for number, knot in enumerate(found) for node in knot}
    inside: dict[int, list[Edge]] = {}
    for edge in edges:
        if knot_of[edge.tail] == knot_of[edge.head]:
            inside.setdefault(knot_of[edge.tail], []).append(edge)
    return [(found[number], inside[number]) for number in sorted(inside)]


def windows(entry: Entry) -> tuple[Bounds, Bounds, bool]:
    """When an event began and ended by its own date, and whether that is one moment (once within a date)."""
    event = entry.record
    assert isinstance(event, Event)
    if event.when is None:
        return Bounds(None, None), Bounds(None, None), False
    start, end = event.when.start, event.when.end
    if not event.when.throughout:
        return start, end, True
    # An end is never before its beginning.
    low = max((day for day in (start.earliest, end.earliest) if day is not None), default=None)
    high = min((day for day in (start.latest, end.latest) if day is not None), default=None)
    return Bounds(start.earliest, high), Bounds(low, end.latest), False
