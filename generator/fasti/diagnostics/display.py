"""Shows what an author wrote so that it can neither disturb a terminal nor pass for a message of ours.

Input is a line of a content file, or a message that quotes one; output is printable text and where to underline it.
Invariant: nothing that comes out of here moves the cursor, changes colour, reverses text, breaks a line or starts a
command of a build log; every character that could is shown by its number, as `<U+001B>`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

WIDEST = 100
"""Columns of a source line that are shown; a longer one is clipped around the fault."""

_TAB = 4
_CLIPPED = "…"

# C0 and C1 controls; marks of direction; invisible spaces; separators; byte order mark; half characters. The joiners
# U+200C and U+200D stay, since Persian and many other scripts cannot be written without them. The bracket of `##[` is
# here because GitHub's runner obeys `##[command]` anywhere in a line of the log.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]|(?<=##)\\["
)


class Underlined(NamedTuple):
    """A source line as shown, how many blanks stand before its underline, and how many columns that covers."""

    text: str
    indent: int
    length: int


def visible(text: str) -> str:
    """The text on one line, with every character that is not seen, or not safe, shown by its number."""
    return _UNSEEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def width(text: str) -> int:
    """Columns that a terminal gives to visible text: two to a wide East Asian character, none to a combining one."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def underlined(line: str, column: int, end_column: int | None) -> Underlined:
    """A line of a file with its fault marked, tabs expanded, clipped to `WIDEST` columns around the fault.

    Columns count code points from 1 and the end is exclusive, None meaning the end of the line. A fault of no length,
    or beyond the end of the line, is marked with one column.
    """
    line = line.rstrip(" \t\r\n")
    start = min(max(column - 1, 0), len(line))
    end = len(line) if end_column is None else min(end_column - 1, len(line))
    # A line may be a megabyte: look at hardly more of it than can be shown.
    reach = WIDEST + 1
    first = max(0, start - reach)
    cells = _cells(line, first, min(len(line), start + reach))
    start, end = start - first, min(end - first, len(cells))
    left, right = _window([width(cell) for cell in cells], start, end)
    before = _CLIPPED if first + left > 0 else ""
    after = _CLIPPED if first + right < len(line) else ""
    indent = width(before + "".join(cells[left:start]))
    length = width("".join(cells[start : min(end, right)]))
    return Underlined(before + "".join(cells[left:right]) + after, indent, max(1, length))


def _cells(line: str, first: int, last: int) -> list[str]:
    """What each code point of a part of the line is shown as."""
    cells = []
    at = 0
    for index in range(first, last):
        character = line[index]
        if character == "\t":
            cell = " " * (_TAB - at % _TAB)
        elif character == "[" and line[max(0, index - 2) : index] == "##":
            cell = visible("##[")[2:]
        else:
            cell = visible(character)
        cells.append(cell)
        at += width(cell)
    return cells


def _window(widths: list[int], start: int, end: int) -> tuple[int, int]:
    """Which cells fit in `WIDEST` columns: the start of the fault always, then its end, then as much around it."""
    if sum(widths) <= WIDEST:
        return 0, len(widths)
    room = WIDEST - 2 * len(_CLIPPED)
    left = right = start
    while right < end and widths[right] <= room:
        room -= widths[right]
        right += 1
    while room > 0:
        grown = False
        if left > 0 and widths[left - 1] <= room:
            left -= 1
            room -= widths[left]
            grown = True
        if right < len(widths) and widths[right] <= room:
            room -= widths[right]
            right += 1
            grown = True
        if not grown:
            break
    return left, right


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
