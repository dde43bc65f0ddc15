"""The further entries of a busy place or actor, which its own page has no room for.

Input: an edition and a key such as `places/raqqa/2`. Output: a `Page` for `fragments/more.html`.
Invariant: the record's own page and these hold each of its entries once, in one order.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.derive import Edition
from fasti.language import _
from fasti.views import _listing as listing
from fasti.views import _words as words
from fasti.views._base import Desk, Link, Page, PageKind, View
from fasti.views._links import link

KINDS = ("place", "actor")


def keys(edition: Edition) -> Iterator[str]:
    """A page for every part but the first."""
    for kind in KINDS:
        for entry in edition.corpus.published(kind):
            total = len(edition.events_at(entry.id) if kind == "place" else edition.events_of(entry.id))
            for number in range(2, listing.count(total) + 1):
                yield f"{kind}/{entry.id}/{number}"


def more_page(edition: Edition, key: str) -> Page:
    """One part of the entries of a place or actor."""
    kind, record_id, text = key.split("/")
    number, base = int(text), edition.address(kind, record_id)
    rows = listing.entries_of(edition, kind, record_id)
    desk = Desk(edition, listing.address(base, number))
    title = edition.title(kind, record_id)
    last = number * listing.MOST >= len(rows)
    view: View = {
        "title": title,
        "count": _("%(entries)s in all.", entries=words.sentence(words.count(len(rows), "entry"))),
        "record": link(desk, kind, record_id),
        "groups": listing.grouped(desk, listing.part(rows, number)),
        "parts": listing.parts(base, number, len(rows)),
    }
    before: Link = {"title": title, "address": listing.address(base, number - 1)}
    after: Link | None = None if last else {"title": title, "address": listing.address(base, number + 1)}
    description = _("%(title)s: further entries.", title=title)
    return Page("more", key, desk.address, title, description, view, desk.charts, None, before, after)


PAGE = PageKind("more", keys, more_page)
