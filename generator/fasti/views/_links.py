"""Links to records as values: a title and an address, None where a record has no page.

Input: ids. Output: plain values. Invariant: every link goes to a page that exists; the rest are names without a link.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fasti.derive import Edition, listed
from fasti.language import N_, _, commas
from fasti.records import RESERVED, Whereabouts
from fasti.views._base import Desk

Value = dict[str, Any]


def link(desk: Desk, kind: str, record_id: str) -> Value:
    """A link to a record; address None where it has no page."""
    public = desk.edition.is_public(kind, record_id)
    return {
        "title": desk.edition.title(kind, record_id),
        "lang": desk.edition.lang(kind, record_id),
        "address": desk.edition.address(kind, record_id) if public else None,
    }


def actor(desk: Desk, actor_id: str) -> Value:
    """A link to an actor, with its id for its colour and its short label; the reserved words are plain words."""
    edition = desk.edition
    if actor_id in RESERVED:
        return {
            "id": "",
            "title": edition.actor_name(actor_id),
            "lang": None,
            "label": edition.actor_label(actor_id),
            "address": None,
        }
    return {**link(desk, "actor", actor_id), "id": str(actor_id), "label": edition.actor_label(actor_id)}


def actors(desk: Desk, ids: Iterable[str]) -> list[Value]:
    """Links to actors, each once, in the order given."""
    return [actor(desk, str(actor_id)) for actor_id in dict.fromkeys(ids)]


def places(desk: Desk, ids: Iterable[str]) -> list[Value]:
    """Links to places, each once, in the order given."""
    return [link(desk, "place", str(place_id)) for place_id in dict.fromkeys(ids)]


def whereabouts(desk: Desk, where: Whereabouts | None) -> list[Value]:
    """Where an event was, as a lead word and places: `near Raqqa`, `somewhere in Syria`, `from A to B`."""
    if where is None:
        return []
    return [{"lead": lead and _(lead), "places": places(desk, ids)} for lead, ids in _leads(where) if ids]


def where_names(edition: Edition, where: Whereabouts) -> str:
    """The same as text."""
    return commas(
        _("%(lead)s %(places)s", lead=_(lead), places=names) if lead else names
        for lead, ids in _leads(where)
        if ids and (names := listed(edition.place_label(str(place)) for place in dict.fromkeys(ids)))
    )


def _leads(where: Whereabouts) -> tuple[tuple[str, Iterable[str]], ...]:
    near, within, start, end = N_("near"), N_("in"), N_("from"), N_("to")
    return ("", where.at), (near, where.near), (within, where.in_), (start, where.from_), (end, where.to)
