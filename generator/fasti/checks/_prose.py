"""Where an edition holds Markdown: the prose of records, their Markdown fields, and hand-written pages.

Input: the edition. Output: `Passage`s. Invariant: a passage knows where each of its lines stands in its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fasti.derive import Edition
from fasti.diagnostics import Span
from fasti.prose import without_code
from fasti.reading import Entry, HandWritten
from fasti.records import Loc

_LINK = re.compile(
    r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()\n]*(?:\n[^()\n]*)?\)|\[[^\[\]]*\])?|<[^<>\s]+>|https?://\S+"
)
_CITED = re.compile(r"(?<![\w*])\*(?![\s*])[^*]+\*|(?<![\w_])_(?![\s_])[^_]+_|[“„«][^“”„«»]*[”»“]|\"[^\"\n]*\"")

FIELDS = ("definition", "reading_notes")
"""Fields that are Markdown, beside `body`."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Markdown, and where it stands. `published` is False for that of a draft."""

    text: str
    path: str
    loc: Loc
    source: Entry | HandWritten
    published: bool

    def span(self, line: int, start: int, end: int) -> Span:
        """A stretch of one line; line and columns count from 0, the end exclusive.

        Of a Markdown field that was folded or quoted, lines of text are not lines of the file: then the whole value.
        """
        if not self.loc or isinstance(self.source, HandWritten):
            return self.source.body_span(line, start, end)
        written = self.source.written.spans.get(self.loc)
        lines = self.source.text.split("\n")
        wanted = self.text.split("\n")[line]
        first = written.line if written else 1
        for row in range(first, written.end_line + 1 if written else 1):
            at = lines[row - 1].find(wanted) if row <= len(lines) and wanted.strip() else -1
            if at >= 0:
                return Span(row, at + start + 1, row, at + end + 1)
        return self.source.span(self.loc)

    def at(self, start: int, end: int) -> Span:
        """A stretch given by where it begins and ends in the text, as far as its first line."""
        line = self.text.count("\n", 0, start)
        first = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", start)
        return self.span(line, start - first, min(end, stop if stop >= 0 else end) - first)


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """A text with some stretches of it, given in order, made blank letter for letter; line ends stay."""
    parts, done = [], 0
    for start, end in stretches:
        parts += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
        done = end
    return "".join((*parts, text[done:]))


def unlinked(text: str) -> str:
    """A text without its code, its links and pictures, and the words that stand in quotes or emphasis: those are cited
    as words and mean nothing by themselves. Everything keeps its place."""
    bare = without_code(text)
    bare = blanked(bare, [found.span() for found in _LINK.finditer(bare)])
    return blanked(bare, [found.span() for found in _CITED.finditer(bare)])


def passages(edition: Edition) -> Iterator[Passage]:
    """Every piece of Markdown, records first."""
    for entry in edition.corpus.written:
        published = entry.record.status != "draft"
        if entry.body.strip():
            yield Passage(entry.body, entry.path, (), entry, published)
        for field in FIELDS:
            text = getattr(entry.record, field, "")
            if text:
                yield Passage(text, entry.path, (field,), entry, published)
    for page in edition.pages:
        yield Passage(page.body, page.path, (), page, published=True)
