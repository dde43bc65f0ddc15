"""A place's page: its names, where it is, who held it over time, what happened there, and what lies within and near.

Input: an edition and the id of a place. Output: a `Page` for `fragments/place.html`.
Invariant: a place with one entry shows that entry whole and what happened near it in the same weeks; no empty frame.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.language import _, commas
from fasti.records import Place
from fasti.views import _dates as dates
from fasti.views import _listing as listing
from fasti.views import _words as words
from fasti.views._adding import add_event
from fasti.views._base import Desk, Page, PageKind, View, ids
from fasti.views._claims import citations, figure
from fasti.views._control import last_word, spans
from fasti.views._disputes import disputes
from fasti.views._ledger import has_map
from fasti.views._links import Value, link
from fasti.views._names import matches, names
from fasti.views._parts import MOST_CHARTS, body, charted, entry_item, standing

WEEKS = 21  # days before and after that count as "the same weeks"
MOST_NEAR = 8


def place_page(edition: Edition, place_id: str) -> Page:
    """The page of one place."""
    entry = edition.corpus.entry("place", place_id)
    assert entry is not None
    place = entry.record
    assert isinstance(place, Place)
    desk = Desk(edition, edition.address("place", place_id))
    events = edition.events_at(place_id)
    thin = len(events) == 1
    held = place_id in edition.control.places
    series = series_at(edition, place_id)
    kind = edition.corpus.vocabulary.place_kinds.get(place.kind)
    view: View = {
        "title": place.label,
        "lang": edition.lang("place", place_id),
        "kind": kind.label if kind else place.kind,
        "within": within(desk, place_id),
        "within_when": within_when(desk, place),
        "names": names(desk, place.names, place.label),
        "description": place.description,
        "body": body(desk, entry),
        "last_word": last_word(desk, place_id),
        "held": spans(edition, place_id),
        "control": desk.chart("control", places=place_id) if held else None,
        "map": desk.chart("map", place=place_id) if place.at else None,
        "any_day": has_map(edition),
        "point": point(place),
        "match": matches(place),
        "events": [entry_item(desk, event_id, full=thin) for event_id in listing.part(events, 1)],
        "parts": listing.parts(desk.address, 1, len(events)),
        "thin": thin,
        "add": add_event(desk, where=place_id),
        "nearby": nearby(desk, place_id, events[0]) if thin else [],
        "figures": [charted(desk, s) for s in series[:MOST_CHARTS]],
        "other_series": [link(desk, "series", s) for s in series[MOST_CHARTS:]],
        "loose": [
            figure(desk, p)
            for p in edition.figures.loose
            if p.event_id in events and only_here(edition, p.event_id, place_id)
        ],
        "inside": [place_row(desk, inner) for inner in edition.places_in(place_id)],
        "near": [
            place_row(desk, other) | {"km": words.km_words(km)}
            for other, km in edition.near(place_id)[:MOST_NEAR]
            if other not in edition.places_in(place_id)
        ],
        "disputes": disputes(desk, "place", place_id),
        **standing(desk, entry),
    }
    return Page(
        "place",
        place_id,
        desk.address,
        place.label,
        description(edition, place, len(events)),
        view,
        desk.charts,
        entry.path,
    )


def description(edition: Edition, place: Place, events: int) -> str:
    """One line for search engines."""
    kind = edition.corpus.vocabulary.place_kinds.get(place.kind)
    label = (kind.label if kind else place.kind).lower()
    lead = place.description or _("%(name)s, %(kind)s.", name=place.label, kind=label)
    return f"{lead} {listing.in_chronology(events)}" if events else lead


def within(desk: Desk, place_id: str) -> list[Value]:
    """What the place lies within, the nearest first."""
    return [link(desk, "place", above) for above in desk.edition.corpus.gazetteer.ancestors(place_id)]


def within_when(desk: Desk, place: Place) -> list[Value]:
    """What it lay within and when, on which documents; empty where the record says no more than the place."""
    rows: list[Value] = [
        {
            "place": link(desk, "place", str(step.place)),
            "when": dates.date_words(step.when, "short") if step.when else "",
            "sources": citations(desk, step.sources),
        }
        for step in place.within
    ]
    return rows if any(row["when"] or row["sources"] for row in rows) else []


def place_row(desk: Desk, place_id: str) -> Value:
    """A place in a list: its name, its kind, the last word on it, how many entries speak of it."""
    place = desk.edition.place(place_id)
    kind = desk.edition.corpus.vocabulary.place_kinds.get(place.kind)
    return {
        **link(desk, "place", place_id),
        "kind": kind.label if kind else place.kind,
        "last_word": last_word(desk, place_id),
        "events": len(desk.edition.events_at(place_id)),
        "events_words": words.count(len(desk.edition.events_at(place_id)), "entry"),
    }


def series_at(edition: Edition, place_id: str) -> list[str]:
    """The series about a place."""
    return [s for s in edition.figures.ids if place_id in edition.series(s).scope and edition.figures.series(s).points]


def only_here(edition: Edition, event_id: str | None, place_id: str) -> bool:
    """Whether an event was at this place and no other, so that its numbers are about it."""
    return event_id is not None and tuple(map(str, edition.event(event_id).places)) == (place_id,)


def nearby(desk: Desk, place_id: str, event_id: str) -> list[Value]:
    """What happened near the place within three weeks of its one entry; in the larger place, if nothing lies near."""
    edition = desk.edition
    placed = edition.chronology.placed(event_id)
    if placed is None or placed.earliest is None or placed.latest is None:
        return []
    around = [other for other, _ in edition.near(place_id)]
    gazetteer = edition.corpus.gazetteer
    for above in gazetteer.ancestors(place_id)[:1]:
        around += [above, *(other for other in gazetteer.children(above) if other != place_id)]
    found: dict[str, int] = {}
    for other in dict.fromkeys(around):
        for candidate in edition.events_at(other):
            there = edition.chronology.placed(candidate)
            if (
                candidate == event_id
                or there is None
                or there.position is None
                or there.earliest is None
                or there.latest is None
            ):
                continue
            if there.earliest <= placed.latest + WEEKS and there.latest >= placed.earliest - WEEKS:
                found[candidate] = there.position
    return [entry_item(desk, found_id) for found_id in sorted(found, key=lambda e: found[e])[:12]]


def point(place: Place) -> Value | None:
    """Where it is on the globe, how well the point stands for it, and who says so."""
    if place.at is None:
        return None
    return {
        "words": commas((degrees(place.at.lat, "NS"), degrees(place.at.lon, "EW"))),
        "precision": words.PRECISION[place.precision],
        "source": place.at_source or "",
    }


def degrees(number: float, signs: str) -> str:
    """`35.95° N`, as exact as a map of the whole page can show."""
    north, south, east, west = _("%(n)s° N"), _("%(n)s° S"), _("%(n)s° E"), _("%(n)s° W")
    plus, minus = (north, south) if signs == "NS" else (east, west)
    return (plus if number >= 0 else minus) % {"n": f"{abs(number):.4g}"}


PAGE = PageKind("place", ids("place"), place_page)
