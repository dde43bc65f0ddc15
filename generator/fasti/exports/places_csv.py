"""`data/v1/places.csv`: one row a place, by id.

Input: an edition. Output: bytes. Invariant: a point stands beside its precision.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.exports._csv import BLOB, address, blob, table
from fasti.language import N_
from fasti.records import Place


def places(edition: Edition) -> list[tuple[str, Place]]:
    """Every published place."""
    return [(entry.id, edition.place(entry.id)) for entry in edition.corpus.published("place")]


def code(place: Place, name: str) -> str:
    """The id of a place in another gazetteer."""
    return getattr(place.match, name) or "" if place.match else ""


EXPORT = table(
    "places.csv",
    N_("One row a place"),
    (
        N_("language, script and kind of each name, who prints it, and since when"),
        N_("when it lay within what, and who says so"),
        N_("ids in datasets that are no gazetteer"),
        N_("evidence for single fields"),
        N_("rival values"),
        N_("who held it (see control.csv)"),
        N_("prose"),
    ),
    items=places,
    fields=(
        ("id", "permanent id", lambda edition, item: item[0]),
        ("name", "preferred name", lambda edition, item: item[1].label),
        (
            "names",
            "every name, the preferred one first as the record has it",
            lambda edition, item: [n.text for n in item[1].names],
        ),
        ("kind", "code of the vocabulary", lambda edition, item: item[1].kind),
        ("within", "what it lies within", lambda edition, item: [w.place for w in item[1].within]),
        ("lat", "latitude in degrees, WGS 84", lambda edition, item: item[1].at.lat if item[1].at else None),
        ("lon", "longitude in degrees, WGS 84", lambda edition, item: item[1].at.lon if item[1].at else None),
        (
            "precision",
            "how well the point stands for it; empty without a point",
            lambda edition, item: item[1].precision if item[1].at else "",
        ),
        ("at_source", "where the point is from", lambda edition, item: item[1].at_source),
        ("wikidata", "id in Wikidata", lambda edition, item: code(item[1], "wikidata")),
        ("geonames", "id in GeoNames", lambda edition, item: code(item[1], "geonames")),
        ("ucdp", "name in UCDP GED", lambda edition, item: code(item[1], "ucdp")),
        ("description", "a sentence or two", lambda edition, item: item[1].description),
        ("events", "how many entries speak of it", lambda edition, item: len(edition.events_at(item[0]))),
        ("sources", "documents and the places in them", lambda edition, item: [c.text for c in item[1].sources]),
        ("address", "its page", lambda edition, item: address(edition, "place", item[0])),
        ("blob", BLOB, lambda edition, item: blob(edition, "place", item[0])),
    ),
)
