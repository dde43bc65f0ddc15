"""Diagnostics as a table in Markdown, for the summary of a step, which GitHub shows above the log.

Input is the diagnostics and how many bytes there is room for; output is the text, ending in a line break.
Invariant: one row for each diagnostic that is told and a count of those that are not; nothing that authors wrote
becomes a cell, a link, a picture, a mention or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fasti.diagnostics.display import visible
from fasti.diagnostics.model import Diagnostic, summary
from fasti.diagnostics.render_text import place

MOST = 1 << 20
"""GitHub takes no summary of a step that is longer than this, in bytes (1 MiB)."""

_MARKUP = re.compile(r"[&<>|\\`*_\[\]{}~@#:!$+=^]|(?<=www)\.", re.IGNORECASE)
_HEAD = "| | Where | What | What to do |\n|---|---|---|---|\n"


def render_markdown(diagnostics: Iterable[Diagnostic], *, room: int = MOST) -> str:
    """A heading with what was found, and a row a fault in the order given, as many as there is room for."""
    found = tuple(diagnostics)
    text = f"## fasti check: {summary(found)}\n\n"
    if not found:
        return text
    rows = [_row(one) for one in found]
    sizes = [len(row.encode("utf-8", "replace")) for row in rows]
    room -= len((text + _HEAD).encode()) + 200  # the closing sentence
    if sum(sizes) <= room:
        return text + _HEAD + "".join(rows) + "\n"
    told = 0
    while told < len(rows) and sizes[told] <= room:
        room -= sizes[told]
        told += 1
    rest = f"Not shown here: {summary(found[told:])}; `fasti check` shows them all.\n"
    return (text + _HEAD + "".join(rows[:told]) + "\n" if told else text) + rest + "\n"


def _row(fault: Diagnostic) -> str:
    related = (f"see {plain(place(one.path, one.span))}: {plain(one.message)}" for one in fault.related)
    what = "<br>".join([plain(fault.message), *related])
    rule = f"{fault.rule.severity.value} {fault.rule.code}"
    return f"| {rule} | {plain(place(fault.path, fault.span))} | {what} | {plain(fault.hint or '')} |\n"


def plain(text: str) -> str:
    """A text as Markdown that shows just that: every sign that could mean anything is given by its number."""
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", visible(text))
