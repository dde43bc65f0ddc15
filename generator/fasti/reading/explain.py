"""Words a refusal of the record types for the author, at the key or value that was written.

Input: what pydantic reports and the written tree. Output: diagnostics of family 2.
Invariant: nothing of pydantic's own vocabulary reaches an author.
"""

from __future__ import annotations

import re
import typing
from typing import Any

from pydantic import BaseModel, ValidationError

from fasti.diagnostics import Diagnostic, Report, Rule, Span, catalogue, suggest
from fasti.reading.yaml_text import Written
from fasti.records import Loc, article

QUOTED = re.compile(r"'([^']*)'")
BY_NAME: dict[str, Rule] = {rule.name: rule for rule in catalogue.RULES}
EMPTY_HINT = "write a value after the colon, or delete the line"


def explain(
    problem: ValidationError, model: type[BaseModel], written: Written, path: str, what: str, report: Report
) -> None:
    """Add one diagnostic for each refused value. `what` names the thing in words: `event`."""
    errors = problem.errors(include_url=False, include_input=True)
    mistaken = {
        (*loc[:-1], field)
        for loc in (error["loc"] for error in errors if error["type"] == "extra_forbidden")
        if (field := meaning(str(loc[-1]), fields_at(model, loc[:-1])))
    }
    for error in errors:
        # A list whose items were refused is called too short as well, which is no fault of its own.
        if error["type"] == "too_short" and any(other["loc"][:-1] and is_below(other, error) for other in errors):
            continue
        # A key that is misspelt is one fault, not a missing one as well.
        if error["type"] == "missing" and error["loc"] in mistaken:
            continue
        report.add(diagnostic_of(error, model, written, path, what))


def is_below(error: Any, other: Any) -> bool:
    """Whether an error lies in the value that another is about."""
    depth = len(other["loc"])
    return len(error["loc"]) > depth and error["loc"][:depth] == other["loc"]


def diagnostic_of(error: Any, model: type[BaseModel], written: Written, path: str, what: str) -> Diagnostic:
    """The diagnostic of one refused value."""
    loc: Loc = tuple(step for step in error["loc"] if step != "[key]")
    kind, context = error["type"], error.get("ctx") or {}
    near = written.nearest(loc)
    name = str(near[-1]) if near and isinstance(near[-1], str) else str(loc[-1]) if loc else what
    value_span = written.spans.get(near) or Span(1, 1, 1, 1)
    key_span = written.keys.get(near) or value_span
    if kind == "extra_forbidden":
        fields = fields_at(model, loc[:-1])
        given = written.at(written.nearest(loc[:-1]))
        # What stands there already is not what was meant.
        fields = [field for field in fields if not isinstance(given, dict) or field not in given] or fields
        owner = f"`{loc[-2]}`" if len(loc) > 1 and isinstance(loc[-2], str) else owner_words(loc, what)
        return Diagnostic(
            BY_NAME["unknown-field"],
            path,
            key_span,
            f"{owner} has no field `{loc[-1]}`",
            meant(str(loc[-1]), fields),
        )
    if kind == "missing":
        parent = written.nearest(loc[:-1])
        span = written.keys.get(parent) or written.spans.get(parent) or Span(1, 1, 1, 1)
        owner = owner_words(loc, what)
        return Diagnostic(BY_NAME["missing-field"], path, span, f"{owner} needs `{loc[-1]}`", f"add `{loc[-1]}: …`")
    if near in written.spans and written.at(near) == "" and near not in written.quoted:
        return Diagnostic(BY_NAME["missing-field"], path, key_span, f"`{name}` has no value", EMPTY_HINT)
    if kind in BY_NAME:
        if near != loc and isinstance(error["input"], str):
            near = within(written, near, error["input"])
            value_span = written.spans.get(near, value_span)
        if field := context.get("field"):
            pointed = written.nearest((*near, *((field,) if isinstance(field, str) else field)))
            if len(pointed) > len(near):
                near, value_span = pointed, written.keys.get(pointed, written.spans[pointed])
        span = shifted(value_span, near, written, context.get("offset"))
        return Diagnostic(BY_NAME[kind], path, span, context["text"], context.get("hint"))
    if kind == "literal_error":
        allowed = QUOTED.findall(context.get("expected", ""))
        given = error["input"] if isinstance(error["input"], str) else name
        is_key = error["loc"][-1:] == ("[key]",)
        # An item of a list is told by the list's own name; a key that is none of the words, by the mapping's.
        steps = [step for step in (loc[:-1] if is_key else loc) if isinstance(step, str)]
        owner = steps[-1] if steps else name
        return Diagnostic(
            BY_NAME["value-not-allowed"],
            path,
            key_span if is_key else value_span,
            f"`{given}` is no key of `{owner}`" if is_key else f"`{given}` is no value of `{owner}`",
            suggest.hint(given, allowed) or suggest.one_of(allowed),
        )
    if kind in ("string_too_short", "too_short"):
        return Diagnostic(BY_NAME["missing-field"], path, key_span, f"`{name}` has no value", EMPTY_HINT)
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        keys = fields_at(model, loc)
        held = "a list" if isinstance(error["input"], list | tuple) else "one value"
        hint = (
            f"write its keys on lines of their own, such as `{keys[0]}: …`"
            if keys
            else "write `key: value` on lines of their own"
        )
        return Diagnostic(
            BY_NAME["wrong-type"], path, value_span, f"`{name}` needs keys and values, and holds {held}", hint
        )
    return Diagnostic(BY_NAME["wrong-type"], path, value_span, f"`{name}` cannot hold this", None)


MEANT = {
    "when": ("date", "dates", "day", "time"),
    "where": ("place", "places", "location"),
    "title": ("name", "names", "headline"),
    "names": ("name", "title", "toponym"),
    "participants": ("who", "actor", "actors", "roles", "attacker", "defender"),
    "sources": ("source", "reference", "references", "citation", "citations"),
    "description": ("text", "summary", "notes"),
    "body": ("text", "summary", "description", "notes"),
    "at": ("page", "paragraph", "locator", "coordinates", "point", "lat", "lon"),
    "within": ("parent", "part_of", "country"),
    "url": ("link", "address", "href"),
    "authors": ("author", "by"),
    "published": ("date", "when", "day"),
    "rivals": ("disputed", "alternatives", "claims"),
}
"""Words that people write for a field of ours, where its own name is too far for a guess at spelling."""


def meaning(written: str, fields: list[str]) -> str | None:
    """The field that a key which is none of `fields` most likely stands for, by its sense or by its spelling."""
    plain = written.replace("\u00a0", " ").strip().lower()
    if plain in fields:
        return plain
    if {"source", "at"} <= set(fields) and plain not in ("place", "page", "paragraph"):
        return "source"  # `- the-times: p2` for `- the-times p2`
    by_sense = next((field for field, words in MEANT.items() if plain in words and field in fields), None)
    return by_sense or suggest.closest(written, fields)


def meant(written: str, fields: list[str]) -> str | None:
    """The remedy for a key that is none of `fields`."""
    plain = written.replace("\u00a0", " ").strip()
    field = meaning(written, fields)
    if field is None:
        return suggest.hint(written, fields)
    if plain != written and plain in fields:
        return f"delete the no-break space before `{plain}` and type blanks"
    if field == "source" and suggest.closest(written, fields) != field and plain not in MEANT["sources"]:
        return f"write the id and the place in one text, such as `- {plain} p5`"
    return f"did you mean `{field}`?" if suggest.closest(written, fields) == field else f"the field is called `{field}`"


def within(written: Written, loc: Loc, text: str) -> Loc:
    """The path of a text somewhere below another, where shorthand was expanded; else that other itself."""
    below = (at for at in written.spans if len(at) > len(loc) and at[: len(loc)] == loc and written.at(at) == text)
    return next(below, loc)


def owner_words(loc: Loc, what: str) -> str:
    """What a missing or unknown field belongs to: `an event`, or `` `control` ``."""
    for step in reversed(loc[:-1]):
        if isinstance(step, str):
            return f"`{step}`"
    return article(what)


def shifted(span: Span, loc: Loc, written: Written, offset: int | None) -> Span:
    """The span from an offset into a value to its end; one-line values only, quotes counted."""
    if offset is None or span.line != span.end_line:
        return span
    start = span.column + offset + (1 if loc in written.quoted else 0)
    end = span.end_column - (1 if loc in written.quoted else 0)
    return Span(span.line, min(start, end), span.end_line, max(end, min(start, end)))


def fields_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that fit at a path: the fields of the model found there, in the order of the model."""
    current: type[BaseModel] | None = model
    for step in loc:
        if current is None:
            return []
        if isinstance(step, int):
            continue
        field = next((f for name, f in current.model_fields.items() if (f.alias or name) == step), None)
        if field is not None:
            current = model_in(field.annotation)
    return [f.alias or name for name, f in current.model_fields.items()] if current else []


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The first record model inside an annotation such as `tuple[Annotated[X, …], ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in typing.get_args(annotation):
        if found := model_in(part):
            return found
    return None
