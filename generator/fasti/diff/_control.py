"""Who held what, told otherwise: the ledgers of two editions, compared day by day.

Input: two editions. Output: for each place the days on which the answer differs, and the events that brought it about.
Invariant: exactly the days on which `fasti as-of` would answer otherwise, but for how it knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fasti.derive import ControlInterval, Edition, listed
from fasti.edtf import iso, parse, wording


@dataclass(frozen=True, slots=True)
class Flip:
    """A run of days of one place (`last` None: to the end), the two answers in words, the events behind them."""

    place: str
    first: int
    last: int | None
    before: str
    after: str
    because: frozenset[str]

    @property
    def words(self) -> str:
        """`from 17 to 19 October 2017 held by the SDF, before held by the Islamic State`."""
        return f"{days(self.first, self.last)}: {self.after}; before: {self.before}"


def flips(before: Edition, after: Edition) -> Iterator[Flip]:
    """Every run of days on which a place that both know is told otherwise, by place and day."""
    for place in sorted({*before.control.spoken_of, *after.control.spoken_of}):
        old, new = before.control.intervals(place), after.control.intervals(place)
        edges = sorted({i.first for i in (*old, *new)} | {i.last + 1 for i in (*old, *new) if i.last is not None})
        run: Flip | None = None
        for index, first in enumerate(edges):
            last = edges[index + 1] - 1 if index + 1 < len(edges) else None
            a, b = at(old, first), at(new, first)
            told = state(before, a), state(after, b)
            because = frozenset((*(a.because if a else ()), *(b.because if b else ())))
            if run and (told[0] == told[1] or told != (run.before, run.after)):
                yield run
                run = None
            if told[0] != told[1]:
                start = run.first if run else first
                run = Flip(place, start, last, *told, because | (run.because if run else frozenset()))
        if run:
            yield run


def at(intervals: tuple[ControlInterval, ...], day: int) -> ControlInterval | None:
    """The interval of a day, if the ledger reaches it."""
    return next((i for i in intervals if i.first <= day and (i.last is None or day <= i.last)), None)


def state(edition: Edition, found: ControlInterval | None) -> str:
    """Who held a place, in words, without how it is known."""
    if found is None:
        return "nobody says who held it"

    def names(side: tuple[str, ...]) -> str:
        if side == ("not-said",):
            return "somebody whom no document names"
        return listed(tuple(edition.actor_name(actor) for actor in side))

    if found.held_by:
        told = f"held by {names(found.held_by)}" + (", contested" if found.how == "contested" else "")
        told += "" if found.extent == "whole" else f" ({found.extent} of it)"
    elif found.candidates:
        told = f"{'perhaps ' if len(found.candidates) == 1 else ''}{' or '.join(map(names, found.candidates))}"
    else:
        told = "nobody says who held it"
    if found.besieged_by and found.besieged_by != ("nobody",):
        told += f", besieged by {names(found.besieged_by)}"
    return told


def days(first: int, last: int | None) -> str:
    """A run of days in words."""
    if last is None:
        return f"from {day(first)} on"
    return f"on {day(first)}" if first == last else f"from {day(first)} to {day(last)}"


def day(number: int) -> str:
    """A day in words where EDTF can write it."""
    text = iso(number)
    return wording(parse(text)) if len(text.lstrip("-")) == 10 else text
