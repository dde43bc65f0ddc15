"""The axis of folded time above rows of marks: the names of its panels, its breaks in words, a rule at every tick.

Input: the panels of `_time.py`; output: rows for the data sets `grid` and `labels`.
Invariant: every break is said in words, and a rule never runs through a label.
"""

from __future__ import annotations

from fasti.charts._marks import Datum, rule, word
from fasti.charts._text import cut, width
from fasti.charts._time import Panel, silence_words, span_labels, ticks

Data = dict[str, list[Datum]]
_SHORT = 1  # what is left of a rule where no rows lie beneath the axis


def draw_axis(axis: tuple[Panel, ...], top: float, data: Data, *, rows: float) -> float:
    """Draw the axis from `top` on, its rules down through `rows` pixels; gives where the rows begin."""
    name_y, tick_y, line_y = top + 14, top + 31, top + 37
    begin = line_y + 4
    bottom = begin + (rows or _SHORT)
    for before, panel in zip(axis, axis[1:], strict=False):
        middle = (before.x2 + panel.x) / 2
        count, _space, unit = silence_words(panel.stretch.first - before.stretch.last - 1).partition(" ")
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
    return begin
