"""An event's page: when, where, who, what changed hands, who says what, what came before and after, on what evidence.

Input: an edition and the id of an event. Output: a `Page` for `fragments/event.html`.
Invariant: the headline is the record's own value; every rival stands beside it with who holds it.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.derive import Edition, Fact, gap_words
from fasti.edtf import Bounds
from fasti.language import _, commas, pgettext
from fasti.records import Event, control_of
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Link, Page, PageKind, View, ids
from fasti.views._chip import chip
from fasti.views._claims import attribution, change
from fasti.views._disputes import disputes, numbers_of
from fasti.views._index import index
from fasti.views._links import Value, actors, link, whereabouts
from fasti.views._parts import body, standing, standing_words, told_words, type_words


def event_page(edition: Edition, event_id: str) -> Page:
    """The page of one event, withdrawn ones included."""
    entry = edition.corpus.entry("event", event_id)
    assert entry is not None
    event = entry.record
    assert isinstance(event, Event)
    desk = Desk(edition, edition.address("event", event_id))
    placed = edition.chronology.placed(event_id)
    derived = Bounds(placed.earliest, placed.latest) if placed else Bounds(None, None)
    fact = edition.fact(event_id)
    view: View = {
        "title": event.title,
        "chip": chip(event.when, derived, style="long"),
        "type": type_words(desk, event),
        "said": edition.is_said(event_id),
        "standing": standing_words(desk, event),
        "happened": event.happened,
        "where": whereabouts(desk, event.where),
        "participants": [
            {"role": words.role_words(role), "actors": actors(desk, map(str, who))}
            for role, who in event.participants.items()
        ],
        "changes": [change(desk, statement, fact) for statement, _loc in control_of(event)],
        "several": event.covers == "several",
        "lasted": gap_words(event.lasted.text) if event.lasted else "",
        "told": told_words(edition, event),
        "body": body(desk, entry),
        "says": says(desk, event, fact),
        "disputes": disputes(desk, "event", event_id),
        "figures": numbers_of(desk, event_id),
        "dates": known_of_time(edition, event_id, event, derived),
        "order": order(desk, event_id, event),
        "related": related(desk, event_id, event),
        "map": desk.chart("map", places=",".join(map(str, event.places))) if event.places else None,
        **standing(desk, entry, fact),
    }
    before, after = (edition.neighbours(event_id)) if event.published_now else (None, None)
    return Page(
        "event",
        event_id,
        desk.address,
        event.title,
        description(edition, event),
        view,
        desk.charts,
        entry.path,
        turn(edition, before),
        turn(edition, after),
    )


def description(edition: Edition, event: Event) -> str:
    """One line for search engines: when, where, standing."""
    parts = [words.sentence(dates.when_words(event.when))] if event.when else [_("Undated")]
    parts += [edition.place_label(str(place)) for place in event.places[:3]]
    if standing := words.happened_words(event, edition):
        parts.append(standing)
    return _("%(title)s. %(more)s.", title=event.title, more=commas(parts))


def turn(edition: Edition, event_id: str | None) -> Link | None:
    """A link for turning pages."""
    return (
        {"title": edition.title("event", event_id), "address": edition.address("event", event_id)} if event_id else None
    )


def says(desk: Desk, event: Event, fact: Fact) -> list[Value]:
    """Who says what, one row a statement."""
    whole = event.evidence.get("says")
    return [
        {
            "stance": words.stance_words(statement.stance, len(statement.who)),
            "against": statement.stance in ("denies", "doubts"),
            "what": statement.what,
            "on": dates.when_words(statement.on, "short") if statement.on else "",
            "to": actors(desk, map(str, statement.to)),
            **attribution(desk, statement, whole.sources if whole else event.sources, fact),
        }
        for statement in event.says
    ]


def known_of_time(edition: Edition, event_id: str, event: Event, derived: Bounds) -> list[Value]:
    """What is known of the time: as written, the days it allows, what the order adds, how long, and where it stands."""
    rows: list[Value] = []
    own = event.when.bounds if event.when else Bounds(None, None)
    if event.when:
        rows.append({"name": _("Written"), "words": event.when.written, "code": True, "because": []})
        if own.earliest != own.latest and (allowed := dates.bounds_words(own)) and not event.when.throughout:
            rows.append({"name": _("Possible days"), "words": words.sentence(allowed), "code": False, "because": []})
    placed = edition.chronology.placed(event_id)
    if placed:
        because = reasons(edition, event_id)
        if derived != own and (known := dates.bounds_words(derived)):
            rows.append({"name": _("By the order"), "words": words.sentence(known), "code": False, "because": because})
        if placed.position:
            total = len(edition.chronology.events)
            rows.append(
                {
                    "name": _("In the order"),
                    "words": _(
                        "Entry %(position)s of %(total)s, %(basis)s",
                        position=placed.position,
                        total=total,
                        basis=words.order_words(placed.basis),
                    ),
                    "code": False,
                    "because": [],
                }
            )
        else:
            undated = _("Undated: no day can be given")
            rows.append({"name": _("In the order"), "words": undated, "code": False, "because": []})
    if event.lasted:
        lasted = words.sentence(gap_words(event.lasted.text))
        rows.append({"name": _("Lasted"), "words": lasted, "code": False, "because": []})
    return rows


def reasons(edition: Edition, event_id: str) -> list[Value]:
    """The statements from which the bounds of an event follow, first for its first day, then for its last.

    Each leads one event further, up to one that stands by its own date: `after X`, `which is before Y`.
    """
    desk = Desk(edition, edition.address("event", event_id))
    rows: dict[tuple[str, str], Value] = {}
    for chain in edition.chronology.chains(event_id):
        whose = event_id
        for step in chain:
            gap = gap_words(step.gap) if step.gap else ""
            verb = step.relation in ("includes", "meets", "met_by", "lasted")
            if step.relation == "lasted":
                relation = _("lasting %(gap)s, from the other end of", gap=gap)
            elif gap:
                relation = _("%(gap)s %(relation)s", gap=gap, relation=relation_words(step.relation))
            else:
                relation = relation_words(step.relation)
            if whose != event_id and verb:
                relation = pgettext("an event", "which %(relation)s", relation=relation)
            elif whose != event_id:
                relation = pgettext("an event", "which is %(relation)s", relation=relation)
            rows.setdefault((relation, step.event), {"relation": relation, **link(desk, "event", step.event)})
            whose = step.event
    return list(rows.values())


def relation_words(relation: str) -> str:
    """An order relation for readers."""
    return words.RELATION.get(relation) or words.CONVERSE.get(relation) or relation


def order(desk: Desk, event_id: str, event: Event) -> list[Value]:
    """What this record and others say of its place in the order, by relation; each with its gap and a link."""
    rows = [
        (words.RELATION[word], str(statement.event), statement.gap.text if statement.gap else "", statement.end, False)
        for word, _loc, statement in event.order_statements
    ]
    rows += [
        (words.CONVERSE[word], other, gap, None, True)
        for word, other, gap in index(desk.edition).stated.get(event_id, ())
    ]
    return grouped(
        (relation, {**link(desk, "event", other), "gap": gap and gap_words(gap), "end": end or "", "theirs": theirs})
        for relation, other, gap, end, theirs in rows
    )


def related(desk: Desk, event_id: str, event: Event) -> list[Value]:
    """Relations that order nothing, both ways, by relation."""
    own = ((words.RELATED[relation], str(other)) for relation in words.RELATED for other in getattr(event, relation))
    back = ((words.RELATED_BACK[relation], other) for relation, other in index(desk.edition).related.get(event_id, ()))
    return grouped((relation, link(desk, "event", other)) for relation, other in (*own, *back))


def grouped(rows: Iterable[tuple[str, Value]]) -> list[Value]:
    """Rows under their relation, both in the order in which they come."""
    found: dict[str, list[Value]] = {}
    for relation, row in rows:
        found.setdefault(relation, []).append(row)
    return [{"relation": relation, "rows": members} for relation, members in found.items()]


PAGE = PageKind("event", ids("event"), event_page)
