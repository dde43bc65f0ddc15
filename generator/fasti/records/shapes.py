"""How values are written, in JSON Schema: what each reader of this floor accepts, for editors and for the reference.

Input: the patterns that the readers themselves use. Output: markers for `Annotated`, beside the reader that they tell
about; `authoring/schema.py` collects them. Invariant: a shape never refuses what its reader accepts, so that an editor
never marks a right line (bare `true` and `null` alone, which are words of YAML, want quotes where text is meant); what
a pattern cannot know, as whether an interval ends before it begins, is left to the check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

JsonSchema = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Shape:
    """A kind of value as it is written; stands under `name` among the definitions of every schema that uses it."""

    name: str
    schema: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Short:
    """A shorthand that may stand in the place of a mapping; with `listed` also in a list, beside mappings."""

    shape: Shape
    listed: bool = False


@dataclass(frozen=True, eq=False)
class Also:
    """What a value must keep to beside its type."""

    schema: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Declared:
    """A code that one part of the vocabulary declares; `where` says which of its codes may stand here."""

    part: str
    where: Callable[[Any], bool] = lambda code: True


def one_or_more(item: Shape | JsonSchema, **limits: Any) -> JsonSchema:
    """Wherever a list is asked for a single value will do."""
    return {"if": {"type": "array"}, "then": {"items": item, **limits}, "else": item}


def some(*fields: str) -> JsonSchema:
    """At least one of these fields is given, and no empty list."""
    return {"anyOf": [given(field) for field in fields]}


def either(field: str, other: str) -> JsonSchema:
    """One of two fields, and not both."""
    return {"if": {"required": [field]}, "then": {"properties": {other: False}}, "else": {"required": [other]}}


def given(field: str) -> JsonSchema:
    """The field is there and is no empty list."""
    return {"required": [field], "properties": {field: {"not": {"const": []}}}}


def ecma(pattern: re.Pattern[str] | str) -> str:
    """The pattern without its groups' names and its end, in what Python and ECMAScript read alike."""
    text = pattern if isinstance(pattern, str) else pattern.pattern
    return re.sub(r"\(\?P<\w+>", "(?:", text).replace(r"\Z", "").replace(r"\d", "[0-9]")


def whole(pattern: str, *, loose: bool = False) -> str:
    """The pattern of a whole text; a `loose` one may have blanks around it, and several where it has one."""
    blanks = r"\s+"
    return rf"^\s*(?:{pattern.replace(' ', blanks)})\s*$" if loose else f"^(?:{pattern})$"


def pattern(text: str, otherwise: str, **more: Any) -> JsonSchema:
    """Text of a pattern; `otherwise` is what editors say of any other (a keyword of theirs, not of JSON Schema)."""
    return {"type": "string", "pattern": text, "patternErrorMessage": otherwise, **more}


# Text may look like a number, and be missing after its colon where an empty one will do.
TEXT = Shape("text", {"type": ["string", "number", "boolean", "null"]})
SOME_TEXT = Shape(
    "some-text",
    {"type": ["string", "number", "boolean"], "pattern": r"\S", "patternErrorMessage": "write some text"},
)
YES_NO = Shape("yes-no", {"enum": [True, False, "true", "false"]})

# A date of EDTF: first how dates are joined to intervals and sets, then each date by itself.
_Q = "[?~%]?"
_MONTH, _DAY = "0[1-9]|1[0-2]|[01]X|X[0-9X]", "0[1-9]|[12][0-9]|[012]X|X[0-9X]"
_THIRTIETH, _LAST = "0[13-9]|1[0-2]|[01]X|X[0-9X]", "0[13578]|1[02]|[01]X|X[0-9X]"
_DAYS = rf"(?:{_MONTH}){_Q}-{_Q}(?:{_DAY})|(?:{_THIRTIETH}){_Q}-{_Q}(?:30|3X)|(?:{_LAST}){_Q}-{_Q}31"
_SEASON = "2[1-9]|3[0-9]|4[01]"
_YEAR = r"-?[0-9X]{4}(?:S[1-9][0-9]*)?|Y-?[1-9][0-9]*(?:E[1-9][0-9]*)?(?:S[1-9][0-9]*)?"
_DATE = rf"{_Q}(?:{_YEAR}){_Q}(?:-{_Q}(?:{_DAYS}|{_MONTH}|{_SEASON}){_Q})?"
_TIME = r"T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](?:Z|[+-][0-2][0-9](?::[0-5][0-9])?)?"
_LETTERS = "[-0-9XYES?~%]+"
_MEMBER = rf"{_LETTERS}(?:\.\.(?:{_LETTERS})?)?|\.\.{_LETTERS}"
_MEMBERS = rf"(?:{_MEMBER})(?:, *(?:{_MEMBER}))*"
_EDGE = rf"(?:{_LETTERS}|\.\.)"
_JOINED = rf"{_LETTERS}(?:{_TIME})?|{_EDGE}/{_EDGE}?|/{_EDGE}|\[{_MEMBERS}\]|\{{{_MEMBERS}\}}"
_EACH = rf"(?:(?:{_DATE})(?=$|[T/,\]}}]|\.\.)|\.\.|[/\[\]{{}}]|, *)+(?:{_TIME})?"
_NO_DATE = (
    "no date: write 2017, 2017-09, 2017-09-17, 2017-09~ (about), [2017-09-01..2017-09-17] (once between) "
    "or 2017-06/2017-10 (throughout)"
)
_YEAR_NUMBER = {"minimum": -9999, "maximum": 9999}  # unquoted, a year is a number to YAML
DATE = Shape(
    "date",
    {
        "type": ["string", "integer", "array"],
        "pattern": rf"^(?=(?:{_JOINED})$)(?:{_EACH})$",
        "patternErrorMessage": _NO_DATE,
        **_YEAR_NUMBER,
        "minItems": 1,
        "items": {
            "type": ["string", "integer"],
            "pattern": rf"^(?=(?:{_MEMBER})$)(?:(?:{_DATE})(?=$|\.\.)|\.\.)+$",
            "patternErrorMessage": _NO_DATE,
            **_YEAR_NUMBER,
        },
    },
)
