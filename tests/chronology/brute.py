"""The order network by brute force: every walk and every simple circle of a small one, for comparison.

Input: ends, edges and windows. Output: bounds, whether anything contradicts, and the fewest statements of a loop that
does. Nothing is shared with the code under test but the edges themselves.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.chronology.constraints import Constraint
from fasti.chronology.network import Network

LET_GO = -(10**6)
"""An order within the day that is let go of: further down than any network of a test can climb."""

Arc = tuple[int, int, tuple[int, int], int]
"""From, to, days and order within the day, and how many statements it counts."""


def arcs(network: Network, without: Iterable[Constraint] = ()) -> list[Arc]:
    """Everything that holds as differences, the origin of days being the last node."""
    left_out = set(without)
    origin = 2 * len(network.ids)
    found: list[Arc] = []
    for edge in network.edges:
        if edge.constraint not in left_out:
            order = LET_GO if edge.strict is None else edge.strict
            found.append((edge.tail, edge.head, (edge.days, order), 1))
    for index, once in enumerate(network.moment):
        found.append((2 * index, 2 * index + 1, (0, 0), 0))
        if once:
            found.append((2 * index + 1, 2 * index, (0, LET_GO), 0))
    for node in range(origin):
        if (low := network.given_low[node]) is not None:
            found.append((origin, node, (low, LET_GO), 0))
        if (high := network.given_high[node]) is not None:
            found.append((node, origin, (-high, LET_GO), 0))
    return found


def plus(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    """Two weights one after the other."""
    return a[0] + b[0], a[1] + b[1]


def farthest(nodes: int, every: list[Arc]) -> list[list[tuple[int, int] | None]] | None:
    """The heaviest walk between any two nodes (Floyd and Warshall), or None if some circle is heavier than nothing."""
    table: list[list[tuple[int, int] | None]] = [[None] * nodes for _ in range(nodes)]
    for node in range(nodes):
        table[node][node] = (0, 0)
    for tail, head, weight, _ in every:
        known = table[tail][head]
        if known is None or weight > known:
            table[tail][head] = weight
    for via in range(nodes):
        for tail in range(nodes):
            first = table[tail][via]
            if first is None:
                continue
            for head in range(nodes):
                second, known = table[via][head], table[tail][head]
                if second is not None and (known is None or plus(first, second) > known):
                    table[tail][head] = plus(first, second)
        if any((table[node][node] or (0, 0)) > (0, 0) for node in range(nodes)):
            return None
    return table


def consistent(network: Network, without: Iterable[Constraint] = ()) -> bool:
    """Whether everything can hold at once, holes of sets left out of account."""
    return farthest(2 * len(network.ids) + 1, arcs(network, without)) is not None


def bounds(network: Network, without: Iterable[Constraint] = ()) -> tuple[list[int | None], list[int | None]]:
    """The earliest and the latest day of every end, in a network that can hold."""
    origin = 2 * len(network.ids)
    table = farthest(origin + 1, arcs(network, without))
    assert table is not None
    low = [days[0] if (days := table[origin][node]) else None for node in range(origin)]
    high = [-days[0] if (days := table[node][origin]) else None for node in range(origin)]
    return low, high


def shortest(network: Network, without: Iterable[Constraint] = ()) -> int | None:
    """The fewest statements on a circle heavier than nothing: every simple circle is walked."""
    every = arcs(network, without)
    out: dict[int, list[Arc]] = {}
    for arc in every:
        out.setdefault(arc[0], []).append(arc)
    best: int | None = None
    for first in range(2 * len(network.ids) + 1):
        work: list[tuple[int, tuple[int, int], int, frozenset[int]]] = [(first, (0, 0), 0, frozenset((first,)))]
        while work:
            node, weight, count, visited = work.pop()
            for _, head, more, counted in out.get(node, ()):
                number = count + counted
                if head < first or (best is not None and number >= best):
                    continue
                if head == first:
                    if plus(weight, more) > (0, 0):
                        best = number
                elif head not in visited:
                    work.append((head, plus(weight, more), number, visited | {head}))
    return best
