"""Figures that disagree: a panel for every series, a named mark for everyone who gives a number.

Rows come from `edition.figures`; pages and prose ask with `series`, `actor` or `place`. The rows are `FigureRows`, of
one `Panel` a series, of one `Mark` a number; nothing about pixels is in them, `_dots.py` places them.
Invariant: one axis never carries two definitions, nor lost beside held, and no line joins one number to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fasti.charts._base import ChartKind, Words
from fasti.charts._dots import dots
from fasti.charts._time import day_words, span_words
from fasti.records import ChartCall

_MOST_MARKS = 16  # a panel; the rest stands in the table


@dataclass(frozen=True, slots=True)
class Mark:
    """One number as one speaker gives it; `low` and `high` are None where the words leave that side open.

    `qualifier` exact, about, nearly, more than, less than, at least, at most, up to, range or word; `value` the number
    to put the mark at (None for a range or a word); `words` as told, `speaker` and `when` in words.
    """

    speaker: str
    when: str
    words: str
    qualifier: str
    low: float | None
    value: float | None
    high: float | None
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One series: what it counts in words, its unit, the end of its axis, and its marks from the earliest on."""

    series: str
    title: str
    measured: str
    unit: str
    top: float
    marks: tuple[Mark, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class FigureRows:
    """The whole chart: panels in the order asked for, else by what they are a share of, then by title."""

    panels: tuple[Panel, ...]


def rows(edition: Any, call: ChartCall) -> FigureRows | None:
    """The series that `call` names, or those about its actor, or within the scope of its place, or all."""
    known = set(edition.figures.ids)
    wanted = [series for series in call.ids("series") if series in known] or _matching(edition, call)
    chosen = [edition.figures.series(series) for series in wanted]
    panels = [_panel(series) for series in chosen if series.points]
    return FigureRows(tuple(panels)) if panels else None


def _matching(edition: Any, call: ChartCall) -> list[str]:
    """The series about the call's actor and within the scope of its place, those of one denominator together."""
    if call.get("series"):
        return []
    who, where = call.get("actor"), call.get("place")
    found = [
        edition.figures.series(series)
        for series in edition.figures.ids
        if where is None or where in edition.series(series).scope
    ]
    found = [series for series in found if who is None or series.about == who]
    return [series.id for series in sorted(found, key=lambda series: (series.of, series.direction or "", series.title))]


def _panel(series: Any) -> Panel:
    points = sorted(series.points, key=_when)
    marks = tuple(_mark(point) for point in points[:_MOST_MARKS])
    return Panel(
        series=series.id,
        title=series.title,
        measured=_measured(series),
        unit=series.unit,
        top=100.0 if series.unit == "percent" else _round_up(max(_far(mark) for mark in marks)),
        marks=marks,
        more=len(points) - len(marks),
    )


def _when(point: Any) -> tuple[bool, int, str, str]:
    day = point.at.earliest if point.at.earliest is not None else point.at.latest
    return (day is None, day or 0, point.speaker_label, point.words)


def _measured(series: Any) -> str:
    """What the numbers are: `percent of Syria’s area, lost`."""
    words = f"{series.unit} of {series.of}" if series.of else series.measure_label
    return ", ".join(part for part in (words, series.direction) if part)


def _mark(point: Any) -> Mark:
    low, stated, high = (None if n is None else round(float(n), 6) for n in (point.low, point.stated, point.high))
    return Mark(
        speaker=point.speaker_label or "no speaker named",
        when=_when_words(*point.at),
        words=point.words,
        qualifier=point.qualifier,
        low=low,
        value=stated,
        high=high,
        citation="; ".join(point.citation_words),
    )


def _when_words(first: int | None, last: int | None) -> str:
    if first is not None and last is not None:
        return span_words(first, last)
    if last is not None:
        return f"by {day_words(last)}"
    return f"from {day_words(first)}" if first is not None else ""


def _far(mark: Mark) -> float:
    return max(number for number in (mark.low, mark.value, mark.high, 0.0) if number is not None)


def _round_up(number: float) -> float:
    """The next round number, with a little room for an arrow; small counts end at the next whole one."""
    if number < 5 and number == int(number):
        return number + 1
    power = 1.0
    while power * 10 <= number:
        power *= 10
    while power > number > 0:
        power /= 10
    return next(power * step for step in (1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10, 15) if power * step >= number * 1.05)


def words(chart: FigureRows) -> Words:
    """Caption, description and table; the widest disagreement of each panel is said in the description."""
    count = sum(len(panel.marks) + panel.more for panel in chart.panels)
    numbers = f"{count} figure" + ("s" if count != 1 else "")
    if len(chart.panels) == 1:
        caption = f"{chart.panels[0].title}: {numbers}."
    else:
        caption = f"{numbers} in {len(chart.panels)} definitions, which are never joined."
    told = []
    for panel in chart.panels:
        said = "; ".join(f"{mark.speaker} {mark.words}{mark.when and f' ({mark.when})'}" for mark in panel.marks)
        told.append(f"{panel.title}, {panel.measured}: {said}.")
    table = tuple(
        (panel.title, panel.measured, mark.words, mark.speaker, mark.when, mark.citation)
        for panel in chart.panels
        for mark in panel.marks
    )
    return Words(
        caption, " ".join(told), ("Series", "Measured in", "Figure", "Who says so", "Of when", "Source"), table
    )


def spec() -> Any:
    """Axes, ranges, whiskers and arrows, dots, words."""
    from fasti.charts import _grammar as g

    return g.stack(
        g.rules("axes"), g.rects("ranges", tips=True), g.rules("lines"), g.points("dots", tips=True), g.texts("labels")
    )


CHART = ChartKind(name="figures", title="Figures", spec=spec, rows=rows, layout=dots, words=words)
