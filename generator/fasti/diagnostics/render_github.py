"""Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request.

Input is the diagnostics, those that matter most first; output is the text, ending in a line break.
Invariant: one command for each diagnostic that is shown, whatever authors wrote: no text of theirs can start, end or
change a command. The escapes are those that GitHub's runner undoes, in `ActionCommand.cs`.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.diagnostics.display import visible
from fasti.diagnostics.model import Diagnostic, Severity, summary
from fasti.diagnostics.render_text import place

MOST_SHOWN = 10
"""GitHub shows this many annotations of each level for a step, and silently drops the rest."""

# The closing count is a notice too, so there is room for one note fewer.
_LEVELS = (
    (Severity.ERROR, "error", MOST_SHOWN),
    (Severity.WARNING, "warning", MOST_SHOWN),
    (Severity.NOTE, "notice", MOST_SHOWN - 1),
)


def render_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Errors, warnings, notes, each in the order given, as many as GitHub shows; then how many more there are.

    Nothing if there are no diagnostics.
    """
    found = tuple(diagnostics)
    lines: list[str] = []
    hidden: list[Diagnostic] = []
    for severity, command, most in _LEVELS:
        of_this_level = [diagnostic for diagnostic in found if diagnostic.rule.severity is severity]
        lines.extend(_annotation(command, diagnostic) for diagnostic in of_this_level[:most])
        hidden.extend(of_this_level[most:])
    if hidden:
        more = f"not shown here: {summary(hidden)}; `fasti check` shows them all"
        lines.append(f"::notice title={_property('fasti check')}::{_data(more)}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(command: str, diagnostic: Diagnostic) -> str:
    rule, span = diagnostic.rule, diagnostic.span
    properties = [("file", diagnostic.path)]
    if span:
        properties += [("line", str(span.line)), ("endLine", str(span.end_line))]
        if span.line == span.end_line:  # GitHub refuses columns that span lines
            properties += [("col", str(span.column)), ("endColumn", str(span.end_column))]
    properties.append(("title", f"{rule.code} {rule.name}"))
    stated = ",".join(f"{name}={_property(value)}" for name, value in properties)
    return f"::{command} {stated}::{_data(_text(diagnostic))}"


def _text(diagnostic: Diagnostic) -> str:
    lines = [visible(diagnostic.message)]
    lines += [f"see {place(one.path, one.span)}: {visible(one.message)}" for one in diagnostic.related]
    if diagnostic.hint:
        lines.append(f"hint: {visible(diagnostic.hint)}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
