"""A series: one measure by one definition, so that no share stands without its denominator (model.md "Series").

Input: the mapping of one file in `content/series/`. Output: `Series`.
Invariant: points of two series share an axis only where both are declared comparable.
"""

from collections.abc import Hashable
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from fasti.records.base import AS_LIST, Code, Markdown, Text, refuse
from fasti.records.claims import RivalBase, rival_of
from fasti.records.figure import Point, Points, moment
from fasti.records.ids import ActorId, PlaceIds, SeriesIds
from fasti.records.record import Record
from fasti.records.shapes import Declared
from fasti.records.when import Date


class SeriesFields(Record):
    """Everything of a series but its rivals."""

    kind_of_record: ClassVar[str] = "series"
    last = (*Record.last[:-1], "definition", "body")

    title: Text = Field(
        min_length=1, description="what is counted, in our words", examples=["Defenders of Constantinople"]
    )
    measure: Annotated[Code, Declared("measures")] = Field(
        min_length=1, description="a measure of content/vocabulary.yml", examples=["defenders"]
    )
    direction: Literal["held", "lost"] | None = Field(
        None, description="required where the measure has directions", examples=["lost"]
    )
    about: ActorId | None = Field(None, description="whose holding it is", examples=["byzantine-empire"])
    scope: PlaceIds = Field((), description="the places it is about", examples=["constantinople"])
    of: Text | None = Field(
        None,
        description="the denominator, required for shares: what it is a share of",
        examples=["the empire as it was in 1400"],
    )
    baseline: Date | None = Field(None, description="the day it is measured against", examples=["1400"])
    definition: Markdown = Field(
        "", description="what is counted and what not", examples=["Men under arms within the walls, sailors left out."]
    )
    comparable_with: SeriesIds = Field(
        (), description="series that may share an axis", examples=["attackers-of-constantinople"]
    )
    points: Points = Field(
        (),
        description="numbers that belong to no event",
        examples=[{"value": "about 7000", "at": "1453-04", "sources": "chronicle p5"}],
    )

    @property
    def label(self) -> str:
        return self.title


if TYPE_CHECKING:
    SeriesRival = RivalBase
else:
    SeriesRival = rival_of(SeriesFields, single={"points": Point})


class Series(SeriesFields):
    """One series, as authored."""

    rivals: Annotated[tuple[SeriesRival, ...], AS_LIST] = Field(
        (),
        description="other values, each with who holds it",
        examples=[{"baseline": "1402", "sources": "letters page 12"}],
    )

    @model_validator(mode="after")
    def points_match(self) -> "Series":
        given = {point_key(point) for point in self.points}
        for index, rival in enumerate(self.rivals):
            if rival.field == "points" and point_key(rival.value) not in given:
                raise refuse(
                    "bad-rival",
                    "the series gives no number of this group and day",
                    hint="a rival stands beside a value that the record gives",
                    field=("rivals", index),
                )
        return self


def point_key(point: Point) -> tuple[str | None, Hashable]:
    """What two numbers of one series must share to be about one thing: the group, and the day they speak of."""
    return point.group, moment(point.at)
