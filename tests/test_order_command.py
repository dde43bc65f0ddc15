"""`fasti order`, as a person and as a program ask for it."""

from __future__ import annotations

import json

from click.testing import CliRunner

from fasti.cli import cli
from tests.kit.builders import an_event
from tests.kit.corpus import a_corpus

FILES = {
    "events/a.yml": an_event(when="2017-05-01"),
    "events/m.yml": an_event(after="a", before="z"),
    "events/z.yml": an_event(when="2017-06"),
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
    files = {**FILES, "events/z.yml": an_event(when="2017-04")}
    told = CliRunner().invoke(cli, ["order", "--project", str(a_corpus(files))])
    assert told.exit_code == 1 and len(told.stdout.splitlines()) >= 3
    assert told.stderr == "1 error in 1 file: `fasti check` tells them\n"
