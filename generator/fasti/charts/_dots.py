"""The picture of figures: an axis a panel from nothing to the whole, and a mark whose form is its qualifier.

Input: the rows of `figures.py`; output: a `Layout` of two columns of panels, or one column for a phone.
Invariant: a number that excludes its bound is an open ring, one that includes it a filled dot; what the words leave
open is an open whisker (below) or an arrow (above), never an invented end.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING

from fasti.charts._base import Layout
from fasti.charts._marks import Datum, dot, hollow, rule, word
from fasti.charts._text import broken, cut, width

if TYPE_CHECKING:
    from fasti.charts.figures import FigureRows, Mark, Panel

_ARM = 34  # of a whisker or an arrow: how far it goes nobody says
_BETWEEN = 56
_EDGE = 6  # a dot at nothing stays whole
_EXCLUDED = ("nearly", "less than", "more than")
Data = dict[str, list[Datum]]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a panel puts things: its sides, its axis, and how far apart its marks are."""

    x: float
    x2: float
    start: float
    room: float
    pitch: int
    words: int  # baseline of a mark's words below the top of its line
    line: int  # its axis, likewise
    inline: bool  # words beside the axis, not above it

    def at(self, share: float) -> float:
        return self.start + self.room * min(1.0, max(0.0, share))


def dots(chart: FigureRows, variant: str) -> Layout:
    """Panels in reading order: in two columns, or one; a panel alone on a wide page has its words beside its axis."""
    data: Data = {name: [] for name in ("axes", "ranges", "lines", "dots", "labels")}
    wide = 360 if variant == "narrow" else 1000
    columns = 2 if variant == "wide" and len(chart.panels) > 1 else 1
    each = (wide - _BETWEEN * (columns - 1)) / columns
    top = 0.0
    for start in range(0, len(chart.panels), columns):
        ends = [0.0]
        for place, panel in enumerate(chart.panels[start : start + columns]):
            x = place * (each + _BETWEEN)
            frame = _Frame(x, x + each, x + _EDGE, each - _EDGE - 26, 36, 15, 27, inline=False)
            if variant == "wide" and columns == 1:
                left = min(420.0, 24 + max(width(mark.speaker, 14) + 8 + width(mark.when, 12) for mark in panel.marks))
                right = 20 + max(width(mark.words, 14, bold=True) for mark in panel.marks)
                frame = _Frame(0, wide, left, wide - left - right - 26, 30, 20, 15, inline=True)
            ends.append(_panel(panel, frame, top, data, titled=len(chart.panels) > 1))
        top = max(ends) + 22
    return Layout(wide, round(top - 14), data)


def _panel(panel: Panel, frame: _Frame, top: float, data: Data, *, titled: bool) -> float:
    """One series; gives where it ends. Alone it is not `titled`: the caption above it says the same."""
    y, wide = top, frame.x2 - frame.x
    for line in broken(panel.title, wide, 15, bold=True, most=2) if titled else ():
        y += 18
        data["labels"].append(word(frame.x, y, line, size=15, weight=600))
    for line in broken(panel.measured, wide, 13, most=2):
        y += 17
        data["labels"].append(word(frame.x, y, line, fill="muted"))
    y += 8
    stops = _stops(panel.top)
    for number, mark in enumerate(panel.marks):
        axis = y + number * frame.pitch + frame.line
        data["axes"].append(rule(frame.start, axis, frame.at(1), axis))
        data["axes"] += [rule(frame.at(n / panel.top), axis - 4, frame.at(n / panel.top), axis + 4) for n, _ in stops]
        _words(mark, frame, y + number * frame.pitch + frame.words, data)
        _mark(mark, panel.top, frame, axis, data)
    y += len(panel.marks) * frame.pitch + 13
    for number, (value, text) in enumerate(stops):
        text += " %" if panel.unit == "percent" and number == len(stops) - 1 else ""
        data["labels"].append(word(frame.at(value / panel.top), y, text, fill="muted", size=12, align="center"))
    if panel.more:
        y += 17
        data["labels"].append(word(frame.x, y, f"and {panel.more} more", fill="muted", size=12))
    return y + 4


def _stops(top: float) -> list[tuple[float, str]]:
    """Four or five round values from nothing to the end of the axis; whole ones where the end allows it."""
    parts = next((n for n in (4, 5, 3, 2) if _is_round(top / n, top)), 1)
    return [(top * i / parts, _short(top * i / parts)) for i in range(parts + 1)]


def _is_round(step: float, top: float) -> bool:
    return step / 10 ** floor(log10(step)) in (1, 2, 2.5, 5) and (top != int(top) or step == int(step))


def _short(number: float) -> str:
    for size, name in ((1e9, " bn"), (1e6, " m")):
        if number >= size:
            return f"{number / size:g}{name}"
    return f"{number:,.0f}" if number == int(number) else f"{number:g}"


def _words(mark: Mark, frame: _Frame, y: float, data: Data) -> None:
    """Speaker and day on the left, the number as told on the right."""
    told = width(mark.words, 14, bold=True) + 16
    end = frame.start - 16 if frame.inline else frame.x2 - told
    speaker = cut(mark.speaker, end - frame.x, 14)
    data["labels"].append(word(frame.x, y, speaker, size=14))
    x = frame.x + width(speaker, 14) + 8
    if x + width(mark.when, 12) <= end:
        data["labels"].append(word(x, y, mark.when, fill="muted", size=12))
    data["labels"].append(word(frame.x2, y, mark.words, size=14, weight=600, align="right"))


def _mark(mark: Mark, top: float, frame: _Frame, y: float, data: Data) -> None:
    """The number, in the form of its qualifier."""
    tip = f"{mark.speaker}: {mark.words}, {mark.when}"
    ends = [frame.at((top if n is None else n) / top) for n in (mark.low or 0, mark.high)]
    if mark.value is None or mark.qualifier == "about":  # somewhere within
        data["ranges"].append(
            hollow(ends[0], y - 5, max(ends[1], ends[0] + 5), y + 5, stroke="ink", fill="paper", tip=tip)
        )
    if mark.value is None:
        return
    here = frame.at(mark.value / top)
    match mark.qualifier:
        case "nearly":
            data["lines"].append(rule(max(frame.start, here - _ARM), y, here, y, stroke="ink", width=2))
        case "less than" | "at most":
            start = max(frame.start + 2, here - _ARM)
            data["lines"].append(rule(start + 4, y, here, y, stroke="ink", width=2))
            data["dots"].append(dot(start + 4, y, across=9, shape="triangle-left", fill="ink"))
        case "up to":
            data["lines"].append(rule(frame.start, y, here, y, stroke="ink", width=2))
        case "more than" | "at least":
            end = min(here + _ARM, frame.start + frame.room + 24)
            data["lines"].append(rule(here, y, end - 4, y, stroke="ink", width=2))
            data["dots"].append(dot(end - 4, y, across=9, shape="triangle-right", fill="ink"))
    fill = "paper" if mark.qualifier in _EXCLUDED else "ink"
    data["dots"].append(dot(here, y, across=9, fill=fill, stroke="ink", width=2, tip=tip))
