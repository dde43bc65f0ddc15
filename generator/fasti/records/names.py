"""Names: toponyms of places and names of actors, with language, script, kind, period and who prints them so.

Input: plain texts or mappings. Output: `Toponym` values, the first preferred unless one says it is.
Invariant: every spelling that any document prints is a name of its record.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from fasti.language import spoken
from fasti.language.speaking import SOURCE
from fasti.records.base import Code, Model, Text
from fasti.records.ids import SourceIds
from fasti.records.shapes import SOME_TEXT, Short
from fasti.records.when import Date


class Toponym(Model):
    """One name as somebody writes it."""

    text: Text = Field(min_length=1, description="the name", examples=["Constantinople"])
    lang: Code | None = Field(None, description="language, BCP 47", examples=["el"])
    script: Code | None = Field(None, description="script, ISO 15924", examples=["Grek"])
    romanisation: Code | None = Field(None, description="which system of romanisation", examples=["ISO 843"])
    kind: Literal["preferred", "variant", "former", "misspelling", "acronym"] | None = Field(
        None, description="what sort of name", examples=["former"]
    )
    used_by: SourceIds = Field((), description="documents that print it so", examples=["chronicle"])
    when: Date | None = Field(None, description="when it was in use", examples=["0330/1930"])


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


SHOWN = ("preferred", "variant")
"""The kinds of names that a page may be titled with."""
Names = Annotated[tuple[Toponym, ...], BeforeValidator(as_names), Short(SOME_TEXT, listed=True)]


def shown(names: tuple[Toponym, ...]) -> Toponym:
    """The name to show: the preferred one, or one in the language spoken if that is marked so and no worse a name.

    A name that says no language may be of any, so it gives way to one that says that of the page, but for English
    pages, whose records rarely say that their names are English.
    """
    main = next((name for name in names if name.kind == "preferred"), names[0])
    if (main.lang or SOURCE).partition("-")[0] == spoken():
        return main
    own = (name for name in names if name.kind in SHOWN and (name.lang or "").partition("-")[0] == spoken())
    return next(own, main)


def preferred(names: tuple[Toponym, ...]) -> str:
    """The text of the name to show."""
    return shown(names).text
