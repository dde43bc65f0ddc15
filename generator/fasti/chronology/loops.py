"""The shortest loops of a graph: circles that push themselves, and routes that go beyond a limit.

Input: steps by the node they leave; steps without an edge count nothing, since no author wrote them. Output: edges in
the order of the loop. Of a node only this is known: 2i and 2i + 1 are the ends of one event. Invariant: no shorter
loop is in the graph that was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fasti.chronology.constraints import Edge
from fasti.chronology.paths import Out

Chain = tuple[Edge, Any] | None
"""A walk, its last edge first; chains share their beginnings."""

Far = dict[int, tuple[int, Chain]]
"""How heavy the heaviest known walk to a node is, and that walk."""


def turned_round(out: Out) -> dict[int, list[tuple[int, Edge | None]]]:
    """Where the steps to each node come from, those without an edge first."""
    turned: dict[int, list[tuple[int, Edge | None]]] = {}
    for node, steps in out.items():
        for head, _, edge in steps:
            before = turned.setdefault(head, [])
            before.insert(len(before) if edge else 0, (node, edge))
    return turned


def circle_through(
    start: int, out: Out, turned: Mapping[int, list[tuple[int, Edge | None]]], most: int
) -> list[Edge] | None:
    """The circle through a node with the fewest edges, at most so many, or one as short that was met on the way."""
    back = _hops_back(start, turned, most - 1)
    far: Far = {start: (0, None)}
    far |= {head: (weight, None) for head, weight, edge in out.get(start, ()) if edge is None}
    frontier = dict(far)
    for number in range(1, most + 1):
        reached = _onwards(frontier, far, out, back, most - number)
        reached = _twins(reached, far, out, back, most - number)
        if start in reached:
            return _simple(links(reached[start][1]), out)
        far.update(reached)
        frontier = reached
        if not frontier:
            break
    return None


def _hops_back(start: int, turned: Mapping[int, list[tuple[int, Edge | None]]], most: int) -> dict[int, int]:
    """The fewest edges from a node to the start, for the nodes that have at most so many."""
    hops = {start: 0}
    level, number = [start], 0
    while level and number <= most:
        beyond: list[int] = []
        while level:
            node = level.pop()
            if hops[node] < number:
                continue
            for tail, edge in turned.get(node, ()):
                cost = edge is not None
                if number + cost > most:
                    break
                if hops.get(tail, most + 1) > number + cost:
                    hops[tail] = number + cost
                    (beyond if cost else level).append(tail)
        level, number = beyond, number + 1
    return hops


def shortest_routes(
    begin: Mapping[int, int], limit: Mapping[int, int], inside: set[int], out: Out, most: int | None
) -> list[tuple[list[Edge], int]]:
    """The routes from a beginning to a node that go beyond its limit, with the fewest edges: all of that number.

    `most` is a number of edges beyond which nothing is looked for. Each route comes with the node where it ends.
    """
    far: Far = {node: (value, None) for node, value in begin.items() if node in inside}
    home = dict.fromkeys(inside, 0)
    frontier = _twins(dict(far), far, out, home, 0)
    far.update(frontier)
    number = 0
    while frontier and (most is None or number < most):
        number += 1
        reached = _twins(_onwards(frontier, far, out, home, 0), far, out, home, 0)
        beyond = [node for node, (value, _) in reached.items() if node in limit and value > limit[node]]
        if beyond:
            return [(links(reached[node][1]), node) for node in sorted(beyond)]
        far.update(reached)
        frontier = reached
    return []


def _onwards(frontier: Far, far: Far, out: Out, back: Mapping[int, int], left: int) -> Far:
    """What one more edge reaches, where that is heavier than what was known and at most so many edges from home."""
    reached: Far = {}
    for node, (so_far, chain) in frontier.items():
        for head, weight, edge in out.get(node, ()):
            if edge is None or back.get(head, left + 1) > left:
                continue
            value = so_far + weight
            known = reached.get(head) or far.get(head)
            if known is None or value > known[0]:
                reached[head] = (value, (edge, chain))
    return reached


def _twins(reached: Far, far: Far, out: Out, back: Mapping[int, int], left: int) -> Far:
    """Steps without an edge, taken in the same round; one after another they gain nothing."""
    for node, (so_far, chain) in list(reached.items()):
        for head, weight, edge in out.get(node, ()):
            if edge is not None or back.get(head, left + 1) > left:
                continue
            known = reached.get(head) or far.get(head)
            if known is None or so_far + weight > known[0]:
                reached[head] = (so_far + weight, chain)
    return reached


def links(chain: Chain) -> list[Edge]:
    """The edges of a walk, first one first."""
    edges: list[Edge] = []
    while chain:
        edges.append(chain[0])
        chain = chain[1]
    return edges[::-1]


def _simple(edges: list[Edge], out: Out) -> list[Edge]:
    """The first part of a closed walk heavier than nothing that meets no node twice and is heavier than nothing too."""
    path: list[tuple[int, int, Edge | None]] = []  # where each step begins, what it weighs
    at: dict[int, int] = {}
    for step, following in zip(edges, (*edges[1:], edges[0]), strict=True):
        weight = next(weight for _, weight, edge in out[step.tail] if edge is step)
        hops: list[tuple[int, int, Edge | None, int]] = [(step.tail, weight, step, step.head)]
        if step.head != following.tail:
            twin = next(w for head, w, edge in out[step.head] if edge is None and head == following.tail)
            hops.append((step.head, twin, None, following.tail))
        for tail, cost, edge, head in hops:
            at[tail] = len(path)
            path.append((tail, cost, edge))
            if head not in at:
                continue
            circle = path[at[head] :]
            if sum(cost for _, cost, _ in circle) > 0:
                return [edge for _, _, edge in circle if edge is not None]
            for tail_, _, _ in circle:
                del at[tail_]
            del path[len(path) - len(circle) :]
    return edges
