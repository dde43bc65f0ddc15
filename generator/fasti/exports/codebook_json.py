"""`data/v1/codebook.json`: every field of every kind of record, and every column of every table, in words.

Input: the record types and the other exports. Output: bytes. Invariant: the words are those of the types themselves.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.exports._base import FOLDER, Export, credit, exports
from fasti.exports._indented import indented
from fasti.exports._json import VERSION
from fasti.language import N_
from fasti.records import KINDS, RECORD_TYPES


def write(edition: Edition) -> dict[str, bytes]:
    """The codebook."""
    fields = {
        kind: [
            {"name": f.alias or name, "holds": f.description or ""}
            for name, f in RECORD_TYPES[kind].model_fields.items()
        ]
        for kind in KINDS
    }
    tables = [
        {
            "file": plug.name,
            "holds": plug.summary,
            "loses": list(plug.loses),
            "columns": [{"name": c.name, "holds": c.words} for c in plug.columns],
        }
        for plug in exports()
        if plug.listed and plug is not EXPORT
    ]
    vocabulary = edition.corpus.vocabulary.model_dump(mode="json", by_alias=True)
    book = {"version": VERSION, **credit(edition), "fields": fields, "files": tables, "vocabulary": vocabulary}
    return {FOLDER + "codebook.json": (indented(book) + "\n").encode()}


EXPORT = Export("codebook.json", "application/json", N_("What every field, column and code means"), (), write)
