"""An event: something that happened, or that was said, at some time and place (model.md "Event").

Input: the mapping of one file in `content/events/`. Output: `Event`, and the control statements it makes.
Invariant: references are ids; a rival has the type of its field; shorthand is expanded before validation.
"""

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from fasti.records.base import AS_LIST, Code, Model, Text, refuse
from fasti.records.claims import Evidence, RivalBase, Statement, rival_of
from fasti.records.control import ControlStatement, ControlStatements
from fasti.records.figure import Figure, Figures, moment
from fasti.records.gap import Duration
from fasti.records.ids import ActorIds, EventIds, HolderIds, Loc, PlaceId, PlaceIds
from fasti.records.order import RELATIONS, OrderStatement, Statements, WithoutGap
from fasti.records.record import Record
from fasti.records.shapes import Also, Declared, JsonSchema, Shape, Short, given, one_or_more, some
from fasti.records.when import WhenShort


class Whereabouts(Model):
    """Where an event was: `at` a place, `near` it, somewhere `in` a larger one, or `from` one `to` another."""

    together = some("at", "near", "in", "from", "to")

    at: PlaceIds = Field((), description="the place itself", examples=["constantinople"])
    near: PlaceIds = Field((), description="somewhere near it", examples=["constantinople"])
    in_: PlaceIds = Field((), alias="in", description="somewhere inside a larger place", examples=["thrace"])
    from_: PlaceIds = Field((), alias="from", description="where a movement began", examples=["edirne"])
    to: PlaceIds = Field((), description="where a movement led", examples=["constantinople"])

    @property
    def places(self) -> tuple[PlaceId, ...]:
        """Every place named, each once, in the order at, near, in, from, to."""
        return tuple(dict.fromkeys((*self.at, *self.near, *self.in_, *self.from_, *self.to)))

    @model_validator(mode="after")
    def somewhere(self) -> "Whereabouts":
        if not self.places:
            raise refuse(
                "missing-field",
                "this names no place",
                hint="write `where: some-place`, or one or more of `at`, `near`, `in`, `from`, `to`",
            )
        return self


def as_whereabouts(value: Any) -> Any:
    """Shorthand: a place or a list of places is where it was `at`."""
    return value if isinstance(value, Mapping | Whereabouts) else {"at": value}


def one_role(value: Any) -> Any:
    """A rival of `participants` is ONE item: a role with its actors."""
    if isinstance(value, Mapping) and len(value) != 1:
        raise refuse(
            "bad-rival", "a rival of `participants` is one role with its actors", hint="make one rival of each role"
        )
    return value


Participants = dict[str, ActorIds]
ONE_ROLE = Also({"type": "object", "minProperties": 1, "maxProperties": 1})
_ONE = {"anyOf": [{"type": ["string", "integer"]}, {"type": "array", "minItems": 1, "maxItems": 1}]}
_NONE: JsonSchema = {"const": []}
ONE_PLACE = {
    "anyOf": [
        *_ONE["anyOf"],
        {
            "type": "object",
            "required": ["at"],
            "properties": {"at": _ONE} | dict.fromkeys(("near", "in", "from", "to"), _NONE),
        },
    ]
}


class EventFields(Record):
    """Everything of an event but its rivals."""

    kind_of_record: ClassVar[str] = "event"
    together = {
        "allOf": [
            Record.together,
            {
                "if": given("now_held_by"),
                "then": {
                    "required": ["where"],
                    "properties": {
                        "where": ONE_PLACE,
                        "control": {**_NONE, "errorMessage": "keep one: control says more"},
                    },
                },
            },
        ]
    }

    title: Text = Field(min_length=1, description="neutral, our words", examples=["Fall of Constantinople"])
    type: Annotated[Code, Declared("event_types")] = Field(
        min_length=1, description="a code of content/vocabulary.yml", examples=["capture"]
    )
    happened: Literal["yes", "claimed", "disputed", "denied"] = Field(
        "yes", description="whether it is agreed that it happened", examples=["claimed"]
    )
    when: WhenShort | None = Field(
        None,
        description="a date; without it the event stands where its order statements put it",
        examples=[
            "1453-05-29",
            "1453-05",
            "1453-04~",
            ["1453-05-28..1453-05-29"],
            {"from": "1453-04-06", "to": "1453-05-29"},
        ],
    )
    lasted: Duration | None = Field(
        None, description="how long, as told: `nearly 3 years`", examples=["nearly 2 months", "53 days"]
    )
    where: (
        Annotated[Whereabouts, BeforeValidator(as_whereabouts), Short(Shape("places", one_or_more(PlaceId.shape())))]
        | None
    ) = Field(
        None,
        description="place(s), or at, near, in, from, to",
        examples=["constantinople", {"near": "constantinople"}, {"from": "edirne", "to": "constantinople"}],
    )
    participants: Participants = Field(
        {},
        description="role to actors; the type declares the roles",
        examples=[{"attacker": "ottoman-empire"}],
    )
    now_held_by: HolderIds = Field(
        (), description="short for one control statement about the event's one place", examples=["ottoman-empire"]
    )
    control: ControlStatements = Field(
        (),
        description="who held what, as this event says",
        examples=[{"place": "constantinople", "held_by": "ottoman-empire", "from": "byzantine-empire"}],
    )
    figures: Figures = Field(
        (), description="numbers this event reports", examples=[{"measure": "defenders", "value": "about 7000"}]
    )
    says: Annotated[tuple[Statement, ...], AS_LIST] = Field(
        (), description="who said what", examples=[{"who": "ottoman-court", "what": "The city was taken."}]
    )
    after: Statements = Field(
        (),
        description="not earlier than these",
        examples=["siege-of-constantinople.start", {"siege-of-constantinople.start": "about 50 days"}],
    )
    before: Statements = Field((), description="not later than these", examples=["fall-of-galata"])
    during: WithoutGap = Field((), description="within the start and end of these", examples=["byzantine-ottoman-wars"])
    includes: WithoutGap = Field((), description="these are within its start and end", examples=["breach-of-the-wall"])
    same_day: WithoutGap = Field(
        (), description="starts on one day and ends on one day with these", examples=["death-of-constantine-xi"]
    )
    meets: WithoutGap = Field((), description="ends when these begin", examples=["sack-of-constantinople"])
    part_of: EventIds = Field((), description="the larger event it belongs to", examples=["byzantine-ottoman-wars"])
    caused_by: EventIds = Field((), description="what brought it about", examples=["breach-of-the-wall"])
    response_to: EventIds = Field((), description="what it answers", examples=["closing-of-the-strait"])
    covers: Literal["one", "several"] = Field(
        "one",
        description="`several`: the source gives only a total over several incidents",
        examples=["several"],
    )
    evidence: dict[str, Evidence] = Field(
        {},
        description="what single fields rest on, where that is not `sources`",
        examples=[{"when": {"sources": "chronicle p5", "basis": "calculated", "as_reported": "the Tuesday before"}}],
    )

    @property
    def label(self) -> str:
        return self.title

    @property
    def places(self) -> tuple[PlaceId, ...]:
        """Every place of the event's `where`."""
        return self.where.places if self.where else ()

    @property
    def actors(self) -> tuple[Any, ...]:
        """Every participant, each once, in the order written."""
        return tuple(dict.fromkeys(actor for actors in self.participants.values() for actor in actors))

    @property
    def order_statements(self) -> list[tuple[str, int, OrderStatement]]:
        """Every order statement: the word, its index under that word, the statement."""
        return [(word, i, s) for word in RELATIONS for i, s in enumerate(getattr(self, word))]

    @model_validator(mode="after")
    def one_way_to_say_who_holds(self) -> "EventFields":
        if not self.now_held_by:
            return self
        if self.control:
            raise refuse(
                "fields-conflict",
                "`now_held_by` stands beside `control`",
                hint="keep one: `control` says more",
                field="now_held_by",
            )
        if not (self.where and len(self.where.at) == 1 and len(self.where.places) == 1):
            raise refuse(
                "fields-conflict",
                "`now_held_by` needs a `where` of exactly one place, plain or `at`",
                hint="name that one place, or use `control`, which says which place it means",
                field="now_held_by",
            )
        return self

    @model_validator(mode="after")
    def control_has_a_place(self) -> "EventFields":
        single = self.where is not None and len(self.where.places) == 1
        if any(s.place is None for s in self.control) and not single:
            raise refuse(
                "missing-field",
                "a control statement names no place, and the event has not exactly one `where`",
                hint="add `place` to it",
                field="control",
            )
        return self


if TYPE_CHECKING:
    EventRival = RivalBase
else:
    EventRival = rival_of(
        EventFields,
        single={
            "figures": Figure,
            "control": ControlStatement,
            "participants": Annotated[Participants, BeforeValidator(one_role), ONE_ROLE],
        },
    )


class Event(EventFields):
    """One event, as authored."""

    rivals: Annotated[tuple[EventRival, ...], AS_LIST] = Field(
        (),
        description="other values, each with who holds it",
        examples=[{"when": "1453-05-30", "who": "ottoman-court", "sources": "letters page 12"}],
    )

    @model_validator(mode="after")
    def rivals_match(self) -> "Event":
        for index, rival in enumerate(self.rivals):
            if fault := unmatched(self, rival):
                raise refuse(
                    "bad-rival",
                    fault,
                    hint="a rival stands beside a value that the record gives",
                    field=("rivals", index),
                )
        return self


def unmatched(event: Event, rival: Any) -> str | None:
    """Why a rival stands beside nothing, or None. Items match by series or measure, group and day; place; role."""
    field, value = rival.field, rival.value
    if field == "participants":
        role = next(iter(value))
        return None if role in event.participants else f"the event has no participant in the role `{role}`"
    if field in ("control", "now_held_by"):
        held = control_of(event)
        if not held:
            return "the event says nothing of control"
        single = event.places[0] if len(event.places) == 1 else held[0][0].place if len(held) == 1 else None
        place = getattr(value, "place", None) or single
        if place is None:
            return "the event speaks of several places, and this rival does not say of which it speaks"
        return None if any(s.place == place for s, _ in held) else f"the event says nothing of control of `{place}`"
    if field == "figures":
        alike = [f for f in event.figures if figure_key(f, event) == figure_key(value, event)]
        return None if alike else "the event gives no figure of this series or measure, group and day"
    return None


def figure_key(figure: Figure, event: EventFields) -> tuple[str | None, str | None, str | None, Hashable]:
    """What two figures must share to be about one thing: series or measure, group, and the day they speak of."""
    return figure.series, figure.measure, figure.group, moment(figure.at or event.when)


def control_of(event: EventFields) -> list[tuple[ControlStatement, Loc]]:
    """Every control statement an event makes, with the path where it is written.

    Its place and date are filled in, and what it rests on if only the evidence of the field says so.
    """
    if event.now_held_by and event.where:
        (place,) = event.where.at
        short = ControlStatement(place=place, held_by=event.now_held_by, when=event.when)
        return [(_grounded(short, event, "now_held_by"), ("now_held_by",))]
    single = event.places[0] if len(event.places) == 1 else None
    return [
        (
            _grounded(
                s.model_copy(update={"place": s.place or single, "when": s.when or event.when}), event, "control"
            ),
            ("control", i),
        )
        for i, s in enumerate(event.control)
    ]


def _grounded(statement: ControlStatement, event: EventFields, field: str) -> ControlStatement:
    """A statement with the sources, speakers and basis of its field's evidence, each where it has none of its own."""
    whole = event.evidence.get(field)
    if whole is None:
        return statement
    own = {name: getattr(statement, name) or getattr(whole, name) for name in ("sources", "who", "basis")}
    return statement.model_copy(update=own)
