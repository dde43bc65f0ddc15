"""What every kind of record has in common: evidence, sources, media, standing and former ids.

Input: the mapping of a file. Output: a frozen record. Invariant: a withdrawn record says when and why.
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from fasti.diagnostics import suggest
from fasti.records.base import AS_LIST, Code, Markdown, Model, described, refuse
from fasti.records.citation import Citations
from fasti.records.claims import Evidence, Medias, Withdrawn
from fasti.records.ids import SLUG, slug_fault
from fasti.records.shapes import Shape, ecma, pattern, whole

FORMER = Shape(
    "former-id",
    {
        **pattern(whole(ecma(SLUG), loose=True), "an id has only a-z, 0-9 and single hyphens"),
        "type": ["string", "integer"],
    },
)


def read_former_id(value: Any) -> str:
    """An id this record once had; its address redirects to the present one."""
    if not isinstance(value, str):
        raise refuse("wrong-type", f"this holds {described(value)} where a former id belongs")
    if fault := slug_fault(value.strip()):
        raise refuse("value-not-allowed", fault)
    return value.strip()


class Record(Model):
    """The fields that every kind takes."""

    kind_of_record: ClassVar[str] = ""
    together = {
        "if": {"required": ["status"], "properties": {"status": {"const": "withdrawn"}}},
        "then": {"required": ["withdrawn"]},
        "else": {"properties": {"withdrawn": False}},
    }
    last: ClassVar[tuple[str, ...]] = (
        "rivals",
        "evidence",
        "sources",
        "media",
        "external",
        "status",
        "withdrawn",
        "formerly",
        "body",
    )

    sources: Citations = Field(
        (),
        description="the documents the record rests on",
        examples=["chronicle p5", ["chronicle p5-7", "letters page 12"]],
    )
    body: Markdown = Field(
        "",
        description="prose in Markdown",
        examples=["The walls held for seven weeks, as [a chronicle](source:chronicle) has it."],
    )
    evidence: dict[str, Evidence] = Field(
        {},
        description="what single fields rest on, where that is not `sources`",
        examples=[{"body": {"sources": "letters page 12", "basis": "outside"}}],
    )
    media: Medias = Field(
        (),
        description="pictures, with alternative text",
        examples=[{"file": "walls.jpg", "alt": "The walls from the west"}],
    )
    external: dict[str, Code] = Field(
        {}, description="ids in other datasets, for re-import", examples=[{"wikidata": "Q154504"}]
    )
    status: Literal["published", "draft", "withdrawn"] = Field(
        "published", description="published, draft or withdrawn", examples=["draft"]
    )
    withdrawn: Withdrawn | None = Field(
        None,
        description="when and why, for a withdrawn record",
        examples=[{"on": "2026-01-31", "why": "The same event as another entry."}],
    )
    formerly: Annotated[tuple[Annotated[str, BeforeValidator(read_former_id), FORMER], ...], AS_LIST] = Field(
        (), description="former ids, which redirect here", examples=["taking-of-constantinople"]
    )

    @property
    def label(self) -> str:
        """The name of the record for readers."""
        raise NotImplementedError

    @property
    def published_now(self) -> bool:
        """Whether it stands in orders, ledgers and lists."""
        return self.status == "published"

    @model_validator(mode="after")
    def standing(self) -> "Record":
        if (self.status == "withdrawn") != (self.withdrawn is not None):
            raise refuse(
                "fields-conflict",
                "`status: withdrawn` and `withdrawn` go together",
                hint="write both: `withdrawn: {on: 2026-01-31, why: …}`",
                field="status" if self.status == "withdrawn" else "withdrawn",
            )
        return self

    @model_validator(mode="after")
    def evidence_for_fields(self) -> "Record":
        names = {field.alias or name for name, field in type(self).model_fields.items()}
        for key in self.evidence:
            if key not in names:
                raise refuse(
                    "value-not-allowed",
                    f"`evidence` speaks of `{key}`, which is no field of {article(self.kind_of_record)}",
                    hint=suggest.hint(key, sorted(names)) or "write the field of the record that it is about",
                    field=("evidence", key),
                )
        return self


def article(kind: str) -> str:
    """`an event`, `a place`."""
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"
