"""The picture of entries per month: columns for what happened and for what was said, boxes for what is vague.

Input: the rows of `entries.py`; output: a `Layout` 1000 pixels wide, or 360 for a phone, both with time folded.
Invariant: happened and said share their scale but never a column, and a vague entry is a hollow box over all its days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fasti.charts._base import Layout
from fasti.charts._marks import Datum, box, hollow, rule, word
from fasti.charts._text import cut, width
from fasti.charts._time import Bin, Panel, bins, panels, silence_words, span_labels, span_words, stretches, ticks
from fasti.language import _

if TYPE_CHECKING:
    from fasti.charts.entries import EntryRows

_TALL = 76
_LANES = 6
_BROAD = 30  # a month alone in its panel must not look like more than one
Data = dict[str, list[Datum]]


def columns(chart: EntryRows, variant: str) -> Layout:
    """Happened above, said below; under each its vague entries."""
    wide, most, gap, least = (1000, 6, 62, 60) if variant == "wide" else (360, 3, 46, 50)
    counted, vague, _unit = bins([(entry.first, entry.last, entry.said) for entry in chart.entries])
    spans = [(item.first, item.last) for item in counted] + [(first, last) for first, last, _ in vague]
    axis = panels(stretches(spans, most=most), 0, wide, gap=gap, least=least, even=True)
    data: Data = {name: [] for name in ("grid", "bars", "windows", "labels")}
    top = _names(axis, data)
    highest = max([1] + [max(item.happened, item.said) for item in counted])
    for said, name in ((False, _("happened")), (True, _("said"))):
        heights = [(item, item.said if said else item.happened) for item in counted]
        boxes = [(first, last) for first, last, is_said in vague if is_said is said]
        if boxes or any(count for _, count in heights):
            top = _half(name, said, heights, boxes, highest, axis, top, data)
    return Layout(wide, round(top), data)


def _names(axis: tuple[Panel, ...], data: Data) -> float:
    for before, panel in zip(axis, axis[1:], strict=False):
        count, _space, unit = silence_words(panel.stretch.first - before.stretch.last - 1).partition(" ")
        for y, text in ((15, count), (28, unit)):
            data["labels"].append(word((before.x2 + panel.x) / 2, y, text, fill="muted", align="center", size=12))
    for panel in axis:
        room = panel.x2 - panel.x
        names = span_labels(panel.stretch.first, panel.stretch.last)
        name = next((n for n in names if width(n, 14, bold=True) <= room), cut(names[-1], room, 14, bold=True))
        data["labels"].append(word(panel.x, 14, name, weight=600, size=14))
        for day, text in ticks(panel, days=False):
            if text:
                data["labels"].append(word(panel.at(day), 31, text, fill="muted", size=12))
    return 36


def _half(
    name: str,
    said: bool,
    heights: list[tuple[Bin, int]],
    boxes: list[tuple[int, int]],
    highest: int,
    axis: tuple[Panel, ...],
    top: float,
    data: Data,
) -> float:
    """One of the two rows of columns; gives where it ends."""
    base = top + 22 + _TALL
    data["labels"].append(word(0, top + 15, name, weight=600))
    for panel in axis:
        data["grid"].append(rule(panel.x, base + 0.5, panel.x2, base + 0.5, stroke="ink"))
    for item, count in heights:
        if not count:
            continue
        x, x2 = _at(axis, item.first, item.last)
        y = base - max(2, round(_TALL * count / highest, 1))
        tip = _("%(days)s: %(n)s %(what)s", days=span_words(item.first, item.last), n=count, what=name)
        inset = max(0.5 if x2 - x < 8 else 1, (x2 - x - _BROAD) / 2)
        data["bars"].append(box(x + inset, y, x2 - inset, base, fill="muted" if said else "ink", alpha=1, tip=tip))
        if x2 - x >= width(str(count), 12) + 2:
            data["labels"].append(word((x + x2) / 2, y - 3, str(count), fill="muted", size=12, align="center"))
    lanes: list[float] = []
    left = 0
    for first, last in boxes:
        x, x2 = _at(axis, first, last)
        lane = next((n for n, end in enumerate(lanes) if end + 2 <= x), len(lanes))
        if lane == _LANES:
            left += 1
            continue
        lanes[lane : lane + 1] = [x2]
        y = base + 6 + lane * 9
        tip = _("once within %(days)s: %(what)s", days=span_words(first, last), what=name)
        data["windows"].append(
            hollow(x, y, max(x2, x + 6), y + 6, stroke="muted" if said else "ink", width=1.25, fill="paper", tip=tip)
        )
    end = base + 8 + len(lanes) * 9
    if left:
        end += 14
        data["labels"].append(word(0, end - 2, _("and %(n)s more as vague", n=left), fill="muted", size=12))
    return end + 8


def _at(axis: tuple[Panel, ...], first: int, last: int) -> tuple[float, float]:
    """Where a run of days begins and ends, across breaks if it must."""
    starts = [panel for panel in axis if panel.stretch.last >= first]
    ends = [panel for panel in axis if panel.stretch.first <= last]
    return (starts[0] if starts else axis[-1]).at(first), (ends[-1] if ends else axis[0]).at(last + 1)
