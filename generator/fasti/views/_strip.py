"""The density strip of the chronology: how many entries each month or year has, and the way to them.

Input: stretches of time with the ids of their events. Output: plain values for the macro `strip`.
Invariant: the longest bar has twelve steps, happened and said together, and no entry is too few for a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fasti.derive import Edition
from fasti.views import _words as words
from fasti.views._links import Value

STEPS = 12


def strip(edition: Edition, stretches: Iterable[tuple[str, str | None, str | None, Sequence[str]]]) -> list[Value]:
    """Each stretch as (title, anchor on the page, address of a page, events); a bar of its steps where it has any."""
    told = [
        (title, href, address, len(events), sum(edition.is_said(e) for e in events))
        for title, href, address, events in stretches
    ]
    most = max((total for *_, total, _ in told), default=0)
    return [
        {
            "title": title,
            "href": href if total else None,
            "address": address if total else None,
            "words": words.count(total, "entry") if total else "no entry",
            "happened": steps(total - said, most),
            "said": steps(said, most),
        }
        for title, href, address, total, said in told
    ]


def steps(number: int, most: int) -> int:
    """How long a bar is: an entry a step while they are few, else in proportion."""
    if not number or most <= STEPS:
        return number
    return max(1, round(number * STEPS / most))
