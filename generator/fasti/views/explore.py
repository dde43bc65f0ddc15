"""/explore/: every entry, to be asked by time, place, actor, type and document; list, time line and map of the answer.

Input: an edition. Output: a `Page` for `fragments/explore.html`, carried by the platform, and `explore/columns.json`,
which `assets/explore.js` answers from. Invariant: the script has no word and no rule of its own: its words are `WORDS`
and the terms of every entry those of `falling_in`. Without scripts the same ways lead to pages that are there.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from fasti.derive import Edition
from fasti.language import _, commas, ngettext, pgettext, plurals
from fasti.views import _dates as dates
from fasti.views._base import Desk, Page, PageKind, View, only, way
from fasti.views._columns import columns
from fasti.views._links import Value, link
from fasti.views.undated import ADDRESS as UNDATED
from fasti.views.year import address as year_address

ADDRESS = "explore/"
COLUMNS = ADDRESS + "columns.json"
ROWS = 6  # values of a facet that are shown at first
MOST_LINKS = 24  # of a kind, for readers without scripts


def explore_page(edition: Edition, key: str) -> Page:
    """The page, and its columns."""
    desk = Desk(edition, ADDRESS)
    told = columns(desk)
    total = len(told["ids"])
    period = dates.period_words(edition.span)
    count = ngettext("%(n)s entry", "%(n)s entries", total, n=f"{total:,}")
    view: View = {
        "title": _("Explore"),
        "total": total,
        "opening": commas((count, period)),
        "facets": [
            {"name": name, "title": title, "note": note, "values": number, "rows": min(number, ROWS)}
            for name, title, note, number in (
                ("place", _("Place"), _("with what lies within it"), _public(told["places"]["id"])),
                ("actor", _("Actor"), "", _public(told["actors"]["id"])),
                ("type", _("Type"), "", len(told["types"]["id"])),
                ("source", _("Document"), "", _public(told["sources"]["id"])),
            )
        ],
        "disputed": any(told["disputes"]),
        "chart": desk.chart("map", entries="all"),
        "columns": COLUMNS,
        "csv": "data/v1/events.csv",
        "plain": list(plain(desk, told)),
    }
    said = {**told, "base": way(ADDRESS, ""), "said": script_words()}
    files = {COLUMNS: json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()}
    description = _("%(entries)s: to be asked by time, place, actor, type and document.", entries=view["opening"])
    return Page("explore", "", ADDRESS, view["title"], description, view, desk.charts, stub=True, files=files)


def _public(ids: Iterable[str]) -> int:
    return sum(1 for record_id in ids if record_id)


def plain(desk: Desk, told: Value) -> Iterable[Value]:
    """The same ways as links: the most frequent of each kind, and where all of them are."""
    edition = desk.edition
    for kind, table, title, index in (
        ("place", "place", _("Places"), "places/"),
        ("actor", "actor", _("Actors"), "actors/"),
        ("source", "source", _("Documents"), "sources/"),
    ):
        often = Counter(told[table]["of"])
        ids = told[f"{kind}s"]["id"]
        shown = [number for number in range(len(ids)) if ids[number] and often[number]][:MOST_LINKS]
        links = [{**link(desk, kind, ids[number]), "count": often[number]} for number in shown]
        yield {"title": title, "links": links, "all": index}
    years = [
        {"title": dates.year_words(year), "address": year_address(year), "count": len(edition.events_in_year(year))}
        for year in edition.years[-MOST_LINKS:]
    ]
    if edition.chronology.undated:
        years.append({"title": _("Undated"), "address": UNDATED, "count": len(edition.chronology.undated)})
    yield {"title": _("Years"), "links": years, "all": "chronology/"}


def script_words() -> Value:
    """Every word that the script says."""
    return {
        "months": [dates.month_words(2000, month).replace("2000", "").strip() for month in range(1, 13)],
        "short": [dates.month_words(2000, month, "short").replace("2000", "").strip() for month in range(1, 13)],
        "before": dates.year_words(-1).replace("2", "%(year)s"),  # as 2 BC is said
        "kinds": {"place": _("Place"), "actor": _("Actor"), "type": _("Type"), "source": _("Document")},
        "disputed": _("disputed"),
        "disputed only": _("Disputed only"),
        "leads": ["", _("near"), _("in"), _("from"), _("to")],
        "all": plurals("%(n)s entry.", "%(n)s entries."),
        "some": plurals("%(n)s of %(all)s entries.", "%(n)s of %(all)s entries."),
        "of them undated": plurals("%(n)s of them is undated.", "%(n)s of them are undated."),
        "certain": plurals(
            "Of %(all)s entries, %(n)s certainly falls in this time.",
            "Of %(all)s entries, %(n)s certainly fall in this time.",
        ),
        "comma": pgettext("between parts", ", "),
        "none certain": _("Of %(all)s entries, none certainly falls in this time."),
        "more possible": plurals("%(n)s more possibly does.", "%(n)s more possibly do."),
        "only possible": plurals("%(n)s possibly does.", "%(n)s possibly do."),
        "none possible": _("No other may."),
        "undated": plurals("%(n)s undated entry is not asked by time.", "%(n)s undated entries are not asked by time."),
        "shows": {
            "certain": _("Only those that certainly do are listed."),
            "possible": _("Only those that possibly do are listed."),
        },
        "not asked": _("Undated, not asked by time"),
        "possibly": _("possibly in this time"),
        "certainly": plurals("%(n)s certainly", "%(n)s certainly"),
        "and possibly": plurals("%(n)s more possibly", "%(n)s more possibly"),
        "entries": plurals("%(n)s entry", "%(n)s entries"),
        "showing": _("Showing %(n)s of %(all)s."),
        "more": plurals("Show %(n)s more", "Show %(n)s more"),
        "values": plurals("Show %(n)s more", "Show %(n)s more"),
        "fewer": _("Show fewer"),
        "nothing": _("No entry answers this. Take a filter away, or clear all of them."),
        "remove": _("Remove %(filter)s"),
        "pair": _("%(kind)s: %(value)s"),
        "from": _("from %(date)s"),
        "to": _("to %(date)s"),
        "begin": _("Begin of the time"),
        "end": _("End of the time"),
        "open": _("open"),
        "mark": _("mark it on the time line and the map"),
        "gone": _("The marked entry is not among these."),
        "bad date": _("“%(value)s” is no year, month or day: write 2017, 2017-06 or 2017-06-15."),
        "turned": _("The end, %(to)s, lies before the beginning, %(from)s: the time is left out."),
        "unknown": _("The address asks for %(kind)s “%(value)s”, which is not known here: it is left out."),
        "filters": plurals("Filters (%(n)s chosen)", "Filters (%(n)s chosen)"),
        "no filters": _("Filters"),
        "line": _(
            "Each entry as the mark of its date, from %(from)s to %(to)s: a tick on a known day, hollow once within, "
            "solid throughout, fading where nobody says; grey if it is only possible."
        ),
        "dots": _("A dot for each place where entries were: the larger, the more. A ring is only possible."),
        "file": _("entries"),
        "no file": _("The file could not be loaded. It is on the data page."),
    }


PAGE = PageKind("explore", only(), explore_page)
