"""The numbers of a series as values: each as told, with what its words allow, and what follows from the first and last.

Input: a series of an edition. Output: plain values that the macros of `_series.html` print.
Invariant: a derived number is called so, names the two it comes from, and shows its sum.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.derive import FigurePoint, Sum, read_as, units, whole
from fasti.language import _, commas, ngettext, semicolons
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._claims import figure
from fasti.views._links import Value


def numbers(desk: Desk, points: Iterable[FigurePoint]) -> list[Value]:
    """Every number as told, who says so, and how it stands among the others of its day."""
    return [
        figure(desk, point) | {"reads": read_as(point), "standing": standing_words(point), "aside": point.set_aside}
        for point in points
    ]


def standing_words(point: FigurePoint) -> str:
    """How a number stands beside the headline of its group and day; empty for the headline itself."""
    if point.headline:
        return ""
    if point.stance != "asserts":
        stance = words.stance_words(point.stance, len(point.voices.names))
        told = _("%(stance)s it", stance=stance)
        return told if point.status == "alternative" else semicolons((told, words.STANDING[point.status].lower()))
    return words.STANDING[point.status].lower()


def derived(desk: Desk, sums: Iterable[Sum]) -> list[Value]:
    """What follows from two numbers of a series, each a row: the result, from what to what, and the sum."""
    return [
        {
            "result": result_words(found),
            "group": desk.edition.actor_name(found.first.group) if found.first.group else "",
            "from": end_words(found.first),
            "to": end_words(found.last),
            "since": found.since,
            "sum": found.sum,
            "spread": spread_words(found) if found.accounts > 2 else "",
        }
        for found in sums
    ]


def result_words(found: Sum) -> str:
    """`+6 percentage points`, `0.72 times the earlier number`."""
    if not found.words:
        return _("No change can be reckoned")
    if found.kind == "ratio":
        return words.sentence(_("%(number)s times the earlier number", number=found.words))
    return words.sentence(with_unit(found.words, found.unit))


def spread_words(found: Sum) -> str:
    """What all the numbers of the two days allow, where several are told of one."""
    numbers = words.sentence(words.count(found.accounts, "number"))
    if not found.spread:
        return _("%(numbers)s are told of these two days: together they leave it open on both sides", numbers=numbers)
    ratio = found.kind == "ratio"
    allowed = _("%(number)s times", number=found.spread) if ratio else with_unit(found.spread, found.unit)
    return _(
        "%(numbers)s are told of these two days: together they allow %(allowed)s", numbers=numbers, allowed=allowed
    )


def with_unit(told: str, unit: str) -> str:
    """A result with its unit: `+1 percentage point`, `between −7 and −2 people`."""
    if unit == "percentage point":
        one = told[1:] == "1"
        return ngettext("%(n)s percentage point", "%(n)s percentage points", 1 if one else max(2, whole(told)), n=told)
    if not unit:
        return told
    things = unit if told[1:] == "1" and unit not in ("km2", "person") else units(unit)
    return _("%(number)s %(things)s", number=told, things=things)


def end_words(point: FigurePoint) -> str:
    """A number, its speaker and its day: `nearly 96 percent (Russia, 3 November 2017)`."""
    at = dates.when_words(point.when, "short") if point.when else ""
    told = commas((point.speaker_label, at))
    number = words.unit_words(point.words, point.unit)
    return _("%(number)s (%(more)s)", number=number, more=told) if told else number
