"""A source: a document that records cite, what it copies and whom it is close to (model.md "Source").

Input: the mapping of one file in `content/sources/`. Output: `Source`.
Invariant: a source has an archived copy or says why not; it is a voice of its own only if it copies nobody.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from fasti.records.base import AS_LIST, Code, Markdown, Model, Text, Texts, YesNo, refuse
from fasti.records.claims import RivalBase, rival_of
from fasti.records.ids import ActorId, ActorIds, SourceId
from fasti.records.record import Record
from fasti.records.shapes import SOME_TEXT, Declared, Short, either
from fasti.records.when import Date


class Archive(Model):
    """An archived copy, and when it was made."""

    url: Text = Field(min_length=1, description="its address", examples=["https://example.org/archive/20260131/report"])
    at: Date | None = Field(None, description="when the copy was made", examples=["2026-01-31"])


class Copies(Model):
    """The one report or agency copy that a document reprints."""

    together = either("actor", "source")

    actor: ActorId | None = Field(None, description="the body whose report it is", examples=["news-agency"])
    source: SourceId | None = Field(None, description="the document it reprints", examples=["agency-report"])

    @model_validator(mode="after")
    def one_of_two(self) -> "Copies":
        if (self.actor is None) == (self.source is None):
            raise refuse(
                "fields-conflict",
                "`copies` names one actor or one source",
                hint="write `copies: {actor: afp}` or `copies: {source: …}`",
            )
        return self


def as_archive(value: Any) -> Any:
    """Shorthand: an address alone for the mapping."""
    return value if isinstance(value, Mapping | Archive) else {"url": value}


class SourceFields(Record):
    """Everything of a source but its rivals."""

    kind_of_record: ClassVar[str] = "source"
    last = (*Record.last[:-1], "reading_notes", "body")
    together = {
        "allOf": [
            Record.together,
            {
                "if": {"required": ["archive"]},
                "then": {
                    "properties": {
                        "no_archive": {"enum": [None, ""], "errorMessage": "keep one: archive or no_archive"}
                    }
                },
            },
        ]
    }

    title: Text = Field(min_length=1, description="as printed", examples=["The siege and fall of the city"])
    kind: Annotated[Code, Declared("source_kinds")] = Field(
        min_length=1, description="a source kind of content/vocabulary.yml", examples=["book"]
    )
    publisher: Text | None = Field(None, description="who published it", examples=["The Gazette"])
    authors: Texts = Field((), description="who wrote it", examples=["A. Author", ["A. Author", "B. Author"]])
    published: Date | None = Field(None, description="when it was published", examples=["2017-11-04"])
    news_day: Date | None = Field(None, description="the day its `Friday` counts from", examples=["2017-11-03"])
    url: Text | None = Field(None, description="its address", examples=["https://example.org/report"])
    archive: Annotated[Archive, BeforeValidator(as_archive), Short(SOME_TEXT)] | None = Field(
        None, description="an archived copy", examples=["https://example.org/archive/20260131/report"]
    )
    no_archive: Text | None = Field(None, description="why there is no archived copy", examples=["printed"])
    lang: Code | None = Field(None, description="language, BCP 47", examples=["en"])
    original_lang: Code | None = Field(None, description="language it was translated from", examples=["el"])
    copies: Copies | None = Field(
        None, description="the one report or agency copy it reprints", examples=[{"actor": "news-agency"}]
    )
    cites: ActorIds = Field((), description="bodies it quotes, for the reader", examples=["ottoman-court"])
    close_to: ActorIds = Field((), description="actors it stands close to", examples=["byzantine-empire"])
    tertiary: YesNo = Field(False, description="true for encyclopaedias and the like", examples=[True])
    licence: Text | None = Field(None, description="terms of its text", examples=["CC BY 4.0"])
    reading_notes: Markdown = Field(
        "", description="what to know when reading it", examples=["Its years begin in September."]
    )

    @property
    def label(self) -> str:
        return self.title

    @model_validator(mode="after")
    def archive_or_reason(self) -> "SourceFields":
        if self.archive and self.no_archive:
            raise refuse("fields-conflict", "`archive` stands beside `no_archive`", hint="keep one", field="no_archive")
        return self


if TYPE_CHECKING:
    SourceRival = RivalBase
else:
    SourceRival = rival_of(SourceFields, single={})


class Source(SourceFields):
    """One document, as authored."""

    rivals: Annotated[tuple[SourceRival, ...], AS_LIST] = Field(
        (),
        description="other values, each with who holds it",
        examples=[{"published": "2017-11-05", "why": "The printed edition has the day after."}],
    )
