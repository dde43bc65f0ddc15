"""The control ledger: who held each place on each day, and on what basis, derived from control statements.

Input: a corpus and its chronology. Output: `ControlLedger` of `ControlInterval`s. The rules are those of `model.md`
"Control": a statement carries forward until another; backwards a change only names its `from`; in its window both
sides are candidates; the rest is unknown. Invariant: every day of a place has exactly one interval, and a basis.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.edtf import Bounds
from fasti.records import ControlStatement, Event, Loc, control_of


@dataclass(frozen=True, slots=True)
class Held:
    """A control statement in its event, with the days it speaks of."""

    event: str
    loc: Loc
    statement: ControlStatement
    window: Bounds
    throughout: bool
    change: bool
    happened: str
    position: int

    @property
    def day_known(self) -> bool:
        """Whether it speaks of one known day."""
        return self.window.earliest is not None and self.window.earliest == self.window.latest


@dataclass(frozen=True, slots=True)
class ControlInterval:
    """The state of one place from day to day, both included; `last` None: to the end of the chronology.

    `basis`: attested (a document speaks of these days), carried, between (in a window: see `candidates`), inferred
    (from what a later change says it was taken from) or unknown. `change`: how its beginning is known, `day`, `window`
    or None where it does not begin with a change. `claimed`: it rests on one side's claim.
    """

    place: str
    first: int
    last: int | None
    held_by: tuple[str, ...] = ()
    how: str = "unknown"
    extent: str = "whole"
    besieged_by: tuple[str, ...] = ()
    basis: str = "unknown"
    candidates: tuple[tuple[str, ...], ...] = ()
    because: tuple[str, ...] = ()
    change: str | None = None
    claimed: bool = False


@dataclass(frozen=True, slots=True)
class ControlAnswer:
    """Who held a place on one day: the interval of that day, and the last statement up to it."""

    interval: ControlInterval
    last_word: tuple[str, str] | None


class ControlLedger:
    """The intervals of every place with a control statement."""

    def __init__(self, intervals: dict[str, tuple[ControlInterval, ...]], statements: dict[str, tuple[Held, ...]]) -> None:
        self._intervals = intervals
        self._statements = statements
        self.places: tuple[str, ...] = tuple(sorted(intervals))

    def intervals(self, place: str) -> tuple[ControlInterval, ...]:
        """The whole ledger of a place, without gaps; empty for a place nobody speaks of."""
        return self._intervals.get(place, ())

    def statements(self, place: str) -> tuple[Held, ...]:
        """Every statement about a place that enters the ledger, in the order of time."""
        return self._statements.get(place, ())

    def on(self, place: str, day: int) -> ControlAnswer:
        """The state of a place on a day. Before the first statement and for a place nobody speaks of: unknown."""
        intervals = self.intervals(place)
        at = bisect_right([i.first for i in intervals], day) - 1
        interval = intervals[at] if at >= 0 else backwards(place, self.statements(place), day)
        spoken = [h for h in self.statements(place) if h.window.earliest is not None and h.window.earliest <= day]
        last = max(spoken, key=lambda h: (h.window.earliest or 0, h.position), default=None)
        return ControlAnswer(interval, (last.statement.when.text, last.event) if last and last.statement.when else None)


def control_ledger(corpus: Corpus, chronology: Chronology, span: Bounds) -> ControlLedger:
    """The ledger of every place, from all published events that are not denied."""
    by_place: dict[str, list[Held]] = {}
    for entry in corpus.published("event"):
        record = entry.record
        if isinstance(record, Event) and record.happened != "denied":
            for held in statements_of(entry.id, record, corpus, chronology):
                by_place.setdefault(str(held.statement.place), []).append(held)
    statements = {place: tuple(sorted(held, key=_in_time)) for place, held in sorted(by_place.items())}
    first = span.earliest if span.earliest is not None else 1
    intervals = {place: timeline(place, held, first) for place, held in statements.items()}
    return ControlLedger({p: i for p, i in intervals.items() if i}, statements)


def statements_of(event_id: str, event: Event, corpus: Corpus, chronology: Chronology) -> Iterable[Held]:
    """The control statements of one event, with the window of each; one without any date speaks of no day."""
    kind = corpus.vocabulary.event_types.get(event.type)
    change = bool(kind and kind.changes_control)
    placed = chronology.placed(event_id)
    position = placed.position if placed and placed.position else 0
    for statement, loc in control_of(event):
        when = statement.when
        if when is not None:
            throughout = when.throughout
            window = when.end if change else when.bounds
        else:
            throughout, window = False, Bounds(placed.earliest, placed.latest) if placed else Bounds(None, None)
        if window.earliest is None and window.latest is None:
            continue
        yield Held(event_id, loc, statement, window, throughout and not change, change, event.happened, position)


def _in_time(held: Held) -> tuple[int, int, int, Loc]:
    late = held.window.latest if held.window.latest is not None else held.window.earliest
    early = held.window.earliest if held.window.earliest is not None else late
    return (late or 0, held.position, early or 0, tuple(str(step) for step in held.loc))


def timeline(place: str, statements: tuple[Held, ...], first: int) -> tuple[ControlInterval, ...]:
    """The intervals of one place: holding and siege each carried forward apart, then laid over each other."""
    holding = strand(place, [h for h in statements if h.statement.held_by], first, _holding)
    siege = strand(place, [h for h in statements if h.statement.besieged_by], first, _siege)
    merged = overlay(holding, siege)
    while merged and merged[0].basis == "unknown" and not merged[0].besieged_by and len(merged) > 1:
        merged = merged[1:]
    return tuple(joined(merged))


def _holding(held: Held) -> ControlInterval:
    s = held.statement
    actors = tuple(str(a) for a in s.held_by)
    how = {"nobody": "nobody", "not-said": "unknown"}.get(actors[0], "sole") if len(actors) == 1 else (s.how or "contested")
    return ControlInterval("", 0, None, actors, how, s.extent, basis="attested", because=(held.event,), claimed=held.happened == "claimed")


def _siege(held: Held) -> ControlInterval:
    besiegers = tuple(str(a) for a in held.statement.besieged_by if a != "nobody")
    return ControlInterval("", 0, None, besieged_by=besiegers, basis="attested", because=(held.event,), claimed=held.happened == "claimed")


def strand(place: str, statements: list[Held], first: int, read) -> list[ControlInterval]:  # type: ignore[no-untyped-def]
    """One strand (holding, or siege) of a place's ledger, day after day from `first`."""
    out: list[ControlInterval] = []
    cursor = first
    now: ControlInterval | None = None  # what the last statement left behind
    for held in statements:
        said = replace(read(held), place=place)
        early = max(held.window.earliest if held.window.earliest is not None else cursor, cursor)
        late = held.window.latest if held.window.latest is not None else early
        late = late if held.throughout or held.window.latest is not None else early
        if late < cursor:
            settle_same_day(out, said, held)
            now = replace(said, because=out[-1].because if out else said.because)
            continue
        if early > cursor:
            out.append(replace(carried(now, held, place), first=cursor, last=early - 1))
        out.append(replace(in_window(now, said, held), first=early, last=late))
        now = disputed(now, said, held) if held.happened == "disputed" else said
        cursor = late + 1
    if now is not None:
        out.append(replace(after(now), first=cursor, last=None))
    return out


def settle_same_day(out: list[ControlInterval], said: ControlInterval, held: Held) -> None:
    """A second statement about the last day: the later in the order speaks for it, and both are its reasons."""
    if not out:
        return
    last = out[-1]
    because = tuple(dict.fromkeys((*last.because, *said.because)))
    same = (last.held_by, last.besieged_by) == (said.held_by, said.besieged_by)
    if same or last.basis == "attested":
        change = last.change or ("day" if held.change and held.day_known else None)
        out[-1] = replace(said, first=last.first, last=last.last, because=because, basis=last.basis, change=change, claimed=last.claimed and said.claimed)
    else:
        out[-1] = replace(last, because=because)


def carried(now: ControlInterval | None, coming: Held, place: str) -> ControlInterval:
    """What stands until the next statement: the last one carried, or what the next says it was taken from, or nothing."""
    if now is not None:
        return after(now)
    lost_by = tuple(str(a) for a in coming.statement.from_)
    if lost_by and coming.change and coming.statement.held_by:
        return ControlInterval(place, 0, None, lost_by, "sole" if len(lost_by) == 1 else "contested", basis="inferred", candidates=(lost_by,), because=(coming.event,))
    return ControlInterval(place, 0, None)


def backwards(place: str, statements: tuple[Held, ...], day: int) -> ControlInterval:
    """A day before the ledger begins: what the first change was taken from, else unknown."""
    holding = [h for h in statements if h.statement.held_by]
    found = carried(None, holding[0], place) if holding else ControlInterval(place, day, None)
    return replace(found, first=day, last=day)


def after(now: ControlInterval) -> ControlInterval:
    """A state carried on; a disputed one stays between its candidates."""
    return now if now.basis == "between" else replace(now, basis="carried", change=None)


def in_window(now: ControlInterval | None, said: ControlInterval, held: Held) -> ControlInterval:
    """The state inside the days a statement speaks of."""
    if held.happened == "disputed":
        return disputed(now, said, held)
    if held.day_known or held.throughout:
        return replace(said, change="day" if held.change else None)
    before = now.held_by if now and now.held_by else tuple(str(a) for a in held.statement.from_) if held.change else ()
    sides = tuple(dict.fromkeys(side for side in (before, said.held_by) if side))
    because = tuple(dict.fromkeys((*(now.because if now else ()), *said.because)))
    if said.held_by:
        return replace(said, held_by=(), how="unknown", basis="between", candidates=sides, because=because, change="window" if held.change else None)
    return replace(said, basis="between", because=because)


def disputed(now: ControlInterval | None, said: ControlInterval, held: Held) -> ControlInterval:
    """A disputed change leaves the old and the new holder both candidates."""
    before = now.held_by if now and now.held_by else tuple(str(a) for a in held.statement.from_)
    sides = tuple(dict.fromkeys(side for side in (before, said.held_by) if side))
    return replace(said, held_by=(), how="unknown", basis="between", candidates=sides)


def overlay(holding: list[ControlInterval], siege: list[ControlInterval]) -> list[ControlInterval]:
    """Holding and siege on the same days; a place may be held, contested and besieged at once."""
    if not siege:
        return holding
    if not holding:
        return [i if i.besieged_by or i.basis == "unknown" else replace(i, basis="unknown") for i in siege]
    cuts = sorted({i.first for i in (*holding, *siege)})
    out: list[ControlInterval] = []
    for index, first in enumerate(cuts):
        last = cuts[index + 1] - 1 if index + 1 < len(cuts) else None
        held = next((i for i in reversed(holding) if i.first <= first), None)
        ring = next((i for i in reversed(siege) if i.first <= first), None)
        base = held or ControlInterval(ring.place if ring else "", first, last)
        if ring and ring.besieged_by:
            because = tuple(dict.fromkeys((*base.because, *ring.because)))
            base = replace(base, besieged_by=ring.besieged_by, because=because)
        out.append(replace(base, first=first, last=last, change=base.change if base.first == first else None))
    return out


def joined(intervals: list[ControlInterval]) -> list[ControlInterval]:
    """Neighbouring intervals that say the same, as one."""
    out: list[ControlInterval] = []
    for item in intervals:
        if out and replace(out[-1], first=item.first, last=item.last, change=item.change) == item and item.change is None:
            out[-1] = replace(out[-1], last=item.last)
        else:
            out.append(item)
    return out
