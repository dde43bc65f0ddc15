"""Values of records as plain JSON values: dates and numbers with what they allow, everything else as authored.

Input: any value of a record. Output: text, numbers, lists and mappings, keys in the order of the record types.
Invariant: nothing that is in a value is missing here.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from fasti.edtf import Bounds, Edtf, iso
from fasti.records import Gap, Locator, Model, Point, Quantity, When, plain


def value_of(value: Any) -> Any:
    """Any value of a record as plain JSON values."""
    if isinstance(value, When):
        told = ("date", "from", "to", "mode", "edges_known")
        fields = {key: found for key, found in authored(value).items() if key not in told}
        if value.edges_known != ("from", "to"):  # the empty list says the most
            fields["edges_known"] = list(value.edges_known)
        ends = {key: found.text for key, found in (("from", value.from_), ("to", value.to)) if found}
        dated = {"date": value.date.text} if value.date else ends
        return {**dated, "mode": "throughout" if value.throughout else "within", **days(allowed(value)), **fields}
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
    found = ((told, getattr(record, name)) for name, told in _fields(type(record)))
    return {name: value_of(value) for name, value in found if not is_empty(value)}


def is_empty(value: Any) -> bool:
    """Whether a field holds nothing. Not asked by `==`, which a record answers field by field."""
    return value is None or (isinstance(value, str | tuple | dict) and not value)


@cache
def _fields(kind: type[Model]) -> tuple[tuple[str, str], ...]:
    """The fields of a record type, each with the name that authors use."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())


def quantity(value: Quantity) -> dict[str, Any]:
    """A number as told, with the low, best and high that the words allow."""
    return {
        "text": value.text,
        "qualifier": value.qualifier,
        "low": plain(value.low),
        "best": plain(value.best),
        "high": plain(value.high),
        "low_open": value.low is None or value.low_excluded,
        "high_open": value.high is None or value.high_excluded,
    }


def allowed(when: When) -> Bounds:
    """The first and the last day that a date allows: a side of a span that is only the edge of knowledge has none."""
    return when.bounds if when.date else Bounds(when.start.earliest, when.end.latest)


def days(bounds: Bounds) -> dict[str, str | None]:
    """Bounds as dates; null where a side is open or unknown."""
    first, last = bounds
    return {"earliest": None if first is None else iso(first), "latest": None if last is None else iso(last)}
