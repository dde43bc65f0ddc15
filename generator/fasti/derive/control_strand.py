"""One strand of a place's ledger, who holds it or who besieges it: what is so on each day, by the rules of the format.

Input: statements in the order in which they end. Output: `Told` from day to day. A sweep over the days on which a
statement begins or ceases to speak. Invariant: where it is not known which of several statements speaks last, all of
them are candidates; none wins by its place in a file or by a tie of the order.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from fasti.derive.control_order import Sooner, begun
from fasti.derive.control_statements import Held, Side

RESERVED_SIDES = frozenset({"nobody", "not-said"})


@dataclass(frozen=True, slots=True)
class Told:
    """What is so on a day, and on which statements it rests.

    One of `sides` if the basis is between, else the only one. `rest` are those who held the place before, where it is
    told of a part alone.
    """

    basis: str
    sides: tuple[Side, ...] = ()
    how: str = "unknown"
    extent: str = "whole"
    because: tuple[Held, ...] = ()
    rest: tuple[Side, ...] = ()
    change: str | None = None


UNKNOWN = Told("unknown")


Active = Callable[[Side], int | None]
"""From which day on all actors of a side are known to have been there, if anybody says so."""


def strand(spoken: Sequence[Held], sooner: Sooner, *, active: Active | None = None) -> list[tuple[int, Told]]:
    """What is so from each day on at which it may change, in the order of days; the first is that before all others.

    It is about who holds the place if `active` is given, else about who besieges it.
    """
    return list(_Strand(spoken, sooner, active).run()) if spoken else []


class _Strand:
    """The sweep: the statements that surely speak, those that perhaps do, and the last of those that have ended."""

    def __init__(self, spoken: Sequence[Held], sooner: Sooner, active: Active | None) -> None:
        self.spoken = spoken
        self.sooner = sooner
        self.active = active
        self.holding = active is not None
        self.sure: list[int] = []  # numbers in `spoken`, and so in its order
        self.perhaps: list[int] = []
        self.last: list[Held] = []
        self.before: dict[Held, Told | None] = {}
        self._carried: Told | None = None

    def run(self) -> Iterator[tuple[int, Told]]:
        """What is so from each day on."""
        days: dict[int, list[list[int]]] = {}

        def at(day: int, step: int, number: int) -> None:
            days.setdefault(day, [[], [], [], [], []])[step].append(number)

        for number, held in enumerate(self.spoken):
            at(held.ended + 1, 0, number)
            at(held.late + 1, 1, number)
            at(held.early, 2, number)
            at(held.since, 3, number)
            if held.core:
                at(held.core[0], 4, number)
        yield from self.backwards(min(days))
        for day in sorted(days):
            ended, ceased, early, since, sure = days[day]
            for number in ended:
                if self.spoken[number].core:
                    del self.sure[bisect_left(self.sure, number)]
                self.end(self.spoken[number])
            for number in ceased:
                del self.perhaps[bisect_left(self.perhaps, number)]
            for number in early:
                self.before[self.spoken[number]] = self.carried()
            for number in since:
                insort(self.perhaps, number)
            for number in sure:
                insort(self.sure, number)
            yield day, self.state(day)

    def who(self, held: Held) -> Side:
        return held.holders if self.holding else held.besiegers

    def end(self, held: Held) -> None:
        """A statement has ended: it sets aside those known to be earlier, unless it is itself earlier than one."""
        if not any(self.sooner(held, other) for other in self.last):
            self.last = [other for other in self.last if not self.sooner(other, held)] + [held]
            self._carried = None

    def carried(self) -> Told | None:
        """What the statements that have ended leave behind."""
        if self.last and self._carried is None:
            self._carried = self.together(foremost(self.last), "carried")
        return self._carried

    def state(self, day: int) -> Told:
        """What is so on a day of which something was said by then: attested, between or carried, in this order."""
        if self.sure:
            return self.attested([self.spoken[number] for number in self.sure], day)
        if self.perhaps:
            return self.between([self.spoken[number] for number in self.perhaps], day)
        return self.carried() or UNKNOWN

    def attested(self, sure: list[Held], day: int) -> Told:
        """What documents say of this very day."""
        left = [held for held in sure if not any(self.sooner.stated(held, other) for other in sure)]
        left = foremost(left or sure, day)
        told = self.together(left, "attested")
        kept = [held for held in sure if held in left or any(same(self.who(held), side) for side in told.sides)]
        change = "day" if any(held.change and held.core and held.core[0] == day for held in kept) else None
        return Told(told.basis, told.sides, told.how, told.extent, tuple(kept), told.rest, change)

    def between(self, perhaps: list[Held], day: int) -> Told:
        """The state inside the windows of statements: the side before, and every side they name, are candidates."""
        before = self.carried()
        sides = list(before.sides) if before else []
        lost = [held.taken_from for held in perhaps] if self.holding else []
        # Who lost the place held it before, if only as one of several.
        sides += [side for side in lost if side and not any(set(side) <= set(known) for known in sides)]
        sides += [self.who(held) for held in perhaps]
        because = (*(before.because if before else ()), *perhaps)
        change = "window" if any(held.change and held.since == day for held in perhaps) else None
        extents = {held.statement.extent for held in perhaps}
        extent = extents.pop() if self.holding and len(extents) == 1 else "whole"
        return Told("between", distinct(sides), "unknown", extent, because, (), change)

    def together(self, left: list[Held], basis: str) -> Told:
        """What statements say together of which none is known to be earlier: one thing, or several candidates."""
        named = [held for held in left if self.who(held) != ("not-said",)] or left
        # What leaves the side before possible rests on what that rested on as well.
        earlier = (self.before.get(held) for held in named if held.unsure)
        because = tuple(dict.fromkeys([*(held for told in earlier if told for held in told.because), *named]))
        sides = distinct(side for held in named for side in self.left(held))
        partial = self.holding and all(held.partial and not held.unsure for held in named)
        if len(sides) > 1 and partial:  # each holds a part: that is no contradiction
            sides = (tuple(dict.fromkeys(actor for side in sides for actor in side)),)
            return Told(basis, sides, "contested", extent_of(named), because, self.rest(named, sides[0]))
        if len(sides) > 1 or any(held.unsure for held in named):
            return Told("between", sides, "unknown", because=because)
        extent = extent_of(named) if self.holding else "whole"
        how = how_held(sides[0], named)
        return Told(basis, sides, how, extent, because, self.rest(named, sides[0]) if extent != "whole" else ())

    def left(self, held: Held) -> list[Side]:
        """Who may hold the place by one statement: besides its own side the one before, if it is unsure."""
        sides = []
        if held.unsure:
            before = self.before.get(held)
            sides = list(before.sides) if before else [held.taken_from] if held.taken_from and self.holding else []
        return [*sides, self.who(held)]

    def rest(self, named: list[Held], side: Side) -> tuple[Side, ...]:
        """Who held the place before it was told of a part alone, and may hold the rest of it."""
        found = []
        for held in named:
            before = self.before.get(held)
            sides = (*before.sides, *before.rest) if before else (held.taken_from,)
            found += [tuple(a for a in known if a not in side and a not in RESERVED_SIDES) for known in sides]
        return distinct(known for known in found if known)

    def may_be_first(self) -> list[Held]:
        """The changes that name who lost the place, and before which no statement is known to have been."""
        ended = min(held.late for held in self.spoken)
        early = [held for held in self.spoken if begun(held) <= ended]
        losses = [held for held in early if held.taken_from]
        return [held for held in losses if not any(self.sooner(other, held) for other in early if other is not held)]

    def backwards(self, until: int) -> Iterator[tuple[int, Told]]:
        """The days before any statement: what the first change was taken from, as far back as that is known to have
        been there, else unknown."""
        first = min(held.since for held in self.spoken)
        coming = self.may_be_first() if self.active else []
        sides = distinct(held.taken_from for held in coming)
        if not self.active or len(sides) != 1 or first not in {held.since for held in coming}:
            yield until - 1, UNKNOWN
            return
        inferred = Told("inferred", sides, "sole" if len(sides[0]) == 1 else "contested", because=tuple(coming))
        since = self.active(sides[0])
        if since is not None:
            yield min(since, until) - 1, UNKNOWN
        if since is None or since < until:
            yield until - 1 if since is None else since, inferred


def foremost(left: list[Held], day: int | None = None) -> list[Held]:
    """Of statements of which none is known to be earlier, those that count.

    What is said of the place itself comes before what flows down to it, and a change before a snapshot that can be from
    before it; on a day, that is one which ends on this day.
    """
    near = min(held.distance for held in left)
    left = [held for held in left if held.distance == near]
    if any(held.change and not held.unsure for held in left):
        return [held for held in left if held.change or (day is not None and held.ended > day)]
    return left


def extent_of(named: Sequence[Held]) -> str:
    """How much of the place, by statements that agree on who holds it: no more than the one that says least."""
    told = {held.statement.extent for held in named if held.partial}
    return told.pop() if len(told) == 1 else "part" if told else "whole"


def how_held(side: Side, named: Sequence[Held]) -> str:
    """Sole, contested, shared, nobody or unknown (not said to whom)."""
    if len(side) == 1:
        return {"nobody": "nobody", "not-said": "unknown"}.get(side[0], "sole")
    return "shared" if all(held.statement.how == "shared" for held in named) else "contested"


def same(one: Side, other: Side) -> bool:
    """Whether two sides are the same actors, in whatever order they are named."""
    return set(one) == set(other)


def distinct(sides: Iterable[Side]) -> tuple[Side, ...]:
    """Each side once, where it first stands."""
    found: dict[frozenset[str], Side] = {}
    for side in sides:
        found.setdefault(frozenset(side), side)
    return tuple(found.values())
