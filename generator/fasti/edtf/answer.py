"""What a text means as a date, or why it is none, as plain values: what `fasti date` tells.

Input: a text. Output: a dict for JSON, its keys in a fixed order.
Invariant: the shape only grows; a change that breaks readers raises `version`.
"""

from __future__ import annotations

from fasti.edtf.days import iso
from fasti.edtf.grammar import parse
from fasti.edtf.model import EdtfError
from fasti.edtf.wording import wording

VERSION = 1


KEYS = (
    *("version", "text", "valid", "level", "earliest", "latest", "start", "end", "approximate", "uncertain"),
    *("wording", "error"),
)


def answer(text: str) -> dict[str, object]:
    """Level, first and last day, what is known of both ends, marks and wording; or the fault, offset from 0.

    A side that is open or unknown has no day. A date that is refused has nothing but its `error`.
    """
    try:
        date = parse(text)
    except EdtfError as fault:
        return refused(text, fault)
    return dict.fromkeys(KEYS) | {
        "version": VERSION,
        "text": text,
        "valid": True,
        "level": date.level,
        "earliest": None if date.earliest is None else iso(date.earliest),
        "latest": None if date.latest is None else iso(date.latest),
        "start": date.start,
        "end": date.end,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "wording": wording(date),
    }


def refused(text: str, fault: EdtfError) -> dict[str, object]:
    """Why a text is no date that will do."""
    error = {"offset": fault.offset, "message": fault.message, "hint": fault.hint}
    return dict.fromkeys(KEYS) | {"version": VERSION, "text": text, "valid": False, "error": error}
