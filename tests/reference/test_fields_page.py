"""The reference of fields is what the record types say: `make golden` writes it, and this test finds it old."""

from __future__ import annotations

from typing import Any, get_args

from fasti.authoring import file_name
from fasti.reading import FOLDERS
from fasti.reading.skeleton import in_brackets
from fasti.records import RECORD_TYPES, Event, Model, Record, Vocabulary
from tests.house.package import ROOT
from tests.kit.golden import Golden

PAGE = ROOT / "content/pages/reference/fields.md"
MARKER = "<!-- Made from the record types by `make golden`. -->\n"


def parts(annotation: Any) -> list[type[Model]]:
    """The models that a type holds, however deep in lists and mappings."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [found for inner in get_args(annotation) for found in parts(inner)]


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def table(model: type[Model], leave_out: frozenset[str] = frozenset()) -> str:
    rows = ["| Field | | Meaning | Example |", "|---|---|---|---|"]
    for key, field in model.written_fields().items():
        if key not in leave_out:
            needed = "needed" if field.is_required() else ""
            examples = "<br>".join(f"`{cell(in_brackets(example))}`" for example in field.examples or [])
            rows.append(f"| `{key}` | {needed} | {cell(field.description or '')} | {examples} |")
    return "\n".join(rows) + "\n"


def reference() -> str:
    shared = frozenset(Record.written_fields())
    folders = {kind: folder for folder, kind in FOLDERS.items()}
    text = ""
    seen: dict[type[Model], str] = {}
    for kind, model in RECORD_TYPES.items():
        text += f"\n## {kind.capitalize()}\n\nOne file each in `content/{folders[kind]}/`. "
        text += (
            f"Besides, what [every record](#every-record) takes. For editors: `content/schema/{file_name(kind)}`.\n\n"
        )
        own = {key for key in model.written_fields() if key not in shared or model is Event and key == "rivals"}
        text += table(model, shared - own)
        for key, field in model.written_fields().items():
            seen |= {inner: f"`{key}`" for inner in parts(field.annotation) if inner not in seen}
    text += "\n## Every record\n\n" + table(Record)
    text += "\n## Inside fields\n\nWhere a field holds more than one value in one mapping, these are its own fields.\n"
    text += "`rivals` take the fields of their record, one in each item, beside `who`, `stance`, `sources`, `why` and `status`.\n"
    named = {inner: where for inner, where in seen.items() if where != "`rivals`"}
    for inner, where in sorted(named.items(), key=lambda found: (found[1], found[0].__name__)):
        text += f"\n### {inner.__name__}, in {where}\n\n{table(inner)}"
    return text + "\n## Vocabulary\n\nOne file, `content/vocabulary.yml`.\n\n" + table(Vocabulary)


def test_the_reference_of_fields_is_what_the_record_types_say(golden: Golden):
    written = PAGE.read_text(encoding="utf-8").split(MARKER)[0]
    golden.check(PAGE, written + MARKER + reference())


def test_every_field_is_explained():
    models: tuple[type[Model], ...] = (*RECORD_TYPES.values(), Vocabulary)
    for model in models:
        assert [key for key, field in model.written_fields().items() if not field.description] == []
