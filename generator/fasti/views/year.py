"""A year's page: its months, what happened in each as prose, what was said quieter, silences in words, a timeline.

Input: an edition and a year. Output: a `Page` for `fragments/year.html`.
Invariant: every event of the year is on the page once, or on those of its months, to which a crowded year leads; what
is known only to the year is not put into a month, and what is known only to the month not between its days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fasti import edtf
from fasti.chronology import Falling, falling_in
from fasti.derive import Edition, listed
from fasti.edtf import Bounds
from fasti.language import _, ngettext
from fasti.records import ChartCall, control_of
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._adding import add_event
from fasti.views._base import Desk, Link, Page, PageKind, View
from fasti.views._gaps import Month, gap, month_of
from fasti.views._index import index
from fasti.views._links import Value, link
from fasti.views._loose import is_loose, loose_groups, runs
from fasti.views._parts import entry_item
from fasti.views._strip import Stretch, strip

MOST_WHOLE = 150  # above this the months of a year have pages of their own (`month.py`), so that its page stays a page
LONGEST_NAME = 6  # letters of a short name of a month for which a bar has room; else its number stands there
MOST_TURNS = 8  # entries that a crowded year still shows of each month: those by which something changed hands


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
    whole = len(events) <= MOST_WHOLE
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
                "events": [entry_item(desk, e, prose=whole) for e in (members if whole else turns(desk, members))],
                "all": None if whole else all_of(desk, f"loose-{at}", title, len(members)),
            }
            for at, (title, members) in enumerate(loose_groups(edition, year, loose).items(), 1)
        ],
        "whole": whole,
        "months": months(desk, dated, whole=whole),
        "strip": month_strip(edition, year, dated, falling) if len(by_month(edition, dated)) > 1 else [],
        "years": [{"title": dates.year_words(y), "address": address(y), "current": y == year} for y in edition.years],
        "add": add_event(desk, when=key if len(key.lstrip("-")) == 4 else f"Y{key}"),
        "timeline": timeline(desk, key) if max(len(events), len(falling.certain)) > 1 else None,
    }
    before, after = turn(edition, at - 1) if at else None, turn(edition, at + 1)
    description = _("%(period)s: %(count)s", period=title, count=view["count"])
    return Page("year", key, desk.address, title, description, view, desk.charts, None, before, after)


def turn(edition: Edition, at: int) -> Link | None:
    """The year at a place among the years, as a link."""
    if at >= len(edition.years):
        return None
    year = edition.years[at]
    return {"title": dates.year_words(year), "address": address(year)}


def count_words(happened: int, said: int) -> str:
    """`Ten events and three statements.`"""
    events = words.count(happened, "event") if happened else ""
    entries = _("%(entries)s of what was said or counted", entries=words.count(said, "entry")) if said else ""
    told = [part for part in (events, entries) if part]
    return _("%(told)s.", told=words.sentence(listed(told))) if told else _("No entries.")


def certainty_words(certain: int, possible: int, year: str) -> str:
    """`Three entries certainly fall in 1453, and one more possibly does.`"""
    if not certain:
        return ngettext(
            "%(entries)s possibly falls in %(year)s, none certainly.",
            "%(entries)s possibly fall in %(year)s, none certainly.",
            possible,
            entries=words.sentence(words.count(possible, "entry")),
            year=year,
        )
    surely = ngettext(
        "%(entries)s certainly falls in %(year)s",
        "%(entries)s certainly fall in %(year)s",
        certain,
        entries=words.sentence(words.count(certain, "entry")),
        year=year,
    )
    if not possible:
        return _("%(surely)s, and no other may.", surely=surely)
    return ngettext(
        "%(surely)s, and one more possibly does.",
        "%(surely)s, and %(more)s possibly do.",
        possible,
        surely=surely,
        more=words.count(possible, "more"),
    )


def timeline(desk: Desk, key: str) -> ChartCall:
    """The chart of a year; years of more than four digits have a letter before them (EDTF level 1)."""
    text = key if len(key.lstrip("-")) == 4 else f"Y{key}"
    return desk.chart("timeline", **{"from": text, "to": text})


def continuing(edition: Edition, year: int) -> list[str]:
    """The events that had begun before the year and went on into it."""
    begin = edtf.day_number(year, 1, 1)
    return [found.id for found in index(edition).going if found.first < begin <= found.last]


def turns(desk: Desk, events: list[str]) -> list[str]:
    """Some of the entries by which a place changed hands, for a page that has no room for all entries."""
    return [event_id for event_id in events if control_of(desk.edition.event(event_id))][:MOST_TURNS]


def all_of(desk: Desk, part: str, title: str, entries: int) -> Value:
    """The way to the page that holds every entry of a month, or every one that no month can hold."""
    told = _("%(title)s: all %(entries)s", title=title, entries=words.count(entries, "entry"))
    return {"title": told if entries > 1 else title, "address": f"{desk.address}{part}/"}


def months(desk: Desk, events: list[str], *, whole: bool) -> list[Value]:
    """The months that have entries, each with the silence before it; of a crowded year only what changed hands."""
    out: list[Value] = []
    last: Month | None = None
    for month, members in by_month(desk.edition, events).items():
        silence = gap(desk, last, month) if last else None
        out.append(
            {
                "title": dates.month_words(*month),
                "id": f"{month[1]:02d}",
                "gap": silence,
                "runs": month_runs(desk, month, members) if whole else short_run(desk, members),
                "all": None if whole else all_of(desk, f"{month[1]:02d}", dates.month_words(*month), len(members)),
            }
        )
        last = month
    return out


def month_runs(desk: Desk, month: Month, events: Sequence[str]) -> list[Value]:
    """Entries of a month, those that are known only to the month set apart."""
    return [
        {"title": title, "events": [entry_item(desk, e, prose=True) for e in run]}
        for title, run in runs(desk.edition, month, list(events))
    ]


def short_run(desk: Desk, events: list[str]) -> list[Value]:
    """What a crowded year shows of a month."""
    found = turns(desk, events)
    return [{"title": "", "events": [entry_item(desk, e) for e in found]}] if found else []


def month_strip(edition: Edition, year: int, events: list[str], falling: Falling) -> list[Value]:
    """All twelve months with how much falls in each, so that silent ones are seen."""
    held = by_month(edition, events)
    near = {*falling.certain, *falling.possible}
    names = [dates.month_name(month, "short") for month in range(1, 13)]
    fit = max(map(len, names)) <= LONGEST_NAME
    around = replace(edition.chronology, events=tuple(p for p in edition.chronology.events if p.id in near))
    return strip(
        Stretch(
            names[month - 1],
            f"#m{month:02d}",
            None,
            len(held.get((year, month), ())),
            falling_in(
                around,
                Bounds(edtf.day_number(year, month, 1), edtf.day_number(year, month, edtf.last_of_month(year, month))),
            ),
            None if fit else str(month),
        )
        for month in range(1, 13)
    )


def by_month(edition: Edition, events: list[str]) -> dict[Month, list[str]]:
    """Events by the month of the day they are sorted by, in order."""
    found: dict[Month, list[str]] = {}
    for event_id in events:
        placed = edition.chronology.placed(event_id)
        assert placed is not None and placed.day is not None  # else it stood under no year
        found.setdefault(month_of(placed.day), []).append(event_id)
    return dict(sorted(found.items()))


PAGE = PageKind("year", years, year_page)
