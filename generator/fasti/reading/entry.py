"""An entry: a record with its provenance, that is its file, the place of every word of it, and its prose.

Made by `reader.py`, kept by the corpus. Invariant: the record never knows where it was written; the entry does.
"""

from __future__ import annotations

from dataclasses import dataclass

from fasti.diagnostics import Span
from fasti.reading.yaml_text import Written
from fasti.records import Loc, Record


@dataclass(frozen=True, slots=True)
class Entry:
    """One record and where it comes from. `path` is relative to the project; `body_line` is where its prose begins.

    `blob` is the id that Git gives to its file as it stands: the version of the record.

    An entry that is not `sound` is what is left of a record with faults; it is checked and never published.
    """

    kind: str
    id: str
    record: Record
    path: str
    text: str
    written: Written
    body: str
    body_line: int
    body_indent: int = 0
    sound: bool = True
    blob: str = ""

    def span(self, loc: Loc, *, key: bool = False) -> Span:
        """Where the value at `loc` was written (its key, if asked), skipping steps of expanded shorthand."""
        near = self.written.nearest(loc)
        if key and near in self.written.keys:
            return self.written.keys[near]
        return self.written.spans[near]

    def body_span(self, line: int, start: int, end: int) -> Span:
        """A stretch of one line of the prose; `line` counts from 0, columns from 0, end exclusive."""
        row = self.body_line + line
        return Span(row, self.body_indent + start + 1, row, self.body_indent + end + 1)
