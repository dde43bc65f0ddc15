"""An actor's page: names, what it belonged to, what it did by role, and what it held.

Input: an edition and the id of an actor. Output: a `Page` for `fragments/actor.html`.
Invariant: links between actors are shown from both ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fasti.derive import Edition
from fasti.language import N_, Table, _
from fasti.records import LINKS, Actor
from fasti.views import _dates as dates
from fasti.views import _listing as listing
from fasti.views import _words as words
from fasti.views._adding import add_event
from fasti.views._base import Desk, Page, PageKind, View, ids
from fasti.views._claims import citations
from fasti.views._control import held_by
from fasti.views._disputes import disputes
from fasti.views._index import index
from fasti.views._links import Value, actor, link
from fasti.views._names import matches, names
from fasti.views._parts import MOST_CHARTS, body, charted, standing

MOST_HELD = 60  # places with their intervals: the others by name
BACK = Table(
    {
        "member_of": N_("Parts and members"),
        "successor_of": N_("Followed by"),
        "ally_of": N_("Ally of"),
        "backed_by": N_("Backs"),
        "commands": N_("Commanded or led by"),
    }
)


def actor_page(edition: Edition, actor_id: str) -> Page:
    """The page of one actor."""
    entry = edition.corpus.entry("actor", actor_id)
    assert entry is not None
    record = entry.record
    assert isinstance(record, Actor)
    desk = Desk(edition, edition.address("actor", actor_id))
    events = edition.events_of(actor_id)
    kind = edition.corpus.vocabulary.actor_kinds.get(record.kind)
    held = held_by(desk, actor_id)
    series = series_about(edition, actor_id)
    rows = listing.entries_of(edition, "actor", actor_id)
    groups = listing.grouped(desk, listing.part(rows, 1))
    view: View = {
        "id": actor_id,
        "title": record.label,
        "lang": edition.lang("actor", actor_id),
        "label": record.short or "",
        "coloured": record.colour is not None,
        "kind": kind.label if kind else record.kind,
        "names": names(desk, record.names, record.label),
        "description": record.description,
        "active": dates.date_words(record.active) if record.active else "",
        "match": matches(record),
        "roles": [
            {
                "text": r.text,
                "when": dates.date_words(r.when, "short") if r.when else "",
                "sources": citations(desk, r.sources),
            }
            for r in record.roles
        ],
        "links": links(desk, actor_id, record),
        "body": body(desk, entry),
        "held": held[:MOST_HELD],
        "held_too": [row["place"] for row in held[MOST_HELD:]],
        "control": desk.chart("control", places=",".join(places_of(edition, actor_id))) if held else None,
        "figures": [charted(desk, s) for s in series[:MOST_CHARTS]],
        "other_series": [link(desk, "series", s) for s in series[MOST_CHARTS:]],
        "groups": groups,
        "jumps": jumps(groups, rows),
        "parts": listing.parts(desk.address, 1, len(events)),
        "add": add_event(desk, actor=actor_id),
        "sources_close": [link(desk, "source", s) for s in index(edition).close_to.get(actor_id, ())],
        "disputes": disputes(desk, "actor", actor_id),
        **standing(desk, entry),
    }
    lead = record.description or _("%(name)s, %(kind)s.", name=record.label, kind=view["kind"].lower())
    text = f"{lead} {listing.in_chronology(len(events))}" if events else lead
    return Page("actor", actor_id, desk.address, record.label, text, view, desk.charts, entry.path)


def jumps(groups: list[Value], rows: Sequence[listing.Row]) -> list[Value]:
    """The way to each role on the page, with how many entries it has in all; none where there is one role."""
    if len(groups) < 2:
        return []
    totals = Counter(heading for heading, _id, _roles in rows)
    return [{"title": g["role"], "href": f"#role-{at}", "count": totals[g["role"]]} for at, g in enumerate(groups, 1)]


def links(desk: Desk, actor_id: str, record: Actor) -> list[Value]:
    """What it belonged to and who belonged to it, one row a relation."""
    vocabulary = desk.edition.corpus.vocabulary.relations
    rows: dict[str, list[Value]] = {}
    for relation in LINKS:
        label = vocabulary[relation].label if relation in vocabulary else words.field_words(relation)
        for other in getattr(record, relation):
            when = dates.date_words(other.when, "short") if other.when else ""
            found = {"actor": actor(desk, str(other.actor)), "when": when, "sources": citations(desk, other.sources)}
            rows.setdefault(words.sentence(label), []).append(found)
    for relation, back in desk.edition.actor_links(actor_id):
        found = {"actor": actor(desk, back), "when": _when_of(desk, back, relation, actor_id), "sources": []}
        rows.setdefault(BACK[relation], []).append(found)
    return [{"relation": label, "actors": members} for label, members in rows.items()]


def _when_of(desk: Desk, other: str, relation: str, actor_id: str) -> str:
    whens = [
        found.when for found in getattr(desk.edition.actor(other), relation) if found.actor == actor_id and found.when
    ]
    return dates.date_words(whens[0], "short") if whens else ""


def places_of(edition: Edition, actor_id: str) -> list[str]:
    """The places of which it is ever said to have held them."""
    return [p for p in edition.control.places if any(actor_id in i.held_by for i in edition.control.intervals(p))]


def series_about(edition: Edition, actor_id: str) -> list[str]:
    """The series about an actor that have a number."""
    return [s for s in edition.figures.ids if edition.series(s).about == actor_id and edition.figures.series(s).points]


PAGE = PageKind("actor", ids("actor"), actor_page)
