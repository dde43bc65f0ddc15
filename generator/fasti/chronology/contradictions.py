"""Every independent contradiction of a network, each once, as its shortest loop, the shortest first.

Input: the edges of a network, the steps between the two ends of an event, and the windows that dates give. Output:
`Loop`s, and the constraints that were set aside so that the rest can hold. Invariants: each loop is the shortest of
what was left when it was told, and whatever cannot hold shares a statement with a loop that was told.

The length of a loop is the number of its statements; dates are listed with it and not counted. Of two equally long
ones a circle comes before a loop that rests on dates, since fewer things take part in it.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from fasti.chronology.constraints import Constraint, Edge, joined
from fasti.chronology.feasible import Feasible
from fasti.chronology.loops import circle_through, shortest_routes, turned_round
from fasti.chronology.paths import Out, Pushing, Step, ranks

MOST_LOOPS = 500
"""Loops told in one run. Whatever else cannot hold is then set aside together, and the last one says there is more."""

Twins = Sequence[tuple[int, int, bool]]
"""Steps between the ends of one event: from, to, and whether only a once-within date says so."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Constraints that cannot hold together, in the order of the loop, perhaps with dates.

    `lower` and `upper` are the events whose dates the loop rests on: it begins with the earliest day of the one and
    goes beyond the latest of the other. `once` are events whose ends must be on one day, since their date is once
    within. `hole` is an event that its date leaves no day for, between days that it names.
    """

    edges: tuple[Edge, ...]
    lower: str | None = None
    upper: str | None = None
    once: tuple[str, ...] = ()
    hole: str | None = None

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """The constraints in the order of the loop, each once."""
        return tuple(dict.fromkeys(edge.constraint for edge in self.edges))


def first_of(loop: Loop) -> Constraint:
    """The constraint of a loop that is set aside: the first by its place, and a statement rather than a time of day."""
    return min(loop.constraints, key=lambda c: (c.relation == "time", c.place))


@dataclass(slots=True)
class _Found:
    """The nodes of a part of the network and the shortest loops in it; without loops it is to be looked at again."""

    nodes: set[int]
    loops: list[Loop]
    circle: bool


class Contradictions:
    """Finds the loops of a network and sets one constraint of each aside."""

    def __init__(
        self,
        ids: Sequence[str],
        edges: Sequence[Edge],
        twins: Twins,
        low: Sequence[int | None],
        high: Sequence[int | None],
    ) -> None:
        self.ids = ids
        self.nodes = range(len(low))
        self.twins: dict[int, tuple[int, bool]] = {tail: (head, once) for tail, head, once in twins}
        self.low = {node: day for node, day in enumerate(low) if day is not None}
        self.high = {node: day for node, day in enumerate(high) if day is not None}
        self.leaving: dict[int, list[Edge]] = {}
        for edge in edges:
            self.leaving.setdefault(edge.tail, []).append(edge)
        # One number for each step, compared like the pair (days, steps within the day). What speaks of whole days only
        # lets go of the order within the day: it weighs less than any number of steps can make up for.
        self.let_go = 4 * (len(edges) + 2)
        self.day = 4 * self.let_go * self.let_go
        self.dropped: set[Constraint] = set()
        self.loops: list[Loop] = []
        self.more = False
        self.feasible: Feasible | None = None
        self.nearest: int | None = None  # the length of the shortest circle that is left
        self.heap: list[tuple[int, bool, int, _Found]] = []
        self.count = 0

    def run(self) -> list[Loop]:
        """Find every loop."""
        every = set(self.nodes)
        self._tell_single()
        self.feasible = Feasible(sorted(every), self.steps(every, self.pair, -self.let_go), self._gone)
        self._look_for_circles(every)
        self._look_at_dates(every)
        while self.heap:
            if len(self.loops) >= MOST_LOOPS:
                self._give_up()
                break
            _, _, _, found = heapq.heappop(self.heap)
            for loop in found.loops:
                if not any(constraint in self.dropped for constraint in loop.constraints):
                    self._tell(loop)
            (self._look_for_circles if found.circle else self._look_at_dates)(found.nodes)
        return self.loops

    def _tell_single(self) -> None:
        """Tell every statement that contradicts itself, and then every one that two dates contradict."""
        for edges in self.leaving.values():
            for edge in edges:
                back = self._back(edge)
                if back is not None and edge.constraint not in self.dropped and self.pair(edge) + back > 0:
                    self._tell(Loop((edge,), once=self._within((edge,), closed=True)))
        for edges in self.leaving.values():
            for edge in edges:
                low, high = self.low.get(edge.tail), self.high.get(edge.head)
                if low is None or high is None or low + edge.days <= high or edge.constraint in self.dropped:
                    continue
                self._tell(self._dated((edge,), edge.head))

    def _back(self, edge: Edge) -> int | None:
        """The weight of the way back from an edge between the ends of one event, or None."""
        if edge.head == edge.tail:
            return 0
        other, by_date = self.twins.get(edge.head, (None, False))
        return None if other != edge.tail else -self.let_go if by_date else 0

    def _tell(self, loop: Loop) -> None:
        """Keep a loop, and set aside its first constraint by path and line, a statement rather than a time of day."""
        self.loops.append(replace(loop, edges=_times_joined(loop.edges, closed=loop.lower is None)))
        self.dropped.add(first_of(loop))

    def _push(self, length: int, found: _Found) -> None:
        self.count += 1
        heapq.heappush(self.heap, (length, not found.circle, self.count, found))

    def steps(self, nodes: Iterable[int], weight: Callable[[Edge], int], once: int, *, turned: bool = False) -> Out:
        """The steps of what was not set aside between some nodes; `once` weighs that which a once-within date makes."""
        inside = nodes if isinstance(nodes, set) else set(nodes)
        out: dict[int, list[Step]] = {}
        for node in sorted(inside):
            for edge in self.leaving.get(node, ()):
                if edge.head in inside and edge.constraint not in self.dropped:
                    tail, head = (edge.head, node) if turned else (node, edge.head)
                    out.setdefault(tail, []).append((head, weight(edge), edge))
            if node in self.twins and self.twins[node][0] in inside:
                other, by_date = self.twins[node]
                tail, head = (other, node) if turned else (node, other)
                out.setdefault(tail, []).append((head, once if by_date else 0, None))
        return out

    def pair(self, edge: Edge) -> int:
        """The weight of an edge: days, then the order within the day."""
        return edge.days * self.day + (-self.let_go if edge.strict is None else edge.strict)

    def _gone(self, edge: Edge) -> bool:
        return edge.constraint in self.dropped

    def _look_for_circles(self, nodes: set[int]) -> None:
        """Find the shortest circles that are left: each leads over a step that what can hold together refused."""
        assert self.feasible is not None
        self.feasible.look_again()
        refused = self.feasible.refused
        self.nearest = min(map(len, refused.values()), default=None)
        if self.nearest is None:
            return
        out = self.steps(nodes, self.pair, -self.let_go)
        turned = turned_round(out)
        for held, circle in refused.items():
            if len(circle) > 1:
                shorter = circle_through(held[0], out, turned, min(len(circle) - 1, self.nearest))
                if shorter:
                    refused[held] = shorter
                    self.nearest = min(self.nearest, len(shorter))
        circles = [circle for circle in refused.values() if len(circle) == self.nearest]
        loops = [Loop(tuple(circle), once=self._within(circle, closed=True)) for circle in circles]
        self._push(self.nearest, _Found(nodes, loops, True))

    def _within(self, edges: Sequence[Edge], *, closed: bool) -> tuple[str, ...]:
        """The events that a loop leads through from the end to the start: a once-within date has both on one day."""
        following = (*edges[1:], edges[0]) if closed else edges[1:]
        pairs = zip(edges, following, strict=closed)
        return tuple(dict.fromkeys(self.ids[a.head // 2] for a, b in pairs if a.head % 2 and b.tail == a.head - 1))

    def _look_at_dates(self, nodes: set[int]) -> None:
        """Find the shortest loops that rest on dates, among these nodes.

        While circles are left, walks may go round them for ever: only what is no longer than the shortest is looked
        for, and the rest later. Without circles, a node through which such a loop leads is pushed beyond the latest day
        that it can have, so that only those are searched, which are few.
        """
        out = self.steps(nodes, _days, 0)
        if self.nearest is not None:
            self._push_routes(nodes, out, self.nearest)
            return
        turned = self.steps(nodes, _days, 0, turned=True)
        lows = {node: day for node, day in self.low.items() if node in nodes}
        highs = {node: -day for node, day in self.high.items() if node in nodes}
        Pushing(lows, out, ranks(sorted(nodes), out)).run()
        Pushing(highs, turned, ranks(sorted(nodes), turned)).run()
        pushed = {node for node, day in lows.items() if node in highs and day > -highs[node]}
        plain = self.steps(pushed, _days, 0)
        for part in _pieces(pushed, plain):
            self._push_routes(part, plain, None)

    def _push_routes(self, nodes: set[int], out: Out, nearest: int | None) -> None:
        routes = shortest_routes(self.low, self.high, nodes, out, nearest)
        if routes:
            loops = [self._dated(edges, node) for edges, node in routes]
            self._push(len(routes[0][0]), _Found(nodes, loops, False))
        elif nearest is not None:
            self._push(nearest, _Found(nodes, [], False))

    def _dated(self, edges: Sequence[Edge], node: int) -> Loop:
        """A route as a loop, with the events at whose dates it begins and ends."""
        once = self._within(edges, closed=False)
        return Loop(tuple(edges), self.ids[edges[0].tail // 2], self.ids[node // 2], once)

    def _give_up(self) -> None:
        """Set aside all that takes part in what was not told."""
        self.more = True
        for _, _, _, found in self.heap:
            for node in found.nodes:
                for edge in self.leaving.get(node, ()):
                    pulls = edge.days > 0 or (edge.days == 0 and edge.strict)
                    if edge.head in found.nodes and (pulls or not found.circle):
                        self.dropped.add(edge.constraint)
        self.heap.clear()


def _days(edge: Edge) -> int:
    return edge.days


def _times_joined(edges: Sequence[Edge], *, closed: bool) -> tuple[Edge, ...]:
    """The edges of a loop, those that lead from one time of a day to the next and the next told as one.

    Only neighbouring times have an edge, lest a day of many events have one for each two of them; what they say
    together is that the last is later than the first.
    """
    kept = list(edges)
    if closed:
        begin = next((i for i, edge in enumerate(kept) if edge.constraint.relation != "time"), 0)
        kept = kept[begin:] + kept[:begin]
    told: list[Edge] = []
    for edge in kept:
        before = told[-1] if told else None
        if before and before.constraint.relation == edge.constraint.relation == "time":
            later = joined(before.constraint, edge.constraint)
            told[-1] = Edge(before.tail, edge.head, edge.days, edge.strict, later)
        else:
            told.append(edge)
    return tuple(told)


def _pieces(nodes: set[int], out: Out) -> list[set[int]]:
    """The parts of a graph that nothing joins, the one with the first node first."""
    beside: dict[int, list[int]] = {}
    for tail, steps in out.items():
        for head, _, _ in steps:
            beside.setdefault(tail, []).append(head)
            beside.setdefault(head, []).append(tail)
    pieces: list[set[int]] = []
    seen: set[int] = set()
    for start in sorted(nodes):
        if start in seen:
            continue
        piece, work = {start}, [start]
        while work:
            for other in beside.get(work.pop(), ()):
                if other not in piece:
                    piece.add(other)
                    work.append(other)
        seen |= piece
        pieces.append(piece)
    return pieces
