"""Where two places, or two actors, share a name, prose says by a link which of them it means (FST511).

Input: the edition. Output: a fault at the first such name of a passage. Invariant: a name is plain where the passage
links to one of those who bear it, where it is part of a longer name, and on the page of one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._prose import Passage, blanked, passages, unlinked
from fasti.corpus import folded
from fasti.derive import Edition
from fasti.diagnostics import Related, Rule, Severity
from fasti.prose import links
from fasti.reading import Entry
from fasti.records import Actor, Place

KINDS = ("place", "actor")


class _Shared:
    """One name of several records of a kind: how it is written, and the longer names that hold it."""

    def __init__(self, kind: str, ids: tuple[str, ...], written: set[str], longer: set[str]) -> None:
        self.kind, self.ids = kind, ids
        self.name = _pattern(written)
        self.longer = _pattern(longer) if longer else None


def ambiguous_names(edition: Edition) -> Iterator[Fault]:
    """The names in prose that may mean either of two records."""
    every = list(_shared(edition))
    for passage in passages(edition) if every else ():
        bare = unlinked(passage.text)
        linked = {(link.kind, link.id) for link in links(passage.text)}
        for shared in every:
            bearers = {(shared.kind, one) for one in shared.ids}
            if linked & bearers or (isinstance(passage.source, Entry) and _key(passage.source) in bearers):
                continue
            text = blanked(bare, [found.span() for found in shared.longer.finditer(bare)]) if shared.longer else bare
            if found := shared.name.search(text):
                yield _fault(shared, found, passage, edition)


def _key(entry: Entry) -> tuple[str, str]:
    return entry.kind, entry.id


def _fault(shared: _Shared, found: re.Match[str], passage: Passage, edition: Edition) -> Fault:
    name = " ".join(found[0].split())
    ids = [f"`{one}`" for one in shared.ids]
    message = f"`{name}` may mean {', '.join(ids[:-1])} or {ids[-1]}"
    hint = f"link it: `[{name}]({shared.kind}:{shared.ids[0]})`"
    entries = (edition.corpus.entry(shared.kind, one) for one in shared.ids)
    related = tuple(Related(e.path, e.span(("names",), key=True), f"bears the name: `{e.id}`") for e in entries if e)
    return Fault((), message, hint, related, span=passage.at(*found.span()), path=passage.path)


def _shared(edition: Edition) -> Iterator[_Shared]:
    """Every name that two published records of a kind have. Names in small letters are words, not names."""
    for kind in KINDS:
        written: dict[str, set[str]] = {}
        bearers: dict[str, dict[str, None]] = {}
        for entry in edition.corpus.published(kind):
            assert isinstance(entry.record, Place | Actor)
            for toponym in entry.record.names:
                written.setdefault(folded(toponym.text), set()).add(toponym.text)
                bearers.setdefault(folded(toponym.text), {})[entry.id] = None
        for name in sorted(bearers):
            as_names = {text for text in written[name] if not text[:1].islower()}
            if len(bearers[name]) > 1 and as_names:
                longer = {text for other in written if name in other and name != other for text in written[other]}
                yield _Shared(kind, tuple(bearers[name]), as_names, longer)


def _pattern(names: set[str]) -> re.Pattern[str]:
    """Any of some names, whole words, over the end of a line too."""
    found = ("\\s+".join(map(re.escape, name.split())) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(found)})(?![\w-])")


CHECK = Check(
    rule=Rule("FST511", "ambiguous-name", Severity.WARNING, "A name in prose may mean either of two records."),
    over="edition",
    run=ambiguous_names,
)
