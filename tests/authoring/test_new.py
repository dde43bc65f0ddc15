"""`fasti new` makes records that are valid and laid out, and says what is missing or in the way."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from fasti.authoring.new import proposed_id
from fasti.cli import cli
from fasti.diagnostics import Report, render_concise
from fasti.pipeline import check
from fasti.reading import settings_for
from fasti.reading.skeleton import scalar
from fasti.reading.yaml_text import compose
from fasti.records import KINDS
from tests.authoring.verdict import schema_says
from tests.kit.corpus import a_corpus

AROUND = {
    "events/siege-1529.yml": "title: The siege\ntype: siege\nwhen: 1529\nwhere: vienna\nparticipants: {attacker: army}\nsources: chronicle p1\nformerly: old-siege\n",
    "places/vienna.yml": "names: [Vienna, Wien]\nkind: city\nwithin: austria\nsources: chronicle p1\n",
    "places/austria.yml": "names: Austria\nkind: country\nsources: chronicle p1\n",
    "actors/army.yml": "names: The army\nkind: state\nsources: chronicle p1\n",
    "sources/chronicle.yml": "title: A chronicle\nkind: book\nno_archive: printed\n",
    "pages/places/graz.md": "# Graz\n",
}


def run(project: Path, *arguments: str) -> tuple[int, str, str]:
    told = CliRunner().invoke(cli, ["new", *arguments, "--project", str(project)])
    return told.exit_code, told.stdout, told.stderr


def codes(project: Path) -> list[str]:
    """Every fault but that nothing names a record yet, which is so of a new one."""
    found = render_concise(check(settings_for(project, Report())).diagnostics).splitlines()
    return [line for line in found if "FST509" not in line and "FST703" not in line and "FST701" not in line]


MADE = {
    "event": (
        ["--title", "Fall of Éger: the end", "--type", "battle", "--date", "1552-09~", "--where", "vienna", "--source", "chronicle p5"],
        "content/events/1552/fall-of-eger-end-1552.yml",
    ),
    "place": (["--name", "Buda", "--name", "Ofen", "--kind", "city", "--within", "austria", "--at", "47.5, 19.04"], "content/places/buda.yml"),
    "actor": (["--name", "The Sultan's guard", "--kind", "state", "--source", "chronicle p2"], "content/actors/sultans-guard.yml"),
    "source": (["--title", "Letters", "--kind", "book", "--published", "1560", "--no-archive", "printed"], "content/sources/letters-1560.yml"),
    "series": (
        ["--title", "Share held", "--measure", "share-of-empire", "--direction", "held", "--of", "the empire", "--source", "chronicle p5"],
        "content/series/share-held.yml",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_valid_laid_out_and_known_to_editors(kind: str):
    project = a_corpus(AROUND)
    arguments, path = MADE[kind]
    told = run(project, kind, *arguments, "--text", "Prose: with a colon.\n\n- and a list")
    assert told == (0, f"made {path}\nnext: say more in it, then run `fasti check`\n", "")
    assert codes(project) == []
    text = (project / path).read_text(encoding="utf-8")
    assert schema_says(kind, text) == []
    assert text.startswith(
        f"# yaml-language-server: $schema=../{'../' if kind == 'event' else ''}schema/{kind}.schema.json\n"
    )
    assert CliRunner().invoke(cli, ["fmt", "--check", "--project", str(project), str(project / path)]).exit_code == 0
    assert compose(text)[0].value["body"] == "Prose: with a colon.\n\n- and a list\n"


def test_a_new_event_as_a_whole():
    project = a_corpus(AROUND)
    arguments, path = MADE["event"]
    assert run(project, "event", *arguments)[0] == 0
    assert (project / path).read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../schema/event.schema.json\n"
        "# Lines that begin with # say nothing yet: take up what the sources say, and delete the rest.\n"
        "\n"
        "title: 'Fall of Éger: the end'\n"
        "type: battle\n"
        "when: 1552-09~\n"
        "# lasted: nearly 2 months  # how long, as told: `nearly 3 years`\n"
        "where: vienna\n"
        "# participants: {attacker: some-actor, defender: some-actor, supporter: some-actor}  # role to actors; the type declares the roles\n"
        "# says: {who: ottoman-court, what: The city was taken.}  # who said what\n"
        "# after: siege-of-constantinople.start  # not earlier than these\n"
        "# rivals: {when: 1453-05-30, who: ottoman-court, sources: letters page 12}  # other values, each with who holds it\n"
        "sources: chronicle p5\n"
        "# Prose in Markdown, below `body` and set in. [Words](place:some-id) lead to the page of a record.\n"
        "body: |\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_that_is_offered_can_be_taken_up(kind: str):
    project = a_corpus(AROUND)
    arguments, path = MADE[kind]
    assert run(project, kind, *arguments)[0] == 0
    lines = (project / path).read_text(encoding="utf-8").split("\n")
    offered = [line for line in lines if line.startswith("# ") and ": " in line and line.split(":")[0][2:].islower()]
    assert len(offered) > 1
    for line in offered:
        if line.startswith(("# yaml-language", "# archive", "# no_archive")):
            continue
        taken = "\n".join(line[2:] if line == other else other for other in lines)
        assert schema_says(kind, taken) == [], line


def test_everything_that_is_wrong_is_told_at_once_with_what_to_do():
    project = a_corpus(AROUND)
    arguments = [
        "--title",
        "X",
        "--type",
        "batle",
        "--date",
        "late June 2017",
        "--where",
        "viena",
        "--source",
        "zeitung p5",
    ]
    assert run(project, "event", *arguments) == (
        2,
        "",
        "error: --type: the vocabulary declares no `batle`; did you mean `battle`?\n"
        "error: --date: `late June 2017` is no date: `late` is not part of a date; write `[2017-06-21..2017-06-30]`\n"
        "error: --where: no place is called `viena`; did you mean `vienna`? or make it with `fasti new place --name …`\n"
        "error: --source: no source is called `zeitung`; use `chronicle` or make it with `fasti new source --title …`\n"
        "  = hint: `fasti new event --help` has an example; on a terminal `fasti new event` asks\n",
    )
    assert run(project, "event") == (
        2,
        "",
        "error: --title is missing: neutral, our words\n"
        "error: --type is missing: a code of content/vocabulary.yml; one of `capture`, `siege`, `battle`, `statement`, `count`\n"
        "  = hint: `fasti new event --help` has an example; on a terminal `fasti new event` asks\n",
    )
    assert not (project / "content/events/2017").exists()


CLASHES = {
    "an id that another has": (["event", "--title", "Siege", "--type", "siege", "--date", "1529"], "an event is called `siege-1529` already (content/events/siege-1529.yml)"),
    "an id that another had": (["event", "--title", "x", "--type", "siege", "--id", "old-siege"], "`old-siege` is a former id of `siege-1529` (content/events/siege-1529.yml) and never given again"),
    "an address of a page": (["place", "--name", "Graz", "--kind", "city"], "the page content/pages/places/graz.md has the address `places/graz/`"),
}  # fmt: skip


@pytest.mark.parametrize("arguments, message", CLASHES.values(), ids=CLASHES)
def test_an_id_that_is_taken_is_refused(arguments: list[str], message: str):
    code, out, err = run(a_corpus(AROUND), *arguments)
    assert (code, out) == (2, "")
    assert err.split("\n")[0] == f"error: {message}; if yours is another, name it with --id"


def test_an_id_that_is_none_is_refused_and_one_must_be_named_where_no_letter_is_latin():
    project = a_corpus(AROUND)
    assert run(project, "place", "--name", "A", "--kind", "city", "--id", "A B")[2].startswith(
        "error: --id: `A B` is no id"
    )
    assert run(project, "place", "--name", "A", "--kind", "city", "--id", "nobody")[2].startswith(
        "error: --id: `nobody` is a reserved"
    )
    assert run(project, "place", "--name", "الرقة", "--kind", "city")[2].startswith(
        "error: --id is missing: no id can be made"
    )
    assert run(project, "place", "--name", "الرقة", "--kind", "city", "--id", "raqqa")[0] == 0


IDS = {
    "Fall of Éger": "fall-of-eger-1552",
    "The army's Straße in Łódź, 1552": "armys-strasse-in-lodz-1552",
    "A": "1552",
    "Ж": "",
    "word " * 40: "-".join(["word"] * 12) + "-1552",
}


@pytest.mark.parametrize("title, expected", IDS.items())
def test_an_id_is_made_of_the_title_and_the_year(title: str, expected: str):
    found = proposed_id("event", {"title": (title,), "date": ("1552-09~",)})
    assert found == ("" if title == "A" else expected)


def test_a_year_before_christ_has_its_folder_and_its_words():
    project = a_corpus(AROUND)
    assert run(
        project, "event", "--title", "Ides", "--type", "battle", "--date", "-0043-03-15", "--source", "chronicle p1"
    )[1].startswith("made content/events/-0043/ides-44-bc.yml\n")
    assert codes(project) == []


HOSTILE = ["a: b", "- x", "# x", "[a", "{a}", "'", '"', "null", "~", "true", "1984", "a #b", "&a", "*a", "!a", "%a", "@a", "`a`", "a,b", "؟", "x:", "? a", "| a", "::error::x", ": x"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_what_it_is(text: str):
    assert compose(f"k: {scalar(text)}\n")[0].value == {"k": text}
    assert compose(f"k: [{scalar(text, inside=True)}]\n")[0].value == {"k": [text]}
    project = a_corpus(AROUND)
    assert run(project, "place", "--name", text, "--name", text + "2", "--kind", "city", "--id", "x")[0] == 0
    assert compose((project / "content/places/x.yml").read_text(encoding="utf-8"))[0].value["names"] == [
        text,
        text + "2",
    ]
    assert schema_says("place", (project / "content/places/x.yml").read_text(encoding="utf-8")) == []


def test_what_nobody_can_see_is_refused():
    assert run(a_corpus(AROUND), "place", "--name", "A\u202eB", "--kind", "city")[2].startswith(
        "error: an invisible character"
    )


def test_on_a_terminal_it_asks_and_offers_the_date_that_words_mean():
    project = a_corpus(AROUND)
    front, back = pty.openpty()
    command = [sys.executable, "-m", "fasti.cli", "new", "event", "--project", str(project)]
    asked = subprocess.Popen(command, stdin=back, stdout=back, stderr=back, env={**os.environ, "TERM": "dumb"})
    os.close(back)
    answers = "\nThe second siege\nsiege\nJune 1683\ny\nviena\nvienna\nchronicle p5\n\n"
    os.write(front, answers.encode())
    told = b""
    while True:
        try:
            part = os.read(front, 4096)
        except OSError:  # how Linux says that the other end has closed
            break
        if not part:
            break
        told += part
    os.close(front)
    assert asked.wait() == 0, told.decode()
    shown = told.decode().replace("\r\n", "\n")
    assert "this is needed" in shown and "write 1683-06? [Y/n]" in shown and "did you mean `vienna`?" in shown
    assert "made content/events/1683/second-siege-1683.yml" in shown
    text = (project / "content/events/1683/second-siege-1683.yml").read_text(encoding="utf-8")
    assert compose(text)[0].value == {
        "title": "The second siege", "type": "siege", "when": "1683-06", "where": "vienna", "sources": "chronicle p5", "body": "",
    }  # fmt: skip
    assert codes(project) == []


@pytest.mark.parametrize("kind", KINDS)
def test_help_shows_an_example_that_names_only_options_there_are(kind: str):
    told = CliRunner().invoke(cli, ["new", kind, "--help"])
    assert told.exit_code == 0
    text = " ".join(told.output.split())
    example = text.partition("Example: ")[2]
    assert example.startswith(f"fasti new {kind} --")
    for word in example.split():
        assert not word.startswith("--") or f"{word} " in text.partition("Example:")[0]
