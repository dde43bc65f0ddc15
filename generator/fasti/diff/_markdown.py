"""A difference as one comment on a pull request: Markdown of the kind that GitHub and GitLab print.

Input: a difference and how a record is linked. Output: text that fits into one comment. Invariant: no text of an author
becomes markup, a mention, a reference to an issue or a workflow command; what does not fit is counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from fasti.diagnostics.display import visible
from fasti.diff._model import KINDS, Change, Difference, Key

MOST = 60_000
"""Characters of a comment, below the 65,536 that GitHub takes."""
_MARKUP = re.compile(r"([\\`*_\[\]<>|~$])")
_CALLS = re.compile(r"([@#])(?=\w)|(::)")


def as_markdown(found: Difference, link: Callable[[Key], str]) -> str:
    """What the records say now, one line a change, under headings; a sentence alone where they say the same."""
    head = ["## What this change means", ""]
    if found.after.errors:
        faults = f"{found.after.errors:,} {'fault' if found.after.errors == 1 else 'faults'}"
        head += [f"**It does not pass the check: {faults}.** Records with faults are left out below.", ""]
    if not found.changes:
        return "\n".join([*head, "Nothing the records say has changed.", ""])
    number = len(found.changes)
    head += [f"{number:,} {'change' if number == 1 else 'changes'} in what the records say.", ""]
    lines: list[str] = []
    room = MOST - sum(len(line) + 1 for line in head)
    told = 0
    for kind, heading in KINDS.items():
        of_kind = [change for change in found.changes if change.kind == kind]
        for index, change in enumerate(of_kind):
            block = ([f"### {heading}", ""] if index == 0 else []) + list(_lines(found, change, link))
            block += [""] if index == len(of_kind) - 1 else []
            room -= sum(len(line) + 1 for line in block)
            if room < 0:
                rest = number - told
                return "\n".join([*head, *lines, "", f"… and {rest:,} more; `fasti diff` tells them all.", ""])
            lines += block
            told += 1
    return "\n".join([*head, *lines])


def _lines(found: Difference, change: Change, link: Callable[[Key], str]) -> list[str]:
    url = link(change.record)
    title = plain(found.label(change.record))
    named = f"[{title}]({url})" if url else title
    own = [f"- **{named}**: {plain(change.words)}."]
    return own + [f"  - so: {plain(one.words)}." for one in change.follows]


def plain(text: str) -> str:
    """Text of an author as Markdown that prints just that, on one line."""
    marked = _MARKUP.sub(r"\\\1", visible(" ".join(text.split()))).replace("&", "&amp;")
    return _CALLS.sub(lambda match: f"{match[0][0]}\u200b{match[0][1:]}", marked).rstrip(".")
