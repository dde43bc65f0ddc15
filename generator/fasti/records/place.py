"""A place: its names, what it lies within, and the point that stands for it (model.md "Place").

Input: the mapping of one file in `content/places/`. Output: `Place`.
Invariant: a point always has a stated precision; a missing one is `exact` only where nothing else is said.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator

from fasti.records.base import AS_LIST, Code, Model, Text, described, refuse
from fasti.records.citation import Citations
from fasti.records.claims import RivalBase, rival_of
from fasti.records.ids import PlaceId
from fasti.records.names import Names, preferred
from fasti.records.record import Record
from fasti.records.when import Date

POINT = re.compile(r"(?P<lat>[+-]?\d{1,2}(?:\.\d{1,8})?),\s*(?P<lon>[+-]?\d{1,3}(?:\.\d{1,8})?)\Z")


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """Latitude and longitude in degrees, WGS 84."""

    lat: float
    lon: float


def read_point(value: Any) -> Point:
    """`35.336, 40.141`: latitude, then longitude."""
    if isinstance(value, Point):
        return value
    if isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) for part in value):
        value = f"{value[0]}, {value[1]}"
    if not isinstance(value, str):
        raise refuse(
            "wrong-type", f"this holds {described(value)} where a point belongs", hint="write `at: 35.336, 40.141`"
        )
    match = POINT.match(value.strip())
    if not match:
        raise refuse(
            "value-not-allowed", f"`{value}` is no point", hint="write latitude and longitude: `35.336, 40.141`"
        )
    lat, lon = float(match["lat"]), float(match["lon"])
    if abs(lat) > 90 or abs(lon) > 180:
        raise refuse(
            "value-not-allowed",
            f"`{value}` lies outside the globe",
            hint="latitude first (-90 to 90), then longitude (-180 to 180)",
        )
    return Point(lat, lon)


class Within(Model):
    """The larger place it lies within, and when."""

    place: PlaceId
    when: Date | None = None
    sources: Citations = ()


class PlaceMatch(Model):
    """The same place in other gazetteers."""

    wikidata: Code | None = None
    geonames: Code | None = None
    ucdp: Code | None = None


def as_within(value: Any) -> Any:
    """Shorthand: a place alone for the mapping."""
    return value if isinstance(value, Mapping | Within) else {"place": value}


class PlaceFields(Record):
    """Everything of a place but its rivals."""

    kind_of_record: ClassVar[str] = "place"

    names: Names = Field(min_length=1, description="every spelling; the first is preferred")
    kind: Code = Field(min_length=1, description="a place kind of content/vocabulary.yml")
    within: Annotated[tuple[Annotated[Within, BeforeValidator(as_within)], ...], AS_LIST] = Field(
        (), description="what it lies within"
    )
    at: Annotated[Point, PlainValidator(read_point)] | None = Field(None, description="latitude, longitude")
    precision: Literal["exact", "near", "district", "province", "region", "country"] = Field(
        "exact", description="how well the point stands for it"
    )
    at_source: Text | None = Field(None, description="where the point is from")
    match: PlaceMatch | None = Field(None, description="ids in other gazetteers")
    description: Text = Field("", description="a sentence or two, plain text")

    @property
    def label(self) -> str:
        return preferred(self.names)


if TYPE_CHECKING:
    PlaceRival = RivalBase
else:
    PlaceRival = rival_of(PlaceFields, single={})


class Place(PlaceFields):
    """One place, as authored."""

    rivals: Annotated[tuple[PlaceRival, ...], AS_LIST] = Field((), description="other values, each with who holds it")
