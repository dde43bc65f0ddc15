"""The ruler of dates beside a number: 60 px on which a panel's dates stand, with the marks of the date chips.

Input: the `DateMark`s of a panel; output: a `Ruler` that draws those of one number into a layout's data.
Invariant: all rulers of a panel have one scale, a month or whole years, which its label names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fasti.charts._marks import Datum, box, hollow, rule
from fasti.charts._time import month_of, scale_words, year_words
from fasti.derive import DateMark
from fasti.edtf import civil, day_number
from fasti.language import from_left

_FADE = 10  # of a side that nobody knows: how far beyond, nobody says
_STEPS = (0.75, 0.5, 0.3, 0.14)


@dataclass(frozen=True, slots=True)
class Ruler:
    """One scale of days, `long` pixels wide, and its name: `Nov 2017`, `2014–2017`."""

    first: int
    last: int
    long: float
    label: str

    def draw(self, marks: Iterable[DateMark], x: float, y: float, data: dict[str, list[Datum]]) -> None:
        """The marks of one date, on the line at `y`, from `x` on."""
        data["axes"].append(rule(x, y + 5, x + self.long, y + 5))
        data["axes"] += [rule(end, y + 2, end, y + 5) for end in (x, x + self.long)]
        for mark in marks:
            start = x + self._at(self.first if mark.first is None else mark.first)
            end = x + self._at(self.last + 1 if mark.last is None else mark.last + 1)
            if mark.kind == "day":
                at = min(start, x + self.long - 2)
                data["ranges"].append(box(at, y - 5, at + 2, y + 5, fill="ink", alpha=1))
                continue
            left = start + _FADE if mark.fade_start else start
            right = max(end - _FADE if mark.fade_end else end, left + 4)
            if mark.kind == "within":
                data["ranges"].append(hollow(left, y - 4, right, y + 4, stroke="ink", fill="paper", alpha=1))
            else:
                data["ranges"].append(box(left, y - 4, right, y + 4, fill="ink", alpha=1))
            for edge, way in ((left, -1), (right, 1)):
                if mark.fade_start if way < 0 else mark.fade_end:
                    self._fade(edge, way, y, data, solid=mark.kind == "throughout")

    def _fade(self, edge: float, way: int, y: float, data: dict[str, list[Datum]], *, solid: bool) -> None:
        """A side that only knowledge ends, as in the charts of time: steps of less and less ink."""
        step = _FADE / len(_STEPS)
        for number, alpha in enumerate(_STEPS):
            near, far = sorted((edge + way * number * step, edge + way * (number + 1) * step))
            for high, low in ((-4.0, 4.0),) if solid else ((-4.0, -2.5), (2.5, 4.0)):
                data["ranges"].append(box(near, y + high, far, y + low, fill="ink", alpha=alpha))

    def _at(self, day: int) -> float:
        return (day - self.first) * self.long / (self.last - self.first + 1)


def ruler_of(dates: Sequence[Sequence[DateMark]], long: float) -> Ruler | None:
    """The ruler that holds all of them: a month where that is enough, else whole years; None where no day is known."""
    marks = [mark for found in dates for mark in found]
    days = [day for mark in marks for day in (mark.first, mark.last) if day is not None]
    if not days:
        return None
    first, last = min(days), max(days)
    one_sided = any(mark.first is None or mark.last is None for mark in marks)
    if month_of(first) == month_of(last) and not one_sided:
        return Ruler(*month_of(first), long, scale_words(*civil(first)[:2]))
    year, year2 = civil(first)[0], civil(last)[0]
    label = year_words(year) if year == year2 else from_left(f"{year_words(year)}–{year_words(year2)}")
    return Ruler(day_number(year, 1, 1), day_number(year2, 12, 31), long, label)
