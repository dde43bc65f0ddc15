"""The comments of a YAML text, and where each stands: on a line of its own, or beside something.

Input: a text and the stretches of it that are values. Output: comments in their order. Invariant: between values stand
blanks, the signs of blocks and comments, and nothing else; so no `#` inside a value is taken for a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

BETWEEN = re.compile(r"[ \t\n:?-]*")


class NotLaidOut(Exception):
    """The text has a form that is better left alone."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `alone` on its line, else beside what stands before it; `apart` if the line above is empty."""

    offset: int
    line: int
    column: int
    text: str
    alone: bool
    apart: bool


def comments_between(text: str, values: Iterable[tuple[int, int]]) -> list[Comment]:
    """Every comment outside the values, which are given by where they begin and end, in order."""
    lines = text.split("\n")
    found: list[Comment] = []
    offset = 0
    for begin, end in (*values, (len(text), len(text))):
        while offset < begin:
            match = BETWEEN.match(text, offset, begin)
            offset = match.end() if match else offset
            if offset >= begin:
                break
            if text[offset] != "#":
                raise NotLaidOut
            stop = text.find("\n", offset)
            stop = len(text) if stop == -1 else stop
            line = text.count("\n", 0, offset)
            column = offset - (text.rfind("\n", 0, offset) + 1)
            alone = not lines[line][:column].strip()
            apart = line > 0 and not lines[line - 1].strip()
            found.append(Comment(offset, line, column, text[offset:stop].rstrip(), alone, apart))
            offset = stop
        offset = max(offset, end)
    return found
