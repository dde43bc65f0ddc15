"""The page about dates is true: each of its rows is what the code does, and none of the forms is left out."""

from __future__ import annotations

import re

import pytest

from fasti.edtf import EdtfError, iso, parse
from fasti.edtf.days import SEASONS
from tests.house.package import ROOT

PAGE = (ROOT / "content/pages/reference/dates.md").read_text(encoding="utf-8")


def rows(head: str) -> list[list[str]]:
    """The rows of the tables with this head, without the marks of code."""
    found: list[list[str]] = []
    for table in re.findall(rf"^{re.escape(head)}\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE):
        found += [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return found


FORMS = rows("| Form | Example | First day | Last day |")
IN_WORDS = rows("| In words | Offered |")
AMBIGUOUS = rows("| In words | Offered | Or |")


def hint(text: str) -> str | None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    return caught.value.hint


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row[1])
def test_a_row_gives_the_first_and_last_day_of_its_form(row: list[str]):
    date = parse(row[1])
    first = date.start if date.earliest is None else iso(date.earliest)
    last = date.end if date.latest is None else iso(date.latest)
    assert row[1:] == [date.text, first, last]


@pytest.mark.parametrize("row", IN_WORDS, ids=lambda row: row[0])
def test_a_date_in_words_is_offered_as_the_page_says(row: list[str]):
    assert hint(row[0]) == f"write `{row[1]}`"


@pytest.mark.parametrize("row", AMBIGUOUS, ids=lambda row: row[0])
def test_what_means_two_things_is_offered_as_the_page_says(row: list[str]):
    assert re.findall("`([^`]*)`", hint(row[0]) or "") == row[1:]


def test_the_tables_are_there_and_have_every_season():
    assert (len(FORMS), len(IN_WORDS), len(AMBIGUOUS)) == (53, 23, 6)
    assert {f"2017-{season}" for season in SEASONS} <= {row[1] for row in FORMS}


def test_the_forms_are_of_every_level_and_kind():
    dates = [parse(row[1]) for row in FORMS]
    assert {date.level for date in dates} == {0, 1, 2}
    assert {date.kind for date in dates} == {"date", "interval", "one", "all"}


@pytest.mark.parametrize("text", ["2001-02-29", "2008/1964", "20170901"])
def test_what_the_page_calls_refused_is_refused(text: str):
    assert f"`{text}`" in PAGE
    assert hint(text)
