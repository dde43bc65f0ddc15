"""A month of a crowded year, and what such a year cannot place in a month: every entry, in parts where they are many.

Input: an edition and a key: `2017/06`, `2017/06/2` or `2017/loose-1`. Output: a `Page` for `fragments/month.html`.
Invariant: the pages of a crowded year hold each of its entries once, in their order; other years have none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fasti.derive import Edition
from fasti.views import _dates as dates
from fasti.views import _listing as listing
from fasti.views._base import Desk, Link, Page, PageKind, View
from fasti.views._index import index
from fasti.views._loose import is_loose, loose_groups
from fasti.views._parts import entry_item
from fasti.views.year import MOST_WHOLE, address, by_month, count_words, month_runs, turn


class Part(NamedTuple):
    """What one page holds: `month` is none for what no month can hold; of `entries` here stand those of `number`."""

    key: str
    title: str
    month: tuple[int, int] | None
    entries: list[str]
    number: int
    base: str

    @property
    def address(self) -> str:
        return listing.address(self.base, self.number)


def parts(edition: Edition, year: int) -> list[Part]:
    """The pages of a crowded year, in the order in which its own page leads to them; [] of any other year."""
    kept = index(edition).crowded
    if year not in kept:
        kept[year] = _parts(edition, year)
    return kept[year]


def _parts(edition: Edition, year: int) -> list[Part]:
    events = edition.events_in_year(year)
    if len(events) <= MOST_WHOLE:
        return []
    loose = [event_id for event_id in events if is_loose(edition, event_id)]
    dated = by_month(edition, [event_id for event_id in events if event_id not in set(loose)])
    held: list[tuple[str, str, tuple[int, int] | None, list[str]]] = [
        (f"loose-{at}", title, None, members)
        for at, (title, members) in enumerate(loose_groups(edition, year, loose).items(), 1)
    ]
    held += [(f"{month[1]:02d}", dates.month_words(*month), month, members) for month, members in dated.items()]
    text = dates.year_text(year)
    return [
        Part(
            f"{text}/{slug}" + (f"/{number}" if number > 1 else ""),
            title,
            month,
            members,
            number,
            f"{address(year)}{slug}/",
        )
        for slug, title, month, members in held
        for number in range(1, listing.count(len(members)) + 1)
    ]


def keys(edition: Edition) -> Iterator[str]:
    """The pages of every crowded year."""
    for year in edition.years:
        yield from (part.key for part in parts(edition, year))


def month_page(edition: Edition, key: str) -> Page:
    """One page of a crowded year."""
    year = int(key.split("/")[0])
    all_parts = parts(edition, year)
    at = next(at for at, part in enumerate(all_parts) if part.key == key)
    part = all_parts[at]
    desk = Desk(edition, part.address)
    here = list(listing.part(part.entries, part.number))
    said = sum(edition.is_said(event_id) for event_id in part.entries)
    view: View = {
        "title": part.title,
        "year": {"title": dates.year_words(year), "address": address(year)},
        "count": count_words(len(part.entries) - said, said),
        "runs": month_runs(desk, part.month, here)
        if part.month
        else [{"title": "", "events": [entry_item(desk, event_id, prose=True) for event_id in here]}],
        "parts": listing.parts(part.base, part.number, len(part.entries)),
    }
    at_year = edition.years.index(year)
    before = near(all_parts, at - 1) if at else turn(edition, at_year)
    after = near(all_parts, at + 1) if at + 1 < len(all_parts) else turn(edition, at_year + 1)
    description = f"{part.title}: {view['count']}"
    return Page("month", key, desk.address, part.title, description, view, desk.charts, None, before, after)


def near(all_parts: list[Part], at: int) -> Link:
    """The page before or after, as a link."""
    return {"title": all_parts[at].title, "address": all_parts[at].address}


PAGE = PageKind("month", keys, month_page)
