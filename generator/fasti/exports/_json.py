"""Records as JSON: everything an author wrote, dates and numbers with what they allow, and what follows from them.

Input: records of any kind. Output: plain values and canonical JSON text, keys in the order of the record types.
Invariant: nothing that is in a record is missing here.
"""

from __future__ import annotations

import json
from typing import Any

from fasti.derive import FOLDER_OF, Edition
from fasti.edtf import Bounds, Edtf, iso
from fasti.exports._base import FOLDER, Export, credit
from fasti.reading import Entry
from fasti.records import Gap, Locator, Model, Point, Quantity, When, plain

VERSION = 1
EMPTY: tuple[Any, ...] = (None, (), {}, "")


def value_of(value: Any) -> Any:
    """Any value of a record as plain JSON values."""
    if isinstance(value, When):
        fields = {key: found for key, found in authored(value).items() if key not in ("date", "from", "to", "mode")}
        if value.edges_known == ("from", "to"):
            del fields["edges_known"]
        ends = {key: found.text for key, found in (("from", value.from_), ("to", value.to)) if found}
        dated = {"date": value.date.text} if value.date else ends
        return {**dated, "mode": "throughout" if value.throughout else "within", **days(value.bounds), **fields}
    if isinstance(value, Edtf):
        return {"date": value.text, **days(value.bounds)}
    if isinstance(value, Quantity):
        return quantity(value)
    if isinstance(value, Gap | Locator):
        return value.text
    if isinstance(value, Point):
        return {"lat": value.lat, "lon": value.lon}
    if isinstance(value, Model):
        return authored(value)
    if isinstance(value, dict):
        return {str(key): value_of(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [value_of(item) for item in value]
    return str(value) if isinstance(value, str) else value


def authored(record: Model) -> dict[str, Any]:
    """The fields of a record or a part of one that are not empty, by the names authors use."""
    found = ((field.alias or name, getattr(record, name)) for name, field in type(record).model_fields.items())
    return {name: value_of(value) for name, value in found if value not in EMPTY}


def quantity(value: Quantity) -> dict[str, Any]:
    """A number as told, with the low, best and high that the words allow."""
    return {
        "text": value.text,
        "low": plain(value.low),
        "best": plain(value.best),
        "high": plain(value.high),
        "low_open": value.low is None or value.low_excluded,
        "high_open": value.high is None or value.high_excluded,
    }


def days(bounds: Bounds) -> dict[str, str | None]:
    """Bounds as dates; null where a side is open or unknown."""
    first, last = bounds
    return {"earliest": None if first is None else iso(first), "latest": None if last is None else iso(last)}


def derived(edition: Edition, kind: str, record_id: str) -> dict[str, Any]:
    """What follows from a record together with the others."""
    if kind == "event":
        placed = edition.chronology.placed(record_id)
        if placed is None:
            return {}
        return {
            **days(Bounds(placed.earliest, placed.latest)),
            "position": placed.position,
            "basis": placed.basis,
            "because": [
                {"event": b.event, "relation": b.relation, "path": b.path, "line": b.line} for b in placed.because
            ],
        }
    if kind == "place":
        return {
            "events": list(edition.events_at(record_id)),
            "control": [interval(i) for i in edition.control.intervals(record_id)],
        }
    if kind == "actor":
        return {"events": [{"event": event, "roles": list(roles)} for event, roles in edition.events_of(record_id)]}
    if kind == "source":
        voice = edition.corpus.bibliography.original(record_id)
        return {"voice": {"kind": voice.kind, "id": voice.id}, "statements": len(edition.uses_of(record_id))}
    return {"events": list(edition.events_of_series(record_id))}


def interval(found: Any) -> dict[str, Any]:
    """A control interval."""
    return {
        "first": iso(found.first),
        "last": None if found.last is None else iso(found.last),
        "held_by": list(found.held_by),
        "how": found.how,
        "extent": found.extent,
        "besieged_by": list(found.besieged_by),
        "siege_basis": found.siege_basis if found.besieged_by else None,
        "basis": found.basis,
        "candidates": [list(side) for side in found.candidates],
        "claimed": found.claimed,
        "claimed_by": list(found.claimed_by),
        "because": list(found.because),
    }


def whole(edition: Edition, entry: Entry) -> dict[str, Any]:
    """One record with what follows from it."""
    address = f"{edition.settings.site_url.rstrip('/')}/{edition.address(entry.kind, entry.id)}"
    return {
        "id": entry.id,
        "address": address,
        "record": authored(entry.record) | ({"body": entry.body} if entry.body else {}),
        "derived": derived(edition, entry.kind, entry.id),
    }


def text_of(value: Any, indent: int | None = None) -> str:
    """Canonical JSON: keys in their given order, letters as they are, no blanks but for the indent."""
    return json.dumps(
        value, ensure_ascii=False, indent=indent, separators=(",", ": ") if indent else (",", ":"), allow_nan=False
    )


def records_json(kind: str, summary: str) -> Export:
    """The export of every published record of a kind, one a line."""
    name = f"{FOLDER_OF[kind] if kind != 'series' else 'series'}.json"
    loses = ("where in its file each value is written", "comments in the files")

    def write(edition: Edition) -> dict[str, bytes]:
        head = {"version": VERSION, "kind": kind, **credit(edition), "loses": list(loses)}
        lines = ",\n".join(text_of(whole(edition, entry)) for entry in edition.corpus.published(kind))
        return {FOLDER + name: f'{text_of(head)[:-1]},"records":[\n{lines}\n]}}\n'.encode()}

    return Export(name, "application/json", summary, loses, write)
