"""The report: one order, nothing twice, and a line that counts."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.diagnostics import Diagnostic, Related, Report, Severity, Span, catalogue, summary
from tests.kit.diagnostics import NOTE, a_diagnostic

SPANS = st.none() | st.builds(Span, st.integers(1, 3), st.integers(1, 3), st.integers(1, 3), st.integers(1, 3))
DIAGNOSTICS = st.builds(
    Diagnostic,
    rule=st.sampled_from(catalogue.RULES[:3]),
    path=st.sampled_from(["a.md", "b.md"]),
    span=SPANS,
    message=st.sampled_from(["one", "two"]),
    hint=st.sampled_from([None, "do this", "do that"]),
    related=st.sampled_from([(), (Related("c.md", None, "there"),), (Related("c.md", Span(1, 1, 1, 2), "here"),)]),
)


def test_diagnostics_stand_by_path_line_column_code_and_message():
    last = a_diagnostic(path="b.md", span=None)
    by_message = a_diagnostic(path="a.md", span=Span(2, 1, 2, 2), message="z")
    by_code = a_diagnostic(catalogue.MISSING_FIELD, path="a.md", span=Span(2, 1, 2, 2), message="z")
    by_column = a_diagnostic(path="a.md", span=Span(1, 10, 1, 11))
    by_line = a_diagnostic(path="a.md", span=Span(1, 9, 1, 10))
    of_the_whole_file = a_diagnostic(path="a.md", span=None)
    report = Report([last, by_message, by_code, by_column, by_line, of_the_whole_file])
    assert report.diagnostics == (of_the_whole_file, by_line, by_column, by_code, by_message, last)


@given(st.lists(DIAGNOSTICS, max_size=8).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_in_which_faults_are_found_changes_nothing(orders: tuple[list[Diagnostic], list[Diagnostic]]):
    found, shuffled = orders
    assert Report(found).diagnostics == Report(shuffled).diagnostics


def test_what_is_said_already_is_not_said_twice():
    report = Report([a_diagnostic(), a_diagnostic()])
    report.add(a_diagnostic())
    assert report.diagnostics == (a_diagnostic(),)


def test_of_two_that_say_the_same_the_one_with_a_remedy_is_kept():
    without = a_diagnostic(hint=None)
    assert Report([without, a_diagnostic()]).diagnostics == (a_diagnostic(),)
    assert Report([a_diagnostic(), without]).diagnostics == (a_diagnostic(),)


def test_two_messages_at_one_place_are_both_kept():
    other = a_diagnostic(message="no actor is called `mosull`")
    assert Report([a_diagnostic(), other]).diagnostics == (other, a_diagnostic())


def test_errors_and_warnings_are_counted_apart_and_notes_in_neither():
    warning = a_diagnostic(catalogue.AMBIGUOUS_TOPONYM)
    report = Report([a_diagnostic(), a_diagnostic(path="b.md"), warning, a_diagnostic(NOTE)])
    assert (report.errors, report.warnings) == (2, 1)
    assert (Report().errors, Report().warnings) == (0, 0)


def test_a_diagnostic_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        a_diagnostic().message = "another"  # type: ignore[misc]


def test_a_severity_has_its_word():
    assert [severity.value for severity in Severity] == ["error", "warning", "note"]


def test_the_summary_counts_each_severity_and_the_files():
    assert summary([]) == "no faults"
    assert summary([a_diagnostic()]) == "1 error in 1 file"
    found = [
        a_diagnostic(path="a.md"),
        a_diagnostic(path="b.md"),
        a_diagnostic(path="b.md", message="another"),
        a_diagnostic(catalogue.AMBIGUOUS_TOPONYM, path="a.md"),
    ]
    assert summary(found) == "3 errors, 1 warning in 2 files"
    assert summary([a_diagnostic(NOTE, message=str(n)) for n in range(1234)]) == "1,234 notes in 1 file"
