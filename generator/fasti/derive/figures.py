"""Figures gathered: every number that an event or a series prints, by its series, with its speaker and its day.

Input: a corpus and its chronology. Output: `Figures`. Invariant: a number stays in its own series and is never merged
with another's; what its words leave open stays open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.derive.voices import Voices, voices
from fasti.edtf import Bounds
from fasti.records import Attributed, Citation, Event, Evidence, Figure, Quantity, Series, When
from fasti.records import FigurePoint as AuthoredPoint

NOTHING = Evidence()


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """One number as told, in the unit of its measure. `low_open`: nothing limits it below, or the bound is excluded.

    `own`: it names its own speaker or documents, else it rests on its entry's. `rival`: authored as another value for
    one of the same record. `headline`: neither that, nor after another of its series, group and day.
    """

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
    basis: str | None = None
    when: When | None = None
    sources: tuple[Citation, ...] = ()
    own: bool = True
    headline: bool = True


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

    def __init__(
        self, series: dict[str, FigureSeries], loose: tuple[FigurePoint, ...], apart: tuple[FigurePoint, ...] = ()
    ) -> None:
        self._series = series
        self.loose = loose
        self.ids: tuple[str, ...] = tuple(sorted(series))
        self._of_event: dict[str | None, list[FigurePoint]] = {}
        for point in (*(p for series_id in self.ids for p in series[series_id].points), *loose, *apart):
            self._of_event.setdefault(point.event_id, []).append(point)

    def series(self, series_id: str) -> FigureSeries:
        """A series. Raises KeyError for an id that is not in `ids`."""
        return self._series[series_id]

    def of_event(self, event_id: str) -> tuple[FigurePoint, ...]:
        """The numbers an event reports, series by series, then the loose ones; rivals after their headline."""
        return tuple(self._of_event.get(event_id, ()))


def gather_figures(corpus: Corpus, chronology: Chronology) -> Figures:
    """Every figure of every published record."""
    found: dict[str, list[tuple[tuple[int, int], FigurePoint]]] = {e.id: [] for e in corpus.published("series")}
    loose: list[tuple[tuple[int, int], FigurePoint]] = []
    apart: list[FigurePoint] = []  # what a withdrawn entry said stands on its own page and nowhere else
    for entry in corpus.of("event"):
        event = entry.record
        assert isinstance(event, Event)
        placed = chronology.placed(entry.id)
        position = placed.position if placed and placed.position else 0
        items: list[tuple[Figure, Attributed, bool, str]] = [(f, f, False, "") for f in event.figures]
        items += [(r.value, r, True, r.why or "") for r in event.rivals if r.field == "figures"]
        for index, (figure, attribution, rival, why) in enumerate(items):
            point = point_of(figure, attribution, corpus, event=event, event_id=entry.id, rival=rival, why=why)
            key = (position, index)
            if not event.published_now:
                apart.append(point)
            elif figure.series in found:
                found[figure.series].append((key, point))
            elif figure.series is None:
                loose.append((key, point))
    for entry in corpus.published("series"):
        series = entry.record
        assert isinstance(series, Series)
        told: list[tuple[AuthoredPoint, Attributed, bool, str]] = [(p, p, False, "") for p in series.points]
        told += [(r.value, r, True, r.why or "") for r in series.rivals if r.field == "points"]
        for index, (authored, attribution, rival, why) in enumerate(told):
            point = point_of(authored, attribution, corpus, series=series, series_id=entry.id, rival=rival, why=why)
            found[entry.id].append(((0, index), point))
    gathered = {series_id: series_of(series_id, points, corpus) for series_id, points in found.items()}
    return Figures(gathered, tuple(point for _, point in sorted(loose, key=lambda item: item[0])), tuple(apart))


def series_of(series_id: str, points: list[tuple[tuple[int, int], FigurePoint]], corpus: Corpus) -> FigureSeries:
    """A series with its points by the day they speak of, then by the order of their events."""
    record = corpus.series(series_id)
    assert record is not None
    measure = corpus.vocabulary.measures.get(record.measure)
    ordered = [point for _, point in sorted(points, key=lambda item: (item[1].at.earliest or 0, item[0]))]
    return FigureSeries(
        series_id,
        record.title,
        record.measure,
        measure.label if measure else record.measure,
        measure.unit if measure else "",
        record.of or "",
        record.direction,
        record.about,
        tuple(headlined(ordered)),
    )


def headlined(points: list[FigurePoint]) -> Iterator[FigurePoint]:
    """Points of one series; of those with one group and day that differ, only the first is the headline."""
    first: dict[tuple[str | None, str], FigurePoint] = {}
    for point in points:
        head = first.setdefault((point.group, point.at_words), point) if point.at_words and not point.rival else point
        beside = point.rival or head.words != point.words
        yield replace(point, headline=False) if beside else point


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
    whole = event.evidence.get("figures", NOTHING) if event else NOTHING
    named = attribution.sources or figure.sources or whole.sources
    who = attribution.who or figure.who or whole.who
    sources = named or (event.sources if event else ())
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
        figure.basis or attribution.basis or whole.basis,
        when,
        sources,
        bool(named or who),
        not rival,
    )
