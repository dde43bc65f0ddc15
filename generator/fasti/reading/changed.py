"""Which fields of a record two versions of it tell otherwise.

Input: two entries of one record. Output: `Field`s, from which views say in words what was corrected.
Invariant: versions that mean the same differ in no field, however each is laid out.
"""

from __future__ import annotations

from typing import Any

from fasti.reading.entry import Entry
from fasti.reading.front_matter import split
from fasti.reading.yaml_text import compose
from fasti.records import ControlStatement, Event, Record

Field = tuple[str, str]
"""The name of a field and what of it: `("when", "")`, `("control", "raqqa")`, `("rivals", "when")`."""


def changed(old: Entry, new: Entry) -> tuple[Field, ...]:
    """What differs, in the order of the later version; what went comes last."""
    both = old.sound and new.sound
    before, after = (meant(old), meant(new)) if both else (written(old), written(new))
    return tuple(field for field in {**after, **before} if before.get(field) != after.get(field))


def meant(entry: Entry) -> dict[Field, Any]:
    """What a record means by field, shorthand expanded: control by place, rivals by the field they are about."""
    record = entry.record
    told: dict[Field, Any] = {}
    for name, info in type(record).model_fields.items():
        value = entry.body.strip() if name == "body" else getattr(record, name)
        if value not in (None, (), {}, "") and name not in ("now_held_by", "control", "rivals"):
            told[info.alias or name, ""] = value
    for rival in getattr(record, "rivals", ()):
        told.setdefault(("rivals", rival.field), []).append(rival)
    for statement in held(record):
        told.setdefault(("control", str(statement.place)), []).append(statement)
    return told


def held(record: Record) -> list[ControlStatement]:
    """The control statements as authored, each with its place; their days are the event's own unless they say more."""
    if not isinstance(record, Event):
        return []
    single = record.places[0] if len(record.places) == 1 else None
    if record.now_held_by:
        return [ControlStatement(place=single, held_by=record.now_held_by)]
    return [statement.model_copy(update={"place": statement.place or single}) for statement in record.control]


def written(entry: Entry) -> dict[Field, Any]:
    """The fields of a record as they stand in its file: for versions that today's record types cannot read."""
    parts = split(entry.text) if entry.path.endswith(".md") else None
    value = compose(parts.header if parts else entry.text)[0].value
    told = {(str(name), ""): value[name] for name in value} if isinstance(value, dict) else {}
    return told | ({("body", ""): parts.body.strip()} if parts and parts.body.strip() else {})
