"""HOT. JSON with an indent, for files that people open: `json.dumps` writes that in Python, a value at a time.

Input: plain values. Output: the text that `json.dumps(value, ensure_ascii=False, indent=2, separators=(",", ": "))`
gives, faster. Invariant: every byte is the same; a value that JSON does not know is refused as there.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

STEP = "  "


def indented(value: Any, before: str = "\n") -> str:
    """The text of a value; `before` is the line end with the blanks that stand before the value's own last bracket."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    inner = before + STEP
    if kind is dict:
        if not value:
            return "{}"
        rows = [f"{_key(key)}: {indented(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(rows)}{before}}}"
    if kind is list or kind is tuple:
        if not value:
            return "[]"
        return f"[{inner}{f',{inner}'.join([indented(item, inner) for item in value])}{before}]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _key(key: Any) -> str:
    if isinstance(key, str):
        return encode_basestring(key)
    raise TypeError(f"a key of JSON is text, not a {type(key).__name__}")
