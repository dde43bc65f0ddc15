"""/figures/: every series with its definition and its chart, and the numbers that belong to none.

Input: an edition. Output: a `Page` for `fragments/figures.html`, carried by the platform.
Invariant: series are grouped by what they measure and never joined across definitions.
"""

from __future__ import annotations

from fasti.derive import Edition, FigurePoint
from fasti.records import Series
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, only
from fasti.views._claims import figure
from fasti.views._links import Value
from fasti.views._parts import markdown
from fasti.views.series import summary

MOST_CHARTS = 16  # series: above that each chart stands on the page of its series alone
MOST_LOOSE = 60


def figures_page(edition: Edition, key: str) -> Page:
    """The page of all figures."""
    desk = Desk(edition, "figures/")
    measures = edition.corpus.vocabulary.measures
    groups: dict[str, list[Value]] = {}
    entries = edition.corpus.published("series")
    for entry in entries:
        series = entry.record
        assert isinstance(series, Series)
        row = summary(desk, entry.id, series, chart=len(entries) <= MOST_CHARTS) | {
            "definition": markdown(desk, series.definition, prefix=f"{entry.id}-")
        }
        groups.setdefault(series.measure, []).append(row)
    loose: dict[str, list[FigurePoint]] = {}
    for point in edition.figures.loose:
        loose.setdefault(point.measure, []).append(point)
    codes = [*(m for m in measures if m in groups or m in loose), *sorted({*groups, *loose} - set(measures))]
    view: View = {
        "title": "Figures",
        "count": f"{words.sentence(words.count(len(entries), 'series', 'series'))}. Each keeps to one definition;"
        " numbers of two definitions are never joined.",
        "groups": [
            {
                "title": measures[code].label if code in measures else code,
                "series": groups.get(code, []),
                "loose": [figure(desk, point) for point in loose.get(code, [])[:MOST_LOOSE]],
                "more": more_words(len(loose.get(code, [])) - MOST_LOOSE),
            }
            for code in codes
        ],
    }
    return Page("figures", "", desk.address, "Figures", view["count"], view, desk.charts, stub=True)


def more_words(left_out: int) -> str:
    """How many numbers of no series the page has no room for, and where they are."""
    return f"And {words.count(left_out, 'more number')}, each on the page of its event." if left_out > 0 else ""


PAGE = PageKind("figures", only(), figures_page)
