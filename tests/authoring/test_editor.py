"""An editor with the language server for YAML: completes, explains and underlines what the check would refuse."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count

import pytest
from click.testing import CliRunner

from fasti.authoring import IN_PART, modeline
from fasti.cli import cli
from tests.authoring.editor import Editor, Fault
from tests.authoring.test_schema import TEXTS, as_record, shape_faults
from tests.authoring.verdict import schema_says
from tests.house.package import ROOT
from tests.kit.corpus import a_corpus

HEAD = f"{modeline('events/1453/x.yml', 'event')}\n"


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    project = a_corpus()
    assert CliRunner().invoke(cli, ["schema", "--write", "--project", str(project)]).exit_code == 0
    running = Editor(project)
    yield running
    running.close()


NUMBERS = count()


def written(editor: Editor, text: str) -> str:
    """A file of its own each time, so that no answer is about the one before."""
    path = f"content/events/1453/x-{next(NUMBERS)}.yml"
    file = editor.project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD + text, encoding="utf-8")
    return path


def test_a_wrong_key_is_underlined_at_its_place_as_the_check_does(editor: Editor):
    text = "title: A\ntype: battle\nsays:\n  - who: army\n    what: x\n    stanse: doubts\n"
    assert editor.faults(written(editor, text)) == [Fault(7, 5, "Property stanse is not allowed.")]
    assert shape_faults("event", text) == ["FST202"]


def test_a_right_record_has_nothing_underlined(editor: Editor):
    text = "title: 1984\ntype: battle\nwhen: 0476\nwhere: [a, b]\nsources: chronicle p5\nfigures: {measure: defenders, value: 7000}\n"
    assert editor.faults(written(editor, text)) == []


def test_a_wrong_value_is_told_in_the_words_of_the_field(editor: Editor):
    text = (
        "title: A\ntype: battle\nwhen: late June\nwhere: The City\nlasted: seven weeks\nsources: [chronicle para 5]\n"
    )
    assert [
        (fault.line, fault.column, fault.message.split(":")[0]) for fault in editor.faults(written(editor, text))
    ] == [
        (4, 7, "no date"),
        (5, 8, "write an id"),
        (6, 9, "write about 4 months, at most 10 days, 2 to 3 weeks or within hours"),
        (7, 11, "write the id of the source and where it says so"),
    ]


def test_keys_and_values_are_completed(editor: Editor):
    path = written(editor, "title: A\ntype: \nhappened: \n")
    assert editor.completions(path, 3, 7) == ["capture", "siege", "battle", "statement", "count"]
    assert editor.completions(path, 4, 11) == ['"yes"', "claimed", "disputed", "denied"]
    keys = editor.completions(written(editor, "title: A\ntype: battle\n\n"), 4, 1)
    assert {"when", "where", "participants", "now_held_by", "rivals", "sources", "body"} <= set(keys)
    assert not {"title", "type"} & set(keys) and len(keys) == len(set(keys))
    roles = editor.completions(written(editor, "title: A\ntype: battle\nparticipants:\n  a\n"), 5, 4)
    assert roles == ["attacker", "defender", "supporter"]


def test_a_key_explains_itself(editor: Editor):
    path = written(editor, "title: A\ntype: battle\nlasted: 2 days\n")
    shown = editor.hover(path, 4, 2)
    assert shown.startswith(
        "#### lasted\n\nhow long, as told: \\`nearly 3 years\\`\n\nExample:\n\n```yaml\nnearly 2 months\n```\n"
    )


SAMPLE = sorted(TEXTS)[::6]


def test_the_editor_gives_the_verdict_of_the_schema_and_the_check(editor: Editor):
    """A sample, because each asks the server; `test_schema.py` has the whole."""
    different = []
    for name in SAMPLE:
        kind, text = TEXTS[name]
        if kind == "event":
            path = written(editor, text.replace("type: capture", "type: battle"))
            underlined = [fault for fault in editor.faults(path) if "not accepted. Valid values" not in fault.message]
            if bool(underlined) != bool(schema_says(kind, text, "{}")):
                different.append((name, underlined, shape_faults(kind, text)))
    assert len(SAMPLE) > 10
    assert different == []


def test_what_only_the_check_knows_is_not_underlined(editor: Editor):
    for part in IN_PART:
        if part.kind == "event":
            assert editor.faults(written(editor, part.example)) == [], part.what


def test_the_settings_for_vs_code_lead_to_the_same_schemas_without_a_modeline():
    for folder in (ROOT, ROOT / "generator/fasti/authoring/template"):
        found = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
        assert json.loads((folder / ".vscode/extensions.json").read_text(encoding="utf-8")) == {
            "recommendations": ["redhat.vscode-yaml"]
        }
    project = a_corpus({"places/x.yml": as_record({"names": "A", "kind": "city", "at": "somewhere"})})
    assert CliRunner().invoke(cli, ["schema", "--write", "--project", str(project)]).exit_code == 0
    schemas = {(project / path).as_uri(): glob for path, glob in found["yaml.schemas"].items()}
    for path in found["yaml.schemas"]:
        assert (project / path).is_file()
    running = Editor(project, {"schemas": schemas})
    try:
        assert [fault[:2] for fault in running.faults("content/places/x.yml")] == [(3, 5)]
    finally:
        running.close()
