"""Diagnostics one to a line, for editors, `grep` and people who know the rules.

Input is the diagnostics; output is the text, ending in a line break.
Invariant: as many lines as diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.diagnostics.display import visible
from fasti.diagnostics.model import Diagnostic
from fasti.diagnostics.render_text import place


def render_concise(diagnostics: Iterable[Diagnostic]) -> str:
    """`path:line:column: error FST301 message (hint)`, one line each, in the order given; nothing if there are none."""
    return "".join(f"{_line(diagnostic)}\n" for diagnostic in diagnostics)


def _line(diagnostic: Diagnostic) -> str:
    rule = diagnostic.rule
    hint = f" ({visible(diagnostic.hint)})" if diagnostic.hint else ""
    where = place(diagnostic.path, diagnostic.span)
    return f"{where}: {rule.severity.value} {rule.code} {visible(diagnostic.message)}{hint}"
