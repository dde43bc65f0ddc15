"""The control ledger by brute force: the rules of `reference/control.md` read again for every single day.

Input: small invented statements, which know their days as numbers, and the files they make. Output: for each day who
held a place, how that is known and why. Nothing is shared with the code under test, and nothing is fast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Actors = tuple[str, ...]


@dataclass(frozen=True)
class Spec:
    """One event with one control statement. Its days are those of `first` to `last`, ends included.

    `form`: `once` (on one day of them), `span` (on each of them), `fuzzy` (a span that began on one of the first
    `loose` days and ended on one of the last `loose`), `from` (at some time not before `first`), `by` (not after `last`).
    """

    name: str
    place: str
    form: str
    first: int
    last: int
    loose: int
    change: bool
    held_by: Actors
    lost_by: Actors
    besieged_by: Actors
    extent: str
    happened: str
    shared: bool
    after: str | None = None

    @property
    def happens(self) -> tuple[float, float]:
        """The days it can speak of; a change in a span is at its end."""
        if self.form == "from":
            return self.first, float("inf")
        if self.form == "by":
            return float("-inf"), self.last
        if self.change and self.form == "span":
            return self.last, self.last
        if self.change and self.form == "fuzzy":
            return self.last - self.loose + 1, self.last
        return self.first, self.last

    @property
    def surely(self) -> set[int]:
        """The days of which it surely speaks."""
        if self.happened == "disputed":
            return set()
        if not self.change and self.form == "span":
            return set(range(self.first, self.last + 1))
        if not self.change and self.form == "fuzzy":
            return set(range(self.first + self.loose - 1, self.last - self.loose + 2))
        low, high = self.happens
        return {int(low)} if low == high else set()

    @property
    def leaves_open(self) -> bool:
        """Whether the old holder stays possible after it."""
        return self.happened == "disputed" or self.form == "from"

    @property
    def over(self) -> int:
        """The last day on which it can be so by its own account."""
        return self.first if self.form == "from" else int(self.happens[1])

    @property
    def carried_from(self) -> int:
        """The day after which what it says is carried."""
        return max(self.surely) if self.surely else self.over

    @property
    def begins(self) -> float:
        """The first day on which it can be so."""
        return self.happens[0]

    @property
    def enters(self) -> float:
        """The day before which the state of the place is the one that it found."""
        return self.over if self.form == "by" else self.begins


@dataclass(frozen=True)
class Answer:
    """What is so on a day."""

    basis: str
    sides: tuple[frozenset[str], ...]
    how: str
    because: frozenset[str]
    rest: tuple[frozenset[str], ...] = ()
    extent: str = "whole"


NOTHING = Answer("unknown", (), "unknown", frozenset())
Who = Callable[[Spec], Actors]


def holder(spec: Spec) -> Actors:
    return spec.held_by


def besieger(spec: Spec) -> Actors:
    return spec.besieged_by


class Reading:
    """The statements about one thing, who holds a place or who besieges it, asked day by day."""

    def __init__(self, specs: Iterable[Spec], who: Who, place: str) -> None:
        self.specs = [s for s in specs if who(s) and s.happened != "denied"]
        self.who = who
        self.place = place
        self.holding = who is holder

    def side(self, spec: Spec) -> frozenset[str]:
        return frozenset(self.who(spec))

    def known_before(self, one: Spec, other: Spec) -> bool:
        """By their days; or because a record says that the other came after it."""
        ends = max(other.surely) if other.surely else other.begins
        return one.over < ends or other.after == one.name

    def last_of(self, ended: list[Spec]) -> list[Spec]:
        return [s for s in ended if not any(self.known_before(s, other) for other in ended if other is not s)]

    def that_count(self, specs: list[Spec], day: int | None = None) -> list[Spec]:
        """The place's own before what flows down; a change before a snapshot that can be from before it."""
        own = [s for s in specs if s.place == self.place] or specs
        if not any(s.change and not s.leaves_open for s in own):
            return own
        return [s for s in own if s.change or (day is not None and s.carried_from > day)]

    def may_hold(self, spec: Spec) -> list[frozenset[str]]:
        sides: list[frozenset[str]] = []
        if spec.leaves_open:
            before = self.carried(spec.enters)
            if before:
                sides += before.sides
            elif self.holding and spec.change and self.lost(spec):
                sides.append(self.lost(spec))
        return [*sides, self.side(spec)]

    def lost(self, spec: Spec) -> frozenset[str]:
        """What flows down does not say who lost the place below."""
        return frozenset(spec.lost_by) if spec.change and spec.place == self.place else frozenset()

    def together(self, specs: list[Spec], basis: str) -> Answer:
        specs = [s for s in specs if self.who(s) != ("not-said",)] or specs
        sides = unique(side for s in specs for side in self.may_hold(s))
        before = [self.carried(s.enters) for s in specs if s.leaves_open]
        because = frozenset(s.name for s in specs).union(*(told.because for told in before if told))
        extents = {s.extent for s in specs} - {"whole"} if self.holding else set()
        extent = "part" if len(extents) > 1 else [*extents, "whole"][0]
        parts = self.holding and all(s.extent != "whole" and not s.leaves_open for s in specs)
        if len(sides) > 1 and parts:
            everybody = frozenset().union(*sides)
            return Answer(basis, (everybody,), "contested", because, self.rest(specs, everybody), extent)
        if len(sides) > 1 or any(s.leaves_open for s in specs):
            return Answer("between", tuple(sides), "unknown", because)
        (one,) = sides
        how = {"nobody": "nobody", "not-said": "unknown"}.get(min(one), "sole") if len(one) == 1 else "contested"
        if len(one) > 1 and all(s.shared for s in specs):
            how = "shared"
        return Answer(basis, (one,), how, because, self.rest(specs, one) if extents else (), extent)

    def rest(self, specs: list[Spec], side: frozenset[str]) -> tuple[frozenset[str], ...]:
        found = []
        for s in specs:
            before = self.carried(s.enters)
            found += [*before.sides, *before.rest] if before else [self.lost(s)]
        return tuple(unique(left for known in found if (left := known - side - {"nobody", "not-said"})))

    def carried(self, day: float) -> Answer | None:
        """What the statements that ended before a day leave for it."""
        ended = [s for s in self.specs if s.carried_from < day]
        return self.together(self.that_count(self.last_of(ended)), "carried") if ended else None

    def on(self, day: int) -> Answer:
        sure = [s for s in self.specs if day in s.surely]
        if sure:
            left = [s for s in sure if not any(other.after == s.name for other in sure)]
            told = self.together(self.that_count(left, day), "attested")
            counted = self.that_count(left, day)
            also = {s.name for s in sure if s in counted or self.side(s) in told.sides}
            return Answer(told.basis, told.sides, told.how, frozenset(also), told.rest, told.extent)
        perhaps = [s for s in self.specs if s.begins <= day <= s.over]
        before = self.carried(day)
        if perhaps:
            sides = list(before.sides) if before else []
            if self.holding:
                lost = [self.lost(s) for s in perhaps if self.lost(s)]
                sides += [side for side in lost if not any(side <= known for known in sides)]
            sides += [self.side(s) for s in perhaps]
            because = frozenset(s.name for s in perhaps) | (before.because if before else frozenset())
            extents = {s.extent for s in perhaps}
            extent = extents.pop() if self.holding and len(extents) == 1 else "whole"
            return Answer("between", tuple(unique(sides)), "unknown", because, (), extent)
        return before or self.backwards()

    def backwards(self) -> Answer:
        if not self.specs or not self.holding:
            return NOTHING
        first = min(s.begins for s in self.specs)
        coming = [s for s in self.specs if s.begins == first and self.lost(s)]
        sides = unique(self.lost(s) for s in coming)
        if len(sides) != 1:
            return NOTHING
        how = "sole" if len(sides[0]) == 1 else "contested"
        return Answer("inferred", tuple(sides), how, frozenset(s.name for s in coming))


def unique(sides: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    return list(dict.fromkeys(sides))


def flowing(specs: Iterable[Spec]) -> list[Spec]:
    """What is said of a province and is so of the town in it: that somebody holds the whole of it alone or shared."""
    return [
        s
        for s in specs
        if s.place == "province" and s.held_by and s.extent == "whole" and (len(s.held_by) == 1 or s.shared)
    ]
