"""A series' page: one measure by one definition, its chart, and every number with its speaker.

Input: an edition and the id of a series. Output: a `Page` for `fragments/series.html`.
Invariant: numbers of another definition never stand in its chart.
"""

from __future__ import annotations

from fasti.derive import Edition, direction_words, sums, units
from fasti.language import _
from fasti.records import Series
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, ids
from fasti.views._disputes import disputes
from fasti.views._links import Value, actor, link, places
from fasti.views._numbers import derived, numbers
from fasti.views._parts import body, markdown, standing

MOST_NUMBERS = 200  # the latest; all of them are in `figures.csv` and, those of events, on the events' pages


def series_page(edition: Edition, series_id: str) -> Page:
    """The page of one series."""
    entry = edition.corpus.entry("series", series_id)
    assert entry is not None
    series = entry.record
    assert isinstance(series, Series)
    desk = Desk(edition, edition.address("series", series_id))
    known = edition.figures.series(series_id) if series_id in edition.figures.ids else None
    points = known.points if known else ()
    view: View = {
        **summary(desk, series_id, series),
        "chart": desk.chart("figures", series=",".join(edition.figures.axis(series_id))) if points else None,
        "points": numbers(desk, points[-MOST_NUMBERS:]),
        "earlier": earlier_words(len(points) - MOST_NUMBERS),
        "derived": derived(desk, sums(known)) if known else [],
        "definition": markdown(desk, series.definition),
        "body": body(desk, entry, prefix="body-"),
        "disputes": disputes(desk, "series", series_id, numbers=False),
        **standing(desk, entry),
    }
    return Page(
        "series",
        series_id,
        desk.address,
        series.title,
        description(series.title, view),
        view,
        desk.charts,
        entry.path,
    )


def description(title: str, view: View) -> str:
    """One line for search engines: what is measured, and whether it is held or lost."""
    measure = view["measure"].lower()
    if view["direction"]:
        measure = _("%(measure)s (%(direction)s)", measure=measure, direction=view["direction"])
    return _("%(title)s: %(measure)s.", title=title, measure=measure)


def summary(desk: Desk, series_id: str, series: Series) -> Value:
    """What the series counts, of what, about whom, against which day, beside which others. Also a row of /figures/."""
    edition = desk.edition
    measure = edition.corpus.vocabulary.measures.get(series.measure)
    known = edition.figures.series(series_id) if series_id in edition.figures.ids else None
    return {
        "title": series.title,
        "address": edition.address("series", series_id),
        "measure": measure.label if measure else series.measure,
        "unit": units(measure.unit) if measure else "",
        "direction": direction_words(series.direction),
        "of": series.of or "",
        "about": actor(desk, str(series.about)) if series.about else None,
        "scope": places(desk, map(str, series.scope)),
        "baseline": dates.date_words(series.baseline) if series.baseline else "",
        "comparable": [link(desk, "series", other) for other in known.comparable] if known else [],
        "count": words.count(len(known.points) if known else 0, "number"),
    }


def earlier_words(left_out: int) -> str:
    """How many numbers the page has no room for, and where they are."""
    told = words.sentence(words.count(max(left_out, 0), "earlier number"))
    return _("%(numbers)s in the data.", numbers=told) if left_out > 0 else ""


PAGE = PageKind("series", ids("series"), series_page)
