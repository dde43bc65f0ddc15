"""Names: toponyms of places and names of actors, with language, script, kind, period and who prints them so.

Input: plain texts or mappings. Output: `Toponym` values, the first preferred unless one says it is.
Invariant: every spelling that any document prints is a name of its record.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from fasti.records.base import Code, Model, Text
from fasti.records.ids import SourceIds
from fasti.records.when import Date


class Toponym(Model):
    """One name as somebody writes it."""

    text: Text = Field(min_length=1, description="the name")
    lang: Code | None = Field(None, description="language, BCP 47")
    script: Code | None = Field(None, description="script, ISO 15924")
    romanisation: Code | None = Field(None, description="which system of romanisation")
    kind: Literal["preferred", "variant", "former", "misspelling", "acronym"] | None = Field(
        None, description="what sort of name"
    )
    used_by: SourceIds = Field((), description="documents that print it so")
    when: Date | None = Field(None, description="when it was in use")


def as_names(value: Any) -> Any:
    """Shorthand: plain text is a name; the first name is preferred unless another says it is, the others variants."""
    items = list(value) if isinstance(value, list | tuple) else [value]
    named = [item if isinstance(item, Mapping | Toponym) else {"text": item} for item in items]
    said = any(isinstance(item, Mapping) and item.get("kind") == "preferred" for item in named)
    out: list[Any] = []
    for index, item in enumerate(named):
        if isinstance(item, Mapping) and "kind" not in item:
            item = {**item, "kind": "preferred" if index == 0 and not said else "variant"}
        out.append(item)
    return out


Names = Annotated[tuple[Toponym, ...], BeforeValidator(as_names)]


def preferred(names: tuple[Toponym, ...]) -> str:
    """The name to show."""
    return next((n.text for n in names if n.kind == "preferred"), names[0].text)
