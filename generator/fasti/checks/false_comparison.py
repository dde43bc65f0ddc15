"""Series that are declared comparable count the same thing in the same unit (FST610).

Input: a series and the edition. Output: a fault at the id of the other series. Invariant: only what is certainly wrong
is told; whether two definitions are near enough is for people to judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.derive import Edition, clash
from fasti.diagnostics import Rule, Severity
from fasti.reading import Entry
from fasti.records import Series

HINT = "delete it from `comparable_with`"
SAME_WHOLE = "delete it from `comparable_with`, or write the same words under `of` in both if they mean the same"


def false_comparisons(entry: Entry, edition: Edition) -> Iterator[Fault]:
    """The declared series whose numbers can never stand on one axis with these."""
    series = entry.record
    if not isinstance(series, Series):
        return
    for index, other_id in enumerate(map(str, series.comparable_with)):
        loc = ("comparable_with", index)
        other = edition.corpus.series(other_id)
        if other_id == entry.id:
            yield Fault(loc, "a series is comparable with itself anyway", HINT)
        elif other and (why := clash(series, other, edition.corpus.vocabulary)):
            message = f"`{entry.id}` and `{other_id}` cannot share an axis: {why}"
            yield Fault(loc, message, SAME_WHOLE if series.of and other.of and "share" in why else HINT)


CHECK = Check(
    rule=Rule("FST610", "false-comparison", Severity.ERROR, "Two series are called comparable and are not."),
    over="record",
    run=false_comparisons,
)
