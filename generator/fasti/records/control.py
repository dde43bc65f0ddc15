"""Control statements: who held a place, as someone says. Authored; the intervals are derived elsewhere.

Input: mappings of an event. Output: `ControlStatement`. Invariant: it says who holds or who besieges, or both.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from fasti.records.base import AS_LIST, Text, refuse
from fasti.records.claims import Attributed
from fasti.records.ids import HolderIds, PlaceId
from fasti.records.shapes import some
from fasti.records.when import WhenShort


class ControlStatement(Attributed):
    """Who held or besieged one place, from whom it was taken, how much of it, and when."""

    together = some("held_by", "besieged_by")

    place: PlaceId | None = Field(
        None, description="the place; may be left out where the event has one `where`", examples=["constantinople"]
    )
    held_by: HolderIds = Field(
        (),
        description="actor(s), `nobody` or `not-said`; several are contested unless `how: shared`",
        examples=["ottoman-empire", "nobody"],
    )
    how: Literal["shared", "contested"] | None = Field(
        None, description="`shared` where several hold it together", examples=["shared"]
    )
    from_: HolderIds = Field(
        (), alias="from", description="who lost it, only if the document says so", examples=["byzantine-empire"]
    )
    besieged_by: HolderIds = Field(
        (), description="who besieges it; `nobody` ends a siege", examples=["ottoman-empire", "nobody"]
    )
    extent: Text = Field("whole", description="whole, most, part, or words such as `two thirds`", examples=["most"])
    when: WhenShort | None = Field(None, description="when; the event's own date unless said", examples=["1453-05-29"])

    @model_validator(mode="after")
    def says_something(self) -> "ControlStatement":
        if not (self.held_by or self.besieged_by):
            raise refuse(
                "missing-field",
                "this control statement says neither who holds nor who besieges",
                hint="add `held_by` or `besieged_by`",
            )
        return self


ControlStatements = Annotated[tuple[ControlStatement, ...], AS_LIST]
