"""A series' page: one measure by one definition, its chart, and every number with its speaker.

Input: an edition and the id of a series. Output: a `Page` for `fragments/series.html`.
Invariant: numbers of another definition never stand in its chart.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.records import Series
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, ids
from fasti.views._claims import figure, rivals
from fasti.views._links import Value, actor, link, places
from fasti.views._parts import body, markdown, standing


def series_page(edition: Edition, series_id: str) -> Page:
    """The page of one series."""
    entry = edition.corpus.entry("series", series_id)
    assert entry is not None
    series = entry.record
    assert isinstance(series, Series)
    desk = Desk(edition, edition.address("series", series_id))
    view: View = {
        **summary(desk, series_id, series),
        "definition": markdown(desk, series.definition),
        "body": body(desk, entry, prefix="body-"),
        "comparable": [link(desk, "series", str(other)) for other in series.comparable_with],
        "rivals": rivals(desk, series),
        **standing(desk, entry),
    }
    return Page(
        "series",
        series_id,
        desk.address,
        series.title,
        f"{series.title}: {view['measure'].lower()}{view['of_words']}.",
        view,
        desk.charts,
        entry.path,
    )


def summary(desk: Desk, series_id: str, series: Series, *, chart: bool = True) -> Value:
    """What the series counts, of what, about whom; its chart and its numbers. Also a row of /figures/."""
    edition = desk.edition
    measure = edition.corpus.vocabulary.measures.get(series.measure)
    points = edition.figures.series(series_id).points if series_id in edition.figures.ids else ()
    return {
        "title": series.title,
        "address": edition.address("series", series_id),
        "measure": measure.label if measure else series.measure,
        "unit": measure.unit if measure else "",
        "direction": series.direction or "",
        "of": series.of or "",
        "of_words": f" ({series.direction})" if series.direction else "",
        "about": actor(desk, str(series.about)) if series.about else None,
        "scope": places(desk, map(str, series.scope)),
        "baseline": dates.date_words(series.baseline) if series.baseline else "",
        "chart": desk.chart("figures", series=series_id) if chart and points else None,
        "points": [figure(desk, point) for point in points],
        "count": words.count(len(points), "number"),
    }


PAGE = PageKind("series", ids("series"), series_page)
