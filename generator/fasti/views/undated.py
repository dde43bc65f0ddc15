"""The page of events that have no day, with what is known of their place in the order.

Input: an edition. Output: a `Page` for `fragments/undated.html`. Invariant: it exists only where there are such events.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.derive import Edition
from fasti.language import _
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View
from fasti.views._parts import entry_item
from fasti.views.event import order

ADDRESS = "chronology/undated/"


def keys(edition: Edition) -> Iterable[str]:
    """One page, if anything is undated."""
    return ("undated",) if edition.chronology.undated else ()


def undated_page(edition: Edition, key: str) -> Page:
    """The page of undated events."""
    desk = Desk(edition, ADDRESS)
    found = [placed.id for placed in edition.chronology.undated]
    view: View = {
        "title": _("Undated"),
        "count": _("%(entries)s without any known day.", entries=words.sentence(words.count(len(found), "entry"))),
        "events": [entry_item(desk, e, prose=True) | {"order": order(desk, e, edition.event(e))} for e in found],
    }
    return Page("undated", key, ADDRESS, view["title"], view["count"], view, desk.charts)


PAGE = PageKind("undated", keys, undated_page)
