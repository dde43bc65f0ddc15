"""What follows from a series, as data: its numbers from wherever they are told, and the sums that they bear.

Input: an edition and the id of a series. Output: plain values for JSON. Invariant: no number is merged with another; a
derived one says so, and gives both numbers it comes from and its sum.
"""

from __future__ import annotations

from typing import Any

from fasti.derive import Edition, FigurePoint, Sum, sums
from fasti.exports import _disagreements as disagreements
from fasti.exports._values import value_of
from fasti.records import plain


def of_series(edition: Edition, series_id: str) -> dict[str, Any]:
    """The numbers of a series, what follows from them, and the series that may share its axis."""
    if series_id not in edition.figures.ids:
        return {}
    series = edition.figures.series(series_id)
    return {
        "unit": series.unit,
        "comparable": list(series.comparable),
        "numbers": [number(point) for point in series.points],
        "sums": [derived(found) for found in sums(series)],
    }


def number(point: FigurePoint) -> dict[str, Any]:
    """A number as told, who says so, and how it stands among the others of its group and day."""
    known = {
        "status": point.status if point.rival else "",
        "basis": point.basis,
        "as_reported": point.as_reported,
        "note": point.note,
        "why": point.why,
    }
    return {
        **disagreements.number(point),
        "qualifier": point.qualifier,
        "headline": point.headline,
        "stance": point.stance,
        "event": point.event_id,
        "voices": disagreements.voices(point.voices) if point.own else None,
        "sources": [value_of(citation) for citation in point.sources],
        **{name: value for name, value in known.items() if value},
    }


def derived(found: Sum) -> dict[str, Any]:
    """A difference or a ratio: never printed by any document, so marked, with its sum."""
    return {
        "derived": True,
        "kind": found.kind,
        "unit": found.unit,
        "group": found.first.group,
        "from": end(found.first),
        "to": end(found.last),
        "since_baseline": found.since,
        "low": plain(found.span.low),
        "best": plain(found.span.best),
        "high": plain(found.span.high),
        "low_open": found.span.low_open,
        "high_open": found.span.high_open,
        "text": found.words,
        "sum": found.sum,
        **({"accounts": found.accounts, "all_accounts": found.spread} if found.accounts > 2 else {}),
    }


def end(point: FigurePoint) -> dict[str, Any]:
    """One of the two numbers, by which it is found among the numbers of its series."""
    heard = disagreements.voices(point.voices)["voices"] if point.own else None
    return {"text": point.words, "at": point.at_words, "event": point.event_id, "voices": heard}
