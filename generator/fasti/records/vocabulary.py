"""The vocabulary of a chronology: what makes fasti serve any field (model.md "content/vocabulary.yml").

Input: the mapping of that one file. Output: `Vocabulary`. Invariant: records use only the codes declared here.
"""

from typing import Annotated, Literal

from pydantic import Field

from fasti.records.base import AS_LIST, Code, Codes, Model, Text, YesNo


class EventType(Model):
    """A type of event, and whether such an event happened or was said."""

    label: Text = Field(min_length=1)
    icon: Code | None = None
    class_: Literal["happened", "said"] = Field("happened", alias="class")
    roles: Codes = ()
    changes_control: YesNo = False


class PlaceKind(Model):
    """A kind of place; control flows down from it only where that is said."""

    label: Text = Field(min_length=1)
    flows_down: YesNo = False


class Labelled(Model):
    """A code with a label."""

    label: Text = Field(min_length=1)


class Measure(Model):
    """What a number counts, in which unit, and whether it is a share of something."""

    label: Text = Field(min_length=1)
    unit: Code = Field(min_length=1)
    share: YesNo = False
    directions: Annotated[tuple[Literal["held", "lost"], ...], AS_LIST] = ()


RelationKey = Literal["member_of", "successor_of", "ally_of", "backed_by", "commands"]


class Vocabulary(Model):
    """The codes of one chronology."""

    event_types: dict[Code, EventType] = {}
    place_kinds: dict[Code, PlaceKind] = {}
    actor_kinds: dict[Code, Labelled] = {}
    measures: dict[Code, Measure] = {}
    source_kinds: dict[Code, Labelled] = {}
    relations: dict[RelationKey, Labelled] = {}
