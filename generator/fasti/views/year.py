"""A year's page: its months, what happened in each as prose, what was said quieter, silences in words, a timeline.

Input: an edition and a year. Output: a `Page` for `fragments/year.html`.
Invariant: every event of the year is on the page once; what is known only to the year is not put into a month, and what
is known only to the month not between its days.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti import edtf
from fasti.derive import Edition
from fasti.edtf import Bounds
from fasti.records import ChartCall
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Link, Page, PageKind, View
from fasti.views._gaps import Month, gap, month_of
from fasti.views._index import index
from fasti.views._links import Value, link
from fasti.views._loose import is_loose, loose_groups, runs
from fasti.views._parts import entry_item
from fasti.views._strip import strip

MOST_WITH_PROSE = 300  # above this a year shows titles without prose, so that its page stays a page


def address(year: int) -> str:
    """`chronology/2017/`, `chronology/-0044/`."""
    return f"chronology/{dates.year_text(year)}/"


def years(edition: Edition) -> Iterable[str]:
    """The years that have a page."""
    return (dates.year_text(year) for year in edition.years)


def year_page(edition: Edition, key: str) -> Page:
    """The page of one year."""
    year = int(key)
    desk = Desk(edition, address(year))
    events = edition.events_in_year(year)
    prose = len(events) <= MOST_WITH_PROSE
    loose = [event_id for event_id in events if is_loose(edition, event_id)]
    dated = [event_id for event_id in events if event_id not in set(loose)]
    happened = sum(not edition.is_said(event_id) for event_id in events)
    at = edition.years.index(year)
    title = dates.year_words(year)
    falling = edition.falling_in(Bounds(edtf.day_number(year, 1, 1), edtf.day_number(year, 12, 31)))
    view: View = {
        "title": title,
        "count": count_words(happened, len(events) - happened),
        "certainty": certainty_words(*falling.counts, dates.year_words(year, prose=True)),
        "continuing": [link(desk, "event", e) for e in continuing(edition, year)],
        "loose": [
            {
                "title": title,
                "id": f"loose-{at}",
                "events": [entry_item(desk, event_id, prose=prose) for event_id in members],
            }
            for at, (title, members) in enumerate(loose_groups(edition, year, loose).items(), 1)
        ],
        "months": months(desk, dated, prose=prose),
        "strip": month_strip(edition, year, dated) if len(by_month(edition, dated)) > 1 else [],
        "years": [{"title": dates.year_words(y), "address": address(y), "current": y == year} for y in edition.years],
        "timeline": timeline(desk, key) if max(len(events), len(falling.certain)) > 1 else None,
    }
    before, after = turn(edition, at - 1) if at else None, turn(edition, at + 1)
    return Page("year", key, desk.address, title, f"{title}: {view['count']}", view, desk.charts, None, before, after)


def turn(edition: Edition, at: int) -> Link | None:
    """The year at a place among the years, as a link."""
    if at >= len(edition.years):
        return None
    year = edition.years[at]
    return {"title": dates.year_words(year), "address": address(year)}


def count_words(happened: int, said: int) -> str:
    """`Ten events and three statements.`"""
    parts = []
    if happened:
        parts.append(words.count(happened, "event"))
    if said:
        parts.append(f"{words.count(said, 'entry')} of what was said or counted")
    return f"{words.sentence(' and '.join(parts))}." if parts else "No entries."


def certainty_words(certain: int, possible: int, year: str) -> str:
    """`Three entries certainly fall in 1453, and one more possibly does.`"""
    if not certain:
        falls = "falls" if possible == 1 else "fall"
        return f"{words.sentence(words.count(possible, 'entry'))} possibly {falls} in {year}, none certainly."
    falls = "falls" if certain == 1 else "fall"
    surely = f"{words.sentence(words.count(certain, 'entry'))} certainly {falls} in {year}"
    if not possible:
        return f"{surely}, and no other may."
    more = "one more possibly does" if possible == 1 else f"{words.count(possible, 'more', 'more')} possibly do"
    return f"{surely}, and {more}."


def timeline(desk: Desk, key: str) -> ChartCall:
    """The chart of a year; years of more than four digits have a letter before them (EDTF level 1)."""
    text = key if len(key.lstrip("-")) == 4 else f"Y{key}"
    return desk.chart("timeline", **{"from": text, "to": text})


def continuing(edition: Edition, year: int) -> list[str]:
    """The events that had begun before the year and went on into it."""
    begin = edtf.day_number(year, 1, 1)
    return [found.id for found in index(edition).going if found.first < begin <= found.last]


def months(desk: Desk, events: list[str], *, prose: bool) -> list[Value]:
    """The months that have entries, each with the silence before it."""
    out: list[Value] = []
    last: Month | None = None
    for month, members in by_month(desk.edition, events).items():
        silence = gap(desk, last, month) if last else None
        out.append(
            {
                "title": dates.month_words(*month),
                "id": f"{month[1]:02d}",
                "gap": silence,
                "runs": [
                    {"title": title, "events": [entry_item(desk, e, prose=prose) for e in run]}
                    for title, run in runs(desk.edition, month, members)
                ],
            }
        )
        last = month
    return out


def month_strip(edition: Edition, year: int, events: list[str]) -> list[Value]:
    """All twelve months with how much each holds, so that silent ones are seen."""
    held = by_month(edition, events)
    stretches = [
        (dates.month_words(year, month, "short").split()[0], f"#m{month:02d}", None, held.get((year, month), []))
        for month in range(1, 13)
    ]
    return strip(edition, stretches)


def by_month(edition: Edition, events: list[str]) -> dict[Month, list[str]]:
    """Events by the month of the day they are sorted by, in order."""
    found: dict[Month, list[str]] = {}
    for event_id in events:
        placed = edition.chronology.placed(event_id)
        assert placed is not None and placed.day is not None  # else it stood under no year
        found.setdefault(month_of(placed.day), []).append(event_id)
    return dict(sorted(found.items()))


PAGE = PageKind("year", years, year_page)
