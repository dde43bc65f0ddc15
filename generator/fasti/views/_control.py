"""What places held and by whom, for pages of places and actors: the last word, and the intervals in words.

Input: the control ledger. Output: plain values.
Invariant: a carried state is called carried, with the day of the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fasti.derive import ControlInterval, Edition, listed
from fasti.edtf import iso
from fasti.language import _, commas, either, semicolons
from fasti.records import RESERVED, read_date
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._links import Value, actors, link


def last_word(desk: Desk, place_id: str) -> Value | None:
    """The last that any document says of who holds a place: `Iraqi forces, 3 Nov 2017`; None if none speaks of it."""
    edition = desk.edition
    if edition.span.latest is None or place_id not in edition.control.places:
        return None
    answer = edition.control.on(place_id, edition.span.latest)
    if answer.last_word is None:
        return None
    when, event_id = answer.last_word
    interval = answer.interval
    return {
        "words": state_words(edition, interval),
        "actors": actors(desk, interval.held_by),
        "since": date_words(when),
        "event": link(desk, "event", event_id),
        "claimed": interval.claimed,
    }


def date_words(text: str) -> str:
    """The date of a last word; a span with two vague ends is no EDTF, so its last date stands for it."""
    first, slash, last = text.rpartition("/")
    return dates.date_words(read_date(last or first if slash else text), "short")


def since_words(text: str) -> str:
    """Since when nothing was said: the date of the last word, if that is one date, else the last day it speaks of."""
    date = read_date(text)
    return date_words(text if date.kind == "date" or date.latest is None else iso(date.latest))


def state_words(edition: Edition, interval: ControlInterval) -> str:
    """Who held a place in an interval, in full words: holder, siege, extent, who else, standing."""
    names = [edition.actor_name(a) for a in interval.held_by]
    if interval.held_by[:1] == ("not-said",):
        told = _("changed hands, not said to whom")
    elif interval.held_by:
        told = words.holders_words(interval.held_by, interval.how, names)
    elif interval.candidates:
        sides = _sides(edition, interval.candidates)
        told = either(sides) if len(sides) > 1 else _("perhaps %(names)s", names=sides[0])
    else:
        told = _("unknown")
    besieged = listed(edition.actor_name(a) for a in interval.besieged_by) if interval.besieged_by else ""
    if besieged and interval.siege_basis == "between":
        besieged = _("perhaps besieged by %(names)s", names=besieged)
    elif besieged:
        besieged = _("besieged by %(names)s", names=besieged)
    rest = either(_sides(edition, interval.rest)) if interval.rest else ""
    rest = _("the rest perhaps %(names)s", names=rest) if rest else ""
    others = either(_sides(edition, interval.rivals)) if interval.rivals else ""
    others = _("others say %(names)s", names=others) if others else ""
    told = semicolons((commas((told, besieged, words.extent_words(interval.extent), rest)), others))
    if not interval.claimed:
        return told
    whose = listed(edition.actor_name(a) for a in interval.claimed_by) if interval.claimed_by else ""
    return commas((told, _("as claimed by %(names)s", names=whose) if whose else _("as claimed")))


def _sides(edition: Edition, sides: Iterable[Sequence[str]]) -> list[str]:
    return [words.holders_words(side, "shared", [edition.actor_name(a) for a in side]) for side in sides]


def spans(edition: Edition, place_id: str) -> list[Value]:
    """Who held a place, from stretch to stretch, in words; empty where no document says of any day."""
    if place_id not in edition.control.places:
        return []
    return [span(edition, interval) for interval in edition.control.intervals(place_id)]


def span(edition: Edition, interval: ControlInterval) -> Value:
    """One stretch of time: its days, who held the place, and how that is known."""
    return {
        "words": dates.span_words(interval.first, interval.last),
        # of a place whose holder is unknown, the siege is all that is known
        "basis": words.CONTROL_BASIS[
            interval.siege_basis if interval.basis == "unknown" and interval.besieged_by else interval.basis
        ],
        "certain": interval.basis == "attested",
        "state": state_words(edition, interval),
        "first": interval.first,
        "actors": [str(actor) for actor in interval.held_by if actor not in RESERVED],
    }


def held_by(desk: Desk, actor_id: str) -> list[Value]:
    """Every place that an actor held, with the intervals in which it did: by place, in the order of time."""
    rows: list[Value] = []
    for place_id in desk.edition.control.places:
        spans = [
            span(desk.edition, interval)
            for interval in desk.edition.control.intervals(place_id)
            if actor_id in interval.held_by
        ]
        if spans:
            rows.append({"place": link(desk, "place", place_id), "first": spans[0]["first"], "spans": spans})
    return sorted(rows, key=lambda row: (row["first"], row["place"]["title"]))
