"""What a check is, and how all of them are run over an edition.

Input: the edition and the plugs of this room. Output: diagnostics. Invariant: every check sees every record, drafts
included, and all of them run: one run shows every fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from fasti.derive import Edition
from fasti.diagnostics import Diagnostic, Related, Report, Rule, Span
from fasti.plugs import discover
from fasti.reading import Entry
from fasti.records import Loc


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault at a path of a record, or at `span` where it lies in prose.

    `entry` names the record where the check runs over the whole corpus; `path` the file, where that is not a record.
    `rule` differs from the check's own only where the same look finds two kinds of fault.
    """

    loc: Loc
    message: str
    hint: str | None = None
    related: tuple[Related, ...] = ()
    span: Span | None = None
    entry: Entry | None = None
    path: str | None = None
    rule: Rule | None = None
    key: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and what finds its faults: `run(entry, edition)` over each record, `run(corpus)`, or `run(edition)`."""

    rule: Rule
    over: Literal["record", "corpus", "edition"]
    run: Callable[..., Iterator[Fault]]


def check(edition: Edition, report: Report) -> None:
    """Run every check of the room."""
    for plug in checks():
        for fault in faults_of(plug, edition):
            report.add(fault)


def checks() -> tuple[Check, ...]:
    """Every check, by the name of its module."""
    return discover("fasti.checks", "CHECK")


def faults_of(plug: Check, edition: Edition) -> Iterator[Diagnostic]:
    """The diagnostics of one check."""
    if plug.over == "record":
        for entry in edition.corpus.entries:
            for fault in plug.run(entry, edition):
                yield diagnostic_of(fault, plug.rule, entry)
        return
    subject: Any = edition.corpus if plug.over == "corpus" else edition
    for fault in plug.run(subject):
        yield diagnostic_of(fault, plug.rule, fault.entry)


def diagnostic_of(fault: Fault, rule: Rule, entry: Entry | None) -> Diagnostic:
    """A fault with its file and place. Raises ValueError for a fault that names neither a record nor a file."""
    path = fault.path or (entry.path if entry else None)
    if path is None:
        raise ValueError(f"a fault of {rule.code} names no file: {fault.message}")
    span = fault.span or (entry.span(fault.loc, key=fault.key) if entry and not fault.path else None)
    return Diagnostic(fault.rule or rule, path, span, fault.message, fault.hint, fault.related)
