"""Figures: numbers that documents print, with what they count and on whose word.

Input: mappings of an event or a series. Output: `Figure`, `Point`.
Invariant: a figure names a series or a measure, never both; a point belongs to the series that holds it.
"""

from collections.abc import Hashable
from typing import Annotated

from pydantic import Field, model_validator

from fasti.records.base import AS_LIST, Code, refuse
from fasti.records.citation import Citations
from fasti.records.claims import Attributed
from fasti.records.ids import GroupId, SeriesId
from fasti.records.quantity import Number
from fasti.records.shapes import Declared, either
from fasti.records.when import When, WhenShort

VALUES = ["nearly 96", "more than 90,000", "5 to 7", "dozens", 12.3]


class Point(Attributed):
    """A number of a series that belongs to no event."""

    value: Number = Field(description="the number as told: `nearly 96`, `more than 90,000`, `dozens`", examples=VALUES)
    group: GroupId | None = Field(
        None, description="whom it counts: an actor, civilians, combatants or unknown", examples=["civilians"]
    )
    at: WhenShort | None = Field(None, description="the day it speaks of", examples=["1453-05-29"])
    sources: Citations = Field(min_length=1, description="where it is printed", examples=["chronicle p5"])


class Figure(Attributed):
    """A number that an event reports."""

    together = either("series", "measure")

    series: SeriesId | None = Field(
        None, description="the series it belongs to", examples=["defenders-of-constantinople"]
    )
    measure: Annotated[Code, Declared("measures", lambda measure: not measure.share)] | None = Field(
        None, min_length=1, description="what is counted, where no series says so", examples=["defenders"]
    )
    value: Number = Field(description="the number as told: `nearly 96`, `more than 90,000`, `dozens`", examples=VALUES)
    group: GroupId | None = Field(
        None, description="whom it counts: an actor, civilians, combatants or unknown", examples=["combatants"]
    )
    at: WhenShort | None = Field(
        None, description="the day it speaks of; the event's own date unless said", examples=["1453-05-29"]
    )

    @model_validator(mode="after")
    def one_of_two(self) -> "Figure":
        if self.series and self.measure:
            raise refuse(
                "fields-conflict",
                "this figure names both a `series` and a `measure`",
                hint="keep one: the series knows its measure",
            )
        if not (self.series or self.measure):
            raise refuse(
                "missing-field",
                "this figure names neither a `series` nor a `measure`",
                hint="add `measure`, or `series` for a share",
            )
        return self


def moment(when: When | None) -> Hashable:
    """What two dates share that mean the same days and hour, however they are written: `2017-11-03`, `[2017-11-03]`."""
    if when is None:
        return None
    days = frozenset(when.date.members) if when.date else None
    first = when.date.parts[0].first if when.date else None
    return when.start, when.end, days, when.time or (first.time if first else ""), when.zone


Figures = Annotated[tuple[Figure, ...], AS_LIST]
Points = Annotated[tuple[Point, ...], AS_LIST]
