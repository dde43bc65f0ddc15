"""The picture of who held what: folded time across, a row a place, one look for each way of knowing.

Input: the rows of `control.py`; output: a `Layout` 1000 pixels wide, or 360 for a phone, where the label stands above
its bar. `visual.md` "Who held what" is the drawing rule behind every mark.
Invariant: full colour only on days that a document speaks of; a change on a known day leaves 3 pixels of paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasti.charts._base import Layout
from fasti.charts._marks import DOTTED, Datum, actor, box, hollow, rule, word
from fasti.charts._text import cut, width
from fasti.charts._time import Panel, panels, silence_words, span_labels, stretches, ticks

if TYPE_CHECKING:
    from fasti.charts.control import Bar, ControlRows, Row

ROW = 30
_LEAST = 6  # how wide a day that a document speaks of is drawn at least
_ROOM = 12  # beyond the last day, so that a change on it is still seen
_EXTENT = {"whole": 1.0, "most": 0.75, "part": 0.45}
_INFERRED = [1.5, 2.5]
Data = dict[str, list[Datum]]


@dataclass(frozen=True, slots=True)
class _Form:
    """The measures of one variant."""

    width: int
    left: float
    right: float
    bar: float
    top: float  # of the bar within its row
    panels: int
    gap: float
    least: float
    under: bool  # label and last word stand above the bar


def staircase(chart: ControlRows, variant: str) -> Layout:
    """Legend, axis, rows, and the key of the marks that this chart uses."""
    form = _form(chart, variant)
    known = [(bar.first, bar.last) for row in chart.rows for bar in row.bars if bar.basis in ("attested", "between")]
    known = known or [(bar.first, bar.last) for row in chart.rows for bar in row.bars]
    end = max(bar.last for row in chart.rows for bar in row.bars)
    axis = panels(
        stretches(known, most=form.panels, end=end), form.left, form.right - _ROOM, gap=form.gap, least=form.least
    )
    data: Data = {name: [] for name in ("grid", "ground", "bars", "windows", "sieges", "labels")}
    top = _legend(chart, form, data)
    top = _axis(axis, top, len(chart.rows), data, under=form.under)
    for number, row in enumerate(chart.rows):
        _row(row, form, axis, top + number * ROW, data)
    bottom = _key(chart, form, top + len(chart.rows) * ROW + 14, data)
    return Layout(form.width, round(bottom), data)


def _form(chart: ControlRows, variant: str) -> _Form:
    if variant == "narrow":
        return _Form(360, 0, 360, 11, 17, panels=3, gap=46, least=46, under=True)
    left = min(300.0, 16 + max(width(row.label, 15) for row in chart.rows))
    right = min(220.0, 14 + max(width(row.last_word, 13) for row in chart.rows))
    return _Form(1000, left, 1000 - right, 18, 6, panels=5, gap=62, least=58, under=False)


def _legend(chart: ControlRows, form: _Form, data: Data) -> float:
    """Swatch and label of each actor, in a line that wraps; gives where the axis may begin."""
    x, y = form.left, 14.0
    for who, label in chart.actors:
        room = 17 + width(label, 13, bold=True)
        if x > form.left and x + room > form.right:
            x, y = form.left, y + 20
        data["bars"].append(box(x, y - 10, x + 12, y + 2, fill=actor(who)))
        data["labels"].append(word(x + 17, y, label, weight=600))
        x += room + 16
    return y + 14


def _axis(axis: tuple[Panel, ...], top: float, rows: int, data: Data, *, under: bool) -> float:
    """Panel names, breaks in words, a thin rule at every month or year; gives where the rows begin."""
    name_y, tick_y, line_y = top + 14, top + 31, top + 37
    bottom = line_y + 5 if under else line_y + 4 + rows * ROW  # on a phone the rules would run through the labels
    for before, panel in zip(axis, axis[1:], strict=False):
        middle = (before.x2 + panel.x) / 2
        count, unit = silence_words(panel.stretch.first - before.stretch.last - 1).split(" ")
        for y, text in ((name_y + 1, count), (tick_y - 3, unit)):
            data["labels"].append(word(middle, y, text, fill="muted", align="center", size=12))
        data["grid"].append(rule(before.x2 + 5, line_y, panel.x - 5, line_y, dash=[1, 3], stroke="muted"))
    for panel in axis:
        room = panel.x2 - panel.x
        names = span_labels(panel.stretch.first, panel.stretch.last)
        name = next((n for n in names if width(n, 14, bold=True) <= room), cut(names[-1], room, 14, bold=True))
        data["labels"].append(word(panel.x, name_y, name, weight=600, size=14))
        data["grid"].append(rule(panel.x, line_y, panel.x2, line_y, stroke="ink"))
        data["grid"] += [rule(x, line_y, x, bottom) for x in (panel.x, panel.x2)]
        for day, text in ticks(panel):
            x = panel.at(day)
            if panel.x + 1 < x < panel.x2 - 1:
                data["grid"].append(rule(x, line_y, x, bottom))
            if text:
                data["labels"].append(word(x + (0 if x <= panel.x else 2), tick_y, text, fill="muted", size=12))
    return line_y + 4


def _row(row: Row, form: _Form, axis: tuple[Panel, ...], top: float, data: Data) -> None:
    if form.under:
        last_word = cut(row.last_word, 200, 12)
        label = cut(row.label, form.width - width(last_word, 12) - 12, 14)
        data["labels"].append(word(0, top + 13, label, size=14))
        data["labels"].append(word(form.width, top + 13, last_word, fill="muted", align="right", size=12))
    else:
        data["grid"].append(rule(0, top + ROW, form.width, top + ROW))
        label = cut(row.label, form.left - 14, 15)
        last_word = cut(row.last_word, form.width - form.right - 12, 13)
        data["labels"].append(word(form.left - 14, top + 20, label, align="right", size=15))
        data["labels"].append(word(form.right + 12, top + 20, last_word, fill="muted"))
    for panel in axis:
        end = panel.x  # where the bar before ends: a day can be thinner than the mark that has to show it
        for bar in row.bars:
            if bar.last < panel.stretch.first or bar.first > panel.stretch.last:
                continue
            gap = 3 if bar.change == "day" and bar.first > panel.stretch.first else 0
            x = max(panel.at(bar.first), end) + gap
            x2 = max(panel.at(bar.last + 1), x + _LEAST if bar.basis == "attested" else x)
            if x2 - x >= 0.5:
                _bar(bar, x, x2, top + form.top, form.bar, data)
                end = x2


def _bar(bar: Bar, x: float, x2: float, y: float, tall: float, data: Data) -> None:
    """One bar in one panel, in the look of its basis."""
    y2, tip = y + tall, bar.tip
    data["ground"].append(box(x, y, x2, y2, fill="paper"))  # so that the axis does not shine through a tint
    if bar.basis == "unknown" or not bar.holders:
        dash = DOTTED if bar.basis == "unknown" else []
        data["windows"].append(hollow(x, y, x2, y2, stroke="muted", width=1, dash=dash, tip=tip))
        if tall > 14 and x2 - x > width(bar.words, 12) + 14:
            data["labels"].append(word(x + 7, y2 - (tall - 8) / 2, bar.words, fill="muted", size=12))
    elif bar.basis == "between":
        data["windows"].append(hollow(x, y, x2, y2, stroke="ink", tip=tip))
    elif bar.basis == "inferred":
        for who, low, high in _lanes(bar.holders, y, y2):
            data["windows"].append(hollow(x, low, x2, high, stroke=actor(who), dash=_INFERRED, tip=tip))
    else:
        rest = y2 - tall * _EXTENT.get(bar.extent, 0.6)
        if rest > y:
            data["windows"].append(hollow(x, y, x2, rest, stroke="muted", width=1, dash=DOTTED, tip=tip))
        for who, low, high in _lanes(bar.holders, rest, y2, 1 if bar.how == "shared" else 0):
            alpha = 1 if bar.basis == "attested" else 0.45
            data["bars"].append(box(x, low, x2, high, fill=actor(who), alpha=alpha, tip=tip))
    for inset, who in enumerate(bar.besieged_by):
        edge = 2 * inset
        data["sieges"].append(hollow(x + edge, y + edge, x2 - edge, y2 - edge, stroke=actor(who), width=2, tip=tip))


def _lanes(holders: tuple[str, ...], y: float, y2: float, apart: float = 0) -> Iterator[tuple[str, float, float]]:
    """The bar split lengthwise, a lane for each holder."""
    each = (y2 - y - apart * (len(holders) - 1)) / len(holders)
    for number, who in enumerate(holders):
        low = y + number * (each + apart)
        yield who, low, low + each


def _key(chart: ControlRows, form: _Form, top: float, data: Data) -> float:
    """What the marks mean: only those that this chart uses; gives where the picture ends."""
    bars = [bar for row in chart.rows for bar in row.bars]
    held = [bar for bar in bars if bar.holders]
    entries = (
        ("attested", "a document says so", any(bar.basis == "attested" for bar in held)),
        ("carried", "nothing said since", any(bar.basis == "carried" for bar in held)),
        ("change", "changed hands on a known day", any(bar.change == "day" for bar in held)),
        ("between", "changed hands within these days", any(bar.basis == "between" for bar in held)),
        ("split", "contested", any(len(bar.holders) > 1 and bar.how == "contested" for bar in held)),
        ("siege", "besieged, by the outline’s colour", any(bar.besieged_by for bar in bars)),
        ("inferred", "inferred from who lost it", any(bar.basis == "inferred" for bar in held)),
        ("unknown", "nobody says", any(bar.basis == "unknown" for bar in bars)),
    )
    one = chart.actors[0][0] if chart.actors else ""
    two = chart.actors[1][0] if len(chart.actors) > 1 else one
    x, y = form.left, top + 6
    for mark, words, used in entries:
        if not used:
            continue
        room = 35 + width(words, 12)
        if x > form.left and x + room > form.width:
            x, y = form.left, y + 20
        _sample(mark, one, two, x, y - 9, data)
        data["labels"].append(word(x + 35, y + 1, words, fill="muted", size=12))
        x += room + 18
    return y + 10


def _sample(mark: str, one: str, two: str, x: float, y: float, data: Data) -> None:
    x2, y2 = x + 28, y + 11
    match mark:
        case "attested":
            data["bars"].append(box(x, y, x2, y2, fill=actor(one), alpha=1))
        case "carried":
            data["bars"].append(box(x, y, x2, y2, fill=actor(one), alpha=0.45))
        case "change":
            data["bars"].append(box(x, y, x + 12, y2, fill=actor(one), alpha=0.45))
            data["bars"].append(box(x + 15, y, x2, y2, fill=actor(two), alpha=1))
        case "split":
            for who, low, high in _lanes((one, two), y, y2):
                data["bars"].append(box(x, low, x2, high, fill=actor(who), alpha=1))
        case "siege":
            data["bars"].append(box(x, y, x2, y2, fill=actor(two), alpha=0.45))
            data["sieges"].append(hollow(x, y, x2, y2, stroke=actor(one), width=2))
        case "between":
            data["windows"].append(hollow(x, y, x2, y2, stroke="ink"))
        case "inferred":
            data["windows"].append(hollow(x, y, x2, y2, stroke=actor(one), dash=_INFERRED))
        case "unknown":
            data["windows"].append(hollow(x, y, x2, y2, stroke="muted", width=1, dash=DOTTED))
