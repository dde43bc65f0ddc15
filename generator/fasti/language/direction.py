"""Which way letters run, and what the element around somebody's words must say of them.

Input: text as contributors wrote it, and its language if they said so. Output: `lang` and `dir`, or text with isolates.
Invariant: nothing is said of words that are in the page's own language and direction; no language is made up: letters
of a script nobody named are `und-Latn`, not English.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from fasti.language.speaking import also_read, spoken

Direction = Literal["ltr", "rtl"]
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ary", "arz", "ckb", "dv", "fa", "he", "ks", "mzn", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_SCRIPTS = {
    "LATIN": "Latn", "ARABIC": "Arab", "HEBREW": "Hebr", "SYRIAC": "Syrc", "CYRILLIC": "Cyrl", "GREEK": "Grek",
    "ARMENIAN": "Armn", "GEORGIAN": "Geor", "DEVANAGARI": "Deva", "HANGUL": "Hang", "CJK": "Hani", "HIRAGANA": "Hira",
    "KATAKANA": "Kana", "THAI": "Thai", "ETHIOPIC": "Ethi",
}  # fmt: skip


def direction(language: str) -> Direction:
    """The way a language is written, by its code."""
    return "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def runs(text: str) -> Direction | None:
    """The way the first letter of a text runs, what is isolated in it left out; None if it has no letter."""
    first = _first_letter(text)
    return None if first is None else "ltr" if unicodedata.bidirectional(first) == "L" else "rtl"


def foreign(text: str, lang: str | None = None) -> dict[str, str]:
    """The `lang` and `dir` of an element that holds this text; empty for the page's own language and direction.

    `lang` is what its author says; without it the letters decide, and only where they run against the page.
    """
    way, page = runs(text), direction(spoken())
    if lang:
        if lang.partition("-")[0] != spoken().partition("-")[0]:
            return {"lang": lang, "dir": way or direction(lang)}
        return {"dir": way} if way not in (None, page) else {}
    if way is None or way == page:
        return {}
    known = next((code for code in also_read() if direction(code) == way), None)
    return {"lang": known or _undetermined(text), "dir": way}


def isolated(text: str) -> str:
    """Text between U+2068 and U+2069, if a letter of it runs against the page; else as it is."""
    if text.isascii() and direction(spoken()) == "ltr":
        return text
    if text.startswith("\u2068") and text.endswith("\u2069") and text.count("\u2069") == 1:
        return text
    against = ("R", "AL") if direction(spoken()) == "ltr" else ("L",)
    return f"\u2068{text}\u2069" if any(unicodedata.bidirectional(c) in against for c in text) else text


def from_left(text: str) -> str:
    """What runs from left to right whatever the language, as a sum does, or the two years of a scale."""
    return text if direction(spoken()) == "ltr" else f"\u2066{text}\u2069"


def _first_letter(text: str) -> str | None:
    depth = 0
    for c in text:
        kind = unicodedata.bidirectional(c)
        depth += (kind in ("FSI", "LRI", "RLI")) - (kind == "PDI" and depth > 0)
        if not depth and kind in ("L", "R", "AL"):
            return c
    return None


def _undetermined(text: str) -> str:
    first = _first_letter(text)
    script = _SCRIPTS.get(unicodedata.name(first, "").partition(" ")[0].partition("-")[0]) if first else None
    return f"und-{script}" if script else "und"
