"""Gaps and durations as told: `at most 10 days`, `nearly 3 years`, `within hours`.

Input: text. Output: whole days, least and most. Invariant: the span of days only ever rounds outward.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Annotated, Any

from pydantic import PlainValidator

from fasti.records.base import described, refuse
from fasti.records.shapes import Shape, ecma, pattern, whole

# A unit in days, shortest and longest (a month is 28 to 31 days, a year 365 or 366).
UNITS: dict[str, tuple[Fraction, Fraction]] = {
    "hour": (Fraction(1, 24), Fraction(1, 24)),
    "day": (Fraction(1), Fraction(1)),
    "week": (Fraction(7), Fraction(7)),
    "month": (Fraction(28), Fraction(31)),
    "year": (Fraction(365), Fraction(366)),
}
FORM = re.compile(
    r"(?:(?P<qualifier>at most|at least|about|more than|less than|nearly) )?(?P<low>\d{1,6})(?: to (?P<high>\d{1,6}))?"
    r" (?P<unit>hour|day|week|month|year)s?\Z"
)
SHAPE = Shape(
    "length-of-time",
    pattern(
        whole(f"{ecma(FORM)}|within hours", loose=True),
        "write about 4 months, at most 10 days, 2 to 3 weeks or within hours",
    ),
)
HINT = "write it as `about 4 months`, `at most 10 days`, `2 to 3 weeks` or `within hours`"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time between two ends, as the author wrote it."""

    text: str
    qualifier: str
    low: int
    high: int
    unit: str

    def days(self, about_widens: Fraction = Fraction(1, 4)) -> tuple[int, int | None]:
        """Least and most whole days it can mean; most is None where nothing limits it.

        Rules of `model.md` "Gaps and order": about N is N give or take a quarter (`about_widens`) and at least half a
        unit; nearly N is N less half a unit, to N; more than and less than exclude the bound.
        """
        if self.qualifier == "within hours":
            return 0, 1
        half = Fraction(1, 2)
        low, high = Fraction(self.low), Fraction(self.high)
        shortest, longest = UNITS[self.unit]
        # Less than 24 hours may go past midnight, and 25 hours be one day from midnight: hours leave out no whole day.
        excluded = self.unit != "hour"
        match self.qualifier:
            case "at most":
                return 0, ceil(high * longest)
            case "less than":
                return 0, max(ceil(high * longest) - excluded, 0)
            case "at least":
                return floor(low * shortest), None
            case "more than":
                return floor(low * shortest) + excluded, None
            case "about":
                spread = max(low * about_widens, half)
                low, high = max(low - spread, Fraction(0)), high + spread
            case "nearly":
                low = max(low - half, Fraction(0))
        return floor(low * shortest), ceil(high * longest)


def read_gap(value: Any) -> Gap:
    """A gap from its text; refused as `unreadable-gap` with the ways to write one."""
    if isinstance(value, Gap):
        return value
    if not isinstance(value, str):
        raise refuse("unreadable-gap", f"this holds {described(value)} where a length of time belongs", hint=HINT)
    text = " ".join(value.split())
    if text == "within hours":
        return Gap(text, "within hours", 0, 24, "hour")
    match = FORM.match(text)
    if not match:
        raise refuse("unreadable-gap", f"`{text}` is no length of time", hint=HINT)
    low = int(match["low"])
    high = int(match["high"] or low)
    if match["high"] and match["qualifier"]:
        raise refuse("unreadable-gap", f"`{text}` has both `{match['qualifier']}` and a range", hint=HINT)
    if high < low:
        raise refuse("unreadable-gap", f"`{text}` counts down", hint=f"write `{high} to {low} {match['unit']}s`")
    return Gap(text, match["qualifier"] or "", low, high, match["unit"])


Duration = Annotated[Gap, PlainValidator(read_gap), SHAPE]
