"""What the author may have meant: the nearest of the words that would have been right.

Input is a word as an author wrote it and the words that fit there; output is one of them, or a hint ready to print.
Invariant: nothing is suggested that is not among the candidates, and of the near ones always the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Set

MOST_OFFERED = 8
"""A list longer than this is not a hint."""

_LONGEST = 100  # ids and keys are shorter; a longer text is not a slip of the pen
_FARTHEST = 4  # edits, however long the word


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate nearest to `word`, or None if none is near.

    Nearness counts letters changed, added, dropped or swapped with a neighbour (optimal string alignment), at most one
    in three and never more than four. Case, accents, blanks, `_` and `-` are not counted. Of two equally near, the
    first in the alphabet.
    """
    if len(word) > _LONGEST:
        return None
    sought = _plain(word)
    letters = frozenset(sought)
    best: tuple[int, str] | None = None
    for candidate in candidates:
        if len(candidate) > _LONGEST:
            continue
        plain = _plain(candidate)
        limit = min(_FARTHEST, max(len(sought), len(plain)) // 3)
        if best is not None:
            limit = min(limit, best[0])
        # An edit changes at most two members of the set of letters, so most candidates need no closer look.
        if abs(len(sought) - len(plain)) > limit or len(letters.symmetric_difference(plain)) > 2 * limit:
            continue
        distance = _edits(sought, plain)
        if distance <= limit and (best is None or (distance, candidate) < best):
            best = (distance, candidate)
    return best[1] if best else None


def hint(word: str, candidates: Iterable[str]) -> str | None:
    """A hint for a word that is not among the candidates: the nearest, those that share whole parts, or all.

    A list is offered in the order of the candidates, or in that of the alphabet if they are a set.
    """
    offered = sorted(candidates) if isinstance(candidates, Set) else list(dict.fromkeys(candidates))
    near = closest(word, offered)
    if near is not None:
        return f"did you mean `{near}`?"
    fuller = [candidate for candidate in offered if _is_part(word, candidate)]
    akin = fuller or [candidate for candidate in offered if _is_part(candidate, word)]
    if len(akin) == 1:
        return f"did you mean `{akin[0]}`?"
    return one_of(akin or offered)


def one_of(candidates: Iterable[str]) -> str | None:
    """The candidates as a hint, in their order, or None if there are none or more than eight."""
    offered = list(candidates)
    if not offered or len(offered) > MOST_OFFERED:
        return None
    quoted = ", ".join(f"`{candidate}`" for candidate in offered)
    return f"use {quoted}" if len(offered) == 1 else f"use one of {quoted}"


def _plain(word: str) -> str:
    """The word without what people vary: case, accents, and how parts of it are joined."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.casefold().replace("_", "-").replace(" ", "-")


def _is_part(word: str, candidate: str) -> bool:
    """Whether the word is one or more whole parts of the candidate, as `mosul` is of `west-mosul`."""
    return bool(word.strip()) and f"-{_plain(word)}-" in f"-{_plain(candidate)}-"


def _edits(a: str, b: str) -> int:
    """How many letters must be changed, added, dropped or swapped with a neighbour to make `a` into `b`."""
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        row = [i]
        for j, other in enumerate(b, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
