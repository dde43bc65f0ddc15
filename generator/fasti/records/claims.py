"""Claims: who says what, on what evidence, and every other value that someone holds.

Input: mappings of a record. Output: `Statement`, `Evidence`, and for each kind a model of its rivals.
Invariant: a rival names exactly one field of its record and has that field's own type.
"""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, create_model, model_validator

from fasti.records.base import AS_LIST, Model, Text, refuse
from fasti.records.citation import Citations
from fasti.records.ids import ActorIds
from fasti.records.when import WhenShort

Stance = Literal["asserts", "denies", "doubts", "expects", "plans", "suspects"]
Basis = Literal["reported", "inferred", "calculated", "estimated", "outside"]


class Attributed(Model):
    """What every claim can say of itself: on whose word, where printed, and how the value was reached."""

    last: ClassVar[tuple[str, ...]] = ("who", "basis", "as_reported", "note", "sources")

    who: ActorIds = Field((), description="whose assertion it is", examples=["ottoman-court"])
    sources: Citations = Field((), description="where it is printed", examples=["chronicle p5"])
    basis: Basis | None = Field(
        None, description="how the value was reached; reported unless said", examples=["calculated"]
    )
    as_reported: Text | None = Field(
        None, description="key words or spelling as printed", examples=["the Tuesday before"]
    )
    note: Text | None = Field(None, description="what a reader should know", examples=["Said of the outer wall only."])


class Statement(Attributed):
    """Who said what about an event, with which stance, to whom and when."""

    last = ("basis", "as_reported", "note", "sources")

    who: ActorIds = Field(min_length=1, description="the speaker", examples=["ottoman-court"])
    what: Text = Field(min_length=1, description="what was said, in our words", examples=["The city was taken."])
    stance: Stance = Field("asserts", description="how the speaker stands to it", examples=["denies"])
    on: WhenShort | None = Field(None, description="when it was said", examples=["1453-06-01"])
    to: ActorIds = Field((), description="to whom", examples=["venice"])


class Evidence(Attributed):
    """What a single field rests on, where that is not the record's own sources."""

    last = ("sources", "basis", "as_reported", "note")


class RivalBase(Attributed):
    """Another value for one field of the record, and who holds it."""

    last = ("who", "stance", "basis", "as_reported", "note", "sources", "status", "why")

    stance: Stance = Field("asserts", description="how the speaker stands to it", examples=["denies"])
    why: Text | None = Field(
        None,
        description="why this value stands beside the headline, or was set aside",
        examples=["Another chronicle counts from the first breach."],
    )
    status: Literal["alternative", "rejected", "superseded"] = Field(
        "alternative", description="what the editors hold of it", examples=["rejected"]
    )

    @property
    def field(self) -> str:
        """The one field this is about."""
        return next(
            name
            for name in type(self).model_fields
            if name not in RivalBase.model_fields and name in self.model_fields_set
        )

    @property
    def value(self) -> Any:
        """The other value, in the field's own type; one item for lists that are matched by item."""
        return getattr(self, self.field)

    @model_validator(mode="before")
    @classmethod
    def one_field(cls, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        fields = {field.alias or name for name, field in cls.model_fields.items() if name not in RivalBase.model_fields}
        named = [key for key in value if key in fields]
        if len(named) > 1:
            raise refuse(
                "bad-rival",
                f"this rival names {len(named)} fields: {', '.join(f'`{n}`' for n in named)}",
                hint="make one rival of each",
            )
        known = {field.alias or name for name, field in cls.model_fields.items()}
        if not named and not set(value) - known:
            raise refuse(
                "bad-rival",
                "this rival names no field of the record",
                hint="add the field and its other value, such as `when: 2017-11-02`",
            )
        return value


NOT_RIVALLED = frozenset(
    {"sources", "status", "withdrawn", "rivals", "evidence", "formerly", "body", "external", "media"}
)


def rival_of(record: type[Model], *, single: Mapping[str, Any]) -> type[RivalBase]:
    """The model of a rival for one kind of record; `single` gives the item type of lists whose rival is ONE item."""
    fields: dict[str, Any] = {}
    for name, field in record.model_fields.items():
        if name in NOT_RIVALLED or name in RivalBase.model_fields:
            continue
        annotation = single.get(name)
        if annotation is None:
            annotation = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        fields[name] = (
            annotation | None if isinstance(annotation, type) else annotation,
            Field(None, alias=field.alias, description=field.description, examples=field.examples),
        )
    model = create_model(f"{record.__name__.removesuffix('Fields')}Rival", __base__=RivalBase, **fields)
    model.together = {
        "oneOf": [{"required": [info.alias or name]} for name, info in record.model_fields.items() if name in fields]
    }
    return model


class Withdrawn(Model):
    """When and why a record was withdrawn."""

    on: WhenShort = Field(description="when it was withdrawn", examples=["2026-01-31"])
    why: Text = Field(min_length=1, description="why, in a sentence", examples=["The same event as another entry."])


class Media(Model):
    """A picture that the record shows; its alternative text is required."""

    file: Text = Field(description="name of a raster image in content/media/", examples=["walls.jpg"])
    alt: Text = Field(
        min_length=1,
        description="what the picture shows, for those who cannot see it",
        examples=["The walls from the west"],
    )
    credit: Text | None = Field(None, description="whom to credit", examples=["A. Photographer"])
    licence: Text | None = Field(None, description="under which terms it may be shown", examples=["CC BY 4.0"])
    sensitive: Literal["graphic", "identity"] | None = Field(
        None, description="why a reader is warned first", examples=["graphic"]
    )


Medias = Annotated[tuple[Media, ...], AS_LIST]
