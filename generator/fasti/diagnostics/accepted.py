"""Sets aside the faults that the maintainers accept, and reports acceptances that do no work.

Input is the report of a run and the entries of `content/accepted.yml`, which reading has read; output is the report
that people see. An acceptance stands for every fault of one rule in one file, or for one of them if it repeats its
message; it names no line, so that edits elsewhere in the file leave it alone.
Invariant: no fault disappears without a reason that a reader can look up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fasti.diagnostics.catalogue import ACCEPTANCE_WITHOUT_REASON, NEEDLESS_ACCEPTANCE
from fasti.diagnostics.model import Diagnostic, Report, Span


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One entry of `content/accepted.yml`: a fault that stays, where it is, and why.

    `path` is written as the report prints it. `message`, if given, is the message as the report prints it, and narrows
    the acceptance to that one fault. `span` is where the entry stands.
    """

    code: str
    path: str
    reason: str
    span: Span | None
    message: str | None = None


def settle(report: Report, accepted: Iterable[Acceptance], *, path: str = "content/accepted.yml") -> Report:
    """The report without the accepted faults, and with a fault for each acceptance that is needless or has no reason.

    `path` is that of the file of acceptances. An acceptance without a reason sets nothing aside. Faults of the house
    itself, FST9xx, cannot be accepted.
    """
    entries = tuple(accepted)
    by_fault: dict[tuple[str, str], list[Acceptance]] = {}
    for entry in entries:
        by_fault.setdefault((entry.code, entry.path), []).append(entry)

    settled = Report()
    used: set[Acceptance] = set()
    for diagnostic in report.diagnostics:
        matching = [entry for entry in by_fault.get(_place(diagnostic), ()) if _fits(entry, diagnostic)]
        used.update(matching)
        if not any(entry.reason.strip() for entry in matching):
            settled.add(diagnostic)

    settled.extend(_needless(entry, path) for entry in entries if entry not in used)
    settled.extend(_unreasoned(entry, path) for entry in entries if entry in used and not entry.reason.strip())
    return settled


def _place(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.rule.code, diagnostic.path


def _fits(entry: Acceptance, diagnostic: Diagnostic) -> bool:
    return not _of_the_house(entry) and entry.message in (None, diagnostic.message)


def _of_the_house(entry: Acceptance) -> bool:
    return entry.code.startswith("FST9")


def _needless(entry: Acceptance, path: str) -> Diagnostic:
    told = " that says this" if entry.message else ""
    message = f"`{entry.path}` has no fault `{entry.code}`{told} to accept"
    if _of_the_house(entry):
        message = f"`{entry.code}` cannot be accepted"
    return Diagnostic(NEEDLESS_ACCEPTANCE, path, entry.span, message, "remove this entry")


def _unreasoned(entry: Acceptance, path: str) -> Diagnostic:
    message = f"no reason is given why `{entry.code}` may stay in `{entry.path}`"
    return Diagnostic(ACCEPTANCE_WITHOUT_REASON, path, entry.span, message, "add `reason`: who decided it, and why")
