"""Bytes to text: UTF-8 without anything in it that a reader of the file would not see.

Input: the bytes of a file. Output: its text, or the fault. Invariant: text that passes holds no control character, no
bidirectional override (CVE-2021-42574, Trojan Source) and no invisible letter.
"""

from __future__ import annotations

import re
import unicodedata

from fasti.diagnostics import Span

# C0 and C1 but for tab and line feed, line and paragraph separators, bidi embeddings, overrides and isolates,
# zero-width space, word joiner, byte order mark, lone surrogates, non-characters.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]"
)


def decode(data: bytes) -> tuple[str, tuple[Span | None, str, str | None] | None]:
    """The text of a file with its lines ended by line feeds; or the fault as span, message and hint (FST106)."""
    if b"\0" in data:
        return "", (Span(1, 1, 1, 1), "this is not a text file", "keep text here; pictures go to content/media/")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8", "replace")
        span = position(before, len(before))
        return "", (span, f"byte 0x{data[fault.start]:02X} is not UTF-8", "save the file as UTF-8")
    text = text.replace("\r\n", "\n")
    if text.startswith("\ufeff"):
        text = text[1:]  # a mark that some editors put first; it says nothing that UTF-8 does not say
    if match := HIDDEN.search(text):
        return "", (
            position(text, match.start()),
            f"an invisible character stands here: {named(match[0])}",
            "delete it",
        )
    return text, None


def named(letter: str) -> str:
    """A character that cannot be shown, in words: `right-to-left override (U+202E)`."""
    name = unicodedata.name(letter, "").lower() or "control character"
    return f"{name} (U+{ord(letter):04X})"


def position(text: str, offset: int) -> Span:
    """The one-letter span at an offset."""
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    return Span(line + 1, column + 1, line + 1, column + 2)
