"""What prose links to and which charts it asks for, each with its place, so that a fault can point at it.

Input: Markdown as written. Output: `ProseLink`, `ProseChart`; lines and columns count from 0, the end is exclusive.
Invariant: what stands in code is no link.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby

from fasti.records import KINDS

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<after>[^`]*)\Z")
_SPAN = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_MAY_BE_CODE = re.compile(r"`|~~~|^(?: {4}|\t)", re.MULTILINE)
_TARGET = re.compile(
    r"(?:\]\(\s*|^ {0,3}\[[^\]\n]+\]:[ \t]*\n?[ \t]*)<?"
    rf"(?P<address>(?P<kind>{'|'.join(KINDS)}):(?P<id>[^\s()<>\"]*))",
    re.IGNORECASE | re.MULTILINE,
)
_FOREIGN = re.compile(
    rf"\]\(\s*<?(?P<address>(?!(?:{'|'.join((*KINDS, 'chart', 'https?', 'mailto'))}):)"
    r"(?P<kind>[a-z][a-z-]{0,20}):(?P<id>[^\s()<>\"]*))",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?<!!)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])+)\]\(\s*<?(?P<kind>{'|'.join(KINDS)}):(?P<id>[^\s()<>\"]*)[^()]*\)",
    re.IGNORECASE,
)
_CHART = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?chart:(?P<address>[^\s()<>\"]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link to a record; the place is that of its address, `place:raqqa`."""

    kind: str
    id: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """The words of a link to a record, with where they begin and end in the text."""

    kind: str
    id: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ProseChart:
    """A chart; `address` is what follows `chart:`, the place is that of the address."""

    address: str
    line: int
    start: int
    end: int


def links(text: str) -> tuple[ProseLink, ...]:
    """Every link to a record, in the order of the text."""
    places = _Lines(text)
    return tuple(
        ProseLink(found["kind"].lower(), found["id"], *places.of(found, "address"))
        for found in _TARGET.finditer(without_code(text))
    )


def linked_words(text: str) -> tuple[LinkedWords, ...]:
    """The words of every link to a record that are written beside its address, in the order of the text."""
    return tuple(
        LinkedWords(found["kind"].lower(), found["id"], found["words"], *found.span("words"))
        for found in _WORDS.finditer(without_code(text))
    )


def foreign(text: str) -> tuple[ProseLink, ...]:
    """Every link whose scheme is none that is known, in the order of the text; its `kind` is the scheme."""
    places = _Lines(text)
    return tuple(
        ProseLink(found["kind"].lower(), found["id"], *places.of(found, "address"))
        for found in _FOREIGN.finditer(without_code(text))
    )


def charts(text: str) -> tuple[ProseChart, ...]:
    """Every chart that the text asks for, in its order."""
    if "chart:" not in text.lower():  # most texts: every body is asked, on every page that shows it
        return ()
    places = _Lines(text)
    return tuple(
        ProseChart(found["address"], *places.of(found, "address")) for found in _CHART.finditer(without_code(text))
    )


def without_code(text: str) -> str:
    """The text with everything in code made blank, line for line and column for column."""
    if not _MAY_BE_CODE.search(text):  # most texts
        return text
    lines = text.split("\n")
    code = _code_lines(lines) | _fenced_lines(lines)
    return _blocks([" " * len(line) if at in code else line for at, line in enumerate(lines)])


def _code_lines(lines: list[str]) -> set[int]:
    """The lines of indented blocks: after an empty line, or after another line of such a block."""
    found: set[int] = set()
    after_blank = True
    for at, line in enumerate(lines):
        if line.startswith(("    ", "\t")) and (after_blank or at - 1 in found):
            found.add(at)
        after_blank = not line.strip()
    return found


def _fenced_lines(lines: list[str]) -> set[int]:
    """The lines of fenced blocks, fences included; a fence that is never closed runs to the end."""
    found: set[int] = set()
    fence = ""
    for at, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            found.add(at)
            if mark and mark["fence"].startswith(fence) and not mark["after"].strip():
                fence = ""
        elif mark:
            found.add(at)
            fence = mark["fence"]
    return found


def _blocks(lines: list[str]) -> str:
    """The lines joined, code spans made blank; a span ends with its paragraph at the latest."""
    out: list[str] = []
    for empty, block in groupby(lines, key=lambda line: not line.strip()):
        joined = "\n".join(block)
        out.append(joined if empty or "`" not in joined else _SPAN.sub(_blank, joined))
    return "\n".join(out)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


class _Lines:
    """Offsets to lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def of(self, found: re.Match[str], group: str) -> tuple[int, int, int]:
        """Line, first column and end column of a group."""
        start, end = found.span(group)
        line = bisect_right(self._starts, start) - 1
        return line, start - self._starts[line], end - self._starts[line]
