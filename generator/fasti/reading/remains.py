"""What is left of a record with faults, so that the rest of it is checked in the same run.

Input: plain values and what was refused of them. Output: a record without the refused parts, and its written tree.
Invariant: remains are looked at and never published, and every position in them is that of the file.
"""

from __future__ import annotations

from pydantic import ValidationError

from fasti.reading.yaml_text import Written
from fasti.records import Loc, Record
from fasti.settings import Settings

# What stands for a required field that is missing or was refused.
STAND_INS = {"title": "-", "type": "-", "kind": "-", "measure": "-", "names": ["-"]}


def sound_part(
    model: type[Record], written: Written, problem: ValidationError, settings: Settings
) -> tuple[Record, Written] | None:
    """The remains of a record, or None. Of a list only the refused items go, so that a slip in one hides no other."""
    fields: set[str] = set()
    items: dict[str, set[int]] = {}
    for error in problem.errors(include_url=False, include_input=False):
        field = (error.get("ctx") or {}).get("field")
        loc = error["loc"] or (field if isinstance(field, tuple) else (field,) if field else ())
        if not loc:
            return None
        key = str(loc[0])
        if len(loc) > 1 and isinstance(loc[1], int) and isinstance(written.value.get(key), list):
            items.setdefault(key, set()).add(loc[1])
        else:
            fields.add(key)
    rest = without(written, fields, items)
    needed = {name: value for name, value in STAND_INS.items() if name in model.model_fields}
    try:
        record = model.model_validate(needed | rest.value, context={"about_widens": settings.about_widens})
    except ValidationError:
        return None
    return record, rest


def without(written: Written, fields: set[str], items: dict[str, set[int]]) -> Written:
    """A written tree without some fields of the record and some items of its lists."""

    def moved(loc: Loc) -> Loc | None:
        if loc and loc[0] in fields:
            return None
        if len(loc) > 1 and isinstance(loc[1], int) and (gone := items.get(str(loc[0]))):
            if loc[1] in gone:
                return None
            return (loc[0], loc[1] - sum(index < loc[1] for index in gone), *loc[2:])
        return loc

    value = {
        key: [item for index, item in enumerate(held) if index not in items[key]] if key in items else held
        for key, held in written.value.items()
        if key not in fields
    }
    return Written(
        value,
        {new: span for loc, span in written.spans.items() if (new := moved(loc)) is not None},
        {new: span for loc, span in written.keys.items() if (new := moved(loc)) is not None},
        {new for loc in written.quoted if (new := moved(loc)) is not None},
    )
