"""`data/v1/events.csv`: one row an event, in the order of the chronology, undated ones last.

Input: an edition. Output: bytes. Invariant: dates are EDTF as written, beside the days they allow.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.chronology import Placed
from fasti.derive import Edition
from fasti.edtf import Bounds
from fasti.exports._csv import BLOB, address, blob, day, first, last, table
from fasti.exports._values import allowed
from fasti.language import N_
from fasti.records import Event


def placed_events(edition: Edition) -> Iterator[tuple[Placed, Event]]:
    """Every published event with its place."""
    return ((placed, edition.event(placed.id)) for placed in (*edition.chronology.events, *edition.chronology.undated))


def own(event: Event) -> Bounds | None:
    """The bounds of the event's own date."""
    return allowed(event.when) if event.when else None


def class_of(edition: Edition, event: Event) -> str:
    """`happened` or `said`, as the type declares it."""
    kind = edition.corpus.vocabulary.event_types.get(event.type)
    return kind.class_ if kind else "happened"


def mode(event: Event) -> str:
    """`within` or `throughout`; empty for an undated event."""
    return "" if event.when is None else "throughout" if event.when.throughout else "within"


EXPORT = table(
    "events.csv",
    N_("One row an event, in the order of the chronology"),
    (
        N_("rival values and their reasons"),
        N_("who said what"),
        N_("evidence for single fields"),
        N_("control statements (see control.csv)"),
        N_("figures (see figures.csv)"),
        N_("statements of order"),
        N_("what citations say beside the place in the document"),
        N_("prose and pictures"),
    ),
    items=placed_events,
    fields=(
        ("id", "permanent id", lambda edition, item: item[0].id),
        ("position", "place in the order, from 1; empty for undated events", lambda edition, item: item[0].position),
        ("title", "neutral, the editors' words", lambda edition, item: item[1].title),
        ("type", "code of the vocabulary", lambda edition, item: item[1].type),
        ("class", "happened or said", lambda edition, item: class_of(edition, item[1])),
        ("happened", "yes, claimed, disputed or denied", lambda edition, item: item[1].happened),
        (
            "when",
            "date as written, EDTF (ISO 8601-2); a span with two vague ends as FROM/TO",
            lambda edition, item: item[1].when.text if item[1].when else "",
        ),
        ("time", "time of day as written", lambda edition, item: item[1].when.time if item[1].when else ""),
        (
            "zone",
            "offset or IANA name of its time zone",
            lambda edition, item: item[1].when.zone if item[1].when else "",
        ),
        (
            "edges_known",
            "for a span: which edges are a real beginning or end, not the edge of what is known",
            lambda edition, item: item[1].when.edges_known if item[1].when and item[1].when.date is None else (),
        ),
        ("mode", "within: once in these days; throughout: on all of them", lambda edition, item: mode(item[1])),
        ("when_earliest", "first day that the date allows", lambda edition, item: first(own(item[1]))),
        ("when_latest", "last day that the date allows", lambda edition, item: last(own(item[1]))),
        (
            "earliest",
            "first possible day, the order of events taken into account",
            lambda edition, item: day(item[0].earliest),
        ),
        (
            "latest",
            "last possible day, the order of events taken into account",
            lambda edition, item: day(item[0].latest),
        ),
        (
            "basis",
            "why it stands after the event before: dated, stated, inferred or tie",
            lambda edition, item: item[0].basis,
        ),
        ("lasted", "duration as told", lambda edition, item: item[1].lasted.text if item[1].lasted else ""),
        ("at", "places it was at", lambda edition, item: item[1].where.at if item[1].where else ()),
        ("near", "places it was near", lambda edition, item: item[1].where.near if item[1].where else ()),
        ("in", "larger places it was somewhere in", lambda edition, item: item[1].where.in_ if item[1].where else ()),
        ("from", "places it led from", lambda edition, item: item[1].where.from_ if item[1].where else ()),
        ("to", "places it led to", lambda edition, item: item[1].where.to if item[1].where else ()),
        (
            "participants",
            "role: actors",
            lambda edition, item: [f"{role}: {' '.join(who)}" for role, who in item[1].participants.items()],
        ),
        ("covers", "one incident, or several told together", lambda edition, item: item[1].covers),
        ("part_of", "events it belongs to", lambda edition, item: item[1].part_of),
        ("caused_by", "events that brought it about", lambda edition, item: item[1].caused_by),
        ("response_to", "events that it answers", lambda edition, item: item[1].response_to),
        (
            "external",
            "dataset: id in it",
            lambda edition, item: [f"{name}: {code}" for name, code in item[1].external.items()],
        ),
        ("rivals", "how many rival values its record holds", lambda edition, item: len(item[1].rivals)),
        ("sources", "documents and the places in them", lambda edition, item: [c.text for c in item[1].sources]),
        ("address", "its page", lambda edition, item: address(edition, "event", item[0].id)),
        ("blob", BLOB, lambda edition, item: blob(edition, "event", item[0].id)),
    ),
)
