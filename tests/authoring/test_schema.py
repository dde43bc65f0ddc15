"""The schemas for editors say what the check says of the shape of a record, field by field and fault by fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from fasti.authoring import IN_PART, ONLY_CHECK, SCHEMAS, modeline, schema_of, stale_schemas
from fasti.cli import cli
from fasti.diagnostics import Report
from fasti.pipeline import check
from fasti.reading import parse_entry, settings_for
from fasti.reading.site import read_vocabulary
from fasti.reading.tree import Tree
from fasti.records import KINDS, RECORD_TYPES, Vocabulary
from fasti.settings import Settings
from tests.authoring.verdict import check_says, kind_of, schema_says, schemas_say
from tests.house.package import ROOT
from tests.kit.builders import an_event
from tests.kit.corpus import VOCABULARY, a_corpus
from tests.kit.reference_page import ReferencePage, reference_pages
from tests.reading.an_issue import AROUND, FAULTS
from tests.records.test_fields import EVENT as CONFLICTS
from tests.records.test_shorthands import EVENT as SHORTHANDS
from tests.records.test_shorthands import OTHERS

OPEN = Vocabulary()
PARTLY = {part.code for part in IN_PART}


def test_the_schemas_of_this_repository_are_fresh():
    report = Report()
    site = settings_for(ROOT, report)
    assert list(stale_schemas(site, read_vocabulary(Tree(ROOT), site, report))) == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_one_of_the_dialect_that_it_names(kind: str):
    schema = schema_of(kind, OPEN)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def properties(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that a schema describes for people; the rules between fields describe none."""
    if isinstance(schema, dict):
        for key, part in schema.get("properties", {}).items():
            if isinstance(part, dict) and "title" in part:
                yield f"{path}/{key}", part
        for key, part in schema.items():
            if key not in ("allOf", "if", "then", "else"):
                yield from properties(part, f"{path}/{key}")


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_field_has_a_title_a_description_and_examples_that_keep_to_it(kind: str):
    schema = schema_of(kind, OPEN)
    found = list(properties(schema))
    assert len(found) > 5
    for path, field in found:
        assert field["title"] and field["description"], path
        assert field["examples"], path
        whole = {"$defs": schema["$defs"], **field}
        for example in field["examples"]:
            assert [one.message for one in Draft202012Validator(whole).iter_errors(example)] == [], path


# Every field of every kind with each of its examples, in a record that is otherwise complete.
NEEDED: dict[str, dict[str, Any]] = {
    "event": {"title": "A", "type": "battle"},
    "place": {"names": "A", "kind": "city"},
    "actor": {"names": "A", "kind": "state"},
    "source": {"title": "A", "kind": "book"},
    "series": {"title": "A", "measure": "defenders"},
}
BESIDE: dict[tuple[str, str], dict[str, Any]] = {
    ("event", "now_held_by"): {"where": "a"},
    ("event", "rivals"): {"when": "1453"},
    **{(kind, "withdrawn"): {"status": "withdrawn"} for kind in KINDS},
}
EXAMPLES = [
    (kind, {**NEEDED[kind], **BESIDE.get((kind, key), {}), key: example})
    for kind, model in RECORD_TYPES.items()
    for key, field in model.written_fields().items()
    for example in field.examples or ()
]


def as_yaml(value: Any) -> str:
    """A value on one line of YAML, its texts without quotes where they can be, as authors write them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_yaml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    special = not text or text[0] in "#[]{}&*!|>'\"%@`" or any(mark in text for mark in (": ", " #", ","))
    inner = {"[", "]", "{", "}"} & set(text)
    return json.dumps(text, ensure_ascii=False) if special or inner else text


def as_record(fields: dict[str, Any]) -> str:
    return "".join(f"{key}: {as_yaml(value)}\n" for key, value in fields.items())


def shape_faults(kind: str, text: str) -> list[str]:
    """The codes of what reading alone finds in a record."""
    report = Report()
    parse_entry(text, f"{kind}.yml", kind, Settings(project=Path("unused")), report)
    return sorted({found.rule.code for found in report.diagnostics})


@pytest.mark.parametrize("kind, fields", EXAMPLES, ids=[f"{kind} {list(fields)[-1]}" for kind, fields in EXAMPLES])
def test_every_example_is_one_that_the_check_accepts(kind: str, fields: dict[str, Any]):
    text = as_record(fields)
    if "when" in fields and isinstance(fields["when"], list):
        text = text.replace('"', "")
    assert (shape_faults(kind, text), schema_says(kind, text, "{}")) == ([], [])


# The same verdict.


def test_the_whole_content_keeps_to_its_schemas():
    files = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "content").rglob("*"))
        if path.is_file() and kind_of(path.relative_to(ROOT).as_posix())
    }
    assert len(files) > 200
    assert schemas_say(files) == []


@pytest.mark.parametrize("page", reference_pages(), ids=lambda page: page.code)
def test_the_example_of_a_fault_is_refused_by_the_schema_unless_only_the_check_can_know(page: ReferencePage):
    refused = bool(schemas_say(page.files))
    assert refused == (page.code not in ONLY_CHECK), schemas_say(page.files)


def test_nothing_is_listed_that_is_no_fault():
    codes = {page.code for page in reference_pages()}
    assert set(ONLY_CHECK) <= codes
    assert codes >= PARTLY and not PARTLY & set(ONLY_CHECK)


@pytest.mark.parametrize("part", IN_PART, ids=lambda part: part.what)
def test_what_only_the_check_knows_of_a_code_passes_the_schema(part: Any):
    assert schema_says(part.kind, part.example) == []
    assert shape_faults(part.kind, part.example) == [part.code]


FIXTURES: dict[str, tuple[str, str | bytes]] = {
    **{f"everyday: {name}": ("event", next(iter(files.values()))) for name, files in FAULTS.items() if len(files) == 1},
    **{f"around: {path}": ("place", text) for path, text in AROUND.items()},
    **{f"short: {name}": ("event", an_event(**short)) for name, (short, _) in SHORTHANDS.items()},
    **{f"long: {name}": ("event", an_event(**long)) for name, (_, long) in SHORTHANDS.items()},
    **{f"short: {name}": (kind, short) for name, (kind, short, _) in OTHERS.items()},
    **{f"long: {name}": (kind, long) for name, (kind, _, long) in OTHERS.items()},
    **{f"conflict: {name}": ("event", an_event(**fields)) for name, (fields, _) in CONFLICTS.items()},
}
TEXTS = {
    name: (kind, text)
    for name, (kind, text) in FIXTURES.items()
    if isinstance(text, str) and text and "---" not in text
}


@pytest.mark.parametrize("kind, text", TEXTS.values(), ids=TEXTS)
def test_schema_and_check_give_one_verdict_on_the_shape_of_a_fixture(kind: str, text: str):
    found = shape_faults(kind, text)
    known = [code for code in found if code not in ONLY_CHECK]
    said = schema_says(kind, text, "{}")
    assert bool(said) == bool(known) or (not said and set(known) <= PARTLY), (found, said)


# What people may write in the wrong place, or in the right one. Bare `true` and `null` are words of YAML to an editor.
ODD = [
    "", "x", "A B", "Raqqa", 5, -5, 1.5, "2017-02-30", "1453", "0476", "1453-05~", "late June", "yes", "nobody",
    "not-said", "civilians", "chronicle p5", "chronicle p0-5", "a.start", "nearly 96", "around 96", "5 days", "07:30", "Z",
    "'#AA3D25'", "41, 28", "draft", "withdrawn", "held", "shared", [], {}, ["a", "b"], ["nobody", "a"], [[]], {"a": "b"},
    {"date": "1453"}, {"from": "1453", "to": "1454"}, {"at": "a"}, {"at": "a", "near": "b"}, {"text": "A"}, {"actor": "a"},
    {"source": "a", "at": "p5"}, {"place": "a", "held_by": "b"}, {"measure": "m", "value": 5}, {"when": 1453, "who": "a"},
]  # fmt: skip
COMPLETE = {
    kind: {
        **NEEDED[kind],
        **{
            key: field.examples[0]
            for key, field in model.written_fields().items()
            if field.examples
            and key not in (*NEEDED[kind], "withdrawn", "evidence", "now_held_by", "no_archive", "when", "rivals")
        },
        "evidence": {"sources": {"sources": "chronicle p5"}},
        **({"when": {"from": "1453-04-06", "to": "1453-05-29", "edges_known": "to"}} if kind == "event" else {}),
        "status": "published",
    }
    for kind, model in RECORD_TYPES.items()
}


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from places_in(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from places_in(part, (*path, index))


def changed(value: Any, path: tuple[Any, ...], change: Any) -> Any:
    """A copy with another value at one place, or with a key more or less there."""
    if path:
        step, rest = path[0], path[1:]
        if isinstance(value, dict):
            return {key: changed(part, rest, change) if key == step else part for key, part in value.items()}
        return [changed(part, rest, change) if index == step else part for index, part in enumerate(value)]
    return change(value)


@given(st.data())
@settings(max_examples=500, phases=[Phase.generate])
def test_a_record_with_something_odd_in_it_gets_one_verdict(data: st.DataObject):
    kind = data.draw(st.sampled_from(KINDS))
    fields = COMPLETE[kind]
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from(list(places_in(fields))))
        odd = data.draw(st.sampled_from(ODD))
        key = data.draw(st.sampled_from(["", "", "odd", "when", "who", "sources", "place", "note"]))
        fields = changed(
            fields, path, lambda held, odd=odd, key=key: {**held, key: odd} if key and isinstance(held, dict) else odd
        )
    text = as_record(fields).replace("\"'", "'").replace("'\"", "'")
    found, said = shape_faults(kind, text), schema_says(kind, text, "{}")
    known = [code for code in found if code not in ONLY_CHECK]
    assert bool(said) == bool(known) or (not said and set(known) <= PARTLY), (text, found, said)


def test_a_word_that_the_vocabulary_does_not_declare_is_refused_by_both():
    for kind, text in (
        ("event", "title: A\ntype: battel\n"),
        ("event", "title: A\ntype: battle\nparticipants: {speaker: a}\n"),
        ("event", "title: A\ntype: battle\nfigures: {measure: share-of-empire, value: 5}\n"),
        ("series", "title: A\nmeasure: share-of-empire\nof: x\n"),
        ("series", "title: A\nmeasure: share-of-empire\ndirection: held\n"),
        ("series", "title: A\nmeasure: defenders\ndirection: held\n"),
        ("place", "names: A\nkind: town\n"),
        ("actor", "names: A\nkind: army\n"),
        ("source", "title: A\nkind: wire\n"),
    ):
        folder = "series" if kind == "series" else f"{kind}s"
        codes = set(check_says({f"{folder}/x.yml": text, "actors/a.yml": "names: A\nkind: state\n"}))
        assert codes & {"FST201", "FST209", "FST307"}, text
        assert schema_says(kind, text, VOCABULARY), text


# The command.


def run(*arguments: str) -> tuple[int, str]:
    told = CliRunner().invoke(cli, ["schema", *arguments])
    return told.exit_code, told.output


def test_the_command_prints_one_schema_and_writes_all():
    project = a_corpus()
    code, out = run("place", "--project", str(project))
    assert (code, json.loads(out)["title"]) == (0, "Place")
    lines = [f"content/schema/{kind}.schema.json\n" for kind in SCHEMAS]
    assert run("--check", "--project", str(project)) == (1, "".join(f"old {line}" for line in lines))
    assert run("--write", "--project", str(project)) == (0, "".join(f"wrote {line}" for line in lines))
    assert (project / "content/schema/place.schema.json").read_text(encoding="utf-8") == out
    assert run("--check", "--project", str(project)) == (0, "")
    (project / "content/vocabulary.yml").write_text(VOCABULARY.replace("  city: {label: City}\n", ""), encoding="utf-8")
    assert run("--check", "--project", str(project)) == (1, "old content/schema/place.schema.json\n")
    assert check(settings_for(project, Report())).diagnostics == ()


def test_the_command_wants_one_thing_at_a_time():
    project = a_corpus()
    assert run("--project", str(project))[0] == 2
    assert run("place", "--write", "--project", str(project))[0] == 2


def test_a_modeline_leads_from_a_record_to_its_schema():
    assert modeline("places/raqqa.yml", "place") == "# yaml-language-server: $schema=../schema/place.schema.json"
    assert modeline("events/2017/a.yml", "event") == "# yaml-language-server: $schema=../../schema/event.schema.json"
