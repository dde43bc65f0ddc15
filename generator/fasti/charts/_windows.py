"""The picture of a timeline: folded time across, a row an event, its date in words beside its marks.

Input: the rows of `timeline.py`; output: a `Layout` 1000 pixels wide, or 360 for a phone, where the title stands above
its marks. `_timemarks.py` draws the marks, `_crowd.py` the events that are too many for a row each.
Invariant: every event has its row, and the words of its date stand there whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasti.charts._axis import draw_axis
from fasti.charts._base import Layout
from fasti.charts._marks import box, rule, word
from fasti.charts._text import cut, width
from fasti.charts._time import Panel, panels, stretches
from fasti.charts._timemarks import MARGIN, SETS, Data, draw, edges, extent, key, used
from fasti.derive import DateMark
from fasti.language import _, semicolons

if TYPE_CHECKING:
    from fasti.charts.timeline import Line, TimelineRows
    from fasti.edtf import Bounds

_WHOLE = 400  # of a longer mark only the ends are drawn with the days around them


@dataclass(frozen=True, slots=True)
class Form:
    """The measures of one variant."""

    width: int
    left: float  # where the axis may begin
    row: int
    bar: float  # middle of the marks below the top of their row
    panels: int
    gap: float
    least: float
    narrow: bool


def windows(chart: TimelineRows, variant: str) -> Layout:
    """Axis, rows, and the key of the marks that this chart uses."""
    form = _form(chart.lines, variant)
    axis = axis_of((mark for line in chart.lines for mark in line.marks), chart.span, form)
    data: Data = {name: [] for name in SETS}
    rows = len(chart.lines) * form.row
    top = draw_axis(axis, 0, data, rows=rows)
    for number, line in enumerate(chart.lines):
        _row(line, form, axis, top + number * form.row, data)
    names = {name for line in chart.lines for name in used(line.marks, axis, derived=line.how == "derived")}
    names |= {"said"} if any(line.said for line in chart.lines) else set()
    return Layout(form.width, round(key(names, form.left, form.width, top + rows + 12, data)), data)


def _titled(line: Line) -> str:
    return f"{line.title} ({line.standing})" if line.standing else line.title


def _form(lines: tuple[Line, ...], variant: str) -> Form:
    if variant == "narrow":
        return form_of("narrow")
    titles = max(width(_titled(line), 14) for line in lines)
    return form_of("wide", left=min(430.0, titles + 12))


def form_of(variant: str, *, left: float = 0) -> Form:
    """The measures of a variant, with so much room for titles on the left."""
    if variant == "narrow":
        return Form(360, 0, 36, 25, panels=3, gap=46, least=46, narrow=True)
    return Form(1000, left, 22, 11, panels=5, gap=62, least=58, narrow=False)


def axis_of(marks: Iterable[DateMark], span: Bounds, form: Form) -> tuple[Panel, ...]:
    """The stretches of time in which marks of a chart begin, lie or end; the days asked for where none does."""
    spans = [pair for mark in marks for pair in _near(mark, span)] or [(span.earliest or 0, span.latest or 0)]
    parts = stretches(spans, most=form.panels)
    return panels(parts, form.left + MARGIN, form.width - MARGIN, gap=form.gap, least=form.least)


def _near(mark: DateMark, span: Bounds) -> Iterator[tuple[int, int]]:
    known = edges(mark, span)
    if len(known) == 2 and known[1] - known[0] <= _WHOLE:
        yield known[0], known[1]
    else:
        yield from ((day, day) for day in known)


def _row(line: Line, form: Form, axis: tuple[Panel, ...], top: float, data: Data) -> None:
    ink = "muted" if line.said else "ink"
    standing = f" ({line.standing})" if line.standing else ""
    room = (form.width if form.narrow else form.left - 12) - width(standing, 14)
    title = cut(line.title, room, 14) + standing
    if form.narrow:
        data["ground"].append(box(0, top, form.width, top + 17, fill="paper"))  # no rule runs through a title
        data["labels"].append(word(0, top + 14, title, fill=ink, size=14))
    else:
        data["grid"].append(rule(0, top + form.row, form.width, top + form.row))
        data["labels"].append(word(form.left - 12, top + 16, title, fill=ink, size=14, align="right"))
    narrowed = _("by the order %(date)s", date=line.narrowed) if line.narrowed else ""
    tip = _("%(title)s: %(told)s", title=line.title + standing, told=semicolons((line.when, narrowed)))
    ends: list[float] = []
    for mark in line.marks:
        if where := extent(mark, axis):
            draw(mark, where, top + form.bar, data, ink=ink, derived=line.how == "derived", tip=tip)
            ends += where.reach
    if ends:
        _when(line.when, min(ends), max(ends), form, top + form.bar + 4, data)


def _when(text: str, x: float, x2: float, form: Form, y: float, data: Data) -> None:
    """The date in words, on the side of its marks that has more room; whole, or not at all."""
    before, after = x - form.left - 6, form.width - x2 - 6
    text = text[:1].upper() + text[1:]
    long = width(text, 12)
    if long <= after:
        data["labels"].append(word(x2 + 6, y, text, fill="muted", size=12))
    elif long <= before:
        data["labels"].append(word(x - 6, y, text, fill="muted", size=12, align="right"))
