"""The report for people: the fault, its line, the mark under the words, the remedy."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from fasti.diagnostics import Related, Span, catalogue, render_text
from tests.kit.diagnostics import NOTE, a_diagnostic

MOSUL = "---\ntitle: Fall of Mosul\ntype: capture\nwhen: 2014-06-10\nwhere: mosull\n---\n"
FILES = {"content/events/fall-of-mosul.md": MOSUL}
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)


def test_the_fault_of_the_house_style_is_shown_as_there():
    assert (
        render_text([a_diagnostic()], FILES.get)
        == """\
error[FST301]: no place is called `mosull`
 --> content/events/fall-of-mosul.md:5:8
  |
5 | where: mosull
  |        ^^^^^^
  = hint: did you mean `mosul`?
"""
    )


def test_nothing_is_said_of_nothing():
    assert render_text([], FILES.get) == ""


def test_each_fault_is_a_block_and_every_severity_says_its_name():
    found = [a_diagnostic(), a_diagnostic(catalogue.AMBIGUOUS_TOPONYM, hint=None), a_diagnostic(NOTE, span=None)]
    assert (
        render_text(found, FILES.get)
        == """\
error[FST301]: no place is called `mosull`
 --> content/events/fall-of-mosul.md:5:8
  |
5 | where: mosull
  |        ^^^^^^
  = hint: did you mean `mosul`?

warning[FST303]: no place is called `mosull`
 --> content/events/fall-of-mosul.md:5:8
  |
5 | where: mosull
  |        ^^^^^^

note[FST000]: no place is called `mosull`
 --> content/events/fall-of-mosul.md
  = hint: did you mean `mosul`?
"""
    )


def test_the_steps_of_a_contradiction_stand_before_the_remedy():
    steps = (
        Related("content/events/a.md", Span(4, 8, 4, 9), "`a` is after `b`"),
        Related("content/events/b.md", None, "`b` is after `a`"),
    )
    fault = a_diagnostic(catalogue.IMPOSSIBLE_ORDER, message="`a` would have to come before itself", related=steps)
    assert (
        render_text([fault], FILES.get)
        == """\
error[FST401]: `a` would have to come before itself
 --> content/events/fall-of-mosul.md:5:8
  |
5 | where: mosull
  |        ^^^^^^
  = see content/events/a.md:4:8: `a` is after `b`
  = see content/events/b.md: `b` is after `a`
  = hint: did you mean `mosul`?
"""
    )


def test_the_gutter_grows_with_the_number_of_the_line():
    files = {"content/events/fall-of-mosul.md": "\n" * 119 + "where: mosull"}
    assert (
        render_text([a_diagnostic(span=Span(120, 8, 120, 14))], files.get)
        == """\
error[FST301]: no place is called `mosull`
   --> content/events/fall-of-mosul.md:120:8
    |
120 | where: mosull
    |        ^^^^^^
    = hint: did you mean `mosul`?
"""
    )


def test_a_fault_over_several_lines_is_marked_on_its_first():
    assert (
        render_text([a_diagnostic(span=Span(4, 7, 5, 14), hint=None)], FILES.get)
        == """\
error[FST301]: no place is called `mosull`
 --> content/events/fall-of-mosul.md:4:7
  |
4 | when: 2014-06-10
  |       ^^^^^^^^^^
"""
    )


def test_a_file_that_has_no_such_line_is_named_without_one():
    bare = "error[FST301]: no place is called `mosull`\n --> content/events/fall-of-mosul.md:5:8\n"
    fault = a_diagnostic(hint=None)
    for text in (None, "", "one line"):
        assert render_text([fault], {fault.path: text}.get) == bare


def test_lines_are_told_apart_as_editors_do():
    for line_break in ("\n", "\r\n", "\r"):
        files = {
            "content/events/fall-of-mosul.md": line_break.join(["a", "b\u2028b\x0cb", "c", "d", "where: mosull", ""])
        }
        assert "\n5 | where: mosull\n" in render_text([a_diagnostic()], files.get)


def test_a_byte_order_mark_is_no_part_of_the_first_line():
    fault = a_diagnostic(span=Span(1, 1, 1, 4), hint=None)
    assert render_text([fault], {fault.path: "\ufeff---\n"}.get) == render_text([fault], {fault.path: "---\n"}.get)


def test_colour_is_only_added_where_it_is_asked_for_and_changes_no_word():
    fault = a_diagnostic(related=(Related("a.md", None, "here"),))
    plain = render_text([fault], FILES.get)
    coloured = render_text([fault], FILES.get, colour=True)
    assert "\x1b" not in plain
    assert coloured.startswith("\x1b[1;31merror[FST301]\x1b[0m\x1b[1m: no place is called `mosull`\x1b[0m\n")
    assert "\x1b[1;31m^^^^^^\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_what_authors_write_can_add_no_line_no_colour_and_no_command_of_a_log():
    evil = "\x1b[2J\r\n::error::x\u202e##[error]x"
    fault = a_diagnostic(
        path=f"content/{evil}.md",
        span=Span(1, 1, 1, 3),
        message=evil,
        hint=evil,
        related=(Related(evil, Span(1, 1, 1, 2), evil),),
    )
    shown = "<U+001B>[2J<U+000D><U+000A>::error::x<U+202E>##<U+005B>error]x"
    line = "<U+001B>[2J::error::x<U+202E>##<U+005B>error]x"
    assert (
        render_text([fault], lambda _: "\x1b[2J::error::x\u202e##[error]x")
        == f"""\
error[FST301]: {shown}
 --> content/{shown}.md:1:1
  |
1 | {line}
  | ^^^^^^^^^
  = see {shown}:1:1: {shown}
  = hint: {shown}
"""
    )


@given(ANYTHING, ANYTHING, ANYTHING, st.integers(1, 3), st.integers(1, 50))
def test_no_text_whatever_disturbs_the_report(message: str, hint: str, source: str, line: int, column: int):
    fault = a_diagnostic(span=Span(line, column, line, column + 2), message=message, hint=hint or None)
    report = render_text([fault], lambda _: source)
    report.encode("utf-8")
    lines = report.split("\n")
    assert report.splitlines() == lines[:-1]
    assert lines[0].startswith("error[FST301]: ")
    assert all(re.match(r" *(-->|\d+ \||\||= hint: )", following) for following in lines[1:-1])
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]|##\[", report)
