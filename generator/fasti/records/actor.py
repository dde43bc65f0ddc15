"""An actor: a state, army, group, body or person, its names and whom it belongs to (model.md "Actor").

Input: the mapping of one file in `content/actors/`. Output: `Actor`.
Invariant: links point from the member, successor, ally, backed or commanding actor to the other.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainValidator

from fasti.records.base import AS_LIST, Code, Model, Text, refuse
from fasti.records.citation import Citations
from fasti.records.claims import RivalBase, rival_of
from fasti.records.ids import ActorId
from fasti.records.names import Names, preferred
from fasti.records.record import Record
from fasti.records.shapes import SOME_TEXT, Declared, Shape, Short, ecma, one_or_more, pattern, whole
from fasti.records.when import Date

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")
LINKS = ("member_of", "successor_of", "ally_of", "backed_by", "commands")


_ONE_COLOUR = pattern(whole(ecma(COLOUR)), "write a colour as '#AA3D25', in quotes")
COLOURS = Shape("colours", one_or_more(_ONE_COLOUR, minItems=1, maxItems=2))


def read_colours(value: Any) -> tuple[str, str]:
    """Two colours, for light and for dark paper, as `#rrggbb`."""
    parts = [value] if isinstance(value, str) else value
    if (
        not isinstance(parts, list | tuple)
        or not 1 <= len(parts) <= 2
        or not all(isinstance(p, str) and COLOUR.match(p) for p in parts)
    ):
        raise refuse(
            "value-not-allowed",
            "a colour is a pair of `#rrggbb`",
            hint="write `colour: ['#AA3D25', '#B93A21']`, light first, in quotes",
        )
    return parts[0].upper(), parts[-1].upper()


class ActorLink(Model):
    """Another actor, and when the link held."""

    actor: ActorId = Field(description="the other actor", examples=["venice"])
    when: Date | None = Field(None, description="when the link held", examples=["1453"])
    sources: Citations = Field((), description="where it is printed", examples=["chronicle p5"])


class Role(Model):
    """What a named person was, and when."""

    text: Text = Field(min_length=1, description="what the person was", examples=["emperor"])
    when: Date | None = Field(None, description="when", examples=["1449/1453"])
    sources: Citations = Field((), description="where it is printed", examples=["chronicle p5"])


class ActorMatch(Model):
    """The same actor in other datasets."""

    wikidata: Code | None = Field(None, description="its item in Wikidata", examples=["Q12544"])
    ucdp: Code | None = Field(None, description="its number in UCDP", examples=[234])
    acled: Code | None = Field(None, description="its name in ACLED", examples=["Military Forces"])


def as_link(value: Any) -> Any:
    """Shorthand: an actor alone for the mapping."""
    return value if isinstance(value, Mapping | ActorLink) else {"actor": value}


def as_role(value: Any) -> Any:
    """Shorthand: text alone for the mapping."""
    return value if isinstance(value, Mapping | Role) else {"text": value}


Links = Annotated[tuple[Annotated[ActorLink, BeforeValidator(as_link), Short(ActorId.shape())], ...], AS_LIST]


class ActorFields(Record):
    """Everything of an actor but its rivals."""

    kind_of_record: ClassVar[str] = "actor"

    names: Names = Field(
        min_length=1,
        description="every name and acronym; the first is preferred",
        examples=["Ottoman Empire", ["Ottoman Empire", {"text": "the Porte", "kind": "variant"}]],
    )
    short: Text | None = Field(None, alias="label", description="a short label for charts", examples=["Ottomans"])
    kind: Annotated[Code, Declared("actor_kinds")] = Field(
        min_length=1, description="an actor kind of content/vocabulary.yml", examples=["state"]
    )
    active: Date | None = Field(None, description="when it existed, as far as known", examples=["1299~/1922-11-01"])
    member_of: Links = Field((), description="what it belongs to", examples=["holy-league"])
    successor_of: Links = Field((), description="what it followed", examples=["seljuk-sultanate"])
    ally_of: Links = Field((), description="whom it fought beside", examples=[{"actor": "venice", "when": "1453"}])
    backed_by: Links = Field((), description="who supported it", examples=["genoa"])
    commands: Links = Field((), description="whom it commands", examples=["janissaries"])
    roles: Annotated[tuple[Annotated[Role, BeforeValidator(as_role), Short(SOME_TEXT)], ...], AS_LIST] = Field(
        (), description="what a person was, and when", examples=["emperor", {"text": "emperor", "when": "1449/1453"}]
    )
    colour: Annotated[tuple[str, str], PlainValidator(read_colours), COLOURS] | None = Field(
        None, description="for charts: light, dark", examples=[["#AA3D25", "#B93A21"]]
    )
    match: ActorMatch | None = Field(None, description="ids in other datasets", examples=[{"wikidata": "Q12560"}])
    description: Text = Field(
        "", description="a sentence or two, plain text", examples=["Empire of the house of Osman."]
    )

    @property
    def label(self) -> str:
        return preferred(self.names)


if TYPE_CHECKING:
    ActorRival = RivalBase
else:
    ActorRival = rival_of(ActorFields, single={})


class Actor(ActorFields):
    """One actor, as authored."""

    rivals: Annotated[tuple[ActorRival, ...], AS_LIST] = Field(
        (),
        description="other values, each with who holds it",
        examples=[{"active": "1302/1922", "why": "Counted from its first battle."}],
    )
