"""The report for programs: JSON Lines of a shape that is promised in the design."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from fasti.diagnostics import Related, Span, render_json
from tests.kit.diagnostics import a_diagnostic

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)


def test_the_shape_is_that_of_the_design():
    fault = a_diagnostic(path="content/events/x.md", span=Span(6, 8, 6, 14))
    assert render_json([fault]) == (
        '{"version": 1, "code": "FST301", "name": "unknown-reference", "severity": "error", '
        '"path": "content/events/x.md", "line": 6, "column": 8, "end_line": 6, "end_column": 14, '
        '"message": "no place is called `mosull`", "hint": "did you mean `mosul`?", "related": []}\n'
    )


def test_what_is_not_known_is_null_and_related_places_are_objects():
    related = (Related("b.md", Span(4, 2, 4, 3), "there"), Related("c.md", None, "and there"))
    fault = a_diagnostic(path="a.md", span=None, hint=None, message="m", related=related)
    assert render_json([fault]) == (
        '{"version": 1, "code": "FST301", "name": "unknown-reference", "severity": "error", "path": "a.md", '
        '"line": null, "column": null, "end_line": null, "end_column": null, "message": "m", "hint": null, "related": '
        '[{"path": "b.md", "line": 4, "column": 2, "message": "there"}, '
        '{"path": "c.md", "line": null, "column": null, "message": "and there"}]}\n'
    )


def test_nothing_is_said_of_nothing():
    assert render_json([]) == ""


@given(ANYTHING, ANYTHING)
def test_any_text_comes_back_as_it_was_and_each_fault_is_one_line(message: str, hint: str):
    report = render_json([a_diagnostic(message=message, hint=hint), a_diagnostic()])
    assert report.isascii()
    assert len(report.splitlines()) == 2
    assert "##[" not in report
    read = json.loads(report.split("\n")[0])
    # Two half characters side by side are one character to JSON, so compare in its own encoding.
    for said, text in ((read["message"], message), (read["hint"], hint)):
        assert said.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


def test_a_command_of_a_build_log_is_spelt_so_that_only_programs_read_it():
    report = render_json([a_diagnostic(message="##[error]x")])
    assert '"message": "##\\u005berror]x"' in report
    assert json.loads(report)["message"] == "##[error]x"
