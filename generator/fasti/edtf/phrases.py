"""Words, numbers and signs of a date as people write it: `tokens`, each of a kind that is one letter.

Input: text that is no EDTF. Output: tokens for `people`, or None where a word is none of a date.
Invariant: one pass from left to right over a text of limited length, so that nothing in it can take long.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fasti.edtf.arabic import ARABIC
from fasti.edtf.english import ENGLISH

LONGEST = 120
"""Longer texts are no dates; nothing is looked for in them."""


class Token(NamedTuple):
    """One word, number or sign. What `value` holds depends on the kind."""

    kind: str
    value: tuple[int, ...] = ()
    sign: str = ""


_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def _several(kind: str, *words: str, value: tuple[int, ...] = ()) -> dict[str, Token]:
    return dict.fromkeys(words, Token(kind, value))


PHRASES: dict[str, Token] = {
    # Nothing is lost without these.
    **_several("", "the", "of", "in", "on", "at", "year", "month", "some time", "sometime", "dated"),
    # Parts of a month, a year, a decade: which third, or which half.
    **_several("e", "early", "beginning", "start", value=(3, 0, 0)),
    **_several("e", "mid", "mid-", "middle", value=(3, 1, 1)),
    **_several("e", "late", "end", value=(3, 2, 2)),
    **_several("e", "early to mid", "early-to-mid", "early to mid-", "early-to-mid-", value=(3, 0, 1)),
    **_several("e", "mid to late", "mid-to-late", value=(3, 1, 2)),
    **_several("e", "first half", "1st half", "h1", value=(2, 0, 0)),
    **_several("e", "second half", "2nd half", "h2", value=(2, 1, 1)),
    **{
        f"{word} quarter": Token("q", (33 + i // 2,)) for i, word in enumerate("first 1st second 2nd third 3rd".split())
    },
    **_several("q", "fourth quarter", "4th quarter", "last quarter", value=(36,)),
    **{f"q{number}": Token("q", (32 + number,)) for number in (1, 2, 3, 4)},
    # How sure.
    **_several(
        "~", "about", "around", "circa", "ca", "c", "approximately", "approx", "roughly", "some time around", "~"
    ),
    **_several("?", "possibly", "probably", "perhaps", "maybe", "presumably", "uncertain", "?"),
    # Ranges.
    **_several("B", "between", "some time between", "sometime between"),
    **_several("F", "from", "starting"),
    **_several("T", "to", "through", "thru", "up to"),
    **_several("A", "and", "&"),
    **_several("O", "or"),
    **_several("<", "before", "earlier than", "prior to"),
    **_several("[", "by", "no later than", "not later than", "on or before", "not after"),
    **_several(">", "after", "later than"),
    **_several("]", "no earlier than", "not earlier than", "on or after", "not before"),
    **_several("}", "since"),
    **_several("{", "until", "till"),
    **_several("L", "or later", "or after", "at the earliest"),
    **_several("E", "or earlier", "or before", "at the latest"),
    **_several("N", "onward", "onwards", "and later", "and after"),
    **_several("W", "week of", value=(0,)),
    **_several("W", "week beginning", "week starting", "week commencing", value=(1,)),
    **_several("P", "present", "now", "today", "ongoing"),
    **_several("H", "throughout", "all of", "whole of", "all through"),
    **_several(":", "..", "...", "…"),
    **_several("-", "-"),
    **_several("/", "/"),
    # Names.
    **_several("b", "bc", "bce"),
    **_several("a", "ad", "ce"),
    **_several("C", "century"),
    **_several("U", "unknown", "undated", "nd"),
    **{word: Token("n", (number,)) for number, word in enumerate(_ORDINALS, start=1)},
    **{day[:short]: Token("w", (i,)) for i, day in enumerate(_WEEKDAYS) for short in (3, 4, 5, None)},
    **_several("s", "spring", value=(21,)),
    **_several("s", "summer", value=(22,)),
    **_several("s", "autumn", "fall", value=(23,)),
    **_several("s", "winter", value=(24,)),
    **{name[:3].lower(): Token("m", (number,)) for number, name in enumerate(ENGLISH.months, start=1)},
    **{
        name.lower(): Token("m", (number,))
        for language in (ENGLISH, ARABIC)
        for names in (language.months, language.months_short)
        for number, name in enumerate(names, start=1)
    },
}

_WORDS = "|".join(re.escape(word) for word in sorted(PHRASES, key=lambda word: (-len(word), word)))
_MONTHS = "|".join(re.escape(word) for word, token in PHRASES.items() if token.kind == "m")
_token = re.compile(
    rf"""
    (?P<day> \d{{4}}\ ?(?P<a>[-/.])\ ?\d{{1,2}}\ ?(?P=a)\ ?\d{{1,2}} (?!\d) )
  | (?P<turned> \d{{1,2}}\ ?(?P<b>[-/.])\ ?\d{{1,2}}\ ?(?P=b)\ ?(?:\d{{4}}|\d{{2}}) (?!\d) )
  | (?P<month> \d{{4}}(?P<c>[-/.])\d{{1,2}} (?!\d|\ (?:{_MONTHS})) )
  | (?P<month_turned> \d{{1,2}}[-/.]\d{{4}} (?!\d) )
  | (?P<time> \d{{1,2}}:\d{{2}}(?::\d{{2}})? (?![\d:]) )
  | (?P<decade> \d{{3}}0 )['’]?s\b
  | (?P<word> {_WORDS} )(?:(?<!\w)|(?!\w)|(?<=\bc)(?=\d)|(?<=\bca)(?=\d))
  | (?P<number> \d+ )(?:\.(?!\.)|(?:st|nd|rd|th)?(?!\w))
  | (?P<noise> [\s,;()"“”]+ )
    """,
    re.VERBOSE,
).match
_digits = re.compile(r"\d+").findall
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
# "B.C.", "Oct.", "n.d.": a dot between letters or behind them says nothing.
_dot_between = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_dot_behind = re.compile(r"(?<=[^\W\d_])\.(?!\.)")

_NUMBERS = {1: "n", 2: "n", 3: "z", 4: "y", 6: "6", 8: "8"}


def tokens(text: str) -> list[Token] | None:
    """The tokens of a text, or None if some part of it is none. Digits and dashes of any script are read."""
    if len(text) > LONGEST:
        return None
    text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.lower().translate(_DASHES))
    text = _dot_behind.sub(" ", _dot_between.sub("", " ".join(text.split())))
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _token(text, at)
        if match is None:
            return None
        at = match.end()
        found.append(_of(match))
    return [token for token in found if token.kind]


def _of(match: re.Match[str]) -> Token:
    if match["word"]:
        return PHRASES[match["word"]]
    if match["noise"]:
        return Token("")
    numbers = tuple(int(digits) for digits in _digits(match[0]))
    if match["number"]:
        return Token(_NUMBERS.get(len(match["number"]), "x"), numbers)
    if match["turned"]:
        return Token("2" if len(match["turned"].split(match["b"])[2].strip()) == 2 else "d", numbers)
    kind = next(kind for kind, name in _NUMERIC.items() if match[name])
    return Token(kind, numbers, match["c"] or "")


_NUMERIC = {"i": "day", "j": "month", "v": "month_turned", "t": "time", "k": "decade"}
