"""The total order: every statement respected, then every date, then the site's rule for ties.

Input: a settled network. Output: event ids in order, those that can be placed and those that cannot. Invariant: no
event is ever lost, and the same network gives the same order.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fasti.chronology.graph import knots
from fasti.chronology.network import Network
from fasti.chronology.paths import Pushed

Key = tuple[float | str, ...]


class Sequenced(NamedTuple):
    """Ids of the events with a known side, in order; those of the undated, in the order of their statements.

    `days` is the day by which each event of the first sorts.
    """

    dated: list[str]
    undated: list[str]
    days: Mapping[str, int]


def sequence(network: Network, tie_break: Sequence[str]) -> Sequenced:
    """The events of a network, each once."""
    days = sorting_days(network)
    return Sequenced(*_Sequencer(network, tie_break, days).run(), days)


def sorting_days(network: Network) -> dict[str, int]:
    """The day that each event sorts by: the first on which it can have begun.

    Where that is open it is the nearest day known of it, but never later than what must follow it. So the days together
    are one way in which everything can have been, and an order by them respects what follows from all statements. The
    undated have none.
    """
    begin: list[int | None] = []
    for event_id in network.ids:
        days = known_days(network, event_id)
        begin += (-days[0] if days else None, None)
    back = Pushed(begin, network.steps(turned=True)).value
    return {event_id: -back[node] for event_id, node in network.start.items() if begin[node] is not None}


def known_days(network: Network, event_id: str) -> list[int]:
    """The sides of an event's windows that are known: of its beginning, then of its end."""
    start, end = network.window(event_id)
    return [day for day in (*start, *end) if day is not None]


class _Sequencer:
    """Takes whatever may come next, one event at a time (Kahn's algorithm).

    An event may come when everything that a statement puts before it has come, and everything whose window ends before
    its own begins. What must be one moment is one knot: it waits for all that any of it waits for, and what comes after
    any of it waits for every event that begins in it. Ends of events take no place.
    """

    def __init__(self, network: Network, tie_break: Sequence[str], days: Mapping[str, int]) -> None:
        self.ids = network.ids
        self.windows = [network.window(event_id) for event_id in network.ids]
        # An open end sorts by the last day that is known.
        parts: dict[str, dict[str, float | str]] = {
            event_id: {"earliest": day, "latest": known_days(network, event_id)[-1], "id": event_id}
            for event_id, day in days.items()
        }
        self.keys: list[Key | None] = [
            (*(parts[event_id][word] for word in tie_break), event_id) if event_id in days else None
            for event_id in self.ids
        ]
        self.placed: list[str] = []
        self.undated: list[str] = []
        self.done = [False] * len(self.ids)
        self.free: list[tuple[Key, int]] = []
        self.later: list[tuple[int, Key, int]] = []
        self.loose: list[tuple[str, int]] = []
        # Every event that has a last day to begin on, the soonest first: whatever begins after that day waits for it.
        latest = ((start.latest, i) for i, (start, _) in enumerate(self.windows) if start.latest is not None)
        self.deadlines = sorted(latest, reverse=True)
        self.knots, self.after, self.waits_for = _arrows(network)
        self.begins = range(0, 2 * len(self.ids), 2)  # the nodes at which events begin
        self.knot_of = {node: number for number, knot in enumerate(self.knots) for node in knot}
        self.to_begin = [sum(node in self.begins for node in knot) for knot in self.knots]

    def run(self) -> tuple[list[str], list[str]]:
        self.reach([knot for knot, count in enumerate(self.waits_for) if count == 0])
        while (index := self.next()) is not None:
            self.done[index] = True
            (self.undated if self.keys[index] is None else self.placed).append(self.ids[index])
            knot = self.knot_of[2 * index]
            self.to_begin[knot] -= 1
            if self.to_begin[knot] == 0:
                self.reach(self.release(knot))
        return self.placed, self.undated

    def release(self, knot: int) -> list[int]:
        """What waits for nothing more, now that a knot has passed."""
        ready = []
        for head in self.after.get(knot, ()):
            self.waits_for[head] -= 1
            if self.waits_for[head] == 0:
                ready.append(head)
        return ready

    def reach(self, ready: list[int]) -> None:
        """Queue the events that begin in knots which wait for nothing; where none does, the knot passes at once."""
        while ready:
            knot = ready.pop()
            if not self.to_begin[knot]:
                ready += self.release(knot)
            for node in self.knots[knot]:
                if node in self.begins:
                    self.queue(node // 2)

    def queue(self, index: int) -> None:
        """An event that waits for no other may come when its days do."""
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


def _arrows(network: Network) -> tuple[list[list[int]], dict[int, list[int]], list[int]]:
    """The nodes that must be one moment together, which of these knots come after each, and how many each waits for."""
    nodes = range(len(network.moment) * 2)
    pairs = dict.fromkeys((edge.tail, edge.head) for edge in network.standing() if edge.strict is not None)
    pairs |= dict.fromkeys((node, node + 1) for node in nodes[::2])
    # What is days before the end of an event that was on one day is before its beginning too.
    pairs |= dict.fromkeys(
        (edge.tail, edge.head - edge.head % 2)
        for edge in network.standing()
        if edge.days > 0 and network.moment[edge.head // 2]
    )
    arrows: dict[int, list[int]] = {}
    for tail, head in pairs:
        arrows.setdefault(tail, []).append(head)
    tied = knots(nodes, arrows)
    knot_of = {node: number for number, knot in enumerate(tied) for node in knot}
    after: dict[int, list[int]] = {}
    waits_for = [0] * len(tied)
    for one, other in dict.fromkeys((knot_of[tail], knot_of[head]) for tail, head in pairs):
        if one != other:
            after.setdefault(one, []).append(other)
            waits_for[other] += 1
    return tied, after, waits_for
