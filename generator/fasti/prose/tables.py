"""Tables of prose made fit for a phone, where each row stands as a block and each cell says which column it is of.

Input: clean HTML of this room's sanitisers, so every element is closed and every attribute quoted. Output: the same
with `class="stack"` on tables that have column headings, and the heading on each cell, where CSS finds it.
Invariant: no text is added or taken away; a table that holds another, or whose cells span several, stays as it is.
"""

from __future__ import annotations

import re

_TABLE = re.compile(r"<table>(?:(?!<table\b).)*?</table>", re.DOTALL)
_HEADINGS = re.compile(r"<thead>(.*?)</thead>", re.DOTALL)
_HEADING = re.compile(r"<th(?:\s[^>]*)?>(.*?)</th>", re.DOTALL)
_UNSCOPED = re.compile(r"<th\b(?![^>]*\sscope=)")
_ROW = re.compile(r"<tr[\s>].*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(td|th)(?=[\s>])")
_TAG = re.compile(r"<[^>]*>")


def labelled(html: str) -> str:
    """The HTML with its tables labelled."""
    return _TABLE.sub(_labelled, html) if "<table>" in html else html


def _labelled(found: re.Match[str]) -> str:
    table = found[0]
    head = _HEADINGS.search(table)
    if head is None or "colspan=" in table or "rowspan=" in table:
        return table
    labels = [_TAG.sub("", heading).strip().replace('"', "&quot;") for heading in _HEADING.findall(head[1])]
    body = _ROW.sub(lambda row: _row(row[0], labels), table[head.end() :])
    headings = _UNSCOPED.sub('<th scope="col"', head[0])
    return f'<table class="stack">{table[len("<table>") : head.start()]}{headings}{body}'


def _row(row: str, labels: list[str]) -> str:
    left = iter(labels)

    def cell(found: re.Match[str]) -> str:
        label = next(left, "")
        return f'{found[0]} data-label="{label}"' if label and found[1] == "td" else found[0]

    return _CELL.sub(cell, row)
