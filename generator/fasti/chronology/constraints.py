"""What records say of time, as differences between two ends: every order statement, duration and time of day.

Input: events with their entries. Output: `Constraint`s, each with its `Edge`s. The rules are those of `model.md` "Gaps
and order". Invariant: every edge knows the words it comes from, and where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import groupby, pairwise, product
from operator import itemgetter
from typing import NamedTuple

from fasti.corpus import written_at, written_beside
from fasti.diagnostics import Span
from fasti.reading import Entry
from fasti.records import Event, Gap, Loc, OrderStatement, When

CLOCK = re.compile(r"(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::\d\d)?)?\Z")
OFFSET = re.compile(r"([+-])(\d\d)(?::(\d\d))?\Z")
FEW = 4
"""Between two times of a day, pairs of events are told one by one up to so many times the number of the events."""


class Edge(NamedTuple):
    """`head` is at least `days` after `tail`; both are numbers of ends.

    `strict` orders within the day as well: 1 later, 0 not earlier. None speaks of whole days only.
    """

    tail: int
    head: int
    days: int
    strict: int | None
    constraint: Constraint


@dataclass(frozen=True, slots=True, eq=False)
class Constraint:
    """One thing that a record says of time: of its event against another (or itself, for `lasted`).

    `relation` is the author's word, or `time` for two times of one day. `least` and `most` are days, for a gap.
    """

    event: str
    relation: str
    other: str
    end: str | None
    gap: Gap | None
    least: int
    most: int | None
    loc: Loc
    entry: Entry = field(compare=False, repr=False)

    @property
    def key(self) -> tuple[str, str, str, Loc]:
        """What it is in every network of the same records; two constraints are equal only if they are the same one."""
        return self.event, self.relation, self.other, self.loc

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.entry.path

    @property
    def span(self) -> Span:
        """Where it stands: the id of the other event, or the value that is no reference."""
        if self.relation in ("lasted", "time"):
            return self.entry.span(self.loc)
        return written_at(self.entry, self.loc, self.other)

    @property
    def gap_span(self) -> Span:
        """Where its length of time stands."""
        return self.span if self.relation == "lasted" else written_beside(self.entry, self.loc, self.other)

    @property
    def place(self) -> tuple[str, Span, Loc]:
        """Its place among all constraints."""
        return self.path, self.span, self.loc


def constraints_of(entry: Entry, about_widens: Fraction) -> Iterator[Constraint]:
    """Every statement of one event about its place in time, and its duration."""
    event = entry.record
    assert isinstance(event, Event)
    for relation, index, statement in event.order_statements:
        yield statement_of(entry, relation, index, statement, about_widens)
    if event.lasted:
        yield length_of(entry, event.lasted, about_widens)


def statement_of(
    entry: Entry, relation: str, index: int, statement: OrderStatement, about_widens: Fraction
) -> Constraint:
    """An order statement of an event, which stands at that index under its word."""
    least, most = statement.gap.days(about_widens) if statement.gap else (0, None)
    other, loc = str(statement.event), (relation, index, "event")
    return Constraint(entry.id, relation, other, statement.end, statement.gap, least, most, loc, entry)


def length_of(entry: Entry, lasted: Gap, about_widens: Fraction) -> Constraint:
    """How long an event lasted: N days from the first to the last, both counted, are N - 1 from one to the other."""
    least, most = lasted.days(about_widens)
    return Constraint(entry.id, "lasted", entry.id, None, lasted, max(least - 1, 0), most, ("lasted",), entry)


def edges_of(constraint: Constraint, start: Mapping[str, int], end: Mapping[str, int]) -> Iterator[Edge]:
    """The edges of a constraint between the ends of its events; none if the other event is not in the network."""
    this, other = constraint.event, constraint.other
    if this not in start or other not in start:
        return
    first = end[other] if constraint.end == "end" else start[other]
    last = start[other] if constraint.end == "start" else end[other]
    begin, finish = start[this], end[this]

    def edge(tail: int, head: int, strict: int | None, days: int = 0) -> Edge:
        return Edge(tail, head, days, strict, constraint)

    match constraint.relation:
        case "after":
            yield edge(last, begin, 1)
            yield from _gap(constraint, last, begin)
        case "before":
            yield edge(finish, first, 1)
            yield from _gap(constraint, finish, first)
        case "during":
            yield edge(first, begin, 0)
            yield edge(finish, last, 0)
        case "includes":
            yield edge(begin, first, 0)
            yield edge(last, finish, 0)
        case "same_day":
            for one, two in ((begin, first), (finish, last)):
                yield edge(one, two, None)
                yield edge(two, one, None)
        case "meets":
            yield edge(finish, first, 0)
            yield edge(first, finish, None)
        case "lasted":
            yield from _gap(constraint, begin, finish)
        case "time":
            yield edge(end[other], begin, 1)


def _gap(constraint: Constraint, tail: int, head: int) -> Iterator[Edge]:
    if constraint.gap is None:
        return
    yield Edge(tail, head, constraint.least, None, constraint)
    if constraint.most is not None:
        yield Edge(head, tail, -constraint.most, None, constraint)


def times_of_day(entries: Mapping[str, Entry]) -> Iterator[Constraint]:
    """Events of one known day in the order of their times, where both have a zone.

    Offsets are compared with offsets; a named zone only with itself, so that no table of time zones is needed and the
    order is the same on every machine. Where two times have many events, each is told against a moment between the two
    times, whose name is no id, lest there be one constraint for every pair; whoever tells of it uses `joined`.
    """
    days: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for event_id in sorted(entries):
        record = entries[event_id].record
        if isinstance(record, Event) and record.when and (found := moment(record.when)):
            day, zone, second = found
            days.setdefault((day, zone), []).append((second, event_id))
    for timed in days.values():
        groups = [tuple(group) for _, group in groupby(sorted(timed), key=itemgetter(0))]
        for before, now in pairwise(groups):
            earlier, later = [event_id for _, event_id in before], [event_id for _, event_id in now]
            pairs: Iterable[tuple[str, str]] = product(later, earlier)
            if len(earlier) * len(later) > FEW * (len(earlier) + len(later)):
                between = f"{earlier[0]}..{later[0]}"
                pairs = (*product([between], earlier), *product(later, [between]))
            for this, other in pairs:
                entry = entries[this if this in entries else other]
                yield Constraint(this, "time", other, None, None, 0, None, ("when",), entry)


def joined(before: Constraint, now: Constraint) -> Constraint:
    """Two times of a day, one after the other, told as one: the last is later than the first."""
    return replace(now, other=before.other)


def moment(when: When) -> tuple[int, str, int] | None:
    """The day, a zone to compare in, and the second of a time; None without a single day, a time and a zone."""
    bounds = when.bounds
    if when.throughout or bounds.earliest is None or bounds.earliest != bounds.latest:
        return None
    written = when.date.parts[0].first if when.date else None
    match = CLOCK.match(when.time or (written.time if written else ""))
    if not match:
        return None
    second = int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3] or 0)
    zone = match[4] or when.zone
    if zone in ("Z", "UTC"):
        zone = "+00:00"
    if zone and (offset := OFFSET.match(zone)):
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return bounds.earliest, "offset", second - (60 if offset[1] == "+" else -60) * minutes
    return (bounds.earliest, zone, second) if zone else None
