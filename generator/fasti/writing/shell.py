"""HOT. The theme's page, asked for once per kind and depth and cut at its tokens, so that a page is one join.

Input: a `Theme`; output: page texts for `pages.py`. Invariant: every token comes back as often as `SLOTS` says,
else a fault names it, so that a broken theme never publishes ten thousand broken pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from fasti.writing.faults import WritingFault
from fasti.writing.theme import OFTEN, SLOTS, Theme


class Shell:
    """One page of the theme, cut: `pieces` alternate between fixed text and the name of a slot."""

    __slots__ = ("digest", "slots", "texts")

    def __init__(self, html: str, tokens: Mapping[str, str], name: str) -> None:
        by_token = {token: slot for slot, token in tokens.items()}
        parts = re.split(f"({'|'.join(by_token)})", html)
        self.texts = parts[0::2]
        self.slots = [by_token[token] for token in parts[1::2]]
        self.digest = sha256("\0".join([*self.texts, *self.slots]).encode()).hexdigest()
        for slot, times in SLOTS.items():
            found = self.slots.count(slot)
            if found < times or (found > times and slot not in OFTEN):
                raise WritingFault(
                    f"the theme shows the {slot} of {name} {_times(found)} instead of {_times(times)}: "
                    "look at main.html and its partials, or at what overrides them"
                )

    def page(self, values: Mapping[str, str]) -> str:
        """The page with `values` in its slots; they are HTML, already escaped."""
        pieces = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            pieces.append(values[slot])
            pieces.append(text)
        return "".join(pieces)


class Shells:
    """The shells of one build, each asked for when its first page comes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[tuple[str, int], Shell] = {}

    def of(self, kind: str, address: str) -> Shell:
        """The shell for a page of `kind` at `address`."""
        depth = address.count("/")
        shell = self._known.get((kind, depth))
        if shell is None:
            tokens = {slot: token(kind, depth, slot) for slot in SLOTS}
            html = self._theme.shell(kind, depth, tokens)
            shell = self._known[kind, depth] = Shell(html, tokens, f"a page of kind `{kind}`")
        return shell


def token(kind: str, depth: int, slot: str) -> str:
    """A word that no theme and no author writes; the same on every run."""
    return "Fs" + sha256(f"{kind} {depth} {slot}".encode()).hexdigest()[:20] + "Fs"


def _times(count: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(count, f"{count} times")
