"""What one change of the records means: sentences, each about one record, with what follows from it.

Made by the modules of this room; told by `_markdown.py`, `_json.py` and `_page.py`. Invariant: a sentence says what the
record says now and what it said before; what only follows from another change stands under that one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fasti.derive import Edition

Key = tuple[str, str]
"""The kind and the id of a record."""
Wording = Callable[[Edition, str, Any], str]
"""A value of a field in words: edition, name of the field, value."""

KINDS = {
    "added": "Added",
    "removed": "Removed",
    "withdrawn": "Withdrawn",
    "restored": "Published",
    "renamed": "Renamed",
    "date": "Dates",
    "bounds": "Dates that follow from others",
    "order": "Order",
    "control": "Control",
    "rival": "Rival accounts",
    "statement": "Who says what",
    "figure": "Figures",
    "source": "Sources",
    "single": "Resting on one voice",
    "field": "Other fields",
    "wording": "Wording only",
    "faulty": "Not compared",
}
"""What a change can be, in the order in which it is told, and its heading."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the records say otherwise. `before` and `after` are the two values in words, empty for none."""

    kind: str
    record: Key
    words: str
    before: str = ""
    after: str = ""
    item: str = ""
    follows: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: everything known of it, and how many faults its check tells."""

    edition: Edition
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs between two states; `renamed` leads from ids of the first to those of the second."""

    before: Side
    after: Side
    changes: tuple[Change, ...]
    renamed: Mapping[Key, Key]

    def label(self, record: Key) -> str:
        """What a record is called, in the later state if it is there."""
        later = self.after.edition.corpus.entry(*record)
        return later.record.label if later else self.before.edition.title(*record)
