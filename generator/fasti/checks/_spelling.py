"""Names as people write them: what looks like a name in a text, and which names are two spellings of one.

Input: texts and the names of records. Output: `Run`s of words and `Spellings`. Invariant: two names are called alike
only if their consonants agree and most of their letters do; a word made from a name (`Iraqi`) is no spelling of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from fasti.corpus import Corpus, folded
from fasti.records import Actor, Place, Source

MARKS = "'’ʻʼʾʿ‘`"
POSSESSIVE = re.compile(r"['’]s?\Z")
ARTICLES = frozenset("al el ul ad ed ar er as es ash esh at et an en az ez the".split())
BETWEEN = frozenset("al el ul ad ed ar er ash esh et az ez bin ibn bint abu de la le".split())
"""Words in small letters that a name may hold."""

CAPITALS = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
WORD = re.compile(rf"[^\W\d_](?:[\w{MARKS}-]*[\w{MARKS}])?")
_NAMED = rf"(?:(?i:{'|'.join(sorted(ARTICLES))})-)?[{CAPITALS}](?:[\w{MARKS}-]*[\w{MARKS}])?"
_GAP = r"(?:-? |-?\n[ >]*)"
RUN = re.compile(rf"(?<![\w-]){_NAMED}(?:{_GAP}(?:(?i:{'|'.join(sorted(BETWEEN))}){_GAP})?{_NAMED})*")
DIGRAPHS = (("sh", "S"), ("ch", "S"), ("kh", "k"), ("gh", "G"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("dj", "j"))
SOUNDS = str.maketrans({"q": "k", "c": "k", "g": "j", "v": "w"})
LONGEST = 5  # words of a name that are looked at together
LONGEST_RUN = 60  # words with a capital in a row: what goes on longer is no text
LEAST_ALIKE, LEAST_ALIKE_SHORT = 0.6, 0.75

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and look like a name: each with where it begins and ends in the text."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def words(self, first: int, last: int) -> str:
        """The words from one to another, as written, on one line."""
        return " ".join(self.text[self.spans[first][0] : self.spans[last][1]].split())


@dataclass(frozen=True, slots=True)
class Found:
    """A spelling that no record lists, where it stands in its text, and the record and name that it is like."""

    spelling: str
    start: int
    end: int
    like: Key
    name: str


def runs(text: str) -> Iterator[Run]:
    """What looks like a name: words with a capital, and small ones between two of them; `Raqqa's` ends one."""
    for found in RUN.finditer(text):
        spans: list[tuple[int, int]] = []
        for word in WORD.finditer(text, *found.span()):
            bare = POSSESSIVE.sub("", word[0])
            spans.append((word.start(), word.start() + len(bare)))
            if bare != word[0]:
                yield Run(text, tuple(spans))
                spans = []
        if spans:
            yield Run(text, tuple(spans))


def plain(name: str) -> str:
    """A name as small letters without marks, blanks and articles."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    parts = [part for part in re.split(r"[\W\d_]+", re.sub(f"[{MARKS}]", "", bare).casefold()) if part]
    return "".join(part for part in parts if part not in ARTICLES or len(parts) == 1)


def sounds(name: str) -> str:
    """The letters of a name, those that romanisations exchange made one: `Raqqa` and `Rakka` give `raka`."""
    letters = plain(name)
    for pair, sound in DIGRAPHS:
        letters = letters.replace(pair, sound)
    return re.sub(r"(.)\1+", r"\1", letters.translate(SOUNDS))


def skeleton(name: str) -> str:
    """The consonants of a name: `rk` of `Raqqa`; and its numbers, for the 17th Division is not the 93rd."""
    numbers = "".join(c for c in name if c.isdigit())
    return re.sub(r"(?<=.)[hy]|(?<=.)w(?![aeiou])|[aeiou]", "", sounds(name)) + numbers


def likeness(spelling: str, name: str) -> float:
    """How much of their letters two texts of one skeleton share; 0 where they are no spellings of one name.

    Few consonants agree by chance, so more of the letters have to.
    """
    longer, shorter = sorted((plain(spelling), plain(name)), key=len, reverse=True)
    if longer.startswith(shorter) and longer[len(shorter) :] not in ("", "h"):
        return 0.0
    share = SequenceMatcher(None, sounds(spelling), sounds(name), autojunk=False).ratio()
    return share if share >= (LEAST_ALIKE if len(skeleton(name)) > 2 else LEAST_ALIKE_SHORT) else 0.0


@dataclass(slots=True)
class Spellings:
    """Every name of every place and actor, and the words of all names that a chronology knows."""

    names: dict[str, set[Key]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    by_skeleton: dict[str, list[tuple[Key, str]]] = field(default_factory=dict)
    of: dict[Key, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of_corpus(cls, corpus: Corpus) -> Spellings:
        """Drafts too: what they list is listed."""
        found = cls()
        for kind in ("place", "actor"):
            for entry in corpus.by_kind[kind]:
                assert isinstance(entry.record, Place | Actor)
                key = (kind, entry.id)
                found.of[key] = tuple(name.text for name in entry.record.names)
                for name in found.of[key]:
                    found.names.setdefault(folded(name), set()).add(key)
                    found.by_skeleton.setdefault(skeleton(name), []).append((key, name))
                found.learn(found.of[key])
        for entry in corpus.by_kind["source"]:
            assert isinstance(entry.record, Source)
            found.learn((entry.record.title, entry.record.publisher or "", *entry.record.authors))
        return found

    def learn(self, texts: Iterable[str]) -> None:
        """Know the words of some texts."""
        self.words.update(folded(token[0]) for text in texts for token in WORD.finditer(text))

    def unlisted(self, text: str, *, least: int, near: Iterable[Key] | None = None) -> Iterator[Found]:
        """The names in a text that no record lists and that are like one that some record does.

        `least` is how many consonants they must have; `near` are the records they can mean, if not any.
        """
        within = None if near is None else set(near)
        for run in runs(text):
            first = 0 if len(run.spans) <= LONGEST_RUN else len(run.spans)
            while first < len(run.spans):
                step, found = self._at(run, first, least, within)
                if found:
                    yield found
                first += step

    def _at(self, run: Run, first: int, least: int, near: set[Key] | None) -> tuple[int, Found | None]:
        """How many words from one on belong together, and what is wrong with them: the longest reading first."""
        lasts = range(min(len(run.spans), first + LONGEST) - 1, first - 1, -1)
        for last in lasts:
            if folded(run.words(first, last)) in self.names:
                return last - first + 1, None
        for last in lasts:
            words = run.words(first, last)
            if all(folded(word) in self.words for word in words.split()) or len(skeleton(words)) < least:
                continue
            near_by = [(key, n) for key, n in self.by_skeleton.get(skeleton(words), ()) if near is None or key in near]
            share, key, name = max(((likeness(words, n), key, n) for key, n in near_by), default=(0.0, ("", ""), ""))
            if share:
                start, end = run.spans[first][0], run.spans[last][1]
                return last - first + 1, Found(words, start, end, key, name)
        return 1, None
