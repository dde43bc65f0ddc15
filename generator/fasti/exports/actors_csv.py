"""`data/v1/actors.csv`: one row an actor, by id.

Input: an edition. Output: bytes. Invariant: links point from the member, successor, ally, backed or commanding actor.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.exports._csv import BLOB, address, blob, first, last, table
from fasti.language import N_
from fasti.records import Actor


def actors(edition: Edition) -> list[tuple[str, Actor]]:
    """Every published actor."""
    return [(entry.id, edition.actor(entry.id)) for entry in edition.corpus.published("actor")]


def code(actor: Actor, name: str) -> str:
    """The id of an actor in another dataset."""
    return getattr(actor.match, name) or "" if actor.match else ""


EXPORT = table(
    "actors.csv",
    N_("One row an actor"),
    (
        N_("when a link held, and who says so"),
        N_("language and kind of each name, and who prints it"),
        N_("roles of named people"),
        N_("evidence for single fields"),
        N_("rival values"),
        N_("prose"),
    ),
    items=actors,
    fields=(
        ("id", "permanent id", lambda edition, item: item[0]),
        ("name", "preferred name", lambda edition, item: item[1].label),
        ("label", "short label in charts", lambda edition, item: item[1].short),
        ("names", "every name and acronym", lambda edition, item: [n.text for n in item[1].names]),
        ("kind", "code of the vocabulary", lambda edition, item: item[1].kind),
        ("active", "when it existed, EDTF", lambda edition, item: item[1].active.text if item[1].active else ""),
        (
            "active_earliest",
            "first day that allows",
            lambda edition, item: first(item[1].active.bounds if item[1].active else None),
        ),
        (
            "active_latest",
            "last day that allows",
            lambda edition, item: last(item[1].active.bounds if item[1].active else None),
        ),
        ("member_of", "what it belongs to", lambda edition, item: [link.actor for link in item[1].member_of]),
        ("successor_of", "what it followed", lambda edition, item: [link.actor for link in item[1].successor_of]),
        ("ally_of", "whom it fought beside", lambda edition, item: [link.actor for link in item[1].ally_of]),
        ("backed_by", "who supported it", lambda edition, item: [link.actor for link in item[1].backed_by]),
        ("commands", "whom it commands", lambda edition, item: [link.actor for link in item[1].commands]),
        ("wikidata", "id in Wikidata", lambda edition, item: code(item[1], "wikidata")),
        ("ucdp", "id in UCDP", lambda edition, item: code(item[1], "ucdp")),
        ("acled", "name in ACLED", lambda edition, item: code(item[1], "acled")),
        ("description", "a sentence or two", lambda edition, item: item[1].description),
        ("events", "how many entries speak of it", lambda edition, item: len(edition.events_of(item[0]))),
        ("address", "its page", lambda edition, item: address(edition, "actor", item[0])),
        ("blob", BLOB, lambda edition, item: blob(edition, "actor", item[0])),
    ),
)
