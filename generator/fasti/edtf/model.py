"""What a date as written means: `Edtf`, the dates and parts it is made of, their bounds, and how a text is refused.

Input: what `grammar` has read. Output: values that the whole of fasti reads, compares and keeps.
Invariant: frozen, and `earliest` is never after `latest`. No approximation ever widens a bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Edge = Literal["known", "open", "unknown"]
"""A side of a date: known, open (`..`: it has no end, or is not said), or unknown (empty: it has one, nobody knows)."""

Kind = Literal["date", "interval", "one", "all"]
"""What an expression is: one date, `a/b`, one of a set `[…]`, or all of a set `{…}`."""


class EdtfError(ValueError):
    """A text that is no date in EDTF (ISO 8601-2).

    `offset` counts characters from 0 and points at the one that cannot stand, or at the end where something is missing;
    `hint` says what to write instead, if that is certain.
    """

    def __init__(self, message: str, offset: int, hint: str | None = None) -> None:
        super().__init__(message, offset, hint)
        self.message = message
        self.offset = offset
        self.hint = hint

    def __str__(self) -> str:
        return self.message


class Bounds(NamedTuple):
    """The first and the last day that something can mean, as day numbers; an open or unknown side is None."""

    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Date:
    """One date as written, to be worded; everything else needs only its bounds.

    `year`, `month` and `day` keep the digits of the text (`201X`, `-0043`, `Y17E7`, `0X`), empty where not written; a
    month from 21 to 41 is a season. `approximate` and `uncertain` name the components they hold for, out of `ymd`.
    """

    year: str
    month: str
    day: str
    time: str
    first_year: int
    last_year: int
    estimate: int | None
    earliest: int
    latest: int
    approximate: str
    uncertain: str

    @property
    def precision(self) -> Literal["day", "month", "season", "year"]:
        """The smallest component that is written."""
        if self.day:
            return "day"
        if not self.month:
            return "year"
        return "season" if self.month.isdigit() and int(self.month) > 12 else "month"

    @property
    def unspecified(self) -> bool:
        """Whether some digit is written `X`."""
        return "X" in self.year or "X" in self.month or "X" in self.day

    @property
    def bounds(self) -> Bounds:
        """The first and the last day it can mean."""
        return Bounds(self.earliest, self.latest)


class Part(NamedTuple):
    """A date (`first` is `last`), or a range from one date to another; None where a side is open or unknown."""

    first: Date | None
    last: Date | None

    @property
    def bounds(self) -> Bounds:
        """The first day of the first date, and the last day of the last."""
        return Bounds(
            self.first.earliest if self.first is not None else None,
            self.last.latest if self.last is not None else None,
        )


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as written, and what it means.

    `earliest` and `latest` are day numbers, None where that side is open or unknown (`start` and `end` say which).
    `level` is the lowest level of EDTF that has the expression. `approximate` (`~`) and `uncertain` (`?`) are true if
    they hold for any component of any date in it; `%` is both.
    """

    text: str
    level: int
    kind: Kind
    parts: tuple[Part, ...]
    earliest: int | None
    latest: int | None
    start: Edge
    end: Edge
    approximate: bool
    uncertain: bool

    @property
    def is_interval(self) -> bool:
        """Whether it is written `a/b`."""
        return self.kind == "interval"

    @property
    def is_set(self) -> bool:
        """Whether it is written `[…]` or `{…}`."""
        return self.kind == "one" or self.kind == "all"

    @property
    def is_all(self) -> bool:
        """Whether it is written `{…}`: every member, not one of them."""
        return self.kind == "all"

    @property
    def bounds(self) -> Bounds:
        """The first and the last day it can mean, holes of a set left out of account."""
        return Bounds(self.earliest, self.latest)

    @property
    def start_bounds(self) -> Bounds:
        """The days on which an interval can begin, as its first date alone has them; of anything else its bounds."""
        if self.kind != "interval":
            return self.bounds
        first = self.parts[0].first
        return first.bounds if first is not None else Bounds(None, None)

    @property
    def end_bounds(self) -> Bounds:
        """The days on which an interval can end, as its last date alone has them; of anything else its bounds."""
        if self.kind != "interval":
            return self.bounds
        last = self.parts[0].last
        return last.bounds if last is not None else Bounds(None, None)

    @property
    def members(self) -> tuple[Bounds, ...]:
        """The ranges of days it names, as written: each member of a set, or the bounds of anything else alone."""
        return tuple(part.bounds for part in self.parts)
