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
from fasti.records.shapes import Declared, Shape, Short, pattern
from fasti.records.when import Date

POINT = re.compile(r"(?P<lat>[+-]?\d{1,2}(?:\.\d{1,8})?),\s*(?P<lon>[+-]?\d{1,3}(?:\.\d{1,8})?)\Z")


_LAT = r"[+-]?(?:0?[0-9]|[1-8][0-9])(?:\.[0-9]{1,8})?|[+-]?90(?:\.0{1,8})?"
_LON = r"[+-]?(?:0?[0-9]{1,2}|1[0-7][0-9])(?:\.[0-9]{1,8})?|[+-]?180(?:\.0{1,8})?"
_LATITUDE_FIRST = "write latitude (-90 to 90), then longitude (-180 to 180): 35.336, 40.141"
POINT_SHAPE = Shape(
    "point",
    {
        **pattern(rf"^\s*(?:{_LAT}),\s*(?:{_LON})\s*$", _LATITUDE_FIRST),
        "type": ["string", "array"],
        "minItems": 2,
        "maxItems": 2,
        "prefixItems": [
            {**pattern(f"^(?:{_LAT})$", _LATITUDE_FIRST), "type": ["string", "number"], "minimum": -90, "maximum": 90},
            {
                **pattern(f"^(?:{_LON})$", _LATITUDE_FIRST),
                "type": ["string", "number"],
                "minimum": -180,
                "maximum": 180,
            },
        ],
    },
)


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

    place: PlaceId = Field(description="the larger place", examples=["thrace"])
    when: Date | None = Field(None, description="when it lay within it", examples=["1453/1923"])
    sources: Citations = Field((), description="where it is printed", examples=["chronicle p5"])


class PlaceMatch(Model):
    """The same place in other gazetteers."""

    wikidata: Code | None = Field(None, description="its item in Wikidata", examples=["Q16869"])
    geonames: Code | None = Field(None, description="its number in GeoNames", examples=[745044])
    ucdp: Code | None = Field(None, description="its name in UCDP GED", examples=["Istanbul town"])


def as_within(value: Any) -> Any:
    """Shorthand: a place alone for the mapping."""
    return value if isinstance(value, Mapping | Within) else {"place": value}


class PlaceFields(Record):
    """Everything of a place but its rivals."""

    kind_of_record: ClassVar[str] = "place"

    names: Names = Field(
        min_length=1,
        description="every spelling; the first is preferred",
        examples=["Constantinople", ["Constantinople", {"text": "Istanbul", "lang": "tr"}]],
    )
    kind: Annotated[Code, Declared("place_kinds")] = Field(
        min_length=1, description="a place kind of content/vocabulary.yml", examples=["city"]
    )
    within: Annotated[tuple[Annotated[Within, BeforeValidator(as_within), Short(PlaceId.shape())], ...], AS_LIST] = (
        Field((), description="what it lies within", examples=["thrace", [{"place": "thrace", "when": "1453/1923"}]])
    )
    at: Annotated[Point, PlainValidator(read_point), POINT_SHAPE] | None = Field(
        None, description="latitude, longitude", examples=["41.0136, 28.955"]
    )
    precision: Literal["exact", "near", "district", "province", "region", "country"] = Field(
        "exact", description="how well the point stands for it", examples=["near"]
    )
    at_source: Text | None = Field(None, description="where the point is from", examples=["GeoNames 745044"])
    match: PlaceMatch | None = Field(None, description="ids in other gazetteers", examples=[{"wikidata": "Q16869"}])
    description: Text = Field(
        "", description="a sentence or two, plain text", examples=["Capital of the Byzantine Empire until 1453."]
    )

    @property
    def label(self) -> str:
        return preferred(self.names)


if TYPE_CHECKING:
    PlaceRival = RivalBase
else:
    PlaceRival = rival_of(PlaceFields, single={})


class Place(PlaceFields):
    """One place, as authored."""

    rivals: Annotated[tuple[PlaceRival, ...], AS_LIST] = Field(
        (),
        description="other values, each with who holds it",
        examples=[{"at": "41.02, 28.94", "why": "Another gazetteer puts the point at the palace."}],
    )
