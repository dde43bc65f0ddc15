"""`fasti order`, as a person and as a program ask for it."""

from __future__ import annotations

import json

from click.testing import CliRunner

from fasti.cli import cli
from tests.kit.builders import a_source, an_event
from tests.kit.corpus import a_corpus

FILES = {
    "events/a.yml": an_event(when="2017-05-01", sources="paper p1"),
    "events/m.yml": an_event(after="a", before="z", sources="paper p2"),
    "events/z.yml": an_event(when="2017-06", sources="paper p3"),
    "sources/paper.yml": a_source(no_archive="printed"),
}


def test_the_order_is_one_line_an_event_with_its_reasons_below():
    told = CliRunner().invoke(cli, ["order", "--project", str(a_corpus(FILES))])
    assert (told.exit_code, told.stdout) == (
        0,
        "1  2017-05-01              dated     a\n"
        "2  2017-05-01..2017-06-30  stated    m\n"
        "     after a  (content/events/m.yml:3)\n"
        "     before z  (content/events/m.yml:4)\n"
        "3  2017-06-01..2017-06-30  stated    z\n"
        "     after m  (content/events/m.yml:4)\n",
    )


def test_for_programs_the_order_is_one_object():
    told = CliRunner().invoke(cli, ["order", "--format", "json", "--project", str(a_corpus(FILES))])
    order = json.loads(told.stdout)
    assert [(e["id"], e["position"], e["earliest"], e["latest"], e["basis"]) for e in order["events"]] == [
        ("a", 1, "2017-05-01", "2017-05-01", "dated"),
        ("m", 2, "2017-05-01", "2017-06-30", "stated"),
        ("z", 3, "2017-06-01", "2017-06-30", "stated"),
    ]
    assert order["undated"] == [] and order["version"] == 1


def test_with_faults_the_order_is_told_and_ends_with_1():
    files = {**FILES, "events/z.yml": an_event(when="2017-04", sources="paper p3")}
    told = CliRunner().invoke(cli, ["order", "--project", str(a_corpus(files))])
    assert told.exit_code == 1 and len(told.stdout.splitlines()) >= 3
    assert told.stderr == "1 error in 1 file: `fasti check` tells them\n"


def asked(*arguments: str) -> tuple[int, str, str]:
    """Exit code, output and errors of `fasti order` for what falls in a date."""
    files = {
        **FILES,
        "events/touches.yml": an_event(when="[2017-05-20..2017-06-01]"),
        "events/hole.yml": an_event(when="[2017-05, 2017-07]"),
        "events/siege.yml": an_event(when="2016/2018"),
        "events/nowhere.yml": an_event(),
    }
    told = CliRunner().invoke(cli, ["order", *arguments, "--project", str(a_corpus(files))])
    return told.exit_code, told.stdout, told.stderr


def test_what_falls_in_a_date_is_told_in_two_numbers_and_two_lists():
    assert asked("--in", "2017-06") == (
        0,
        "2017-06 (June 2017): certainly 2 events, possibly 2 more\n"
        "certainly\n"
        "1  2016-01-01..2018-12-31  siege\n"
        "6  2017-06-01..2017-06-30  z\n"
        "possibly\n"
        "3  2017-05-01..2017-06-30  m\n"
        "5  2017-05-20..2017-06-01  touches\n"
        "undated, so not asked: 1 event\n",
        "",
    )


def test_a_range_or_a_set_can_be_asked_for_as_well_and_programs_get_the_order_too():
    whole = json.loads(asked("--format", "json")[1])
    told = json.loads(asked("--in", "[2017-05, 2017-07]", "--format", "json")[1])
    falling = {"in": "[2017-05, 2017-07]", "certain": ["siege", "a", "hole"], "possible": ["m", "touches"]}
    assert told == whole | falling
    assert asked("--in", "2015/2017-05-19")[1].startswith(
        "2015/2017-05-19 (from 2015 to 19 May 2017): certainly 2 events, possibly 2 more\n"
    )


def test_what_is_no_date_to_ask_for_is_wrong_use_and_told_at_its_character():
    assert asked("--in", "June 2017") == (
        2,
        "",
        "June 2017\n^ `June` is not part of a date\n  hint: write `2017-06`\n",
    )
    assert asked("--in", "2017-06/", "--format", "json") == (
        2,
        "",
        "2017-06/\n        ^ an unknown end is no limit to ask about\n  hint: write `..` if there is to be none\n",
    )
