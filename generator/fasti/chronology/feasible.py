"""Steps that can all hold, with values that show it, and those few that cannot be added to them.

Input: nodes and steps. Output: the steps that were refused, each with a circle heavier than nothing that it would
close. Invariant: every such circle of the whole graph leads over a step that was refused. One step is added at a time,
and only what it pushes is looked at (Cotton and Maler 2006). HOT.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable

from fasti.chronology.constraints import Edge
from fasti.chronology.paths import Out, Pushing, Step, edges_to, ranks

Held = tuple[int, Step]
"""A step and the node it leaves."""


class Feasible:
    """What can hold together of a graph. `gone` says which edges are there no more; the graph only ever loses some."""

    def __init__(self, nodes: Iterable[int], out: Out, gone: Callable[[Edge], bool]) -> None:
        members = list(nodes)
        self.gone = gone
        pushing = Pushing(dict.fromkeys(members, 0), out, ranks(members, out))
        circle = pushing.run()
        self.value = pushing.value
        self.out: dict[int, list[Step]] = {node: list(out.get(node, ())) for node in members}
        self.refused: dict[Held, list[Edge]] = {}
        if circle:
            self._add_what_is_not_at_rest(members)

    def _add_what_is_not_at_rest(self, members: list[int]) -> None:
        value, waiting = self.value, []
        for node in members:
            at = value[node]
            rest = [step for step in self.out[node] if at + step[1] > value[step[0]]]
            if rest:
                self.out[node] = [step for step in self.out[node] if at + step[1] <= value[step[0]]]
                waiting += [(node, step) for step in rest]
        for held in waiting:
            if circle := self.add(held):
                self.refused[held] = circle

    def add(self, held: Held) -> list[Edge] | None:
        """Add a step; or the edges of the circle that it would close, and all stays as it was."""
        tail, (head, weight, edge) = held
        value, out = self.value, self.out
        more = value[tail] + weight - value[head]
        if more > 0 and head == tail:
            return [edge] if edge else []
        lifts = {head: more}
        parents: dict[int, tuple[int, Edge | None]] = {head: (tail, edge)}
        lifted: dict[int, int] = {}
        queue = [(-more, head)] if more > 0 else []
        while queue:
            minus, node = heapq.heappop(queue)
            if node in lifted:
                continue
            if node == tail:
                return edges_to(tail, parents)
            at = lifted[node] = value[node] - minus
            for other, step, by in out[node]:
                lift = at + step - value[other]
                if lift > 0 and other not in lifted and lift > lifts.get(other, 0) and not (by and self.gone(by)):
                    lifts[other] = lift
                    parents[other] = (node, by)
                    heapq.heappush(queue, (-lift, other))
        value.update(lifted)
        out[tail].append(held[1])
        return None

    def look_again(self) -> None:
        """Try once more what was refused over a circle that is broken by now."""
        for held, circle in list(self.refused.items()):
            edge = held[1][2]
            if not any(self.gone(one) for one in circle):
                continue
            del self.refused[held]
            if edge is None or not self.gone(edge):
                if again := self.add(held):
                    self.refused[held] = again
