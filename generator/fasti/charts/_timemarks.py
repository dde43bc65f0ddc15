"""One mark of a date on an axis of folded time, and the key that says what the marks mean.

Input: a `DateMark`, the panels of an axis; output: rows for the named data of a chart. `visual.md` "Date chip" is the
drawing rule behind every mark; `_windows.py` and `_crowd.py` say which marks stand where.
Invariant: an edge of knowledge fades and has no end; a mark that goes on beyond the chart has an arrow and no end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fasti.charts._marks import Datum, box, dot, hollow, rule, word
from fasti.charts._text import width
from fasti.charts._time import Panel
from fasti.derive import DateMark
from fasti.edtf import Bounds
from fasti.language import N_, _

TALL = 9  # of a box or a bar
_TICK = 3
_LEAST = 6  # a box thinner than this is no longer hollow
_FADE = 24  # how far beyond a known edge nobody says, so always the same
_STEPS = (0.75, 0.5, 0.3, 0.14)
_DERIVED = [1.5, 2.5]
_ARROW = 10
_ARROWS = {-1: "triangle-left", 1: "triangle-right"}
MARGIN = 26  # beside the axis, for edges that fade and for arrows
SETS = ("grid", "ground", "bars", "windows", "lines", "arrows", "labels")
Data = dict[str, list[Datum]]


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a mark stands: what is known of it from `x` to `x2`, and at each side (start, end) how it ends there."""

    x: float
    x2: float
    beyond: tuple[bool, bool]
    fades: tuple[bool, bool]

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where it takes room."""
        before, after = (
            _FADE if fades else _ARROW if beyond else 0 for fades, beyond in zip(self.fades, self.beyond, strict=True)
        )
        return self.x - before, self.x2 + after


def edges(mark: DateMark, span: Bounds) -> list[int]:
    """The days that bound a mark and lie in a range, whose open side is None."""
    first, last = span
    return [
        day
        for day in (mark.first, mark.last)
        if day is not None and (first is None or day >= first) and (last is None or day <= last)
    ]


def extent(mark: DateMark, axis: tuple[Panel, ...]) -> Extent | None:
    """Where a mark stands on an axis; None if it says nothing of the days there."""
    begin, end = axis[0].stretch.first, axis[-1].stretch.last
    first, last = mark.first, mark.last
    if (first is None or first < begin) and (last is None or last > end) and (first is None or last is None):
        return None
    if (first is not None and first > end) or (last is not None and last < begin):
        return None
    x = at(axis, first) if first is not None else None
    x2 = at(axis, last + 1, ends=True) if last is not None else None
    beyond = (first is not None and first < begin, last is not None and last > end)
    fades = (mark.fade_start and not beyond[0], mark.fade_end and not beyond[1])
    if mark.kind == "day" and x is not None and x2 is not None:
        middle = (x + x2) / 2
        return Extent(middle - _TICK / 2, middle + _TICK / 2, beyond, fades)
    if x is None or x2 is None:  # known is one edge alone; only of what went on is there a day that is certain
        known = x if x is not None else x2 if x2 is not None else 0.0
        room = _LEAST if mark.kind == "throughout" else 0
        x, x2 = (known, known + room) if x is not None else (known - room, known)
    short = max(0.0, _LEAST - (x2 - x)) / 2 if x2 > x else 0
    return Extent(x - short, x2 + short, beyond, fades)


def draw(
    mark: DateMark, where: Extent, y: float, data: Data, *, ink: str, derived: bool = False, tip: str = ""
) -> None:
    """A mark where it stands, its middle at `y`."""
    x, x2 = where.x, where.x2
    low, high = y - TALL / 2, y + TALL / 2
    if mark.kind == "day":
        data["bars"].append(box(x, y - 6, x2, y + 6, fill=ink, alpha=1, tip=tip))
    elif mark.kind == "throughout":
        data["bars"].append(box(x, low, x2, high, fill=ink, alpha=1, tip=tip))
    else:
        _hollow(where, y, data, ink=ink, derived=derived, tip=tip)
    for way, edge, fades, beyond in (
        (-1, x, where.fades[0], where.beyond[0]),
        (1, x2, where.fades[1], where.beyond[1]),
    ):
        if fades:
            _fade(edge, way, y, data, ink=ink, solid=mark.kind == "throughout")
        elif beyond:
            data["arrows"].append(dot(edge + 5 * way, y, across=8, shape=_ARROWS[way], fill=ink))


def at(axis: tuple[Panel, ...], day: int, *, ends: bool = False) -> float:
    """Where a day begins; with `ends`, where the day before it ends, which differs at a break."""
    if ends:
        return next((panel for panel in axis if panel.stretch.last >= day - 1), axis[-1]).at(day)
    return next((panel for panel in axis if panel.stretch.last >= day), axis[-1]).at(day)


def _hollow(where: Extent, y: float, data: Data, *, ink: str, derived: bool, tip: str) -> None:
    """A box of ink and paper; a side that fades or goes on has no line."""
    x, x2, low, high = where.x, where.x2, y - TALL / 2, y + TALL / 2
    if x2 > x:
        data["ground"].append(box(x, low, x2, high, fill="paper"))
    bare = [fades or beyond for fades, beyond in zip(where.fades, where.beyond, strict=True)]
    if not any(bare):
        look: dict[str, Any] = {"width": 1.25, "dash": _DERIVED} if derived else {"width": 1.5}
        data["windows"].append(hollow(x, low, x2, high, stroke=ink, tip=tip, **look))
        return
    sides = [(edge, low, edge, high) for edge, open_ in ((x + 0.75, bare[0]), (x2 - 0.75, bare[1])) if not open_]
    if x2 > x:
        sides += [(x, edge, x2, edge) for edge in (low + 0.75, high - 0.75)]
    data["lines"] += [rule(*side, stroke=ink, width=1.5, dash=_DERIVED if derived else ()) for side in sides]


def _fade(x: float, way: int, y: float, data: Data, *, ink: str, solid: bool) -> None:
    """How far it goes nobody says: steps of less and less ink."""
    step = _FADE / len(_STEPS)
    for number, alpha in enumerate(_STEPS):
        a, b = sorted((x + way * number * step, x + way * (number + 1) * step))
        for low, high in [(y - TALL / 2, y + TALL / 2)] if solid else [(y - 4.5, y - 3), (y + 3, y + 4.5)]:
            data["bars"].append(box(a, low, b, high, fill=ink, alpha=alpha))


def used(marks: Iterable[DateMark], axis: tuple[Panel, ...], *, derived: bool) -> Iterator[str]:
    """The entries of the key that some marks need."""
    begin, end = axis[0].stretch.first, axis[-1].stretch.last
    for mark in marks:
        yield "derived" if derived and mark.kind == "within" else mark.kind
        if mark.fade_start or mark.fade_end:
            yield "fades"
        if (mark.first is not None and mark.first < begin) or (mark.last is not None and mark.last > end):
            yield "beyond"


_KEY = (
    ("day", N_("on a known day")),
    ("within", N_("once within these days")),
    ("throughout", N_("throughout")),
    ("fades", N_("how far, nobody says")),
    ("derived", N_("no date: the days that the order leaves")),
    ("beyond", N_("beyond this chart")),
    ("said", N_("said or counted")),
)


def key(used: set[str], left: float, right: float, top: float, data: Data) -> float:
    """What the marks mean, those that a chart uses; gives where the picture ends."""
    x, y = left, top + 6
    for name, message in _KEY:
        if name not in used:
            continue
        words = _(message)
        room = 35 + width(words, 12)
        if x > left and x + room > right:
            x, y = left, y + 20
        _sample(name, x, y - 4, data)
        data["labels"].append(word(x + 35, y + 1, words, fill="muted", size=12))
        x += room + 18
    return y + 10


def _sample(name: str, x: float, y: float, data: Data) -> None:
    low, high = y - TALL / 2, y + TALL / 2
    match name:
        case "day" | "said":
            fill = "ink" if name == "day" else "muted"
            data["bars"].append(box(x + 13, y - 6, x + 13 + _TICK, y + 6, fill=fill, alpha=1))
        case "within":
            data["windows"].append(hollow(x, low, x + 28, high, stroke="ink"))
        case "derived":
            data["windows"].append(hollow(x, low, x + 28, high, stroke="ink", width=1.25, dash=_DERIVED))
        case "throughout":
            data["bars"].append(box(x, low, x + 28, high, fill="ink", alpha=1))
        case "fades":
            data["bars"].append(box(x, low, x + 5, high, fill="ink", alpha=1))
            _fade(x + 5, 1, y, data, ink="ink", solid=True)
        case "beyond":
            data["bars"].append(box(x, low, x + 18, high, fill="ink", alpha=1))
            data["arrows"].append(dot(x + 23, y, across=8, shape="triangle-right", fill="ink"))
