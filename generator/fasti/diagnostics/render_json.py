"""Diagnostics for programs: JSON Lines, one object for each.

Input is the diagnostics; output is the text, ending in a line break.
Invariant: the shape only grows; a change that breaks readers raises `version`. Everything beyond ASCII is escaped, so
that no character an author wrote can end a line early or reach a terminal raw.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from fasti.diagnostics.model import Diagnostic, Related

VERSION = 1


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One object a line, in the order given; nothing if there are none.

    Lines and columns count from 1, `end_column` is exclusive, columns are code points; all four are null for a fault of
    a whole file.
    """
    return "".join(f"{_line(diagnostic)}\n" for diagnostic in diagnostics)


def _line(diagnostic: Diagnostic) -> str:
    # GitHub's runner obeys `##[command]` anywhere in a line of the log; the escape is the same string to JSON.
    return json.dumps(_object(diagnostic), ensure_ascii=True).replace("##[", r"##\u005b")


def _object(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.span
    return {
        "version": VERSION,
        "code": diagnostic.rule.code,
        "name": diagnostic.rule.name,
        "severity": diagnostic.rule.severity.value,
        "path": diagnostic.path,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "related": [_related(related) for related in diagnostic.related],
    }


def _related(related: Related) -> dict[str, Any]:
    span = related.span
    return {
        "path": related.path,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "message": related.message,
    }
