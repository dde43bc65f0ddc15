"""The density strip of the chronology: how many entries each month or year has, and the way to them.

Input: stretches of time, each with what certainly and what possibly falls in it. Output: plain values for the macro
`strip`. Invariant: the longest bar has twelve steps, certain and possible together, and no entry is too few for a step;
a stretch leads somewhere only where entries stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fasti.chronology import Falling
from fasti.language import _
from fasti.views import _words as words
from fasti.views._links import Value

STEPS = 12


class Stretch(NamedTuple):
    """A month or a year: `href` an anchor on the page or `address` of another page, where `entries` of it stand.

    `mark` is seen in place of a title that is too long for its bar.
    """

    title: str
    href: str | None
    address: str | None
    entries: int
    falling: Falling
    mark: str | None = None


def strip(stretches: Iterable[Stretch]) -> list[Value]:
    """Each stretch with its words and a bar of its steps; of some that falls in it only possibly, the bar is hollow."""
    told = tuple(stretches)
    most = max((sum(stretch.falling.counts) for stretch in told), default=0)
    return [
        {
            "title": stretch.title,
            "mark": stretch.mark,
            "href": stretch.href if stretch.entries else None,
            "address": stretch.address if stretch.entries else None,
            "words": count_words(*stretch.falling.counts),
            "certain": steps(stretch.falling.counts[0], most),
            "possible": steps(stretch.falling.counts[1], most),
        }
        for stretch in told
    ]


def count_words(certain: int, possible: int) -> str:
    """`three entries certainly, two more possibly`, `one entry possibly`, `no entry`."""
    if not possible:
        return words.count(certain, "entry") if certain else _("no entry")
    if not certain:
        return _("%(entries)s possibly", entries=words.count(possible, "entry"))
    more = words.count(possible, "more", "more")
    return _("%(entries)s certainly, %(more)s possibly", entries=words.count(certain, "entry"), more=more)


def steps(number: int, most: int) -> int:
    """How long a bar is: an entry a step while they are few, else in proportion."""
    if not number or most <= STEPS:
        return number
    return max(1, round(number * STEPS / most))
