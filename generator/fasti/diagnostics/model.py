"""What we tell people: a diagnostic, the rule it breaks, the place it points at, and the report that collects them.

Every room above makes diagnostics and adds them to a `Report`; the renderers of this room word them. Nothing here
knows how a fault was found or how it will be shown.
Invariant: the same faults give the same report, in whatever order they were found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """How grave a fault is: errors stop publication, warnings stop it under `--strict`, notes never do."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """Where something was written: lines and columns from 1, in code points, the end exclusive.

    A tuple rather than a dataclass because reading makes one for every node of every file. An empty span (end equal to
    start) is a point between two characters.
    """

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of fault: stable code, name that reads well after "allow …", severity, and one sentence of summary."""

    code: str
    name: str
    severity: Severity
    summary: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that matters, such as the other half of a contradiction, and what it says there."""

    path: str
    span: Span | None
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing an author should know, at one place in one file.

    `path` is relative to the project, with forward slashes, the same between runs. `message` is the fact and stands
    alone on one line; `hint` is the remedy, if we know it. `steps` counts the statements of a contradiction, which lies
    in no one place; 0 for every other fault.
    """

    rule: Rule
    path: str
    span: Span | None
    message: str
    hint: str | None = None
    related: tuple[Related, ...] = ()
    steps: int = 0


_NOWHERE = Span(0, 0, 0, 0)  # a fault of a whole file comes before the faults within it

_Identity = tuple[str, Span, str, str]


def _identity(diagnostic: Diagnostic) -> _Identity:
    return (diagnostic.path, diagnostic.span or _NOWHERE, diagnostic.rule.code, diagnostic.message)


def _preference(diagnostic: Diagnostic) -> tuple[bool, str, int, list[tuple[str, Span, str]]]:
    """Of two diagnostics that say the same thing, the one that also offers a remedy comes first."""
    related = [(other.path, other.span or _NOWHERE, other.message) for other in diagnostic.related]
    return (diagnostic.hint is None, diagnostic.hint or "", -len(related), related)


class Report:
    """Collects the diagnostics of one run; every function that can find a fault takes one last and adds to it."""

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self._found: dict[_Identity, Diagnostic] = {}
        self.extend(diagnostics)

    def add(self, diagnostic: Diagnostic) -> None:
        """Take note of a fault; one that says what another already says at the same place is not told twice."""
        identity = _identity(diagnostic)
        known = self._found.get(identity)
        if known is None or _preference(diagnostic) < _preference(known):
            self._found[identity] = diagnostic

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take note of several faults."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every diagnostic, by path, line, column, code and message; contradictions last, that of fewest steps first.

        A contradiction may span many files, and the shortest is the easiest to mend.
        """
        return tuple(sorted(self._found.values(), key=lambda found: (found.steps, _identity(found))))

    @property
    def errors(self) -> int:
        """How many diagnostics are errors."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many diagnostics are warnings."""
        return self._count(Severity.WARNING)

    def _count(self, severity: Severity) -> int:
        return sum(diagnostic.rule.severity is severity for diagnostic in self._found.values())


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How much was found, in one line without a full stop: `3 errors, 1 warning in 2 files`, or `no faults`."""
    found = tuple(diagnostics)
    if not found:
        return "no faults"
    counts = ((sum(one.rule.severity is severity for one in found), severity.value) for severity in Severity)
    parts = ", ".join(_counted(number, noun) for number, noun in counts if number)
    return f"{parts} in {_counted(len({one.path for one in found}), 'file')}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
