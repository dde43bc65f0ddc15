"""Splits a Markdown record into its front matter and its prose, with the line where each begins.

Input: the text of a `.md` record. Output: `Parts`. Invariant: line numbers stay those of the file.
"""

from __future__ import annotations

from dataclasses import dataclass

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """`header` is padded with empty lines, so that its positions are those of the file; `fault` names a rule."""

    header: str
    body: str
    body_line: int
    fault: str | None = None


def split(text: str) -> Parts:
    """The two parts of a Markdown record; the front matter stands between two lines of three hyphens."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Parts("", text, 1, "missing-front-matter")
    for index in range(1, len(lines)):
        if lines[index].rstrip() == FENCE:
            header = "\n".join(["", *lines[1:index]])
            return Parts(header, "\n".join(lines[index + 1 :]), index + 2)
    return Parts("", "", 1, "unclosed-front-matter")
