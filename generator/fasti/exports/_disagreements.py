"""Disagreements as data: each account with its value as written, its speakers, documents, voices and standing.

Input: an edition's disagreements. Output: plain values for JSON. Invariant: nothing is merged; the headline is marked.
"""

from __future__ import annotations

from typing import Any

from fasti.derive import Account, Disagreement, Edition, FigurePoint, Voices
from fasti.exports._values import days, value_of
from fasti.records import plain


def disagreement(found: Disagreement) -> dict[str, Any]:
    """One disagreement, the headline first."""
    item = {"item": found.item} if found.item else {}
    return {
        "kind": found.kind,
        "id": found.id,
        "field": found.field,
        **item,
        "voices": voices(found.heard) if found.heard else None,
        "accounts": [account(told) for told in found.accounts],
    }


def account(told: Account) -> dict[str, Any]:
    """One value and who holds it. `voices` is null where it only rests on its record's sources."""
    known = {
        "who": list(told.who),
        "on": value_of(told.on) if told.on else None,
        "sources": [value_of(citation) for citation in told.sources],
        "basis": told.basis,
        "as_reported": told.as_reported,
        "note": told.note,
        "why": told.why,
        "event": told.event,
    }
    return {
        "headline": told.standing == "headline",
        "standing": told.standing,
        "stance": told.stance,
        "value": number(told.value) if isinstance(told.value, FigurePoint) else value_of(told.value),
        "voices": voices(told.voices) if told.own else None,
        **{name: value for name, value in known.items() if value},
    }


def number(point: FigurePoint) -> dict[str, Any]:
    """A number as told, with what its words allow, in the unit of its measure."""
    return {
        "text": point.words,
        "unit": point.unit,
        "measure": point.measure,
        "series": point.series_id,
        "group": point.group,
        "at": {"date": point.at_words, **days(point.at)} if point.at_words else None,
        "low": plain(point.low),
        "best": plain(point.best),
        "high": plain(point.high),
        "low_open": point.low_open,
        "high_open": point.high_open,
    }


def voices(heard: Voices) -> dict[str, Any]:
    """Who really speaks, and in how many documents."""
    return {"voices": [{"kind": kind, "id": key} for kind, key in heard.ids], "documents": heard.documents}


def of_record(edition: Edition, kind: str, record_id: str) -> list[dict[str, Any]]:
    """The disagreements of one record."""
    return [disagreement(found) for found in edition.disagreements.of(kind, record_id)]
