"""Diagnostics for a person at a terminal: the fault, its line in the file, and a mark under the words it is about.

Input is the diagnostics and a way to get the text of a file; output is the text, ending in a line break.
Invariant: without colour the report is plain text, whatever authors wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from fasti.diagnostics.display import underlined, visible
from fasti.diagnostics.model import Diagnostic, Related, Severity, Span

_LINE_BREAK = re.compile(r"\r\n|\r|\n")

_BYTE_ORDER_MARK = "\ufeff"  # some editors put one first; spans do not count it

_Paint = Callable[[str, str], str]

_COLOURS = {
    Severity.ERROR.value: "1;31",
    Severity.WARNING.value: "1;33",
    Severity.NOTE.value: "1;36",
    "headline": "1",
    "frame": "1;34",
}


def render_text(
    diagnostics: Iterable[Diagnostic], sources: Callable[[str], str | None], *, colour: bool = False
) -> str:
    """One block for each diagnostic, in the order given, a blank line between them; nothing if there are none.

    `sources` gives the text of a file by its path, or None if it has none to show. Whoever calls decides on colour, and
    so honours `NO_COLOR`.
    """
    paint = _coloured if colour else _plain
    lines: dict[str, list[str]] = {}
    blocks = []
    for diagnostic in diagnostics:
        if diagnostic.path not in lines:
            text = sources(diagnostic.path)
            lines[diagnostic.path] = _LINE_BREAK.split(text.removeprefix(_BYTE_ORDER_MARK)) if text else []
        blocks.append("\n".join(_block(diagnostic, lines[diagnostic.path], paint)) + "\n")
    return "\n".join(blocks)


def _block(diagnostic: Diagnostic, lines: list[str], paint: _Paint) -> Iterable[str]:
    severity = diagnostic.rule.severity.value
    message = paint("headline", f": {visible(diagnostic.message)}")
    yield paint(severity, f"{severity}[{diagnostic.rule.code}]") + message

    span = diagnostic.span
    shown = span is not None and 1 <= span.line <= len(lines)
    margin = " " * (len(str(span.line)) if span and shown else 1)
    yield margin + paint("frame", "-->") + f" {place(diagnostic.path, span)}"
    if span and shown:
        yield from _snippet(lines[span.line - 1], span, margin, severity, paint)

    for related in diagnostic.related:
        yield _note(margin, _step(related), paint)
    if diagnostic.hint:
        yield _note(margin, f"hint: {visible(diagnostic.hint)}", paint)


def _snippet(line: str, span: Span, margin: str, severity: str, paint: _Paint) -> Iterable[str]:
    whole = None if span.end_line > span.line else span.end_column
    text, indent, length = underlined(line, span.column, whole)
    yield paint("frame", f"{margin} |")
    yield f"{paint('frame', f'{span.line} |')} {text}".rstrip()
    yield f"{paint('frame', f'{margin} |')} {' ' * indent}{paint(severity, '^' * length)}"


def _note(margin: str, text: str, paint: _Paint) -> str:
    return f"{margin} {paint('frame', '=')} {text}"


def _step(related: Related) -> str:
    return f"see {place(related.path, related.span)}: {visible(related.message)}"


def place(path: str, span: Span | None) -> str:
    """Where it is, as editors and terminals understand it: `path:line:column`."""
    return f"{visible(path)}:{span.line}:{span.column}" if span else visible(path)


def _plain(_part: str, text: str) -> str:
    return text


def _coloured(part: str, text: str) -> str:
    return f"\x1b[{_COLOURS[part]}m{text}\x1b[0m"
