"""Long lists in parts: what stands on a record's own page, and what on its further ones.

Input: the rows of a list in their order. Output: plain values. Invariant: every row stands once, on one of the parts,
and each part leads to all the others; a list that is short has one part and says nothing of parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from fasti.derive import Edition
from fasti.language import _
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._links import Value
from fasti.views._parts import entry_item

MOST = 100  # entries on a page: about as many kilobytes
Row = tuple[str, str, tuple[str, ...]]
"""An entry in a list: the role it stands under, the event, and what else is said of the part it played."""
T = TypeVar("T")


def entries_of(edition: Edition, kind: str, record_id: str) -> list[Row]:
    """The entries of a place in order; those of an actor under its first role in each, the most frequent role first."""
    if kind == "place":
        return [("", event_id, ()) for event_id in edition.events_at(record_id)]
    groups: dict[str, list[Row]] = {}
    for event_id, roles in edition.events_of(record_id):
        row = (words.sentence(words.role_words(roles[0])), event_id, roles[1:])
        groups.setdefault(roles[0], []).append(row)
    ordered = sorted(groups, key=lambda role: (role == "named", -len(groups[role]), role))
    return [row for role in ordered for row in groups[role]]


def in_chronology(entries: int) -> str:
    """`Three entries in the chronology.`, for descriptions."""
    return _("%(entries)s in the chronology.", entries=words.sentence(words.count(entries, "entry")))


def part(rows: Sequence[T], number: int, most: int = MOST) -> Sequence[T]:
    """The rows of one part; parts count from 1."""
    return rows[(number - 1) * most : number * most]


def count(total: int, most: int = MOST) -> int:
    """How many parts a list has, at least one."""
    return max(1, -(-total // most))


def address(base: str, number: int) -> str:
    """Where a part stands: `places/x/`, `places/x/2/`."""
    return base if number == 1 else f"{base}{number}/"


def parts(base: str, here: int, total: int, most: int = MOST) -> list[Value]:
    """The way to every part, none where there is only one."""
    if total <= most:
        return []
    return [
        {
            "title": _("%(start)s to %(end)s", start=(number - 1) * most + 1, end=min(number * most, total)),
            "address": None if number == here else address(base, number),
        }
        for number in range(1, count(total, most) + 1)
    ]


def grouped(desk: Desk, rows: Sequence[Row]) -> list[Value]:
    """Entries under their roles; those of a place have none."""
    groups: dict[str, list[Value]] = {}
    for heading, event_id, roles in rows:
        groups.setdefault(heading, []).append(entry_item(desk, event_id, roles=roles))
    return [{"role": heading, "events": events} for heading, events in groups.items()]
