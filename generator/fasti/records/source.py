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
from fasti.records.when import Date


class Archive(Model):
    """An archived copy, and when it was made."""

    url: Text = Field(min_length=1)
    at: Date | None = None


class Copies(Model):
    """The one report or agency copy that a document reprints."""

    actor: ActorId | None = None
    source: SourceId | None = None

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

    title: Text = Field(min_length=1, description="as printed")
    kind: Code = Field(min_length=1, description="a source kind of content/vocabulary.yml")
    publisher: Text | None = Field(None, description="who published it")
    authors: Texts = Field((), description="who wrote it")
    published: Date | None = Field(None, description="when it was published")
    news_day: Date | None = Field(None, description="the day its `Friday` counts from")
    url: Text | None = Field(None, description="its address")
    archive: Annotated[Archive, BeforeValidator(as_archive)] | None = Field(None, description="an archived copy")
    no_archive: Text | None = Field(None, description="why there is no archived copy")
    lang: Code | None = Field(None, description="language, BCP 47")
    original_lang: Code | None = Field(None, description="language it was translated from")
    copies: Copies | None = Field(None, description="the one report or agency copy it reprints")
    cites: ActorIds = Field((), description="bodies it quotes, for the reader")
    close_to: ActorIds = Field((), description="actors it stands close to")
    tertiary: YesNo = Field(False, description="true for encyclopaedias and the like")
    licence: Text | None = Field(None, description="terms of its text")
    reading_notes: Markdown = Field("", description="what to know when reading it")

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

    rivals: Annotated[tuple[SourceRival, ...], AS_LIST] = Field((), description="other values, each with who holds it")
