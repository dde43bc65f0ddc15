"""`data/v1/control.csv`: one row for each stretch of days in which a place had one state: who held it, how we know.

Input: an edition. Output: bytes. Invariant: what is carried, between or unknown is called so, and never attested.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.derive import ControlInterval, Edition
from fasti.exports._csv import day, table
from fasti.language import N_


def intervals(edition: Edition) -> Iterator[ControlInterval]:
    """Every interval, place by place, in the order of time."""
    for place in edition.control.places:
        yield from edition.control.intervals(place)


EXPORT = table(
    "control.csv",
    N_("Who held which place from day to day, and on what basis"),
    (
        N_("who says so, and where (see the events it follows from)"),
        N_("who says the rivals"),
        N_("key words as printed"),
    ),
    items=intervals,
    fields=(
        ("place", "the place", lambda edition, i: i.place),
        ("first", "first day", lambda edition, i: day(i.first)),
        ("last", "last day; empty: to the end of the chronology", lambda edition, i: day(i.last)),
        (
            "held_by",
            "who held it; `nobody`; `not-said`: changed hands, not said to whom; empty: unknown",
            lambda edition, i: i.held_by,
        ),
        ("how", "sole, contested, shared, nobody or unknown", lambda edition, i: i.how),
        ("extent", "whole, most, part, or words", lambda edition, i: i.extent),
        ("besieged_by", "who besieged it", lambda edition, i: i.besieged_by),
        (
            "siege_basis",
            "how that is known: attested, carried, between (perhaps besieged) or unknown; empty without a siege",
            lambda edition, i: i.siege_basis if i.besieged_by else "",
        ),
        (
            "basis",
            "attested: a document speaks of these days; carried: nothing said since; between: within the days of a"
            " change; inferred: from who lost it later; unknown",
            lambda edition, i: i.basis,
        ),
        (
            "candidates",
            "who may have held it, where the basis is between or inferred",
            lambda edition, i: [" ".join(side) for side in i.candidates],
        ),
        ("claimed", "whether it rests on one side's claim", lambda edition, i: i.claimed),
        ("claimed_by", "whose claim, if the record says so", lambda edition, i: i.claimed_by),
        ("because", "the events it follows from", lambda edition, i: i.because),
        (
            "rest",
            "who held it before it was told of a part alone, and may hold the rest",
            lambda edition, i: [" ".join(side) for side in i.rest],
        ),
        (
            "rivals",
            "other holders, whom a rival of one of the statements names",
            lambda edition, i: [" ".join(side) for side in i.rivals],
        ),
    ),
)
