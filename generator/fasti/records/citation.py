"""Citations: which document, and where in it. A locator counts non-blank lines of the document's text, or pages.

Input: `ID`, `ID p5`, `ID p5-7`, `ID page 12`, or a mapping. Output: `Citation`.
Invariant: the locator is kept apart from the source, so that a source page can list what rests on it in order.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator

from fasti.records.base import AS_LIST, Model, Text, described, refuse
from fasti.records.ids import SourceId, id_schema
from fasti.records.shapes import Shape, Short, ecma, pattern, whole
from fasti.records.when import Date

LOCATOR = re.compile(
    r"(?:p(?P<line>\d{1,6})(?:-p?(?P<line_to>\d{1,6}))?|page (?P<page>\d{1,6})(?:-(?P<page_to>\d{1,6}))?)\Z"
)
LOCATOR_SHAPE = Shape("locator", pattern(whole(ecma(LOCATOR), loose=True), "write p5, p5-7 or page 12"))
CITATION_SHAPE = Shape(
    "citation",
    {
        **id_schema(tail=rf"(?: +(?:{ecma(LOCATOR)}))?"),
        "patternErrorMessage": "write the id of the source and where it says so: chronicle p5, … p5-7, … page 12",
    },
)
HINT = "write the id of the source and where it says so: `ann-2017-11-04 p5`, `… p5-7`, `… page 12`"


@dataclass(frozen=True, slots=True, order=True)
class Locator:
    """Where in a document: paragraphs (non-blank lines of its text file, furniture counted) or pages, from 1."""

    unit: str
    first: int
    last: int

    @property
    def text(self) -> str:
        """As an author writes it: `p5`, `p5-7`, `page 12`."""
        lead = "p" if self.unit == "paragraph" else "page "
        return f"{lead}{self.first}" + (f"-{self.last}" if self.last != self.first else "")


def read_locator(value: Any) -> Locator:
    """A locator from its text; refused as `unreadable-citation`."""
    if isinstance(value, Locator):
        return value
    match = LOCATOR.match(value.strip()) if isinstance(value, str) else None
    if not match:
        shown = value if isinstance(value, str) else described(value)
        raise refuse(
            "unreadable-citation", f"`{shown}` is no place in a document", hint="write `p5`, `p5-7` or `page 12`"
        )
    unit = "paragraph" if match["line"] else "page"
    first = int(match["line"] or match["page"])
    last = int(match["line_to"] or match["page_to"] or first)
    if first < 1 or last < first:
        raise refuse(
            "unreadable-citation", f"`{value}` counts down or from zero", hint="count from 1, the smaller number first"
        )
    return Locator(unit, first, last)


class Citation(Model):
    """One document as evidence, and where in it."""

    source: SourceId = Field(description="id of the source", examples=["chronicle"])
    at: Annotated[Locator, PlainValidator(read_locator), LOCATOR_SHAPE] | None = Field(
        None, description="where in it: paragraph pN or pN-M, or page N", examples=["p5", "p5-7", "page 12"]
    )
    accessed: Date | None = Field(None, description="day it was read", examples=["2026-01-31"])
    archive: Text | None = Field(
        None, description="address of the archived copy used", examples=["https://example.org/archive/chronicle"]
    )
    via: SourceId | None = Field(None, description="source through which it is known", examples=["letters"])
    note: Text | None = Field(None, description="what a reader should know", examples=["The page is torn here."])

    @property
    def text(self) -> str:
        """The short form: `ID pN`."""
        return f"{self.source} {self.at.text}" if self.at else str(self.source)


def as_citation(value: Any) -> Any:
    """Shorthand: `ID`, or `ID LOCATOR`, for the mapping."""
    if isinstance(value, Mapping | Citation):
        return value
    if not isinstance(value, str):
        raise refuse("unreadable-citation", f"this holds {described(value)} where a citation belongs", hint=HINT)
    source, _, rest = value.strip().partition(" ")
    if not source:
        raise refuse("unreadable-citation", "this citation is empty", hint=HINT)
    return {"source": source, "at": rest} if rest.strip() else {"source": source}


CitationShort = Annotated[Citation, BeforeValidator(as_citation), Short(CITATION_SHAPE)]
Citations = Annotated[tuple[CitationShort, ...], AS_LIST]
