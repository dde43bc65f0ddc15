"""Figures gathered: every number that an event or a series prints, by its series, with its speaker and its day.

Input: a corpus and its chronology. Output: `Figures`. Invariant: a number stays in its own series and is never merged
with another's; what its words leave open stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.derive.voices import Voices, voices
from fasti.edtf import Bounds
from fasti.records import Attributed, Event, Figure, Quantity, Series, When
from fasti.records import FigurePoint as AuthoredPoint


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """One number as told, in the unit of its measure. `low_open`: nothing limits it below, or the bound is excluded."""

    words: str
    qualifier: str
    low: Fraction | None
    best: Fraction | None
    high: Fraction | None
    stated: Fraction | None
    low_open: bool
    high_open: bool
    unit: str
    measure: str
    measure_label: str
    at: Bounds
    at_words: str
    speaker_id: str
    speaker_kind: str
    speaker_label: str
    voices: Voices
    event_id: str | None
    series_id: str | None
    group: str | None
    citation_words: tuple[str, ...]
    rival: bool = False
    why: str = ""
    note: str = ""
    as_reported: str = ""


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """One series: a measure by one definition, and its points in the order of time."""

    id: str
    title: str
    measure: str
    measure_label: str
    unit: str
    of: str
    direction: str | None
    about: str | None
    points: tuple[FigurePoint, ...]


class Figures:
    """Every series by id, and the numbers that belong to none."""

    def __init__(self, series: dict[str, FigureSeries], loose: tuple[FigurePoint, ...]) -> None:
        self._series = series
        self.loose = loose
        self.ids: tuple[str, ...] = tuple(sorted(series))

    def series(self, series_id: str) -> FigureSeries:
        """A series. Raises KeyError for an id that is not in `ids`."""
        return self._series[series_id]

    def of_event(self, event_id: str) -> tuple[FigurePoint, ...]:
        """The numbers an event reports, series by series, then the loose ones; rivals after their headline."""
        in_series = tuple(p for s in self.ids for p in self._series[s].points if p.event_id == event_id)
        return in_series + tuple(p for p in self.loose if p.event_id == event_id)


def gather_figures(corpus: Corpus, chronology: Chronology) -> Figures:
    """Every figure of every published record."""
    found: dict[str, list[tuple[tuple[int, int], FigurePoint]]] = {e.id: [] for e in corpus.published("series")}
    loose: list[tuple[tuple[int, int], FigurePoint]] = []
    for entry in corpus.published("event"):
        event = entry.record
        assert isinstance(event, Event)
        placed = chronology.placed(entry.id)
        position = placed.position if placed and placed.position else 0
        items: list[tuple[Figure, Attributed, bool, str]] = [(f, f, False, "") for f in event.figures]
        items += [(r.value, r, True, r.why or "") for r in event.rivals if r.field == "figures"]
        for index, (figure, attribution, rival, why) in enumerate(items):
            point = point_of(figure, attribution, corpus, event=event, event_id=entry.id, rival=rival, why=why)
            key = (position, index)
            if figure.series in found:
                found[figure.series].append((key, point))
            elif figure.series is None:
                loose.append((key, point))
    for entry in corpus.published("series"):
        series = entry.record
        assert isinstance(series, Series)
        for index, authored in enumerate(series.points):
            found[entry.id].append(
                ((0, index), point_of(authored, authored, corpus, series=series, series_id=entry.id))
            )
    gathered = {series_id: series_of(series_id, points, corpus) for series_id, points in found.items()}
    return Figures(gathered, tuple(point for _, point in sorted(loose, key=lambda item: item[0])))


def series_of(series_id: str, points: list[tuple[tuple[int, int], FigurePoint]], corpus: Corpus) -> FigureSeries:
    """A series with its points by the day they speak of, then by the order of their events."""
    record = corpus.series(series_id)
    assert record is not None
    measure = corpus.vocabulary.measures.get(record.measure)
    ordered = sorted(points, key=lambda item: (item[1].at.earliest or 0, item[0]))
    return FigureSeries(
        series_id,
        record.title,
        record.measure,
        measure.label if measure else record.measure,
        measure.unit if measure else "",
        record.of or "",
        record.direction,
        record.about,
        tuple(point for _, point in ordered),
    )


def point_of(
    figure: Figure | AuthoredPoint,
    attribution: Attributed,
    corpus: Corpus,
    *,
    event: Event | None = None,
    event_id: str | None = None,
    series: Series | None = None,
    series_id: str | None = None,
    rival: bool = False,
    why: str = "",
) -> FigurePoint:
    """A figure with everything a chart or a table says of it. Its evidence is its own, else its event's."""
    if isinstance(figure, Figure) and figure.series:
        series_id, series = str(figure.series), corpus.series(figure.series)
    code = (series.measure if series else figure.measure if isinstance(figure, Figure) else None) or ""
    measure = corpus.vocabulary.measures.get(code)
    unit = measure.unit if measure else ""
    quantity: Quantity = figure.value.in_unit(unit)
    when: When | None = figure.at or (event.when if event else None)
    sources = attribution.sources or figure.sources or (event.sources if event else ())
    who = attribution.who or figure.who
    heard = voices(corpus, sources, who)
    return FigurePoint(
        quantity.text,
        quantity.qualifier,
        quantity.low,
        quantity.best,
        quantity.high,
        quantity.stated,
        quantity.low is None or quantity.low_excluded,
        quantity.high is None or quantity.high_excluded,
        unit,
        code,
        measure.label if measure else code,
        when.bounds if when else Bounds(None, None),
        when.text if when else "",
        heard.ids[0][1] if heard.ids else "",
        heard.ids[0][0] if heard.ids else "",
        heard.names[0] if heard.names else "",
        heard,
        event_id,
        series_id,
        str(figure.group) if figure.group else None,
        tuple(c.text for c in sources),
        rival,
        why,
        figure.note or attribution.note or "",
        figure.as_reported or attribution.as_reported or "",
    )
