"""The picture of who held what: folded time across, a row a place, one look for each way of knowing.

Input: the rows of `control.py`; output: a `Layout` 1000 pixels wide, or 360 for a phone, where the label stands above
its bar. `visual.md` "Who held what" is the drawing rule behind every mark.
Invariant: full colour only on days that a document speaks of; a change on a known day leaves 3 pixels of paper; no
two states differ in colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fasti.charts._axis import draw_axis
from fasti.charts._base import Layout
from fasti.charts._held import BASIS
from fasti.charts._marks import DOTTED, Datum, actor, box, hollow, rule, word
from fasti.charts._text import cut, width
from fasti.charts._time import Panel, panels, stretches
from fasti.language import _

if TYPE_CHECKING:
    from fasti.charts.control import Bar, ControlRows, Row

ROW = 30
_LEAST = 6  # how wide a day that a document speaks of is drawn at least
_ROOM = 12  # beyond the last day, so that a change on it is still seen
_EXTENT = {"whole": 1.0, "most": 0.75, "part": 0.45}
_INFERRED = [1.5, 2.5]
_CLAIMED = [4, 4]
_PERHAPS = [5, 3]
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
    data: Data = {name: [] for name in ("grid", "ground", "bars", "windows", "threads", "sieges", "labels")}
    top = _legend(chart, form, data)
    # On a phone the rules would run through the labels, which stand above the bars.
    top = draw_axis(axis, top, data, rows=0 if form.under else len(chart.rows) * ROW)
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
    data["ground"].append(box(x, y, x2, y2, fill="paper", tip=tip))  # so that the axis does not shine through a tint
    for inset, who in enumerate(bar.besieged_by):
        within = (x + 2 * inset, y + 2 * inset, x2 - 2 * inset, y2 - 2 * inset)
        data["sieges"].append(hollow(*within, stroke=actor(who), tip=tip, **_ring(bar.siege_basis)))
    if bar.besieged_by:  # paper between the siege and what it surrounds, so that the two are seen without their colours
        edge = min(2 * len(bar.besieged_by) + 1, (tall - 4) / 2)
        y, y2, tall = y + edge, y2 - edge, tall - 2 * edge
        x, x2 = (x + edge, x2 - edge) if x2 - x > 3 * edge else (x, x2)
    if bar.basis == "unknown" or not bar.holders:
        _empty(bar, x, x2, y, tall, data)
    elif bar.basis == "between":
        data["windows"].append(hollow(x, y, x2, y2, stroke="ink", tip=tip))
    elif bar.basis == "inferred":
        for who, low, high in _lanes(bar.holders, y, y2):
            data["windows"].append(hollow(x, low, x2, high, stroke=actor(who), dash=_INFERRED, tip=tip))
    else:
        rest = y2 - tall * _EXTENT.get(bar.extent, 0.6)
        if rest > y:
            data["windows"].append(hollow(x, y, x2, rest, stroke="muted", width=1, dash=DOTTED, tip=tip))
        for who, low, high in _lanes(bar.holders, rest, y2, 3 if bar.how == "shared" else 1):
            alpha = 1 if bar.basis == "attested" else 0.45
            data["bars"].append(box(x, low, x2, high, fill=actor(who), alpha=alpha, tip=tip))
            if bar.claimed:
                _thread(x, x2, (low + high) / 2, data, stroke="paper", width=2, dash=_CLAIMED)


def _empty(bar: Bar, x: float, x2: float, y: float, tall: float, data: Data) -> None:
    """A bar without a holder: a dotted line where nobody speaks, else a thin box that says nobody, or not to whom."""
    words = bar.words if tall >= 12 and x2 - x > width(bar.words, 12) + 14 else ""
    start = x + (width(words, 12) + 12 if words else 2)
    if words:
        data["labels"].append(word(x + 7, y + tall - (tall - 8) / 2, words, fill="muted", size=12))
    if bar.basis == "unknown":
        _thread(start, x2 - 2, y + tall / 2, data, stroke="muted", width=1, dash=DOTTED)
        return
    data["windows"].append(hollow(x, y, x2, y + tall, stroke="muted", width=1, tip=bar.tip))
    _thread(start + 2, x2 - 4, y + tall / 2, data, **_UNHELD[bar.how])


_UNHELD: dict[str, dict[str, Any]] = {
    "nobody": {"stroke": "muted", "width": 1},
    "not-said": {"stroke": "muted", "width": 2, "dash": [2, 5]},
}


def _thread(x: float, x2: float, y: float, data: Data, **look: Any) -> None:
    """A line along the middle of a bar, or of a lane of it."""
    if x2 - x >= 2:
        data["threads"].append(rule(x, y, x2, y, **look))


def _ring(basis: str) -> dict[str, Any]:
    """The outline of a siege: thin where it is carried, broken where it may not have been."""
    return {"width": 1.25} if basis == "carried" else {"width": 2, "dash": _PERHAPS if basis == "between" else []}


def _lanes(holders: tuple[str, ...], y: float, y2: float, apart: float = 0) -> Iterator[tuple[str, float, float]]:
    """The bar split lengthwise, a lane for each holder."""
    each = (y2 - y - apart * (len(holders) - 1)) / len(holders)
    for number, who in enumerate(holders):
        low = y + number * (each + apart)
        yield who, low, low + each


def _key(chart: ControlRows, form: _Form, top: float, data: Data) -> float:
    """What the marks mean: only those that this chart uses; gives where the picture ends."""
    used = {mark for row in chart.rows for bar in row.bars for mark in _marks(bar)}
    one = chart.actors[0][0] if chart.actors else ""
    two = chart.actors[1][0] if len(chart.actors) > 1 else one
    x, y = form.left, top + 6
    for mark, (sample, words) in _samples(one, two).items():
        if mark not in used:
            continue
        room = 35 + width(words, 12)
        if x > form.left and x + room > form.width:
            x, y = form.left, y + 20
        if mark == "change":
            _bar(replace(sample, basis="carried", holders=(one,)), x, x + 12, y - 9, 11, data)
            _bar(sample, x + 15, x + 28, y - 9, 11, data)
        else:
            _bar(sample, x, x + 28, y - 9, 11, data)
        data["labels"].append(word(x + 35, y + 1, words, fill="muted", size=12))
        x += room + 18
    return y + 10


def _marks(bar: Bar) -> Iterator[str]:
    """What the key has to explain of a bar."""
    if bar.besieged_by:
        yield "perhaps" if bar.siege_basis == "between" else "siege"
    if bar.basis == "unknown" or not bar.holders:
        yield bar.how if bar.basis != "unknown" and bar.how in _UNHELD else "unknown"
        return
    yield bar.basis
    if bar.basis in ("attested", "carried"):
        yield from ("split",) if bar.how == "contested" else ("shared",) if bar.how == "shared" else ()
        yield from ("claimed",) if bar.claimed else ()
        yield from ("part",) if bar.extent != "whole" else ()
    if bar.change == "day":
        yield "change"


def _samples(one: str, two: str) -> dict[str, tuple[Bar, str]]:
    """A bar for each mark of the key, in its order, and its words."""
    from fasti.charts.control import Bar

    plain = Bar(0, 0, "sole", "attested", (one,))
    both = replace(plain, holders=(one, two))
    ringed = replace(plain, basis="carried", holders=(two,), besieged_by=(one,), siege_basis="attested")
    return {
        "attested": (plain, BASIS["attested"]),
        "carried": (replace(plain, basis="carried"), BASIS["carried"]),
        "change": (replace(plain, holders=(two,)), _("changed hands on a known day")),
        "between": (replace(plain, basis="between"), BASIS["between"]),
        "split": (replace(both, how="contested"), _("contested")),
        "shared": (replace(both, how="shared"), _("held together")),
        "part": (replace(plain, extent="part"), _("part of it")),
        "claimed": (replace(plain, claimed=True), _("claimed by one side")),
        "siege": (ringed, _("besieged, by the outline’s colour")),
        "perhaps": (replace(ringed, siege_basis="between"), _("perhaps besieged")),
        "inferred": (replace(plain, basis="inferred"), BASIS["inferred"]),
        "not-said": (replace(plain, how="not-said", holders=()), _("changed hands, not said to whom")),
        "nobody": (replace(plain, how="nobody", holders=()), _("nobody holds it")),
        "unknown": (replace(plain, how="unknown", basis="unknown", holders=()), _("nobody says")),
    }
