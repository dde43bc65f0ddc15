"""The network of what is known of time: one simple temporal network (Dechter, Meiri and Pearl 1991).

Its nodes are the start and the end of every event, moments between times of a day, and the origin of days. Input:
events and constraints. Output: the tightest windows of both ends of every event, each with the chain of statements
behind it, and the loops that cannot hold. Weights are pairs, whole days and then strict order within the day; dates
and lengths of time let go of that.
Invariant: bounds only ever become narrower, and each derived one names the statements it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from fasti.chronology.constraints import Constraint, Edge, constraints_of, edges_of, times_of_day
from fasti.chronology.contradictions import Contradictions, Loop, first_of
from fasti.chronology.paths import Out, Pushed, Step
from fasti.edtf import Bounds
from fasti.reading import Entry
from fasti.records import Event, When


class Terminus(NamedTuple):
    """A bound derived from other events, and the last constraint on the way to it."""

    day: int
    because: Constraint


@dataclass(slots=True)
class Network:
    """The ends of events as nodes (start and end of one event follow each other), and the edges between them.

    A moment between two times of a day is like the end of an event without a name, after those of all events.
    """

    entries: Mapping[str, Entry]
    dates: Mapping[str, When | None]
    ids: list[str]
    start: dict[str, int]
    end: dict[str, int]
    edges: list[Edge]
    given_low: list[int | None]
    given_high: list[int | None]
    moment: list[bool]
    holes: dict[int, Sequence[Bounds]] = field(default_factory=dict)
    low: list[int | None] = field(default_factory=list)
    high: list[int | None] = field(default_factory=list)
    dropped: set[Constraint] = field(default_factory=set)
    more: bool = False
    below: Pushed | None = None
    above: Pushed | None = None

    @classmethod
    def of(cls, entries: Iterable[Entry], about_widens: Fraction, *, without: Iterable[Constraint] = ()) -> Network:
        """The network of some events; constraints that were dropped before stay out."""
        known = {entry.id: entry for entry in entries}
        ids = sorted(known)
        stated = [c for event_id in ids for c in constraints_of(known[event_id], about_widens)]
        left_out = {constraint.key for constraint in without}
        every = [c for c in (*stated, *times_of_day(known)) if not left_out or c.key not in left_out]
        dates = {event_id: when_of(known[event_id]) for event_id in ids}
        return cls.made_of(known, ids, every, dates)

    @classmethod
    def made_of(
        cls,
        entries: Mapping[str, Entry],
        ids: list[str],
        constraints: Iterable[Constraint],
        dates: Mapping[str, When | None],
    ) -> Network:
        """The network of some constraints between some events of these dates."""
        start = {event_id: 2 * i for i, event_id in enumerate(ids)}
        end = {event_id: 2 * i + 1 for i, event_id in enumerate(ids)}
        constraints = list(constraints)
        named = {name for c in constraints if c.relation == "time" for name in (c.event, c.other)}
        between = {name: 2 * i + 1 for i, name in enumerate(sorted(named - start.keys()), len(ids))}
        starts, ends = start | between, end | between
        edges = [edge for c in constraints for edge in edges_of(c, starts, ends)]
        network = cls(entries, dates, ids, start, end, edges, [], [], [])
        for event_id in ids:
            first, last, once = windows(dates[event_id])
            network.given_low += (first.earliest, last.earliest)
            network.given_high += (first.latest, last.latest)
            network.moment.append(once)
            for node, members in zip((start[event_id], end[event_id]), members_of(dates[event_id]), strict=True):
                if members:
                    network.holes[node] = members
        network.given_low += [None, None] * len(between)
        network.given_high += [None, None] * len(between)
        network.moment += [False] * len(between)
        return network

    def settle(self) -> list[Loop]:
        """Find the loops that cannot hold, set one constraint of each aside, and narrow every window by the rest."""
        search = Contradictions(self.ids, self.edges, self.twin_steps(), self.given_low, self.given_high)
        loops = search.run()
        self.dropped, self.more = search.dropped, search.more
        while True:
            negated = [None if day is None else -day for day in self.given_high]
            self.below, self.above = Pushed(self.given_low, self.steps()), Pushed(negated, self.steps(turned=True))
            loop = self._snap(self.below, self.above)
            if loop is None:
                break
            loops.append(loop)
            self.dropped.add(first_of(loop))
        low, high = self.below.value, self.above.value
        nodes = range(len(self.given_low))
        self.low = [low.get(node) for node in nodes]
        self.high = [-high[node] if node in high else None for node in nodes]
        return loops

    def window(self, event_id: str) -> tuple[Bounds, Bounds]:
        """When an event can have begun and ended, as narrowed by the whole network."""
        s, e = self.start[event_id], self.end[event_id]
        return Bounds(self.low[s], self.high[s]), Bounds(self.low[e], self.high[e])

    def given(self, event_id: str) -> tuple[Bounds, Bounds]:
        """When an event can have begun and ended by its own date alone."""
        s, e = self.start[event_id], self.end[event_id]
        return Bounds(self.given_low[s], self.given_high[s]), Bounds(self.given_low[e], self.given_high[e])

    def chains(self, event_id: str) -> tuple[list[Constraint], list[Constraint]]:
        """The statements from which its first and its last day follow, the one about the event itself first.

        Each chain leads to an event that stands by its own date; it is empty where the event itself does.
        """
        assert self.below and self.above
        below, above = self.below.chain(self.start[event_id]), self.above.chain(self.end[event_id])
        return (
            list(dict.fromkeys(edge.constraint for edge in below)),
            list(dict.fromkeys(edge.constraint for edge in above)),
        )

    def termini(self, event_id: str) -> tuple[Terminus | None, Terminus | None]:
        """Why the beginning is not earlier and the end not later, where another event says so."""
        assert self.below and self.above
        s, e = self.start[event_id], self.end[event_id]
        after, before = self.below.last(s), self.above.last(e)
        low, high = self.low[s], self.high[e]
        return (
            Terminus(low, after.constraint) if after and low is not None else None,
            Terminus(high, before.constraint) if before and high is not None else None,
        )

    def owner(self, node: int) -> str:
        """The event that an end belongs to."""
        return self.ids[node // 2]

    def standing(self) -> list[Edge]:
        """The edges of every constraint that was not set aside."""
        return [edge for edge in self.edges if edge.constraint not in self.dropped]

    def twin_steps(self) -> list[tuple[int, int, bool]]:
        """The steps between the ends of one event: an end is never before its start; once within a date, on one day."""
        steps = []
        for index, once in enumerate(self.moment):
            steps.append((2 * index, 2 * index + 1, False))
            if once:
                steps.append((2 * index + 1, 2 * index, True))
        return steps

    def steps(self, *, turned: bool = False) -> Out:
        """The steps of everything that stands, in whole days; `turned`, each from its head to its tail."""
        out: dict[int, list[Step]] = {}
        for edge in self.edges:
            if edge.constraint not in self.dropped:
                tail, head = (edge.head, edge.tail) if turned else (edge.tail, edge.head)
                out.setdefault(tail, []).append((head, edge.days, edge))
        for one, two, _ in self.twin_steps():
            tail, head = (two, one) if turned else (one, two)
            out.setdefault(tail, []).append((head, 0, None))
        return out

    def _snap(self, below: Pushed, above: Pushed) -> Loop | None:
        """Move bounds off the days that a set does not name, and pass that on; or what leaves an event no day.

        A set enters with its hull, from its first day to its last; here its holes are taken out.
        """
        moved = bool(self.holes)
        while moved:
            moved = False
            for node, members in sorted(self.holes.items()):
                for pushed, named in ((below, named_from), (above, _named_until_negated)):
                    at = pushed.value.get(node)
                    to = None if at is None else named(at, members)
                    if at is not None and to is None:
                        return self._no_day(node, below, above)
                    if at is not None and to is not None and to > at:
                        moved = True
                        pushed.lift(node, to)
            beyond = [n for n, low in below.value.items() if n in above.value and low > -above.value[n]]
            if beyond:
                return self._no_day(min(beyond, key=lambda n: (n not in self.holes, n)), below, above)
        return None

    def _no_day(self, node: int, below: Pushed, above: Pushed) -> Loop:
        lower, upper = below.chain(node)[::-1], above.chain(node)
        first = self.owner(lower[0].tail) if lower else self.owner(node)
        last = self.owner(upper[-1].head) if upper else self.owner(node)
        return Loop((*lower, *upper), first, last, (), self.owner(node))


def named_from(day: int, members: Sequence[Bounds]) -> int | None:
    """The first day not before this one that a set names, or None."""
    left = [
        first if first is not None and first > day else day for first, last in members if last is None or last >= day
    ]
    return min(left, default=None)


def named_until(day: int, members: Sequence[Bounds]) -> int | None:
    """The last day not after this one that a set names, or None."""
    left = [
        last if last is not None and last < day else day for first, last in members if first is None or first <= day
    ]
    return max(left, default=None)


def _named_until_negated(day: int, members: Sequence[Bounds]) -> int | None:
    found = named_until(-day, members)
    return None if found is None else -found


def members_of(when: When | None) -> tuple[Sequence[Bounds], Sequence[Bounds]]:
    """The days that a set names for the start and for the end; empty where there is no set with one of its members."""
    if when is None or (when.throughout and when.date is not None):
        return (), ()
    if when.date is not None:
        found = when.date.members if when.date.is_set else ()
        return found, found
    start, end = (
        edge.members if edge and edge.kind == "one" and name in when.edges_known else ()
        for name, edge in (("from", when.from_), ("to", when.to))
    )
    return start, end


def when_of(entry: Entry) -> When | None:
    """The date of an event."""
    assert isinstance(entry.record, Event)
    return entry.record.when


def windows(when: When | None) -> tuple[Bounds, Bounds, bool]:
    """When an event began and ended by its own date, and whether that is one moment (once within a date)."""
    if when is None:
        return Bounds(None, None), Bounds(None, None), False
    start, end = when.start, when.end
    if not when.throughout:
        return start, end, True
    # An end is never before its beginning.
    low = max((day for day in (start.earliest, end.earliest) if day is not None), default=None)
    high = min((day for day in (start.latest, end.latest) if day is not None), default=None)
    return Bounds(start.earliest, high), Bounds(low, end.latest), False
