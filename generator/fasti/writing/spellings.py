"""Names as readers type them: one plain form of a text, and the further forms under which a name is found.

Input: names and texts of records; output: words for the search index. `theme/assets/search-dialog.js` folds what a
reader types by the same tables. Invariant: two spellings that differ in case, accents, vowel signs, hamza, apostrophes
or hyphens fold to the same words; a name is found with its article, without it, and written as one word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

ARTICLES = frozenset("al el ul ad ed ar er as es ash esh at et an en az ez the".split())
ONE_WORD = 3  # names of so many words may be typed as one: `abukamal`
LEAST = 2  # a sound has more consonants than these
ALIKE = str.maketrans(
    {
        # Letters that no decomposition takes apart.
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
        "ς": "σ",
        # Arabic: alif of every kind, ya without dots, ta marbuta; Persian letters; hamza alone.
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ء": "",
        **{chr(first + digit): str(digit) for first in (0x660, 0x6F0) for digit in range(10)},
        # Apostrophes, letters that stand for hamza and ayn, the stroke that lengthens a word, marks of direction.
        **dict.fromkeys("'’‘`´ʹʺʻʼʽʾʿˈـ\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069", ""),
    }
)  # fmt: skip
_MARKS = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]"
)
_GROUPED = re.compile(r"(?<=\d)[.,](?=\d)")
_VOWELS = re.compile(r"[aeiouwy]|h\b")
_TWICE = re.compile(r"(.)\1+")
_SOUNDS = str.maketrans({"q": "k", "c": "k", "g": "j", " ": ""})
_BETWEEN = re.compile(r"[\W_]+")
_SPECIAL = re.compile(f"[{re.escape(''.join(map(chr, ALIKE)))}أإآؤئ]")
_AL = "ال"


def fold(text: str) -> str:
    """Words in small letters without accents, vowel signs and apostrophes, one blank between them; `deir ez zor`."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower().translate(ALIKE)
    return _BETWEEN.sub(" ", _GROUPED.sub("", plain)).strip()


def bare(words: list[str]) -> list[str]:
    """Words without articles, if anything else is left."""
    return [word for word in words if word not in ARTICLES] or words


def sound(words: list[str]) -> str:
    """The consonants of a name in Latin letters, `drzr` for Deir ez-Zor and Dayr az-Zawr; empty where too few are left
    to tell names apart."""
    text = _TWICE.sub(r"\1", _VOWELS.sub("", " ".join(bare(words))).translate(_SOUNDS))
    return text if len(text) > LEAST and text.isascii() and text.isalpha() else ""


def keys(names: Iterable[str]) -> str:
    """Every word under which one of these names is found, each once, in order; `_drzr` is a sound, which no word is."""
    return " ".join(dict.fromkeys(word for name in names for word in _of_name(fold(name).split())))


def _of_name(words: list[str]) -> Iterator[str]:
    yield from words
    if len(bare(words)) <= ONE_WORD:
        yield "".join(words)
        yield "".join(bare(words))
        if heard := sound(words):
            yield f"_{heard}"
    for first, second in zip(words, words[1:], strict=False):
        if first in ARTICLES:
            yield first + second
    for word in words:
        if "\u0600" <= word[0] <= "\u06ff":
            yield word[2:] if word.startswith(_AL) and len(word) > 4 else _AL + word


def further(text: str) -> str:
    """The folded words of a text that its own letters would not be found by, each once, in order."""
    if not _SPECIAL.search(text):
        return ""
    return " ".join(dict.fromkeys(fold(word) for word in text.split() if _SPECIAL.search(word)))
