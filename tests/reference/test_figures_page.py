"""The page about figures is true: each of its rows is what the code does, and none of the forms is left out."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from fasti.records import Quantity, plain, read_quantity
from fasti.records.quantity import WORDS
from tests.derive.test_sums import of
from tests.house.package import ROOT

PAGE = (ROOT / "content/pages/reference/figures.md").read_text(encoding="utf-8")


def rows(head: str) -> list[list[str]]:
    """The rows of the table with this head, without the marks of code."""
    (table,) = re.findall(rf"^{re.escape(head)}\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in table.splitlines()]


FORMS = rows("| Form | Example | Low | Best | High | Left out |")
IN_PERCENT = rows("| Written | Low | Best | High |")
DERIVED = rows("| From | To | Difference | Sum |")


def bounds(number: Quantity) -> list[str]:
    low, high = ("nothing" if n is None else str(plain(n)) for n in (number.low, number.high))
    return [low, "" if number.best is None else str(plain(number.best)), high]


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row[1])
def test_a_row_gives_what_its_form_can_mean(row: list[str]):
    number = read_quantity(row[1])
    left_out = "low" if number.low_excluded else "high" if number.high_excluded else ""
    assert row[2:] == [*bounds(number), left_out]


@pytest.mark.parametrize("row", IN_PERCENT, ids=lambda row: row[0])
def test_a_fraction_in_percent_is_what_the_page_says(row: list[str]):
    assert row[1:] == bounds(read_quantity(row[0]).in_unit("percent"))


@pytest.mark.parametrize("row", DERIVED, ids=lambda row: f"{row[0]} to {row[1]}")
def test_a_derived_number_is_what_the_page_says(row: list[str]):
    (found,) = of("percent", row[0], row[1])
    assert row[2:] == [found.words or "not known", found.sum]


def test_every_word_and_every_qualifier_is_there():
    told = [read_quantity(row[1]) for row in FORMS]
    assert {number.text for number in told if number.qualifier == "word"} == set(WORDS)
    assert {number.qualifier for number in told} == {
        "exact", "about", "nearly", "less than", "at most", "up to", "more than", "at least", "range", "word",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["-3", "5%", "1,00", "0,123", "7 to 5", "1/2 to 3", "about dozens", "many"])
def test_what_the_page_calls_refused_is_refused(text: str):
    assert f"`{text}`" in PAGE
    with pytest.raises(ValueError, match=".+"):
        read_quantity(text)


def test_about_widens_by_what_the_page_says():
    assert read_quantity("about 100").low == Fraction(75)
