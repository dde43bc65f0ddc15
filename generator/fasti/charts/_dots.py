"""The picture of figures: an axis a panel from nothing to the whole, and a mark whose form is its qualifier.

Input: the rows of `figures.py`; output: a `Layout` of two columns of panels, or one column for a phone. Left of each
number is the ruler of its date, on one scale a panel, with the marks of the date chips.
Invariant: a number that excludes its bound is an open ring, one that includes it a filled dot; what the words leave
open is an open whisker (below) or an arrow (above), never an invented end. No mark needs its colour to be read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, log10
from typing import TYPE_CHECKING

from fasti.charts._base import Layout
from fasti.charts._marks import DOTTED, Datum, box, dot, hollow, rule, word
from fasti.charts._ruler import Ruler, ruler_of
from fasti.charts._text import broken, cut, width
from fasti.language import _, commas

if TYPE_CHECKING:
    from fasti.charts.figures import FigureRows, Mark, Panel

_ARM = 34  # of a whisker or an arrow: how far it goes nobody says
_LEAST_ARM = 15
_BETWEEN = 56
_EDGE = 6  # a dot at nothing stays whole
_BEYOND = 26  # room at the end of an axis
_RULER, _GAP = 60, 18  # of the dates, and to the axis
_EXCLUDED = ("nearly", "less than", "more than")
_LAYERS = ("axes", "ranges", "lines", "dots", "labels")
Data = dict[str, list[Datum]]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a panel puts things: its sides, its dates, its axis, and how far apart its marks are."""

    x: float
    x2: float
    dates: float
    start: float
    room: float
    pitch: int
    words: int  # baseline of a mark's words below the top of its line
    line: int  # its axis, likewise
    inline: bool  # words beside the axis, not above it
    top: float = 1  # the number at the end of the axis
    whole: bool = False  # whether nothing can be beyond that end
    ruler: Ruler | None = None
    short: bool = False  # whether speakers go by their short labels, so that dates have room

    def left_of(self, mark: Mark) -> float:
        """The room for a speaker and a day, the space between them left out."""
        end = self.dates - 16 if self.inline else self.x2 - width(mark.words, 14, bold=True) - 16
        return end - self.x - 8

    def at(self, number: float) -> float:
        return self.start + self.room * min(1.0, max(0.0, number / self.top))


def dots(chart: FigureRows, variant: str) -> Layout:
    """Panels in reading order: in two columns, or one; a panel alone on a wide page has its words beside its axis."""
    data: Data = {name: [] for name in _LAYERS}
    wide = 360 if variant == "narrow" else 1000
    columns = 2 if variant == "wide" and len(chart.panels) > 1 else 1
    titled = sum(len(panel.runs) for panel in chart.panels) > 1
    each = (wide - _BETWEEN * (columns - 1)) / columns
    top = 0.0
    for start in range(0, len(chart.panels), columns):
        ends = [0.0]
        for place, panel in enumerate(chart.panels[start : start + columns]):
            frame = _frame(panel, place * (each + _BETWEEN), each, beside=variant == "wide" and columns == 1)
            ends.append(_panel(panel, frame, top, data, titled=titled))
        top = max(ends) + 22
    return Layout(wide, round(top - 14), data)


def _frame(panel: Panel, x: float, wide: float, *, beside: bool) -> _Frame:
    """The places of a panel; `beside`: its words stand beside its axis."""
    ruler = ruler_of([mark.dates for mark in panel.marks], _RULER)
    dated = _RULER + _GAP if ruler else 0
    frame = _Frame(x, x + wide, x, x + dated + _EDGE, wide - dated - _EDGE - _BEYOND, 36, 15, 27, inline=False)
    if beside:
        left = min(420.0, 24 + max(width(_who(mark), 14) + 8 + width(_when(mark), 12) for mark in panel.marks))
        right = 20 + max(width(mark.words, 14, bold=True) for mark in panel.marks)
        room = wide - left - dated - right - _BEYOND
        frame = _Frame(x, x + wide, left, left + dated, room, 30, 20, 15, inline=True)
    short = any(width(_who(mark), 14) + width(_when(mark), 12) > frame.left_of(mark) for mark in panel.marks)
    whole = panel.unit == "percent" and panel.top == 100
    return replace(frame, top=panel.top, whole=whole, ruler=ruler, short=short)


def _panel(panel: Panel, frame: _Frame, top: float, data: Data, *, titled: bool) -> float:
    """One axis and its series; gives where it ends. A series alone is not `titled`: the caption above says the same."""
    y, wide = top, frame.x2 - frame.x
    if titled:
        for line in broken(panel.measured[:1].upper() + panel.measured[1:], wide, 15, bold=True, most=3):
            y += 18
            data["labels"].append(word(frame.x, y, line, size=15, weight=600))
    else:
        y = _lines(panel.measured, frame, y, data)
    stops = _stops(panel.top)
    for run in panel.runs:
        y = _lines(run.title, frame, y + (4 if run is not panel.runs[0] else 0), data) if titled else y
        if run.more:
            y = _lines(
                _("the latest %(n)s of %(all)s", n=len(run.marks), all=f"{len(run.marks) + run.more:,}"), frame, y, data
            )
        y += 8
        for number, mark in enumerate(run.marks):
            axis = y + number * frame.pitch + frame.line
            data["axes"].append(rule(frame.start, axis, frame.at(panel.top), axis))
            data["axes"] += [rule(frame.at(n), axis - 4, frame.at(n), axis + 4) for n, _ in stops]
            _words(mark, frame, y + number * frame.pitch + frame.words, data)
            _mark(mark, frame, axis, data)
            if frame.ruler and mark.dates:
                frame.ruler.draw(mark.dates, frame.dates, axis, data)
        y += len(run.marks) * frame.pitch
    y += 13
    for number, (value, text) in enumerate(stops):
        text += " %" if panel.unit == "percent" and number == len(stops) - 1 else ""
        data["labels"].append(word(frame.at(value), y, text, fill="muted", size=12, align="center"))
    if frame.ruler:
        data["labels"].append(word(frame.dates, y, frame.ruler.label, fill="muted", size=12))
    if panel.tiny:
        y = _lines(_("An even scale: the smallest numbers lie close to 0."), frame, y + 2, data)
    return y + 4


def _lines(text: str, frame: _Frame, y: float, data: Data) -> float:
    """A small text in up to two lines below `y`; gives the baseline of the last."""
    for line in broken(text, frame.x2 - frame.x, 13, most=2):
        y += 17
        data["labels"].append(word(frame.x, y, line, fill="muted"))
    return y


def _stops(top: float) -> list[tuple[float, str]]:
    """Four or five round values from nothing to the end of the axis; whole ones where the end allows it."""
    parts = next((n for n in (4, 5, 3, 2) if _is_round(top / n, top)), 1)
    return [(top * i / parts, _short(top * i / parts)) for i in range(parts + 1)]


def _is_round(step: float, top: float) -> bool:
    return step / 10 ** floor(log10(step)) in (1, 2, 2.5, 5) and (top != int(top) or step == int(step))


def _short(number: float) -> str:
    if number >= 1e9:
        return _("%(n)s bn", n=f"{number / 1e9:g}")
    if number >= 1e6:
        return _("%(n)s m", n=f"{number / 1e6:g}")
    return f"{number:,.0f}" if number == int(number) else f"{number:g}"


def _who(mark: Mark, speaker: str = "") -> str:
    name = speaker or mark.speaker
    return _("%(speaker)s, of %(group)s", speaker=name, group=mark.group) if mark.group else name


def _when(mark: Mark) -> str:
    return " · ".join(part for part in (mark.standing, mark.when) if part)


def _words(mark: Mark, frame: _Frame, y: float, data: Data) -> None:
    """Speaker, standing and day on the left, the number as told on the right, struck out where it is not held true."""
    room, who = frame.left_of(mark), _who(mark, mark.short if frame.short else "")
    said = _when(mark) if width(who, 14) + width(_when(mark), 12) <= room else mark.standing
    who = cut(who, room - width(said, 12), 14)
    data["labels"].append(word(frame.x, y, who, size=14))
    if said:
        data["labels"].append(word(frame.x + width(who, 14) + 8, y, said, fill="muted", size=12))
    fill = "muted" if mark.aside else "ink"
    data["labels"].append(word(frame.x2, y, mark.words, size=14, weight=600, align="right", fill=fill))
    if mark.aside:
        told = width(mark.words, 14, bold=True)
        data["lines"].append(rule(frame.x2 - told, y - 5, frame.x2, y - 5, stroke="muted", width=1.5))


def _mark(mark: Mark, frame: _Frame, y: float, data: Data) -> None:
    """The number, in the form of its qualifier; one that is set aside is crossed out."""
    ink = "muted" if mark.aside else "ink"
    told = commas((mark.words, _when(mark)))
    reads = _("(read as %(numbers)s)", numbers=mark.reads) if mark.reads else ""
    tip = " ".join(filter(None, (_("%(speaker)s: %(told)s", speaker=_who(mark), told=told), reads)))
    low, high = frame.at(mark.low or 0), frame.at(frame.top if mark.high is None else mark.high)
    if mark.value is None:
        far = max(high, low + 5)
        if mark.qualifier == "range":
            data["ranges"].append(box(low, y - 4, far, y + 4, fill=ink, alpha=0.35, stroke=ink, width=1.5, tip=tip))
        else:
            data["ranges"].append(hollow(low, y - 5, far, y + 5, stroke=ink, fill="paper", dash=[3, 2], tip=tip))
        _cross(mark, (low + far) / 2, y, data)
        return
    here = frame.at(mark.value)
    match mark.qualifier:
        case "about":
            data["lines"].append(rule(low, y, high, y, stroke=ink, width=2, dash=DOTTED))
        case "nearly":
            data["lines"].append(rule(max(frame.start, here - _ARM), y, here, y, stroke=ink, width=2))
        case "less than" | "at most":
            start = max(frame.start + 2, here - _ARM)
            data["lines"].append(rule(start + 4, y, here, y, stroke=ink, width=2))
            data["dots"].append(dot(start + 4, y, across=9, shape="triangle-left", fill=ink))
        case "up to":
            data["lines"].append(rule(frame.start, y, here, y, stroke=ink, width=2))
            data["lines"].append(rule(frame.start, y - 5, frame.start, y + 5, stroke=ink, width=2))
        case "more than" | "at least":
            # Nothing is more than the whole: there the arrow is short rather than leave the axis by far.
            end = max(here + _LEAST_ARM, min(here + _ARM, frame.start + frame.room + (0 if frame.whole else 24)))
            data["lines"].append(rule(here, y, end - 4, y, stroke=ink, width=2))
            data["dots"].append(dot(end - 4, y, across=9, shape="triangle-right", fill=ink))
    fill = "paper" if mark.qualifier in _EXCLUDED else ink
    data["dots"].append(dot(here, y, across=9, fill=fill, stroke=ink, width=2, tip=tip))
    _cross(mark, here, y, data)


def _cross(mark: Mark, x: float, y: float, data: Data) -> None:
    if mark.aside:
        data["lines"] += [rule(x - 8, y + slope, x + 8, y - slope, stroke="muted", width=1.5) for slope in (-8, 8)]
