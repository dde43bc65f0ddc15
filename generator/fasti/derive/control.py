"""The control ledger: who held each place on each day, and on what basis, derived from control statements.

Input: a corpus and its chronology. Output: `ControlLedger` of `ControlInterval`s. The rules are those of `model.md`
"Control": a statement carries forward until another; backwards a change only names its `from`; in its window both
sides are candidates; the rest is unknown. Invariant: every day of a place has exactly one interval, and a basis.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.edtf import Bounds
from fasti.records import ControlStatement, Event, Loc, control_of

ALWAYS = -(10**9)


@dataclass(frozen=True, slots=True)
class Held:
    """A control statement in its event, with the days it can speak of (`window`) and those it surely does (`core`)."""

    event: str
    loc: Loc
    statement: ControlStatement
    window: Bounds
    core: tuple[int, int] | None
    change: bool
    happened: str
    position: int
    claimed_by: tuple[str, ...] = ()
    apart: bool = False
    """Whether it has a date of its own, which is not its event's."""

    @property
    def early(self) -> int:
        """The first day it can speak of; the last one if that side is open."""
        return self.window.earliest if self.window.earliest is not None else self.late

    @property
    def since(self) -> int:
        """From which day on it may have been so: `early`, but without a limit if that side is open."""
        return self.window.earliest if self.window.earliest is not None else ALWAYS

    @property
    def unended(self) -> bool:
        """Whether it came at some day after a known one, and nothing says by when."""
        return self.core is None and self.window.latest is None

    @property
    def late(self) -> int:
        """The last day it can speak of; the last certain or the first possible one if that side is open."""
        if self.window.latest is not None:
            return self.window.latest
        return self.core[1] if self.core else self.window.earliest or 0

    @property
    def ended(self) -> int:
        """The day after which what it says is carried: the last certain one, else the last possible one."""
        return self.core[1] if self.core else self.late


@dataclass(frozen=True, slots=True)
class ControlInterval:
    """The state of one place from day to day, both included; `last` None: to the end of the chronology.

    `basis`: attested (a document speaks of these days), carried, between (in a window: see `candidates`), inferred
    (from what a later change says it was taken from) or unknown. `change`: how its beginning is known, `day`, `window`
    or None where it does not begin with a change. `claimed`: it rests on one side's claim, that of `claimed_by` if the
    record says whose. `siege_basis` is the
    basis of `besieged_by`; with `between` the siege may have been there.
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
    siege_basis: str = "unknown"
    claimed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlAnswer:
    """Who held a place on one day: the interval of that day, and the last statement up to it."""

    interval: ControlInterval
    last_word: tuple[str, str] | None


class ControlLedger:
    """The intervals of every place with a control statement."""

    def __init__(
        self, intervals: dict[str, tuple[ControlInterval, ...]], statements: dict[str, tuple[Held, ...]]
    ) -> None:
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
        holding = (h for h in self.statements(place) if h.statement.held_by)
        interval = intervals[at] if at >= 0 else backwards(place, next(holding, None), day)
        spoken = [h for h in self.statements(place) if h.early <= day]
        last = max(spoken, key=lambda h: (h.early, h.late, h.position), default=None)
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
    # A statement with a date of its own may speak of a day before the first event.
    intervals = {
        place: timeline(place, held, min([first, *(h.early for h in held if h.apart)]))
        for place, held in statements.items()
    }
    return ControlLedger({p: i for p, i in intervals.items() if i}, statements)


def statements_of(event_id: str, event: Event, corpus: Corpus, chronology: Chronology) -> Iterable[Held]:
    """The control statements of one event, with the window of each; one without any date speaks of no day."""
    kind = corpus.vocabulary.event_types.get(event.type)
    change = bool(kind and kind.changes_control)
    placed = chronology.placed(event_id)
    position = placed.position if placed and placed.position else 0
    for statement, loc in control_of(event):
        when = statement.when
        core = None
        if when is None:
            window = Bounds(placed.earliest, placed.latest) if placed else Bounds(None, None)
        elif change:
            window = when.end
        else:
            window = when.bounds
            if when.throughout:
                core = certain(when.start.latest, when.end.earliest, window)
        if window.earliest is None and window.latest is None:
            continue
        if window.earliest == window.latest and window.earliest is not None:
            core = (window.earliest, window.earliest)
        if event.happened == "disputed":
            core = None
        whose = claimants(event, statement) if event.happened == "claimed" else ()
        yield Held(
            event_id, loc, statement, window, core, change, event.happened, position, whose, when is not event.when
        )


def claimants(event: Event, statement: ControlStatement) -> tuple[str, ...]:
    """Whose claim a claimed change is: the speaker of the statement, else of the evidence that it happened."""
    told = event.evidence.get("happened")
    return tuple(str(actor) for actor in statement.who or (told.who if told else ()))


def certain(start: int | None, end: int | None, window: Bounds) -> tuple[int, int] | None:
    """The days on which a statement throughout a span surely holds; an open end holds for its known one."""
    first = start if start is not None else window.latest
    last = end if end is not None else first
    return (first, last) if first is not None and last is not None and first <= last else None


def _in_time(held: Held) -> tuple[int, int, int, Loc]:
    return (held.ended, held.late, held.position, tuple(str(step) for step in held.loc))


def timeline(place: str, statements: tuple[Held, ...], first: int) -> tuple[ControlInterval, ...]:
    """The intervals of one place: holding and siege each carried forward apart, then laid over each other."""
    holding = strand(place, [(h, _holding(h)) for h in statements if h.statement.held_by], first)
    siege = strand(place, [(h, _siege(h)) for h in statements if h.statement.besieged_by], first)
    merged = overlay(holding, siege)
    while len(merged) > 1 and merged[0].basis == "unknown" and not merged[0].besieged_by:
        merged = merged[1:]
    return tuple(joined(merged))


def _holding(held: Held) -> ControlInterval:
    s = held.statement
    actors = tuple(str(a) for a in s.held_by)
    how = (
        {"nobody": "nobody", "not-said": "unknown"}.get(actors[0], "sole")
        if len(actors) == 1
        else (s.how or "contested")
    )
    return ControlInterval(
        str(s.place),
        0,
        None,
        actors,
        how,
        s.extent,
        because=(held.event,),
        claimed=held.happened == "claimed",
        claimed_by=held.claimed_by,
    )


def _siege(held: Held) -> ControlInterval:
    besiegers = tuple(str(a) for a in held.statement.besieged_by if a != "nobody")
    return ControlInterval(
        str(held.statement.place),
        0,
        None,
        besieged_by=besiegers,
        because=(held.event,),
        claimed=held.happened == "claimed",
        claimed_by=held.claimed_by,
    )


Spoken = list[tuple[Held, ControlInterval]]


def strand(place: str, spoken: Spoken, first: int) -> list[ControlInterval]:
    """One strand (holding, or siege) of a place's ledger: what is so on each day from `first` on."""
    if not spoken:
        return []
    left = left_behind(spoken)
    cuts = {first}
    for held, _ in spoken:
        cuts |= {held.since, held.late + 1}
        if held.core:
            cuts |= {held.core[0], held.core[1] + 1}
    days = sorted(cut for cut in cuts if cut >= first)
    ends = [*(day - 1 for day in days[1:]), None]
    return [replace(state(place, spoken, left, day), first=day, last=end) for day, end in zip(days, ends, strict=True)]


def ended_before(spoken: Spoken, day: int) -> int:
    """How many statements ended before a day; they stand in the order in which they end (`_in_time`)."""
    return bisect_left(spoken, day, key=lambda pair: pair[0].ended)


def left_behind(spoken: Spoken) -> list[ControlInterval]:
    """What each statement leaves behind it, to be carried; a disputed change, or one that nothing says is
    over, leaves both holders candidates."""
    out: list[ControlInterval] = []
    for held, said in spoken:
        at = min(ended_before(spoken, held.early), len(out))
        unsure = held.happened == "disputed" or (held.change and held.unended)
        out.append(disputed(out[at - 1] if at else None, said, held) if unsure else said)
    return out


def state(place: str, spoken: Spoken, left: list[ControlInterval], day: int) -> ControlInterval:
    """What is so on a day: attested, between, carried, inferred or unknown, in this order."""
    surely = [(h, s) for h, s in spoken if h.core and h.core[0] <= day <= h.core[1]]
    if surely:
        held, said = surely[-1]
        alike = [s.because for _, s in surely if (s.held_by, s.besieged_by) == (said.held_by, said.besieged_by)]
        same_day = [s.because for h, s in surely if h.core == held.core]
        change = "day" if held.change and held.core and held.core[0] == day else None
        return replace(said, basis="attested", because=merged(*alike, *same_day), change=change)
    past = ended_before(spoken, day)
    before = left[past - 1] if past else None
    perhaps = [(h, s) for (h, _), s in zip(spoken, left, strict=True) if h.since <= day <= h.late]
    if perhaps:
        return within(before, perhaps, day)
    if before is not None:
        return before if before.basis == "between" else replace(before, basis="carried")
    coming = next((h for h, _ in spoken if h.since > day), None)
    return backwards(place, coming, day)


def within(before: ControlInterval | None, perhaps: Spoken, day: int) -> ControlInterval:
    """The state inside the window of statements: the side before and every side they name are candidates."""
    held, said = perhaps[-1]
    sides = [before.candidates if before.basis == "between" else (before.held_by,)] if before else []
    if not before and held.change and held.statement.held_by:
        sides.append((tuple(str(a) for a in held.statement.from_),))
    sides += [s.candidates if s.basis == "between" else (s.held_by,) for _, s in perhaps]
    candidates = tuple(dict.fromkeys(side for group in sides for side in group if side))
    because = merged(*([before.because] if before else []), *(s.because for _, s in perhaps))
    change = "window" if any(h.change and h.since == day for h, _ in perhaps) else None
    besiegers = said.besieged_by or (before.besieged_by if before else ())
    return replace(
        said,
        held_by=(),
        how="unknown",
        basis="between",
        candidates=candidates,
        because=because,
        change=change,
        besieged_by=besiegers,
    )


def merged(*reasons: tuple[str, ...]) -> tuple[str, ...]:
    """Reasons together, each once."""
    return tuple(dict.fromkeys(reason for group in reasons for reason in group))


def backwards(place: str, coming: Held | None, day: int) -> ControlInterval:
    """A day before any statement: what the coming change was taken from, else unknown."""
    lost_by = (
        tuple(str(a) for a in coming.statement.from_) if coming and coming.change and coming.statement.held_by else ()
    )
    if coming and lost_by:
        how = "sole" if len(lost_by) == 1 else "contested"
        return ControlInterval(
            place,
            day,
            day,
            lost_by,
            how,
            basis="inferred",
            candidates=(lost_by,),
            because=(coming.event,),
            claimed=coming.happened == "claimed",
            claimed_by=coming.claimed_by,
        )
    return ControlInterval(place, day, day)


def disputed(before: ControlInterval | None, said: ControlInterval, held: Held) -> ControlInterval:
    """A disputed change leaves the old and the new holder both candidates."""
    old = before.held_by if before else tuple(str(a) for a in held.statement.from_)
    sides = tuple(dict.fromkeys(side for side in (old, said.held_by) if side))
    return replace(said, held_by=(), how="unknown", basis="between", candidates=sides)


def overlay(holding: list[ControlInterval], siege: list[ControlInterval]) -> list[ControlInterval]:
    """Holding and siege on the same days; a place may be held, contested and besieged at once."""
    if not siege:
        return holding
    out: list[ControlInterval] = []
    cuts = sorted({i.first for i in (*holding, *siege)})
    ends = [*(cut - 1 for cut in cuts[1:]), None]
    for first, last in zip(cuts, ends, strict=True):
        held = next((i for i in reversed(holding) if i.first <= first), None)
        ring = next(i for i in reversed(siege) if i.first <= first)
        base = held or ControlInterval(ring.place, first, last)
        if ring.besieged_by:
            base = replace(
                base, besieged_by=ring.besieged_by, siege_basis=ring.basis, because=merged(base.because, ring.because)
            )
        out.append(replace(base, first=first, last=last, change=base.change if base.first == first else None))
    return out


def joined(intervals: list[ControlInterval]) -> list[ControlInterval]:
    """Neighbouring intervals that say the same, as one."""
    out: list[ControlInterval] = []
    for item in intervals:
        if out and item.change is None and replace(out[-1], first=item.first, last=item.last, change=None) == item:
            out[-1] = replace(out[-1], last=item.last)
        else:
            out.append(item)
    return out
