"""/actors/: every actor under its kind.

Input: an edition. Output: a `Page` for `fragments/actors.html`, carried by the platform.
Invariant: each actor stands once.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.language import _
from fasti.records import Actor
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, only
from fasti.views._links import Value, actor


def actors_page(edition: Edition, key: str) -> Page:
    """The page of all actors."""
    desk = Desk(edition, "actors/")
    kinds = edition.corpus.vocabulary.actor_kinds
    groups: dict[str, list[Value]] = {}
    entries = edition.corpus.published("actor")
    for entry in sorted(entries, key=lambda e: (words.fold(e.record.label), e.id)):
        record = entry.record
        assert isinstance(record, Actor)
        groups.setdefault(record.kind, []).append(
            {
                **actor(desk, entry.id),
                "short": record.short or "",
                "coloured": record.colour is not None,
                "description": record.description,
                "events_words": words.count(len(edition.events_of(entry.id)), "entry"),
            }
        )
    order = [*(k for k in kinds if k in groups), *sorted(k for k in groups if k not in kinds)]
    told = words.sentence(words.count(len(entries), "actor"))
    view: View = {
        "title": _("Actors"),
        "count": _("%(actors)s: who took part, and who spoke.", actors=told),
        "groups": [{"title": kinds[k].label if k in kinds else k, "actors": groups[k]} for k in order],
    }
    return Page("actors", "", desk.address, view["title"], view["count"], view, desk.charts, stub=True)


PAGE = PageKind("actors", only(), actors_page)
