"""The report for editors and `grep`: as many lines as faults."""

from __future__ import annotations

from fasti.diagnostics import Related, Span, catalogue, render_concise
from tests.kit.diagnostics import a_diagnostic


def test_each_fault_is_one_line_with_its_remedy():
    found = [
        a_diagnostic(related=(Related("a.md", Span(1, 1, 1, 2), "not shown here"),)),
        a_diagnostic(catalogue.AMBIGUOUS_TOPONYM, span=None, hint=None, message="`x` is called `Tripoli` too"),
    ]
    assert (
        render_concise(found)
        == """\
content/events/fall-of-mosul.md:5:8: error FST301 no place is called `mosull` (did you mean `mosul`?)
content/events/fall-of-mosul.md: warning FST303 `x` is called `Tripoli` too
"""
    )


def test_nothing_is_said_of_nothing():
    assert render_concise([]) == ""


def test_a_line_break_in_what_an_author_wrote_adds_no_line():
    fault = a_diagnostic(path="a\nb.md", message="x\r\n::error::y", hint="\x1b[1mz")
    assert render_concise([fault]) == ("a<U+000A>b.md:5:8: error FST301 x<U+000D><U+000A>::error::y (<U+001B>[1mz)\n")
