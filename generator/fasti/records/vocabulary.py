"""The vocabulary of a chronology: what makes fasti serve any field (model.md "content/vocabulary.yml").

Input: the mapping of that one file. Output: `Vocabulary`. Invariant: records use only the codes declared here.
"""

from typing import Annotated, Literal

from pydantic import Field

from fasti.records.base import AS_LIST, Code, Codes, Model, Text, YesNo


class EventType(Model):
    """A type of event, and whether such an event happened or was said."""

    label: Text = Field(min_length=1, description="its name for readers", examples=["Capture"])
    icon: Code | None = Field(None, description="its icon", examples=["flag"])
    class_: Literal["happened", "said"] = Field(
        "happened", alias="class", description="whether such an event happened or was said", examples=["said"]
    )
    roles: Codes = Field((), description="the roles its participants have", examples=[["attacker", "defender"]])
    changes_control: YesNo = Field(
        False, description="whether its control statements are changes, not snapshots", examples=[True]
    )


class PlaceKind(Model):
    """A kind of place; control flows down from it only where that is said."""

    label: Text = Field(min_length=1, description="its name for readers", examples=["City"])
    flows_down: YesNo = Field(
        False, description="whether who holds such a place holds what lies within it", examples=[True]
    )


class Labelled(Model):
    """A code with a label."""

    label: Text = Field(min_length=1, description="its name for readers", examples=["State"])


class Measure(Model):
    """What a number counts, in which unit, and whether it is a share of something."""

    label: Text = Field(min_length=1, description="its name for readers", examples=["Defenders"])
    unit: Code = Field(min_length=1, description="what one of it is; `percent` for shares", examples=["person"])
    share: YesNo = Field(False, description="whether it is a share of something", examples=[True])
    directions: Annotated[tuple[Literal["held", "lost"], ...], AS_LIST] = Field(
        (), description="what a series of it counts, where it may be either", examples=[["held", "lost"]]
    )


RelationKey = Literal["member_of", "successor_of", "ally_of", "backed_by", "commands"]


class Vocabulary(Model):
    """The codes of one chronology."""

    event_types: dict[Code, EventType] = Field(
        {},
        description="codes for the `type` of events",
        examples=[{"capture": {"label": "Capture", "roles": ["attacker"]}}],
    )
    place_kinds: dict[Code, PlaceKind] = Field(
        {}, description="codes for the `kind` of places", examples=[{"city": {"label": "City"}}]
    )
    actor_kinds: dict[Code, Labelled] = Field(
        {}, description="codes for the `kind` of actors", examples=[{"state": {"label": "State"}}]
    )
    measures: dict[Code, Measure] = Field(
        {},
        description="what figures and series count",
        examples=[{"defenders": {"label": "Defenders", "unit": "person"}}],
    )
    source_kinds: dict[Code, Labelled] = Field(
        {}, description="codes for the `kind` of sources", examples=[{"book": {"label": "Book"}}]
    )
    relations: dict[RelationKey, Labelled] = Field(
        {}, description="words for the links between actors", examples=[{"backed_by": {"label": "backed by"}}]
    )
