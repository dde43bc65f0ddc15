"""The control ledger: who held each place on each day, and on what basis, derived from control statements.

Input: a corpus and its chronology. Output: `ControlLedger` of `ControlInterval`s. The rules are those of `model.md`
"Control", as `content/pages/reference/control.md` tells them; holding and siege are two strands (`control_strand`) that
are laid over each other here. Invariant: every day of a place has exactly one interval, and a basis.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.derive.control_order import Sooner
from fasti.derive.control_statements import Held, Side, by_event, gathered
from fasti.derive.control_strand import UNKNOWN, Active, Told, distinct, same, strand
from fasti.edtf import Bounds


@dataclass(frozen=True, slots=True)
class ControlInterval:
    """The state of one place from day to day, both included; `last` None: to the end of the chronology.

    `basis`: attested (a document speaks of these days), carried, between (one of `candidates`), inferred (from what a
    later change says it was taken from) or unknown. `because` are the events it follows from. `change`: how its
    beginning is known, `day`, `window` or None where it does not begin with a change. `claimed`: it rests on one side's
    claim, that of `claimed_by` if the record says whose. `siege_basis` is the basis of `besieged_by`, and
    `siege_because` those of the events that speak of the siege; with `between` it may have been there.

    `rest`: who held the place before it was told of a part alone (`extent`), and may hold the rest. `rivals`: other
    holders than these, whom a rival of one of the statements names.
    """

    place: str
    first: int
    last: int | None
    held_by: Side = ()
    how: str = "unknown"
    extent: str = "whole"
    besieged_by: Side = ()
    basis: str = "unknown"
    candidates: tuple[Side, ...] = ()
    because: tuple[str, ...] = ()
    change: str | None = None
    claimed: bool = False
    siege_basis: str = "unknown"
    claimed_by: Side = ()
    siege_because: tuple[str, ...] = ()
    rest: tuple[Side, ...] = ()
    rivals: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlAnswer:
    """Who held a place on one day: the interval of that day, and the last statement up to it (its date, its event)."""

    interval: ControlInterval
    last_word: tuple[str, str] | None


class ControlLedger:
    """The intervals of every place with a control statement."""

    def __init__(self, statements: Mapping[str, tuple[Held, ...]], sooner: Sooner, first: int, active: Active) -> None:
        self.sooner = sooner
        self._statements = statements
        self._strands: dict[str, tuple[Days, Days]] = {}
        self._intervals: dict[str, tuple[ControlInterval, ...]] = {}
        self._spoken: dict[str, list[Held]] = {}
        self._reasons: dict[str, Mapping[str, tuple[Held, ...]]] = {}
        for place, held in statements.items():
            if held:
                # What flows down speaks of no siege.
                besieging = [h for h in held if h.besiegers and not h.distance]
                strands = strand([h for h in held if h.holders], sooner, active=active), strand(besieging, sooner)
                begin = min([first, *(h.early for h in held)])
                self._strands[place] = strands
                self._intervals[place] = tuple(joined(overlay(place, *strands, begin)))
                self._spoken[place] = sorted(held, key=lambda h: (h.early, h.late, h.position))
        self.places: tuple[str, ...] = tuple(sorted(self._intervals))
        """The places of which some statement speaks on some day."""
        self.spoken_of: tuple[str, ...] = tuple(sorted(statements))
        """The places with a control statement, those included whose statements have no date."""

    def intervals(self, place: str) -> tuple[ControlInterval, ...]:
        """The whole ledger of a place, without gaps; empty for a place nobody speaks of.

        It begins with the chronology, or with the first day of which anything is known.
        """
        found = self._intervals.get(place, ())
        begin = next((at for at, i in enumerate(found) if i.basis != "unknown" or i.besieged_by), len(found) - 1)
        return found[begin:]

    def statements(self, place: str) -> tuple[Held, ...]:
        """Every statement about a place that enters the ledger, in the order in which they end."""
        return self._statements.get(place, ())

    def reasons(self, place: str) -> Mapping[str, tuple[Held, ...]]:
        """The statements about a place by their event."""
        if place not in self._reasons:
            self._reasons[place] = by_event(self.statements(place))
        return self._reasons[place]

    def on(self, place: str, day: int) -> ControlAnswer:
        """The state of a place on a day; unknown for a place nobody speaks of."""
        intervals = self._intervals.get(place)
        if not intervals:
            return ControlAnswer(ControlInterval(place, day, day), None)
        at = bisect_right(intervals, day, key=lambda i: i.first) - 1
        if at >= 0:
            found = intervals[at]
        else:  # before the chronology begins
            found = replace(next(overlay(place, *self._strands[place], day)), first=day, last=day)
        spoken = self._spoken[place]
        count = bisect_right(spoken, day, key=lambda h: h.early)
        return ControlAnswer(found, (spoken[count - 1].date, spoken[count - 1].event) if count else None)


def control_ledger(corpus: Corpus, chronology: Chronology, span: Bounds) -> ControlLedger:
    """The ledger of every place, from all published events that are not denied."""

    def active(side: Side) -> int | None:
        actors = (corpus.actor(actor) for actor in side)
        known = [actor.active.earliest for actor in actors if actor and actor.active]
        return max((day for day in known if day is not None), default=None)

    first = span.earliest if span.earliest is not None else 1
    return ControlLedger(gathered(corpus, chronology), Sooner(chronology), first, active)


Days = list[tuple[int, Told]]


def overlay(place: str, holding: Days, siege: Days, first: int) -> Iterator[ControlInterval]:
    """Holding and siege on the same days; a place may be held, contested and besieged at once.

    A siege is over as well once one of its besiegers holds the whole place: nobody besieges himself.
    """
    days = sorted({first, *(day for day, _ in (*holding[1:], *siege[1:]) if day > first)})
    over: tuple[Held, ...] = ()
    h = r = 0
    for start, after in zip(days, [*days[1:], None], strict=True):
        while h + 1 < len(holding) and holding[h + 1][0] <= start:
            h += 1
        while r + 1 < len(siege) and siege[r + 1][0] <= start:
            r += 1
        held = holding[h][1] if holding else UNKNOWN
        ring = siege[r][1] if siege else UNKNOWN
        if not holding or holding[h][0] != start:
            held = replace(held, change=None)
        ends = held.change == "day" and all(reason.ended == start for reason in ring.because)
        if ring.basis == "carried" or (ring.basis == "attested" and ends):
            if taken_by(held, ring.sides[0]):
                over = ring.because
            if over == ring.because:
                ring = UNKNOWN
            elif ring.basis == "carried" and may_be_taken_by(held, ring.sides[0]):
                ring = replace(ring, basis="between")
        yield interval(place, Bounds(start, None if after is None else after - 1), held, ring)


def taken_by(held: Told, besiegers: Side) -> bool:
    """Whether one of the besiegers holds the whole place, alone or with others."""
    known = held.basis in ("attested", "carried") and held.extent == "whole" and held.how in ("sole", "shared")
    return known and bool(set(held.sides[0]) & set(besiegers))


def may_be_taken_by(held: Told, besiegers: Side) -> bool:
    """Whether one of those who may hold the place are besiegers alone."""
    return held.basis == "between" and any(set(side) <= set(besiegers) for side in held.sides)


def interval(place: str, days: Bounds, held: Told, ring: Told) -> ControlInterval:
    """What the two strands say of the same days, as one."""
    besiegers = tuple(dict.fromkeys(actor for side in ring.sides for actor in side if actor != "nobody"))
    because = (*held.because, *(ring.because if besiegers else ()))
    claims = [reason for reason in because if reason.happened == "claimed"]
    rivals = distinct(side for reason in held.because for side in reason.rivals)
    assert days.earliest is not None
    return ControlInterval(
        place,
        days.earliest,
        days.latest,
        held_by=() if held.basis == "between" or not held.sides else held.sides[0],
        how=held.how,
        extent=held.extent,
        besieged_by=besiegers,
        basis=held.basis,
        candidates=held.sides if held.basis in ("between", "inferred") else (),
        because=tuple(dict.fromkeys(reason.event for reason in because)),
        change=held.change,
        claimed=bool(claims),
        siege_basis=ring.basis if besiegers else "unknown",
        claimed_by=tuple(dict.fromkeys(actor for reason in claims for actor in reason.claimed_by)),
        siege_because=tuple(dict.fromkeys(reason.event for reason in ring.because)) if besiegers else (),
        rest=held.rest,
        rivals=tuple(rival for rival in rivals if not any(same(rival, side) for side in held.sides)),
    )


def joined(intervals: Iterable[ControlInterval]) -> list[ControlInterval]:
    """Neighbouring intervals that say the same, as one."""
    out: list[ControlInterval] = []
    for item in intervals:
        if out and item.change is None and replace(out[-1], first=item.first, last=item.last, change=None) == item:
            out[-1] = replace(out[-1], last=item.last)
        else:
            out.append(item)
    return out
