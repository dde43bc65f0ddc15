"""No share is more than the whole (FST504).

Input: a record and the edition. Output: a fault at the number, or at the words of an extent. Invariant: only what no
reading of the words allows is told: `about 100` may well be the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._claims import claims, numbers
from fasti.derive import Edition
from fasti.diagnostics import Rule, Severity
from fasti.reading import Entry
from fasti.records import ControlStatement, Event, Figure, Quantity, Series

PERCENT = re.compile(r"(?<![\d.,])(\d{1,9}(?:\.\d{1,6})?) ?(?:%|percent\b|per cent\b)")
HINT = "copy the number again, or use a measure that is no share"


def shares_fit(entry: Entry, edition: Edition) -> Iterator[Fault]:
    """The shares above 100 percent."""
    for loc, number in numbers(entry.record):
        series = edition.corpus.series(number.series or "") if isinstance(number, Figure) else entry.record
        if isinstance(series, Series) and _is_share(series, edition) and _above(number.value):
            message = f"`{number.value.text}` is more than 100 percent of {series.of or 'the whole'}"
            yield Fault((*loc, "value"), message, HINT)
    for claim in claims(entry.record) if isinstance(entry.record, Event) else ():
        if isinstance(claim.item, ControlStatement):
            loc = (*claim.loc, claim.field) if claim.rival else claim.loc
            if any(float(found) > 100 for found in PERCENT.findall(claim.item.extent)):
                message = f"`{claim.item.extent}` is more than 100 percent of the place"
                yield Fault((*loc, "extent"), message, "copy the words again")


def _is_share(series: Series, edition: Edition) -> bool:
    """Whether its numbers are percents of a whole. What is held may outgrow what was held on the day of a baseline."""
    measure = edition.corpus.vocabulary.measures.get(series.measure)
    grows = series.baseline is not None and series.direction != "lost"
    return measure is not None and measure.share and measure.unit == "percent" and not grows


def _above(quantity: Quantity) -> bool:
    """Whether the number told, or the higher of two, lies above 100 percent."""
    percent = quantity.in_unit("percent")
    if percent.qualifier == "word":  # `dozens` is 24 to 99
        return percent.low is not None and percent.low > 100
    told = percent.high if percent.stated is None else percent.stated
    return told is not None and (told > 100 or (told == 100 and percent.low_excluded))


CHECK = Check(
    rule=Rule("FST504", "share-above-whole", Severity.ERROR, "A share is more than the whole."),
    over="record",
    run=shares_fit,
)
