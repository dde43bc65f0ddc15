"""Heaviest walks through a graph: how far each node is pushed, by which step, and whether some circle never ends.

Input: steps by the node they leave. Output: the greatest value of every node and the step that gave it. Nothing here
knows what a node is. Invariant: answers depend on the graph alone, and nothing recurses, since a chain may be as long
as there are records. This is the longest-path form of Bellman and Ford's method, in passes (Yen 1970). HOT.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

from fasti.chronology.constraints import Edge

Step = tuple[int, int, Edge | None]
"""A way to a node that adds a weight; without an edge it leads between the two ends of one event."""

Out = Mapping[int, Sequence[Step]]


def ranks(nodes: Iterable[int], out: Out) -> dict[int, int]:
    """A rank for every node, so that steps which push onwards lead upwards wherever they close no circle."""
    order: list[int] = []
    seen: set[int] = set()
    members = list(nodes)
    inside = set(members)
    for root in members:
        if root in seen:
            continue
        seen.add(root)
        work = [(root, iter(out.get(root, ())))]
        while work:
            node, steps = work[-1]
            for head, weight, _ in steps:
                if weight >= 0 and head not in seen and head in inside:
                    seen.add(head)
                    work.append((head, iter(out.get(head, ()))))
                    break
            else:
                order.append(node)
                work.pop()
    return {node: rank for rank, node in enumerate(reversed(order))}


class Pushing:
    """Values that are pushed along steps until nothing moves, or until a circle is found that would go on for ever."""

    def __init__(self, value: dict[int, int], out: Out, rank: dict[int, int]) -> None:
        self.value = value
        self.out = out
        self.rank = rank
        self.parents: dict[int, tuple[int, Edge | None]] = {}
        self.pending = set(value)

    def run(self) -> list[Edge] | None:
        """Push on until nothing moves; or the edges of a circle heavier than nothing, if there is one."""
        value, out, rank, parents = self.value, self.out, self.rank, self.parents
        passes = 0
        while self.pending:
            queue = sorted((rank[node], node) for node in self.pending if node in rank)
            queued = self.pending
            self.pending = set()
            while queue:
                at, node = heapq.heappop(queue)
                queued.discard(node)
                so_far = value[node]
                for head, weight, edge in out.get(node, ()):
                    pushed = so_far + weight
                    known = value.get(head)
                    if known is not None and known >= pushed:
                        continue
                    place = rank.get(head)
                    if place is None:
                        continue
                    value[head] = pushed
                    parents[head] = (node, edge)
                    if place <= at:
                        self.pending.add(head)
                    elif head not in queued:
                        queued.add(head)
                        heapq.heappush(queue, (place, head))
            passes += 1
            # Looking for a circle costs as much as a pass: the longer there is none, the more seldom.
            if self.pending and passes & (passes - 1) == 0 and (circle := self.circle()):
                return circle
        return None

    def lift(self, node: int, to: int) -> None:
        """Raise a node by what it is itself, and whatever it pushes in turn."""
        self.parents.pop(node, None)
        self.value[node] = to
        self.pending.add(node)
        self.run()

    def circle(self) -> list[Edge] | None:
        """A circle in who pushed whom: it is heavier than nothing (Cherkassky and Goldberg 1999)."""
        parents = self.parents
        state: dict[int, int] = {}
        for number, start in enumerate(parents):
            node = start
            while node in parents and node not in state:
                state[node] = number
                node = parents[node][0]
            if node in parents and state[node] == number:
                return edges_to(node, parents)
        return None


class Pushed(Pushing):
    """How far each node is pushed where no circle goes on for ever, with the edges that did it."""

    def __init__(self, begin: Sequence[int | None], out: Out) -> None:
        value = {node: given for node, given in enumerate(begin) if given is not None}
        super().__init__(value, out, ranks(range(len(begin)), out))
        self.kept: dict[int, list[Edge]] = {}
        circle = self.run()
        assert circle is None, "what pushes itself was not set aside"

    def lift(self, node: int, to: int) -> None:
        """Raise a node; what pushed it as far as it was stays known."""
        self.kept[node] = self.chain(node)
        super().lift(node, to)

    def chain(self, node: int) -> list[Edge]:
        """The edges that pushed a node, the one nearest to it first; none where it stands by its own value."""
        edges: list[Edge] = []
        while node in self.parents:
            node, edge = self.parents[node]
            if edge is not None:
                edges.append(edge)
        return edges + self.kept.get(node, [])

    def last(self, node: int) -> Edge | None:
        """The last edge on the way to a node, if any."""
        while node in self.parents:
            node, edge = self.parents[node]
            if edge is not None:
                return edge
        return next(iter(self.kept.get(node, ())), None)


def edges_to(node: int, parents: Mapping[int, tuple[int, Edge | None]]) -> list[Edge]:
    """The edges of the circle that closed at a node, in its order, by who was reached from whom."""
    edges: list[Edge] = []
    last = node
    while True:
        node, edge = parents[node]
        if edge is not None:
            edges.append(edge)
        if node == last:
            return edges[::-1]
