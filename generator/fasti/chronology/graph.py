"""Graphs of edges with weights: knots, heaviest walks, shortest circles.

Input: nodes, edges, and for each node perhaps a twin that follows it without an edge. Output: lists of nodes or edges.
Nothing here knows what a node is. Invariant: answers depend on the graph alone; nodes and edges are tried in the order
given, and nothing recurses, since a chain may be as long as there are records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from fasti.chronology.constraints import Edge

Chain = tuple[Edge, Any] | None
"""A walk, its last edge first; chains share their beginnings."""

Far = dict[int, tuple[int, Chain]]
"""How far the heaviest known walk to a node goes, and that walk."""

Weight = Callable[[Edge], int]
Out = Mapping[int, Sequence[Edge]]
Twins = Mapping[int, tuple[int, int]]

MOST_STARTS = 2_000
"""From how many nodes of a knot a shorter circle than the first is looked for; from fewer the longer the first is."""


def knots(nodes: Iterable[int], arrows: Mapping[int, Iterable[int]]) -> list[list[int]]:
    """The strongly connected parts, each sorted (Tarjan's algorithm); arrows that lead out of `nodes` are not there."""
    nodes = sorted(nodes)
    members = set(nodes)
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    open_nodes: dict[int, None] = {}
    found: list[list[int]] = []
    for root in nodes:
        if root in index:
            continue
        work: list[tuple[int, Iterator[int]]] = []
        pending: int | None = root
        while work or pending is not None:
            if pending is not None:
                index[pending] = low[pending] = len(index)
                open_nodes[pending] = None
                work.append((pending, iter(arrows.get(pending, ()))))
                pending = None
            node, heads = work[-1]
            for head in heads:
                if head not in index and head in members:
                    pending = head
                    break
                if head in open_nodes:
                    low[node] = min(low[node], index[head])
            else:
                work.pop()
                if work:
                    above = work[-1][0]
                    low[above] = min(low[above], low[node])
                if low[node] == index[node]:
                    part: list[int] = []
                    while not part or part[-1] != node:
                        part.append(open_nodes.popitem()[0])
                    found.append(sorted(part))
    return found


def walks(far: Far, out: Out, weight: Weight, twins: Twins) -> Iterator[Far]:
    """Heaviest walks, one edge longer with each round, from the nodes in `far`, which is kept up to date.

    Yields what each round reaches by its edge; steps to twins are taken after that, in the same round. Ends when no
    walk becomes heavier, which never happens where a circle is heavier than nothing: the caller stops.
    """
    frontier = dict(far)
    _take_twins(frontier, far, twins)
    while frontier:
        reached: Far = {}
        for node, (distance, chain) in frontier.items():
            for edge in out.get(node, ()):
                candidate = distance + weight(edge)
                known = reached.get(edge.head) or far.get(edge.head)
                if known is None or candidate > known[0]:
                    reached[edge.head] = (candidate, (edge, chain))
        yield reached
        far.update(reached)
        _take_twins(reached, far, twins)
        frontier = reached


def _take_twins(reached: Far, far: Far, twins: Twins) -> None:
    for node, (distance, chain) in list(reached.items()):
        if node in twins:
            other, step = twins[node]
            known = far.get(other)
            if known is None or distance + step > known[0]:
                reached[other] = far[other] = (distance + step, chain)


def links(chain: Chain) -> list[Edge]:
    """The edges of a walk, first one first."""
    edges: list[Edge] = []
    while chain:
        edges.append(chain[0])
        chain = chain[1]
    return edges[::-1]


def shortest_circle(knot: Sequence[int], out: Out, weight: Weight, twins: Twins) -> list[Edge] | None:
    """A circle of positive weight in a strongly connected part, with as few edges as can be found, or None.

    `out` and `twins` lead nowhere else. One walk from anywhere tells whether there is such a circle; more are tried for
    a shorter one, from every node unless the knot is large: then it may not be the shortest of all.
    """
    best = _circle_from(knot[0], out, weight, twins, None)
    if best is None:
        return None
    for start in knot[: max(10, MOST_STARTS // (1 + len(best) // 10))]:
        if len(best) == 1:
            break
        best = _circle_from(start, out, weight, twins, len(best) - 1) or best
    return best


def _circle_from(start: int, out: Out, weight: Weight, twins: Twins, most: int | None) -> list[Edge] | None:
    """The first positive circle that the heaviest walks from a node meet, of at most so many edges."""
    for number, reached in enumerate(walks({start: (0, None)}, out, weight, twins), 1):
        if most is not None and number > most:
            return None
        back = reached.get(start)
        if back and back[0] > 0:
            return links(back[1])
        # Looking back along every walk in every round would take a long ring the square of its length.
        if number <= 16 or number & (number - 1) == 0:
            for node, (_, chain) in reached.items():
                if circle := _closed(node, chain):
                    return circle
    return None


def _closed(node: int, chain: Chain) -> list[Edge] | None:
    """The end of a walk since an earlier visit of its last node: heavier on return, so that circle is positive."""
    assert chain is not None
    edges, rest = [chain[0]], chain[1]
    while rest:
        if rest[0].head == node:
            return edges[::-1]
        edges.append(rest[0])
        rest = rest[1]
    return None


def by_tail(edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    """Edges by the node they leave."""
    out: dict[int, list[Edge]] = {}
    for edge in edges:
        out.setdefault(edge.tail, []).append(edge)
    return out
