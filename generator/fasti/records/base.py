"""The ground of every record: frozen models, text types, shorthand and the shape of a refusal.

Input: plain values made by `reading/` (text, lists, mappings; nothing is typed yet). Output: validated values.
Invariant: a refusal carries the name of a rule of `diagnostics.catalogue`, so that reading can word it at its place.
"""

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from fasti.records.shapes import TEXT, YES_NO, JsonSchema


class FlowList(list[Any]):
    """A list written in brackets; `written` is the source text, for dates such as `[2017-09-01..2017-09-17]`."""

    written: str = ""


class FlowDict(dict[str, Any]):
    """A mapping written in braces; `written` is the source text, so that a date set can be offered its quotes."""

    written: str = ""


class Model(BaseModel):
    """A frozen value that refuses keys it does not know (models of `model.md`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)

    together: ClassVar[JsonSchema] = {}
    """What its fields demand of each other, for editors; the validators have the words for it."""
    last: ClassVar[tuple[str, ...]] = ()
    """The keys that are written after all others."""

    @classmethod
    def written_fields(cls) -> dict[str, FieldInfo]:
        """Its fields by key, in the order in which records write them: its own, then those it shares with others."""
        named: dict[str, FieldInfo] = {}
        for model in cls.__mro__:
            for name in inspect.get_annotations(model):
                if (field := cls.model_fields.get(name)) is not None:
                    named.setdefault(field.alias or name, field)
        return {key: named[key] for key in (*(key for key in named if key not in cls.last), *cls.last) if key in named}


def refuse(
    rule: str,
    message: str,
    *,
    hint: str | None = None,
    offset: int | None = None,
    field: str | tuple[str | int, ...] | None = None,
) -> PydanticCustomError:
    """The refusal of a value, to be raised by a validator.

    `rule` names a rule of the catalogue; `offset` counts code points from 0 into the value; `field` is the key of the
    mapping to point at, or a path below it, for faults that several keys make together.
    """
    context = {"text": message, "hint": hint, "offset": offset, "field": field}
    return PydanticCustomError(rule, "{text}", context)


def one_line(value: Any) -> str:
    """Text on one line: runs of blanks and line breaks become one blank (YAML folds long text over lines)."""
    if not isinstance(value, str):
        raise refuse("wrong-type", f"this holds {described(value)} where text belongs")
    return " ".join(value.split())


def block(value: Any) -> str:
    """Text of several lines (Markdown), kept as written but for the blank lines at its ends."""
    if not isinstance(value, str):
        raise refuse("wrong-type", f"this holds {described(value)} where text belongs")
    return value.strip("\n")


def described(value: Any) -> str:
    """The kind of a plain value in the words of an author."""
    if isinstance(value, Mapping):
        return "a mapping"
    return "a list" if isinstance(value, list | tuple) else "text"


def as_list(value: Any) -> Any:
    """Wherever a list is asked for a single value will do."""
    return list(value) if isinstance(value, list | tuple) else [value]


def as_map_under(key: str) -> Callable[[Any], Any]:
    """Shorthand: anything but a mapping stands for `{key: value}`."""
    return lambda value: value if isinstance(value, Mapping) else {key: value}


def true_or_false(value: Any) -> bool:
    """`true` or `false`, as the only two words for it."""
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise refuse("value-not-allowed", f"`{value}` is neither `true` nor `false`", hint="write `true` or `false`")


Text = Annotated[str, BeforeValidator(one_line), TEXT]
Markdown = Annotated[str, BeforeValidator(block), TEXT]
YesNo = Annotated[bool, PlainValidator(true_or_false), YES_NO]
Code = Annotated[str, BeforeValidator(one_line), TEXT]

AS_LIST = BeforeValidator(as_list)
Texts = Annotated[tuple[Text, ...], AS_LIST]
Codes = Annotated[tuple[Code, ...], AS_LIST]
