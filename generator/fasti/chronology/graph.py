"""Graphs: the parts of one in which every node leads to every other.

Input: nodes and arrows. Output: lists of nodes. Invariant: answers depend on the graph alone, and nothing recurses,
since a chain may be as long as there are records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


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
