"""The page about order is true: its tables are what the network finds, and its examples are run."""

from __future__ import annotations

import re

import pytest

from fasti.chronology import as_lines, asked_for, falling_as_lines
from fasti.edtf import Bounds, iso
from fasti.records.gap import read_gap
from tests.house.package import ROOT
from tests.kit.builders import an_event
from tests.kit.reports import ordered

PAGE = (ROOT / "content/pages/reference/order.md").read_text(encoding="utf-8")
FILES = re.findall(r'^```yaml title="content/([^"]+)"\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)
CONSOLE = dict(re.findall(r"^```console\n\$ ([^\n]+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


def rows(head: str) -> list[list[str]]:
    """The rows of the table with this head, without the marks of code."""
    match = re.search(rf"^{re.escape(head)}\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert match
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in match[1].splitlines()]


SAID = rows("| Written | Means | Can have begun | Can have ended |")
LENGTHS = rows("| Written | At least, in days | At most |")


def in_words(bounds: Bounds) -> str:
    first, last = (None if day is None else iso(day) for day in bounds)
    if first is None or last is None:
        return f"{first} or later" if first else f"{last} or earlier"
    return first if first == last else f"{first} to {last}"


@pytest.mark.parametrize("row", SAID, ids=lambda row: row[0])
def test_a_row_gives_the_bounds_that_follow_from_its_statement(row: list[str]):
    word, _, what = row[0].partition(": ")
    siege = an_event(type="siege", when="1683-07-14/1683-09-12")
    chronology, found = ordered({"events/siege.yml": siege, "events/x.yml": an_event(**{word: what})})
    assert found.lines == []
    assert [in_words(bounds) for bounds in chronology.window("x")] == row[2:]


@pytest.mark.parametrize("row", LENGTHS, ids=lambda row: row[0])
def test_a_row_gives_the_days_of_its_length(row: list[str]):
    least, most = read_gap(row[0]).days()
    assert row[1:] == [str(least), "no limit" if most is None else str(most)]


def test_the_tables_have_every_word_and_every_qualifier():
    assert {row[0].split(":")[0] for row in SAID} == set("after before during includes same_day meets".split())
    assert {read_gap(row[0]).qualifier for row in LENGTHS} == {
        *("", "at most", "at least", "about", "more than", "less than", "nearly", "within hours")
    }
    assert {read_gap(row[0]).unit for row in LENGTHS} == {"hour", "day", "week", "month", "year"}


def test_the_examples_are_what_the_commands_tell():
    chronology, found = ordered(dict(FILES[:-1]))
    assert found.lines == []
    assert CONSOLE["fasti order"] == "".join(f"{line}\n" for line in as_lines(chronology))
    (asking,) = (command for command in CONSOLE if "--in" in command)
    told = falling_as_lines(chronology, asked_for(asking.split()[-1]))
    assert CONSOLE[asking] == "".join(f"{line}\n" for line in told)


def test_the_contradiction_is_told_as_the_page_shows_it():
    _, found = ordered(dict(FILES))
    assert f"{found.text}\n1 error in 1 file\n" == CONSOLE["fasti check"]
