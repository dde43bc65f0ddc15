"""`index.json` beside every record's page: the record as authored, and what follows from it.

Input: an edition. Output: bytes by path. Invariant: withdrawn records have theirs too, and say that they are withdrawn.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.exports._base import Export, credit
from fasti.exports._indented import indented
from fasti.exports._json import VERSION, whole
from fasti.records import KINDS


def write(edition: Edition) -> dict[str, bytes]:
    """One file for every record that has a page."""
    head = {"version": VERSION, **credit(edition)}
    return {
        f"{edition.address(kind, entry.id)}index.json": (
            indented({**head, "kind": kind, **whole(edition, entry)}) + "\n"
        ).encode()
        for kind in KINDS
        for entry in edition.corpus.of(kind)
    }


EXPORT = Export(
    "index.json",
    "application/json",
    "Each record beside its page",
    ("where in its file each value is written", "comments in the files"),
    write,
    listed=False,
)
