"""`fasti date`: the specification's own examples through standard input, and what people are shown."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.edtf.test_conformance import TABLE
from tests.kit.golden import Golden

HERE = Path(__file__).parent
EXAMPLES = HERE / "specification.txt"
KEYS = "version text valid level earliest latest start end approximate uncertain wording error".split()


def date(*arguments: str, typed: bytes = b"") -> tuple[int, str, str]:
    """The exit code of `fasti date` in an empty folder, and what it wrote to output and to errors."""
    done = subprocess.run(
        [sys.executable, "-m", "fasti.cli", "date", *arguments],
        input=typed,
        capture_output=True,
        cwd="/",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def expected(row: list[str]) -> dict[str, object]:
    """What the table of examples says, as the command tells it."""
    text, level, earliest, latest, marks, words = row
    return dict(
        zip(
            KEYS,
            (
                *(1, text, True, int(level)),
                *(None if side in ("open", "unknown") else side for side in (earliest, latest)),
                *(side if side in ("open", "unknown") else "known" for side in (earliest, latest)),
                *("~" in marks, "?" in marks, words, None),
            ),
            strict=True,
        )
    )


def test_every_example_of_the_specification_is_told_line_by_line():
    rows = {row[0]: row for row in TABLE["accepted"]}
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    code, told, errors = date("-", "--format", "json", typed=EXAMPLES.read_bytes())
    assert told == "".join(f"{json.dumps(expected(rows[line]))}\n" for line in lines)
    assert (code, errors) == (0, "")


def test_the_examples_are_of_every_level_and_in_the_order_of_the_table():
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    rows = {row[0]: row for row in TABLE["accepted"]}
    assert {rows[line][1] for line in lines} == {"0", "1", "2"}
    assert [row[0] for row in TABLE["accepted"] if row[0] in lines] == lines


def test_people_are_shown_bounds_and_words_or_the_fault_and_what_to_write(golden: Golden):
    typed = (
        "2017-09~\n2017-10-17\n2017-06/..\n/2017-06-16\n?2004-06-~11\n\n2017-02-30\nlate June 2017\n03/04/2017\n2017 \n"
    )
    code, told, errors = date("-", typed=typed.encode())
    golden.check(HERE / "golden/date.txt", told)
    assert (code, errors) == (1, "")


def test_a_refused_date_has_nothing_but_its_fault_and_ends_with_1():
    code, told, _ = date("2017-02-30", "--format", "json")
    error = {
        "offset": 8,
        "message": "February 2017 has 28 days",
        "hint": "its last day is `2017-02-28`; write `2017-02` if the day is not known",
    }
    nothing = dict.fromkeys(KEYS) | {"version": 1, "text": "2017-02-30", "valid": False, "error": error}
    assert (code, told) == (1, f"{json.dumps(nothing)}\n")


def test_years_before_christ_are_dates_and_not_options():
    code, told, _ = date("-0043-03-15", "-004X", "--format", "json")
    assert code == 0
    assert [(line["text"], line["wording"]) for line in map(json.loads, told.splitlines())] == [
        ("-0043-03-15", "15 March 44 BC"),
        ("-004X", "some year between 50 BC and 41 BC"),
    ]


def test_standard_input_stands_where_the_hyphen_stands_and_may_come_from_another_system():
    code, told, _ = date("1066", "-", "1453", "--format", "json", typed="\ufeff1985\r\n \n0476\r\n".encode())
    assert code == 0
    assert [json.loads(line)["text"] for line in told.splitlines()] == ["1066", "1985", "0476", "1453"]


def test_what_is_no_text_is_refused_and_the_rest_is_read():
    code, told, _ = date("-", typed=b"\xff\n2017\n")
    assert told == (
        "\ufffd\n^ `\ufffd` does not belong here\n\n"
        "2017\n  in words  2017\n  earliest  2017-01-01\n  latest    2017-12-31\n  EDTF      level 0\n"
    )
    assert code == 1


def test_nothing_that_is_typed_reaches_the_terminal_raw():
    _, told, _ = date("2017\x1b[31m")
    assert told == "2017<U+001B>[31m\n    ^ the character U+001B does not belong here\n"


def test_no_date_and_an_unknown_option_are_wrong_use():
    assert [date()[0], date("--no-such", "2017")[0], date("--format", "xml", "2017")[0]] == [2, 2, 2]
