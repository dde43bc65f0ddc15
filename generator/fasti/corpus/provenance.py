"""Where in its file a record names another: the very word, even inside shorthand such as `ann-2017-11-04 p5`.

Input: an entry and the path of a value in its record. Output: a span. Invariant: the span lies in the file; at worst it
is that of the nearest thing the author wrote.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from fasti.diagnostics import Span
from fasti.reading import Entry
from fasti.records import Loc


class _Found(NamedTuple):
    loc: Loc
    is_key: bool


def written_at(entry: Entry, loc: Loc, word: str) -> Span:
    """The span of `word`, written at `loc` or below it as a key, as a whole value, or as the first word of a value.

    Shorthand is expanded before validation, so that the path of a value (`after`, 0, `event`) need not be one that the
    author wrote (`after`, `siege`): what was written there is searched for the word.
    """
    found = _find(entry, loc, word)
    if found is None:
        return entry.span(loc)
    if found.is_key:
        span = entry.written.keys[found.loc]
        return _first_letters(span, len(word), quoted=span.end_column - span.column > len(str(found.loc[-1])))
    return _first_letters(entry.written.spans[found.loc], len(word), quoted=found.loc in entry.written.quoted)


def written_beside(entry: Entry, loc: Loc, word: str) -> Span:
    """The span of the value whose key is `word`, as in `after: {siege: at most 10 days}`; else as `written_at`."""
    found = _find(entry, loc, word)
    return entry.written.spans[found.loc] if found and found.is_key else written_at(entry, loc, word)


def _find(entry: Entry, loc: Loc, word: str) -> _Found | None:
    near = entry.written.nearest(loc)
    return _search(near, entry.written.at(near), word)


def _search(loc: Loc, value: Any, word: str) -> _Found | None:
    if isinstance(value, dict):
        for key, item in value.items():
            if _names(key, word):
                return _Found((*loc, key), is_key=True)
            if found := _search((*loc, key), item, word):
                return found
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if found := _search((*loc, index), item, word):
                return found
    elif _names(value, word):
        return _Found(loc, is_key=False)
    return None


def _names(written: Any, word: str) -> bool:
    """Whether a written text is an id, perhaps with a locator (`id p5`) or an end (`id.start`) after it."""
    text = written.strip() if isinstance(written, str) else ""
    return text.startswith(word) and text[len(word) : len(word) + 1] in ("", " ", ".")


def _first_letters(span: Span, length: int, *, quoted: bool) -> Span:
    """The first letters of a value on one line, quotes left out; a value over several lines stays whole."""
    start = span.column + quoted
    if span.line != span.end_line or start + length > span.end_column:
        return span
    return Span(span.line, start, span.line, start + length)
