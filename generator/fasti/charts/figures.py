"""Figures that disagree: a panel for every definition, a named mark for everyone who gives a number.

Rows come from `edition.figures`; pages and prose ask with `series`, `actor` or `place`. The rows are `FigureRows`, of
`Panel`s, of one `Run` a series, of one `Mark` a number; nothing about pixels is in them, `_dots.py` places them.
Invariant: one axis carries two series only if they are declared comparable, each with each; never lost beside held;
and no line joins one number to another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from fasti.charts._base import ChartKind, Words
from fasti.charts._dots import dots
from fasti.derive import DateMark, date_marks, measured, quantity_words, read_as, when_words
from fasti.language import N_, Table, _, ngettext, semicolons
from fasti.records import ChartCall

_MOST_MARKS = 16  # of a series: the latest; the rest stands on its page
_MOST_PANELS = 12
_TOO_SMALL = 0.02  # of an axis: what is shorter cannot be told from nothing
_ASIDE = Table({"rejected": N_("set aside by the editors"), "superseded": N_("superseded"), "alternative": ""})
_STANCE = Table(
    {
        "denies": N_("denies it"),
        "doubts": N_("doubts it"),
        "expects": N_("expects it"),
        "plans": N_("plans it"),
        "suspects": N_("suspects it"),
    }
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One number as one speaker gives it; `low` and `high` are None where the words leave that side open.

    `qualifier` exact, about, nearly, more than, less than, at least, at most, up to, range or word; `value` the number
    to put the mark at (None for a range or a word); `words` as told, `reads` what they allow; `short` is the speaker
    where there is less room. `standing`: what editors or speaker hold of it, if anything but true; `aside`: that it is
    not true.
    """

    speaker: str
    short: str
    group: str
    when: str
    dates: tuple[DateMark, ...]
    words: str
    reads: str
    qualifier: str
    low: float | None
    value: float | None
    high: float | None
    standing: str = ""
    aside: bool = False
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One series: its marks from the earliest on, and how many earlier ones are left out."""

    series: str
    title: str
    marks: tuple[Mark, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """One axis from nothing to `top`: what it measures in words, and the series that may share it.

    `tiny`: some number is too small beside the largest to be told from nothing on an even scale.
    """

    measured: str
    unit: str
    top: float
    runs: tuple[Run, ...]
    tiny: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for run in self.runs for mark in run.marks)


@dataclass(frozen=True, slots=True)
class FigureRows:
    """The whole chart: panels in the order asked for, else by what they are a share of, then by title.

    `more`: series for which there was no room.
    """

    panels: tuple[Panel, ...]
    more: int = 0


def rows(edition: Any, call: ChartCall) -> FigureRows | None:
    """The series that `call` names, or those about its actor, or within the scope of its place, or all."""
    known = set(edition.figures.ids)
    wanted = [series for series in call.ids("series") if series in known] or _matching(edition, call)
    chosen = [found for found in map(edition.figures.series, wanted) if found.points]
    panels = _together(chosen)
    shown = tuple(_panel(edition, panel) for panel in panels[:_MOST_PANELS])
    return FigureRows(shown, sum(map(len, panels[_MOST_PANELS:]))) if shown else None


def _matching(edition: Any, call: ChartCall) -> list[str]:
    """The series about the call's actor and within the scope of its place, those of one denominator together."""
    if call.get("series"):
        return []
    who, where = call.get("actor"), call.get("place")
    found = [
        series for series in map(edition.figures.series, edition.figures.ids) if where is None or where in series.scope
    ]
    found = [series for series in found if who is None or series.about == who]
    return [series.id for series in sorted(found, key=lambda series: (series.of, series.direction or "", series.title))]


def _together(chosen: Iterable[Any]) -> list[list[Any]]:
    """The series of each panel: a series joins the first whose every series it is declared comparable with."""
    panels: list[list[Any]] = []
    for series in chosen:
        beside = (panel for panel in panels if all(other.id in series.comparable for other in panel))
        if (panel := next(beside, None)) is None:
            panels.append([series])
        else:
            panel.append(series)
    return panels


def _panel(edition: Any, chosen: list[Any]) -> Panel:
    runs = tuple(_run(edition, series) for series in chosen)
    marks = [mark for run in runs for mark in run.marks]
    farthest = max(_far(mark) for mark in marks)
    percent = chosen[0].unit == "percent" and max(mark.value or mark.high or 0 for mark in marks) <= 100
    top = 100.0 if percent else _round_up(farthest)
    names: dict[str, str] = {}
    for series in chosen:
        names.setdefault(measured(series).casefold(), measured(series))
    return Panel(
        measured=" / ".join(names.values()),
        unit=chosen[0].unit,
        top=top,
        runs=runs,
        tiny=any(0 < _far(mark) < top * _TOO_SMALL for mark in marks),
    )


def _run(edition: Any, series: Any) -> Run:
    points = _latest(series.points)
    marks = tuple(_mark(edition, point) for point in points)
    return Run(series.id, series.title, marks, len(series.points) - len(points))


def _latest(points: tuple[Any, ...]) -> list[Any]:
    """As many of the latest points as there is room for; what is told of one day is not torn apart if it fits."""
    if len(points) <= _MOST_MARKS:
        return list(points)
    start = len(points) - _MOST_MARKS
    torn = points[start].moment is not None and points[start].moment == points[start - 1].moment
    whole = next((i for i in range(start, len(points)) if points[i].moment != points[start].moment), None)
    return list(points[whole if torn and whole is not None else start :])


def _mark(edition: Any, point: Any) -> Mark:
    low, stated, high = (None if n is None else round(float(n), 6) for n in (point.low, point.stated, point.high))
    alone = point.speaker_kind == "actor" and len(point.voices.ids) == 1
    return Mark(
        speaker=point.speaker_label or _("no speaker named"),
        short=edition.actor_label(point.speaker_id) if alone else point.speaker_label,
        group=edition.actor_label(point.group) if point.group else "",
        when=when_words(point.when, "short") if point.when else "",
        dates=date_marks(point.when) if point.when else (),
        words=quantity_words(point.words),
        reads=read_as(point),
        qualifier=point.qualifier,
        low=low,
        value=stated,
        high=high,
        standing=_ASIDE[point.status] or _STANCE.get(point.stance, ""),
        aside=point.set_aside,
        citation=semicolons(point.citation_words),
    )


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
    """Caption, description and table, and what the chart leaves out."""
    runs = [(panel, run) for panel in chart.panels for run in panel.runs]
    count = sum(len(run.marks) + run.more for _, run in runs)
    numbers = ngettext("%(n)s figure", "%(n)s figures", count, n=f"{count:,}")
    if len(runs) == 1:
        caption = _("%(series)s: %(figures)s.", series=runs[0][1].title, figures=numbers)
    elif len(chart.panels) == 1:
        caption = _("%(figures)s in %(n)s series that may be compared.", figures=numbers, n=len(runs))
    else:
        caption = _("%(figures)s in %(n)s definitions, which are never joined.", figures=numbers, n=len(chart.panels))
    if chart.more:
        caption += " " + _("%(n)s more series are left out.", n=chart.more)
    told = []
    for panel, run in runs:
        said = semicolons(f"{_who(mark)} {mark.words}{mark.when and f' ({mark.when})'}" for mark in run.marks)
        told.append(
            _("%(series)s, %(measured)s: %(figures)s.", series=run.title, measured=panel.measured, figures=said)
        )
        if run.more:
            told.append(_("%(n)s earlier are left out.", n=f"{run.more:,}"))
    if any(panel.tiny for panel in chart.panels):
        told.append(_("The scale is even, so that the smallest numbers lie close to 0."))
    table = tuple(
        (run.title, panel.measured, f"{mark.words} ({mark.group})" if mark.group else mark.words, mark.reads)
        + (_who(mark, group=False), mark.when, mark.citation)
        for panel, run in runs
        for mark in run.marks
    )
    columns = (
        _("Series"),
        _("Measured in"),
        _("Figure"),
        _("Read as"),
        _("Who says so"),
        _("Of when"),
        _("Source"),
    )
    return Words(caption, " ".join(told), columns, table)


def _who(mark: Mark, *, group: bool = True) -> str:
    """The speaker, whom the number counts, and what is held of it: `The League (denies it), of civilians:`."""
    speaker = mark.speaker + (f" ({mark.standing})" if mark.standing else "")
    return _("%(speaker)s, of %(group)s:", speaker=speaker, group=mark.group) if group and mark.group else speaker


def spec() -> Any:
    """Axes, ranges, whiskers and arrows, dots, words."""
    from fasti.charts import _grammar as g

    return g.stack(
        g.rules("axes"), g.rects("ranges", tips=True), g.rules("lines"), g.points("dots", tips=True), g.texts("labels")
    )


CHART = ChartKind(name="figures", title="Figures", spec=spec, rows=rows, layout=dots, words=words)
