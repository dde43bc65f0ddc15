"""Records as JSON: everything an author wrote, dates and numbers with what they allow, and what follows from them.

Input: records of any kind. Output: plain values and canonical JSON text, keys in the order of the record types.
Invariant: nothing that is in a record is missing here.
"""

from __future__ import annotations

import json
from typing import Any

from fasti.derive import FOLDER_OF, Edition
from fasti.edtf import Bounds, iso
from fasti.exports import _disagreements as disagreements
from fasti.exports._base import FOLDER, Export, credit
from fasti.exports._series import of_series
from fasti.exports._values import authored, days
from fasti.language import N_
from fasti.reading import Entry

VERSION = 1


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
            **spoken(edition, record_id),
            **disputed(edition, kind, record_id),
        }
    if kind == "place":
        return {
            "events": list(edition.events_at(record_id)),
            "control": [interval(i) for i in edition.control.intervals(record_id)],
            **disputed(edition, kind, record_id),
        }
    if kind == "actor":
        events = [{"event": event, "roles": list(roles)} for event, roles in edition.events_of(record_id)]
        return {"events": events, **disputed(edition, kind, record_id)}
    if kind == "source":
        voice = edition.corpus.bibliography.original(record_id)
        return {
            "voice": {"kind": voice.kind, "id": voice.id},
            "statements": len(edition.uses_of(record_id)),
            "falls": [
                {"kind": f.kind, "id": f.id, "claims": [list(claim) for claim in f.claims], "by": f.by}
                for f in edition.falls(record_id)
            ],
            **disputed(edition, kind, record_id),
        }
    reported = list(edition.events_of_series(record_id))
    return {"events": reported, **of_series(edition, record_id), **disputed(edition, kind, record_id)}


def disputed(edition: Edition, kind: str, record_id: str) -> dict[str, Any]:
    """What is in dispute of a record, if anything is."""
    found = disagreements.of_record(edition, kind, record_id)
    return {"disagreements": found} if found else {}


def spoken(edition: Edition, event_id: str) -> dict[str, Any]:
    """On whose word an event stands: its voices, those of single fields, and each number with its own."""
    event = edition.event(event_id)
    own = {name: edition.voices(e.sources, e.who) for name, e in event.evidence.items() if e.sources or e.who}
    points = [
        {**disagreements.number(p), "headline": p.headline, "voices": disagreements.voices(p.voices) if p.own else None}
        for p in edition.figures.of_event(event_id)
    ]
    return {
        "voices": disagreements.voices(edition.voices(event.sources)),
        **({"evidence": {name: disagreements.voices(heard) for name, heard in own.items()}} if own else {}),
        **({"figures": points} if points else {}),
    }


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
        "rest": [list(side) for side in found.rest],
        "rivals": [list(side) for side in found.rivals],
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
        "blob": entry.blob,
        "record": authored(entry.record) | ({"body": entry.body} if entry.body else {}),
        "derived": derived(edition, entry.kind, entry.id),
    }


def text_of(value: Any) -> str:
    """Canonical JSON: keys in their given order, letters as they are, no blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def records_json(kind: str, summary: str) -> Export:
    """The export of every published record of a kind, one a line."""
    name = f"{FOLDER_OF[kind] if kind != 'series' else 'series'}.json"
    loses = (N_("where in its file each value is written"), N_("comments in the files"))

    def write(edition: Edition) -> dict[str, bytes]:
        head = {"version": VERSION, "kind": kind, **credit(edition), "loses": list(loses)}
        lines = ",\n".join(text_of(whole(edition, entry)) for entry in edition.corpus.published(kind))
        return {FOLDER + name: f'{text_of(head)[:-1]},"records":[\n{lines}\n]}}\n'.encode()}

    return Export(name, "application/json", summary, loses, write)
