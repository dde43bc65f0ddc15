"""What authors wrote is shown so that it can neither steer a terminal nor pass for a message of ours."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.diagnostics.display import WIDEST, underlined, visible, width

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[2J", "<U+001B>[2J"),
        ("a\r\nb", "a<U+000D><U+000A>b"),
        ("a\tb\0", "a<U+0009>b<U+0000>"),
        ("\x9b31m", "<U+009B>31m"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("a\u2028b\u2029c\u0085", "a<U+2028>b<U+2029>c<U+0085>"),
        ("mo\u200bsul\ufeff", "mo<U+200B>sul<U+FEFF>"),
        ("half \ud800", "half <U+D800>"),
        ("\U000e0041", "<U+E0041>"),
        ("##[error]x", "##<U+005B>error]x"),
        ("# [a](b)", "# [a](b)"),
        ("الموصل", "الموصل"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # Persian cannot be written without the joiner
    ],
)
def test_what_is_not_seen_or_not_safe_is_shown_by_its_number(text: str, shown: str):
    assert visible(text) == shown


@given(ANYTHING)
def test_no_control_direction_mark_half_character_or_log_command_comes_through(text: str):
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert {unicodedata.category(c) for c in shown}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert {unicodedata.bidirectional(c) for c in shown}.isdisjoint(
        {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    )
    assert "##[" not in shown
    shown.encode("utf-8")


def marked(line: str, column: int, end_column: int | None) -> str:
    """A line with its underline, as two lines."""
    text, indent, length = underlined(line, column, end_column)
    return f"{text}\n{' ' * indent}{'^' * length}"


def test_the_mark_stands_under_the_words():
    assert marked("where: mosull", 8, 14) == "where: mosull\n       ^^^^^^"


def test_tabs_are_expanded_and_the_mark_stays_under_the_words():
    assert marked("\twhere:\tmosull", 9, 15) == "    where:  mosull\n            ^^^^^^"


def test_wide_characters_count_two_columns_and_combining_ones_none():
    assert marked("題名: mosull", 5, 11) == "題名: mosull\n      ^^^^^^"
    assert marked("cafe\u0301: mosull", 8, 14) == "cafe\u0301: mosull\n      ^^^^^^"
    assert width("題e\u0301") == 3


def test_arabic_is_marked_letter_by_letter():
    assert marked("names: الموصل", 8, 14) == "names: الموصل\n       ^^^^^^"


def test_a_hidden_character_is_shown_by_its_number_and_marked_whole():
    assert marked("a \u202eb", 3, 4) == "a <U+202E>b\n  ^^^^^^^^"
    assert marked("a: ##[x]", 4, 6) == "a: ##<U+005B>x]\n   ^^"


def test_a_point_and_a_place_beyond_the_line_get_one_mark():
    assert marked("title:", 7, 7) == "title:\n      ^"
    assert marked("title:", 70, 80) == "title:\n      ^"
    assert marked("", 1, 1) == "\n^"
    assert marked("title:   ", 8, 9) == "title:\n      ^"


def test_without_an_end_the_rest_of_the_line_is_marked():
    assert marked("body: |  ", 7, None) == "body: |\n      ^"
    assert marked("says: [one,", 7, None) == "says: [one,\n      ^^^^^"


def test_a_long_line_is_clipped_around_the_words():
    line = "a" * 500 + "mosull" + "b" * 500
    text, indent, length = underlined(line, 501, 507)
    assert text == "…" + "a" * 46 + "mosull" + "b" * 46 + "…"
    assert (indent, length) == (47, 6)
    assert len(text) == WIDEST


def test_a_long_line_is_clipped_at_one_end_only_if_the_words_stand_near_the_other():
    start = underlined("mosull" + "b" * 500, 1, 7)
    assert (start.text, start.indent, start.length) == ("mosull" + "b" * 92 + "…", 0, 6)
    end = underlined("a" * 500 + "mosull", 501, 507)
    assert (end.text, end.indent, end.length) == ("…" + "a" * 92 + "mosull", 93, 6)


def test_words_longer_than_the_screen_are_marked_as_far_as_they_are_shown():
    text, indent, length = underlined("t: " + "x" * 500, 4, 504)
    assert (indent, length) == (1, 98)
    assert text == "…" + "x" * 98 + "…"


@given(
    st.text(st.characters(exclude_categories=(), exclude_characters="\r\n"), max_size=400),
    st.integers(0, 450),
    st.none() | st.integers(0, 450),
)
def test_any_line_gives_a_mark_within_a_line_that_fits(line: str, column: int, end_column: int | None):
    text, indent, length = underlined(line, column, end_column)
    assert text == visible(text)
    assert length >= 1
    assert width(text) <= WIDEST
    assert indent + length <= max(width(text), indent + 1)
