"""The total order: every statement respected, then every date, then the site's rule for ties.

Input: a settled network. Output: event ids in order, those that can be placed and those that cannot. Invariant: no
event is ever lost, and the same network gives the same order.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from fasti.chronology.graph import knots
from fasti.chronology.network import Network
from fasti.edtf import Bounds

Key = tuple[float | str, ...]


def sequence(network: Network, tie_break: Sequence[str]) -> tuple[list[str], list[str]]:
    """Ids of the events with a known side, in order, and ids of the undated, in the order of their statements."""
    return _Sequencer(network, tie_break).run()


def sides(start: Bounds, end: Bounds) -> tuple[int, int] | None:
    """The days that an event sorts by, earliest and latest; an open side sorts by the known one; None without any."""
    known = [day for day in (start.earliest, start.latest, end.earliest, end.latest) if day is not None]
    if not known:
        return None
    earliest = start.earliest if start.earliest is not None else known[0]
    return earliest, end.latest if end.latest is not None else known[-1]


class _Sequencer:
    """Takes whatever may come next, one event at a time (Kahn's algorithm).

    An event may come when everything that a statement puts before it has come, and everything whose window ends before
    its own begins. Ends of events take no place; they pass on that they were reached.
    """

    def __init__(self, network: Network, tie_break: Sequence[str]) -> None:
        self.ids = network.ids
        self.windows = [network.window(event_id) for event_id in network.ids]
        self.keys = [self.key(i, tie_break) for i in range(len(self.ids))]
        self.placed: list[str] = []
        self.undated: list[str] = []
        self.done = [False] * len(self.ids)
        self.free: list[tuple[Key, int]] = []
        self.later: list[tuple[int, Key, int]] = []
        self.loose: list[tuple[str, int]] = []
        # Every event that has a last day to begin on, the soonest first: whatever begins after that day waits for it.
        latest = ((start.latest, i) for i, (start, _) in enumerate(self.windows) if start.latest is not None)
        self.deadlines = sorted(latest, reverse=True)
        self.after, self.waits_for = _arrows(network)

    def key(self, index: int, tie_break: Sequence[str]) -> Key | None:
        """What an event sorts by among those that may come next; None for an undated one."""
        days = sides(*self.windows[index])
        if days is None:
            return None
        parts: dict[str, float | str] = {"earliest": days[0], "latest": days[1], "id": self.ids[index]}
        return (*(parts[word] for word in tie_break), self.ids[index])

    def run(self) -> tuple[list[str], list[str]]:
        self.reach([node for node, count in enumerate(self.waits_for) if count == 0])
        while (index := self.next()) is not None:
            self.done[index] = True
            (self.undated if self.keys[index] is None else self.placed).append(self.ids[index])
            self.reach(self.release(2 * index))
        return self.placed, self.undated

    def release(self, node: int) -> list[int]:
        """What waits for nothing more, now that a node was reached."""
        ready = []
        for head in self.after.get(node, ()):
            self.waits_for[head] -= 1
            if self.waits_for[head] == 0:
                ready.append(head)
        return ready

    def reach(self, ready: list[int]) -> None:
        """Queue the beginnings among the nodes that wait for nothing; an end is passed at once."""
        while ready:
            node = ready.pop()
            if node % 2:
                ready += self.release(node)
                continue
            index = node // 2
            key, earliest = self.keys[index], self.windows[index][0].earliest
            if key is None:
                heapq.heappush(self.loose, (self.ids[index], index))
            elif earliest is None:
                heapq.heappush(self.free, (key, index))
            else:
                heapq.heappush(self.later, (earliest, key, index))

    def next(self) -> int | None:
        """The event that comes next, or None when all have come."""
        if self.loose:
            return heapq.heappop(self.loose)[1]
        while self.deadlines and self.done[self.deadlines[-1][1]]:
            self.deadlines.pop()
        limit = self.deadlines[-1][0] if self.deadlines else math.inf
        # Contradictions that were set aside can leave every event waiting for another's date: then dates give way.
        while self.later and (self.later[0][0] <= limit or not self.free):
            _, key, index = heapq.heappop(self.later)
            heapq.heappush(self.free, (key, index))
        return heapq.heappop(self.free)[1] if self.free else None


def _arrows(network: Network) -> tuple[dict[int, list[int]], list[int]]:
    """Which nodes come after each, and how many each waits for; two that must be one moment wait for neither."""
    nodes = range(2 * len(network.ids))
    pairs = dict.fromkeys((edge.tail, edge.head) for edge in network.standing() if edge.strict is not None)
    pairs |= dict.fromkeys((node, node + 1) for node in nodes[::2])
    arrows: dict[int, list[int]] = {}
    for tail, head in pairs:
        arrows.setdefault(tail, []).append(head)
    knot_of = {node: number for number, knot in enumerate(knots(nodes, arrows)) for node in knot}
    after: dict[int, list[int]] = {}
    waits_for = [0] * len(nodes)
    for tail, head in pairs:
        if knot_of[tail] != knot_of[head]:
            after.setdefault(tail, []).append(head)
            waits_for[head] += 1
    return after, waits_for
