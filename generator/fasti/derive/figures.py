"""Figures gathered: every number that an event or a series prints, by its series, with its speaker and its day.

Input: a corpus and its chronology. Output: `Figures`. Invariant: a number stays in its own series and is never merged
with another's; what its words leave open stays open.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.derive.comparable import comparable_series
from fasti.derive.voices import Voices, voices
from fasti.edtf import Bounds, Edtf
from fasti.language import _, listed
from fasti.records import Attributed, Citation, Event, Evidence, Figure, Quantity, RivalBase, Series, When, moment
from fasti.records import FigurePoint as AuthoredPoint

NOTHING = Evidence()


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """One number as told, in the unit of its measure. `low_open`: nothing limits it below, or the bound is excluded.

    `own`: it names its own speaker or documents, else it rests on its entry's. `rival`: authored as another value for
    one of the same record. `headline`: neither that, nor after another of its series, group and day. `stance` and
    `status` are those of a rival. `step`: what its last digit counts. `moment`: numbers of one moment speak of the same
    days, however these are written; None where it has no date.
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
    stance: str = "asserts"
    status: Literal["alternative", "rejected", "superseded"] = "alternative"
    step: Fraction = Fraction(1)
    moment: Hashable = None

    @property
    def speaker_label(self) -> str:
        """Who gives it, for a chart: a number that rests on several voices of its entry names none of them."""
        names = self.voices.names
        if not names:
            return ""
        if len(names) > 1 and not self.own:
            return _("from its entry’s sources")
        others = len(names) - 1
        return listed(names) if others < 2 else _("%(name)s and %(n)s others", name=names[0], n=others)

    @property
    def set_aside(self) -> bool:
        """Whether the editors do not hold it possible any more, or its speaker does not hold it true."""
        return self.status != "alternative" or self.stance in ("denies", "doubts")


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """One series: a measure by one definition, and its points in the order of time.

    `comparable`: the series that may share its axis, by their own word or by this one's.
    """

    id: str
    title: str
    measure: str
    measure_label: str
    unit: str
    of: str
    direction: str | None
    about: str | None
    points: tuple[FigurePoint, ...]
    scope: tuple[str, ...] = ()
    baseline: Edtf | None = None
    comparable: tuple[str, ...] = ()


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

    def axis(self, series_id: str) -> tuple[str, ...]:
        """A series and those that may share one axis with it and with each other."""
        found = [series_id]
        for other_id in self._series[series_id].comparable:
            other = self._series[other_id]
            if other.points and all(one in other.comparable for one in found):
                found.append(other_id)
        return tuple(found)

    def of_event(self, event_id: str) -> tuple[FigurePoint, ...]:
        """The numbers an event reports, series by series, then the loose ones; rivals after their headline."""
        return tuple(self._of_event.get(event_id, ()))


Key = tuple[int, int]
"""Where a number stands among others of its day: its event in the total order, then its place in the file."""


def gather_figures(corpus: Corpus, chronology: Chronology) -> Figures:
    """Every figure of every published record."""
    found: dict[str, list[tuple[Key, FigurePoint]]] = {e.id: [] for e in corpus.published("series")}
    loose: list[tuple[Key, FigurePoint]] = []
    apart: list[FigurePoint] = []  # what a withdrawn entry said stands on its own page and nowhere else
    order = {placed.id: at for at, placed in enumerate((*chronology.events, *chronology.undated))}
    for entry in corpus.of("event"):
        event = entry.record
        assert isinstance(event, Event)
        items: list[tuple[Figure, Attributed, bool, str]] = [(f, f, False, "") for f in event.figures]
        items += [(r.value, r, True, r.why or "") for r in event.rivals if r.field == "figures"]
        for index, (figure, attribution, rival, why) in enumerate(items):
            point = point_of(figure, attribution, corpus, event=event, event_id=entry.id, rival=rival, why=why)
            key = (order.get(entry.id, len(order)), index)
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
            found[entry.id].append(((-1, index), point))
    comparable = comparable_series(corpus)
    gathered = {series_id: series_of(series_id, points, corpus, comparable) for series_id, points in found.items()}
    return Figures(gathered, tuple(point for _, point in sorted(loose, key=lambda item: item[0])), tuple(apart))


def series_of(
    series_id: str, points: list[tuple[Key, FigurePoint]], corpus: Corpus, comparable: dict[str, tuple[str, ...]]
) -> FigureSeries:
    """A series with its points by the day they speak of, then by the order of their events; undated ones at the end."""
    record = corpus.series(series_id)
    assert record is not None
    measure = corpus.vocabulary.measures.get(record.measure)
    ordered = [point for _, point in sorted(points, key=by_time)]
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
        tuple(map(str, record.scope)),
        record.baseline,
        comparable.get(series_id, ()),
    )


def by_time(item: tuple[Key, FigurePoint]) -> tuple[bool, int, Key]:
    """The first day a number can speak of, else the last one."""
    key, point = item
    day = point.at.earliest if point.at.earliest is not None else point.at.latest
    return day is None, day or 0, key


def headlined(points: list[FigurePoint]) -> Iterator[FigurePoint]:
    """Points of one series; of those with one group and moment that differ, only the first is the headline."""
    first: dict[Hashable, FigurePoint] = {}
    for point in points:
        moment = point.moment or (("event", point.event_id) if point.event_id else None)
        head = point if point.rival or moment is None else first.setdefault((point.group, moment), point)
        yield replace(point, headline=False) if point.rival or differ(head, point) else point


def differ(one: FigurePoint, other: FigurePoint) -> bool:
    """Whether two numbers say different things; `1,500` and `1500` do not."""
    return (one.qualifier, one.low, one.stated, one.high) != (other.qualifier, other.low, other.stated, other.high)


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
    own = bool(named or who)
    alone = heard.ids[0] if own or len(heard.ids) == 1 else ("", "")
    return FigurePoint(
        words=quantity.text,
        qualifier=quantity.qualifier,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        stated=quantity.stated,
        low_open=quantity.low is None or quantity.low_excluded,
        high_open=quantity.high is None or quantity.high_excluded,
        unit=unit,
        measure=code,
        measure_label=measure.label if measure else code,
        at=when.bounds if when else Bounds(None, None),
        at_words=when.text if when else "",
        speaker_id=alone[1],
        speaker_kind=alone[0],
        voices=heard,
        event_id=event_id,
        series_id=series_id,
        group=str(figure.group) if figure.group else None,
        citation_words=tuple(c.text for c in sources),
        rival=rival,
        why=why,
        note=figure.note or attribution.note or "",
        as_reported=figure.as_reported or attribution.as_reported or "",
        basis=figure.basis or attribution.basis or whole.basis,
        when=when,
        sources=sources,
        own=own,
        headline=not rival,
        stance=attribution.stance if isinstance(attribution, RivalBase) else "asserts",
        status=attribution.status if isinstance(attribution, RivalBase) else "alternative",
        step=quantity.step,
        moment=moment(when),
    )
