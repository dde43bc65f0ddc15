"""Contributed prose can at worst show what was written: it runs nothing, styles nothing and asks nobody for anything."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from fasti.prose import render, sanitise_page
from tests.prose.hostile import STRINGS, acting_in, faults_in

TOKEN = re.compile("\x02chart:[^\x02-\x04<>]*\x03[^\x02-\x04<>]*\x04")


def resolve(kind: str, record_id: str) -> str | None:
    return f"../../{kind}s/{record_id}/" if re.fullmatch(r"[a-z0-9-]+", record_id) else None


def left_of_controls(html: str) -> str:
    """What stays of the control characters once the tokens of charts are taken out."""
    return re.sub("[^\x00-\x08\x0b-\x1f\x7f-\x9f]", "", TOKEN.sub("", html))


def test_the_judge_finds_what_a_plain_converter_lets_pass():
    plain = Markdown(extensions=["tables", "footnotes", "attr_list"])
    passed = [
        text for text in STRINGS if faults_in(plain.reset().convert(text.replace("\x02", "").replace("\x03", "")))
    ]
    assert len(passed) >= 45


@pytest.mark.parametrize("text", STRINGS)
def test_a_hostile_text_is_shown_and_does_nothing(text: str):
    html = render(f"Before.\n\n{text}\n\nAfter {text} it.", resolve)
    assert faults_in(html) == []
    assert left_of_controls(html) == ""


@pytest.mark.parametrize("text", STRINGS)
def test_a_hostile_text_on_a_hand_written_page_runs_nothing(text: str):
    html = sanitise_page(Markdown(extensions=["tables", "footnotes", "attr_list", "md_in_html"]).convert(text), resolve)
    assert acting_in(html) == []
    assert left_of_controls(html) == ""


PIECES = st.lists(
    st.sampled_from(
        [
            *STRINGS,
            "*",
            "_",
            "`",
            "[",
            "]",
            "(",
            ")",
            "!",
            "<",
            ">",
            "&",
            "#",
            "\n",
            "\n\n",
            "    ",
            "- ",
            "> ",
            "|",
            "\\",
            "[^1]",
            "\x02",
            "\x03",
            "\x04",
            "\ue000",
        ]
    ),
    max_size=12,
)


@given(PIECES, st.text(max_size=40))
def test_no_mixture_of_hostile_texts_does_anything(pieces: list[str], text: str):
    html = render("".join(pieces) + text, resolve)
    assert faults_in(html) == []
    assert left_of_controls(html) == ""


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "![" * 20_000, "*a " * 20_000, "[^1]" * 10_000, "\\" * 60_000, "> " * 20_000]
)
def test_a_text_of_nothing_but_marks_is_still_text(text: str):
    html = render(text, resolve)
    assert faults_in(html) == []
    assert html


def test_a_paragraph_beyond_the_budget_is_shown_as_written():
    written = "[" * 5_000 + " `a` _b_ **c** &amp; <i> \\* [d](place:d) ]"
    assert render(written, resolve) == f"<p>{escape(written, quote=False)}</p>"
