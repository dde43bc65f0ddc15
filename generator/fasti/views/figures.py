"""/figures/: every series with its definition and its chart, and the numbers that belong to none.

Input: an edition. Output: a `Page` for `fragments/figures.html`, carried by the platform, and further parts of it.
Invariant: series are grouped by what they measure; a chart joins only those that are declared comparable.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.derive import Edition, FigurePoint
from fasti.language import _
from fasti.records import Series
from fasti.views import _listing as listing
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View
from fasti.views._claims import figure
from fasti.views._links import Value, link
from fasti.views._parts import markdown
from fasti.views.series import summary

MOST_CHARTS = 40  # series: above that each chart and definition stands on the page of its series alone
MOST = 200  # series a page
MOST_LOOSE = 60


def keys(edition: Edition) -> Iterator[str]:
    """The page itself, then its further parts."""
    total = listing.count(len(edition.corpus.published("series")), MOST)
    yield from ("", *(str(number) for number in range(2, total + 1)))


def address(number: int) -> str:
    """Where a part stands; `figures/2/` may be a series."""
    return "figures/" if number == 1 else f"figures/part/{number}/"


def figures_page(edition: Edition, key: str) -> Page:
    """The page of all figures, or a further part of it where the series are many."""
    number = int(key or 1)
    desk = Desk(edition, address(number))
    measures = list(edition.corpus.vocabulary.measures)
    entries = sorted(edition.corpus.published("series"), key=lambda entry: place_of(entry.record, measures))
    whole = len(entries) <= MOST_CHARTS
    groups: dict[str, list[Value]] = {}
    axes = axes_of(edition) if whole else {}
    for entry in listing.part(entries, number, MOST):
        series = entry.record
        assert isinstance(series, Series)
        first, *others = axes.get(entry.id, ("",))
        row = summary(desk, entry.id, series) | {
            "whole": whole,
            "definition": markdown(desk, series.definition, prefix=f"{entry.id}-") if whole else "",
            "chart": desk.chart("figures", series=",".join((first, *others))) if first == entry.id else None,
            "above": link(desk, "series", first) if first not in ("", entry.id) else None,
        }
        groups.setdefault(series.measure, []).append(row)
    loose: dict[str, list[FigurePoint]] = {}
    for point in edition.figures.loose if number == 1 else ():
        loose.setdefault(point.measure, []).append(point)
    codes = sorted({*groups, *loose}, key=lambda code: order_of(code, measures))
    labels = edition.corpus.vocabulary.measures
    groups_shown = [
        {
            "id": f"measure-{at}",
            "title": labels[code].label if code in labels else code,
            "series": groups.get(code, []),
            "loose": [figure(desk, point) for point in loose.get(code, [])[:MOST_LOOSE]],
            "more": more_words(len(loose.get(code, [])) - MOST_LOOSE),
        }
        for at, code in enumerate(codes, 1)
    ]
    view: View = {
        "title": _("Figures"),
        "count": _(
            "%(series)s. Each keeps to one definition; numbers of two definitions are never joined.",
            series=words.sentence(words.count(len(entries), "series")),
        ),
        "jumps": [
            {"title": group["title"], "href": f"#{group['id']}", "count": len(group["series"])}
            for group in (groups_shown if len(groups_shown) > 1 else ())
        ],
        "groups": groups_shown,
        "parts": [
            {**part, "address": None if at == number else address(at)}
            for at, part in enumerate(listing.parts("figures/", number, len(entries), MOST), 1)
        ],
    }
    return Page("figures", key, desk.address, view["title"], view["count"], view, desk.charts, stub=number == 1)


def axes_of(edition: Edition) -> dict[str, tuple[str, ...]]:
    """For each series with numbers, the series of the chart it stands in, first the one at which it is drawn."""
    found: dict[str, tuple[str, ...]] = {}
    for series_id in edition.figures.ids:
        if edition.figures.series(series_id).points and series_id not in found:
            axis = tuple(one for one in edition.figures.axis(series_id) if one not in found)
            found |= dict.fromkeys(axis, axis)
    return found


def place_of(series: object, measures: list[str]) -> tuple[tuple[int, str], str, str]:
    """Series of one measure together, in the order of the vocabulary; those of one whole together."""
    assert isinstance(series, Series)
    return order_of(series.measure, measures), series.of or "", series.direction or ""


def order_of(code: str, measures: list[str]) -> tuple[int, str]:
    """Where a measure stands among all; those that the vocabulary does not declare at the end."""
    return measures.index(code) if code in measures else len(measures), code


def more_words(left_out: int) -> str:
    """How many numbers of no series the page has no room for, and where they are."""
    told = words.count(max(left_out, 0), "more number")
    return _("And %(numbers)s, each on the page of its event.", numbers=told) if left_out > 0 else ""


PAGE = PageKind("figures", keys, figures_page)
