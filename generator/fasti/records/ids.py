"""Ids: how records refer to each other. An id is the stem of the record's file, permanent, never reused.

Input: text of the record. Output: text that knows which kind of record it names.
Invariant: a reference is always one of these types, so that a walk over a record finds every one of them.
"""

import re
from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from fasti.records.base import AS_LIST, described, refuse
from fasti.records.shapes import Also, JsonSchema, Shape, ecma, pattern

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
RESERVED = frozenset({"nobody", "not-said", "civilians", "combatants", "unknown"})
KINDS = ("event", "place", "actor", "source", "series")
LONGEST_ID = 120
# Windows keeps these names for devices and makes no file or folder of them.
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))})


def slug_fault(text: str) -> str | None:
    """Why `text` is no id, or None. An id: lower-case ASCII letters and digits in groups joined by single hyphens."""
    if len(text) > LONGEST_ID:
        return f"an id has at most {LONGEST_ID} letters"
    if text in DEVICES:
        return f"`{text}` is no id: Windows keeps that name for a device"
    return None if SLUG.match(text) else f"`{text}` is no id: only a-z, 0-9 and single hyphens between them"


def slugged(text: str) -> str:
    """The id nearest to a text, for hints: `Deir Ez-Zor` gives `deir-ez-zor`; may be empty."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def id_schema(words: frozenset[str] = frozenset(), *, tail: str = "") -> JsonSchema:
    """An id as a pattern, some reserved words allowed; `tail` is what may stand behind it."""
    refused = "|".join(sorted((RESERVED | DEVICES) - words))
    text = rf"^\s*(?!(?:{refused})(?:\s|\.|$))(?=[a-z0-9-]{{1,{LONGEST_ID}}}(?![a-z0-9-])){ecma(SLUG)}{tail}\s*$"
    otherwise = "write an id: a-z, 0-9 and single hyphens between them, and no reserved word"
    return {**pattern(text, otherwise), "type": ["string", "integer"], "minimum": 0}


class RecordId(str):
    """The id of a record of one kind; `words` are the reserved ids that may stand in its place."""

    kind: ClassVar[str] = ""
    words: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def shape(cls) -> Shape:
        """How it is written; one of digits alone is a number to YAML."""
        return Shape(
            f"{cls.kind}-id" if not cls.words else f"{cls.kind}-or-{'-or-'.join(sorted(cls.words))}",
            id_schema(cls.words),
        )

    @classmethod
    def read(cls, value: Any) -> "RecordId":
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise refuse("wrong-type", f"this holds {described(value)} where the id of one {cls.kind} belongs")
        text = value.strip()
        if fault := slug_fault(text):
            better = slugged(text)
            raise refuse("value-not-allowed", fault, hint=None if slug_fault(better) else f"write `{better}`")
        if text in RESERVED and text not in cls.words:
            others = "".join(f", or `{word}`" for word in sorted(cls.words))
            raise refuse(
                "reserved-id-used",
                f"`{text}` is a reserved word and names no {cls.kind} here",
                hint=f"write the id of one {cls.kind}{others}",
            )
        return cls(text)


class EventId(RecordId):
    kind = "event"


class PlaceId(RecordId):
    kind = "place"


class ActorId(RecordId):
    kind = "actor"


class SourceId(RecordId):
    kind = "source"


class SeriesId(RecordId):
    kind = "series"


class HolderId(ActorId):
    """Who holds or besieges a place: an actor, `nobody`, or `not-said` (no document says who)."""

    words = frozenset({"nobody", "not-said"})


def alone(value: tuple[HolderId, ...]) -> tuple[HolderId, ...]:
    """`nobody` and `not-said` deny every actor beside them, so each stands by itself."""
    if len(value) > 1 and HolderId.words & set(value):
        raise refuse(
            "fields-conflict",
            "`nobody` and `not-said` stand alone, without an actor",
            hint="keep the actors, or the word",
        )
    return value


class GroupId(ActorId):
    """Whom a number counts: an actor, or one of `civilians`, `combatants`, `unknown`."""

    words = frozenset({"civilians", "combatants", "unknown"})


EventIds = Annotated[tuple[EventId, ...], AS_LIST]
PlaceIds = Annotated[tuple[PlaceId, ...], AS_LIST]
ActorIds = Annotated[tuple[ActorId, ...], AS_LIST]
SourceIds = Annotated[tuple[SourceId, ...], AS_LIST]
SeriesIds = Annotated[tuple[SeriesId, ...], AS_LIST]
ALONE = Also({"if": {"type": "array", "contains": {"enum": ["nobody", "not-said"]}}, "then": {"maxItems": 1}})
HolderIds = Annotated[tuple[HolderId, ...], AS_LIST, AfterValidator(alone), ALONE]

Loc = tuple[str | int, ...]


def references(value: Any, loc: Loc = ()) -> "list[tuple[Loc, RecordId]]":
    """Every reference in a record, with the path of keys and indexes that leads to it."""
    found: list[tuple[Loc, RecordId]] = []
    collect_references(value, loc, found.append)
    return found


def collect_references(value: Any, loc: Loc, add: Callable[[tuple[Loc, RecordId]], None]) -> None:
    """Walk `value` and hand every `RecordId` with its path to `add`."""
    if isinstance(value, RecordId):
        add((loc, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            collect_references(item, (*loc, index), add)
    elif isinstance(value, dict):
        for key, item in value.items():
            collect_references(item, (*loc, key), add)
    elif fields := getattr(type(value), "model_fields", None):
        written = value.model_fields_set  # a default holds no reference
        for name, field in fields.items():
            if name in written:
                collect_references(getattr(value, name), (*loc, field.alias or name), add)
