"""The bibliography: who really speaks when a document is cited (model.md "Source": voices, not documents, are counted).

Input: the entries of sources. Output: `Bibliography`. Invariant: following copies of copies always ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fasti.reading import Entry
from fasti.records import Citation, Source


class Voice(NamedTuple):
    """Who speaks: an actor, or a source that is a voice of its own."""

    kind: str
    id: str


class Bibliography:
    """Every source, drafts included where somebody asks by id."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._sources: dict[str, Source] = {}
        self._originals: dict[str, Voice] = {}
        for entry in entries:
            assert isinstance(entry.record, Source)
            self._sources[entry.id] = entry.record

    def label(self, source_id: str) -> str:
        """The title of a source as printed; its id, if there is no such source."""
        source = self._sources.get(source_id)
        return source.title if source else source_id

    def original(self, source_id: str) -> Voice:
        """Whose words a source prints: at the end of `copies`, an actor or a source; at the latest before a circle."""
        if source_id not in self._originals:
            self._originals[source_id] = self._follow(source_id)
        return self._originals[source_id]

    def _follow(self, source_id: str) -> Voice:
        seen = {source_id: 0}
        while (source := self._sources.get(source_id)) and source.copies:
            if source.copies.actor:
                return Voice("actor", str(source.copies.actor))
            source_id = str(source.copies.source)
            if source_id in seen:
                # A circle has no original; the first id stands for all of it, wherever one came in.
                return Voice("source", min(list(seen)[seen[source_id] :]))
            seen[source_id] = len(seen)
        return Voice("source", source_id)

    def voice(self, citation: Citation, who: Sequence[str] = ()) -> Voice:
        """The voice behind one citation: the first `who` of the claim, else what the source copies, else the source."""
        return Voice("actor", str(who[0])) if who else self.original(str(citation.source))

    def voices(self, citations: Iterable[Citation], who: Sequence[str] = ()) -> tuple[Voice, ...]:
        """The voices behind a claim, each once, in the order of its actors or else of its citations."""
        if who:
            return tuple(dict.fromkeys(Voice("actor", str(actor)) for actor in who))
        return tuple(dict.fromkeys(self.original(str(citation.source)) for citation in citations))
