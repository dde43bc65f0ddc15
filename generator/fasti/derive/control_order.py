"""Which of two control statements is known to be the earlier: by their days, or by what is said of their order.

Input: the settled order network. Output: a yes or no. Invariant: a tie of the chronology is no knowledge; where only
the site's rule put one event before another, neither statement is earlier.
"""

from __future__ import annotations

from fasti.chronology import Chronology
from fasti.derive.control_statements import ALWAYS, Held


class Sooner:
    """Answers for pairs of statements; the ways between events are looked for once."""

    def __init__(self, chronology: Chronology) -> None:
        self._network = chronology.network
        self._out: dict[int, list[int]] = {}
        for edge in self._network.standing():
            if edge.strict is not None:
                self._out.setdefault(edge.tail, []).append(edge.head)
        self._known: dict[tuple[int, int], bool] = {}

    def __call__(self, one: Held, other: Held) -> bool:
        """Whether what one statement says was over before what the other says came, or stood at the end of it."""
        return over(one) < begun(other) or self.stated(one, other)

    def stated(self, one: Held, other: Held) -> bool:
        """Whether records say so of the two events, by `after` and the like or by the time of day."""
        if one.apart or other.apart or one.event == other.event or not self._out:
            return False
        return self._leads(one, other) and not self._leads(other, one)

    def events(self, one: str, other: str) -> bool:
        """Whether records put the whole of one event before the whole of another, directly or through others."""
        network = self._network
        ways = ((network.end[one], network.start[other]), (network.end[other], network.start[one]))
        onward, back = (self._leads_to(tail, head) for tail, head in ways)
        return onward and not back

    def _leads(self, one: Held, other: Held) -> bool:
        """Whether the end of one event is not after the moment of another: its end for a change, else its start."""
        network = self._network
        tail = network.end[one.event]
        head = network.end[other.event] if other.change else network.start[other.event]
        return self._leads_to(tail, head)

    def _leads_to(self, tail: int, head: int) -> bool:
        if (tail, head) not in self._known:
            self._known[tail, head] = self._reaches(tail, head)
        return self._known[tail, head]

    def _reaches(self, tail: int, head: int) -> bool:
        network, limit = self._network, self._network.high[head]
        seen = {tail}
        work = [tail]
        while work:
            node = work.pop()
            if node == head:
                return True
            ways = [*self._out.get(node, ())]
            if node % 2 == 0:
                ways.append(node + 1)  # an end is never before its start
            elif network.moment[node // 2]:
                ways.append(node - 1)
            for way in ways:
                low = network.low[way]
                if way not in seen and (limit is None or low is None or low <= limit):
                    seen.add(way)
                    work.append(way)
        return False


def over(held: Held) -> int:
    """The last day on which it can have been so by its own account."""
    return held.late


def begun(held: Held) -> int:
    """The first day on which the end of what it says can be: statements are compared by where they leave off."""
    if held.core:
        return held.core[1]
    return held.since if held.window.earliest is not None else ALWAYS
