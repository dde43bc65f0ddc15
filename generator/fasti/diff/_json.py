"""A difference for programs: one object, version 1.

Input: a difference and how a record is linked. Output: plain values. Invariant: the shape only grows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fasti.diff._model import Change, Difference, Key

VERSION = 1


def as_object(found: Difference, link: Callable[[Key], str]) -> dict[str, Any]:
    """`changes` in the order told, each with what follows from it; `faults` are the errors of the two checks."""
    return {
        "version": VERSION,
        "faults": {"before": found.before.errors, "after": found.after.errors},
        "changes": [_change(found, change, link) for change in found.changes],
    }


def _change(found: Difference, change: Change, link: Callable[[Key], str]) -> dict[str, Any]:
    kind, record_id = change.record
    return {
        "change": change.kind,
        "kind": kind,
        "id": record_id,
        "title": found.label(change.record),
        "url": link(change.record),
        "item": change.item,
        "words": change.words,
        "before": change.before,
        "after": change.after,
        "follows": [_change(found, one, link) for one in change.follows],
    }
