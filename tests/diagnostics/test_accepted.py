"""Accepted faults are set aside, and acceptances that do no work are faults themselves."""

from __future__ import annotations

from fasti.diagnostics import Acceptance, Diagnostic, Report, Span, catalogue, settle
from tests.kit.diagnostics import a_diagnostic

FAULT = a_diagnostic(path="content/events/a.md")
ENTRY = Span(3, 3, 3, 7)


def an_acceptance(
    code: str = "FST301", path: str = "content/events/a.md", reason: str = "as printed", message: str | None = None
) -> Acceptance:
    return Acceptance(code, path, reason, ENTRY, message)


def settled(*accepted: Acceptance, report: Report | None = None) -> tuple[Diagnostic, ...]:
    return settle(report or Report([FAULT]), accepted).diagnostics


def test_without_acceptances_the_report_stays_as_it_is():
    assert settled() == (FAULT,)


def test_an_accepted_fault_is_set_aside():
    assert settled(an_acceptance()) == ()


def test_an_acceptance_stands_for_every_fault_of_its_rule_in_its_file_and_for_no_other():
    same = a_diagnostic(path="content/events/a.md", span=Span(9, 1, 9, 2))
    other_rule = a_diagnostic(catalogue.WRONG_TYPE, path="content/events/a.md")
    other_file = a_diagnostic(path="content/events/b.md")
    report = Report([FAULT, same, other_rule, other_file])
    assert settled(an_acceptance(), report=report) == (other_rule, other_file)


def test_an_acceptance_with_a_message_stands_for_that_fault_alone():
    another = a_diagnostic(path="content/events/a.md", message="no place is called `raqa`")
    accepted = an_acceptance(message="no place is called `mosull`")
    assert settled(accepted, report=Report([FAULT, another])) == (another,)


def test_a_needless_acceptance_is_a_fault_where_it_is_written():
    assert settled(an_acceptance(path="content/events/b.md"), report=Report()) == (
        Diagnostic(
            catalogue.NEEDLESS_ACCEPTANCE,
            "content/accepted.yml",
            ENTRY,
            "`content/events/b.md` has no fault `FST301` to accept",
            "remove this entry",
        ),
    )


def test_a_message_that_no_longer_fits_makes_the_acceptance_needless():
    needless = Diagnostic(
        catalogue.NEEDLESS_ACCEPTANCE,
        "content/accepted.yml",
        ENTRY,
        "`content/events/a.md` has no fault `FST301` that says this to accept",
        "remove this entry",
    )
    assert settled(an_acceptance(message="another")) == (needless, FAULT)


def test_an_acceptance_without_a_reason_is_a_fault_and_sets_nothing_aside():
    unreasoned = Diagnostic(
        catalogue.ACCEPTANCE_WITHOUT_REASON,
        "content/accepted.yml",
        ENTRY,
        "no reason is given why `FST301` may stay in `content/events/a.md`",
        "add `reason`: who decided it, and why",
    )
    assert settled(an_acceptance(reason="  ")) == (unreasoned, FAULT)


def test_a_needless_acceptance_without_a_reason_is_only_needless():
    (only,) = settled(an_acceptance(reason=""), report=Report())
    assert only.rule is catalogue.NEEDLESS_ACCEPTANCE


def test_the_faults_of_the_house_cannot_be_accepted():
    fault = a_diagnostic(catalogue.INTERNAL_ERROR, path="content/events/a.md")
    accepted = an_acceptance(code="FST999")
    refused = Diagnostic(
        catalogue.NEEDLESS_ACCEPTANCE,
        "content/accepted.yml",
        ENTRY,
        "`FST999` cannot be accepted",
        "remove this entry",
    )
    assert settled(accepted, report=Report([fault])) == (refused, fault)


def test_an_acceptance_cannot_accept_its_own_needlessness():
    own = an_acceptance(code="FST901", path="content/accepted.yml")
    needless = an_acceptance(path="content/events/b.md")
    assert [fault.rule.code for fault in settled(own, needless, report=Report())] == ["FST901", "FST901"]


def test_the_file_of_acceptances_may_be_elsewhere():
    (only,) = settle(Report(), [an_acceptance()], path="records/accepted.yml").diagnostics
    assert only.path == "records/accepted.yml"


def test_the_report_that_was_given_is_left_alone():
    report = Report([FAULT])
    settle(report, [an_acceptance()])
    assert report.diagnostics == (FAULT,)
