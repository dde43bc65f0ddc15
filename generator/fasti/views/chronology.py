"""/chronology/: the whole order, year by year, and a strip to jump with.

Input: an edition. Output: a `Page` for `fragments/chronology.html`, carried by the platform.
Invariant: up to 150 entries the page holds them all; above that it names the years, and their pages hold the entries.
"""

from __future__ import annotations

from fasti import edtf
from fasti.derive import Edition
from fasti.edtf import Bounds
from fasti.language import _
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, only
from fasti.views._gaps import gap
from fasti.views._links import Value
from fasti.views._loose import is_loose
from fasti.views._parts import entry_item
from fasti.views._strip import Stretch, strip
from fasti.views.undated import ADDRESS as UNDATED
from fasti.views.year import address

MOST_WHOLE = 150
MOST_BY_MONTH = 60  # years: above that the months stand on the pages of the years alone


def chronology_page(edition: Edition, key: str) -> Page:
    """The page of the whole order."""
    desk = Desk(edition, "chronology/")
    total = len(edition.chronology.events)
    whole = total <= MOST_WHOLE
    undated = len(edition.chronology.undated)
    view: View = {
        "title": _("Chronology"),
        "period": words.sentence(dates.period_words(edition.span)) if total else "",
        "count": _("%(entries)s in the order of time.", entries=words.sentence(words.count(total, "entry")))
        if total
        else _("Nothing has been entered yet."),
        "entries": desk.chart("entries") if total > 1 else None,
        "whole": whole,
        "years": years(desk, whole=whole),
        "strip": year_strip(edition, whole=whole) if len(edition.years) > 1 else [],
        "undated": {"title": words.sentence(words.count(undated, "undated entry")), "address": UNDATED}
        if undated
        else None,
    }
    description = _("%(period)s: %(count)s", period=view["period"], count=view["count"]) if total else view["count"]
    return Page("chronology", "", desk.address, view["title"], description, view, desk.charts, stub=True)


def years(desk: Desk, *, whole: bool) -> list[Value]:
    """Each year with its entries, or only with how many there are; the silent years before it in words."""
    edition = desk.edition
    rows: list[Value] = []
    last: int | None = None
    for year in edition.years:
        events = edition.events_in_year(year)
        silence = gap(desk, (last, 12), (year, 1)) if last is not None else None
        rows.append(
            {
                "title": dates.year_words(year),
                "id": f"y{dates.year_text(year)}",
                "address": address(year),
                "count": words.count(len(events), "entry"),
                "gap": silence,
                "events": [entry_item(desk, e) for e in events] if whole else [],
                "months": by_month(edition, year) if len(edition.years) <= MOST_BY_MONTH else [],
            }
        )
        last = year
    return rows


def year_strip(edition: Edition, *, whole: bool) -> list[Value]:
    """The years that have entries: to their place on this page, or to their own."""
    return strip(
        Stretch(
            dates.year_words(year),
            f"#y{dates.year_text(year)}" if whole else None,
            None if whole else address(year),
            len(edition.events_in_year(year)),
            edition.falling_in(Bounds(edtf.day_number(year, 1, 1), edtf.day_number(year, 12, 31))),
        )
        for year in edition.years
    )


def by_month(edition: Edition, year: int) -> list[Value]:
    """How many entries each month of a year has, those known only to the year left out: the way into its page."""
    counts: dict[int, int] = {}
    for event_id in edition.events_in_year(year):
        placed = edition.chronology.placed(event_id)
        if placed and placed.day is not None and not is_loose(edition, event_id):
            month = edtf.civil(placed.day)[1]
            counts[month] = counts.get(month, 0) + 1
    at = address(year)
    return [
        {
            "title": dates.month_name(m, "short"),
            "address": f"{at}#m{m:02d}",
            "number": n,
            "count": words.count(n, "entry"),
        }
        for m, n in sorted(counts.items())
    ]


PAGE = PageKind("chronology", only(), chronology_page)
