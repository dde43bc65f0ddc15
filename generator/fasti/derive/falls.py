"""What would fall if a source fell: the claims that rest on this document alone, or on its voice alone.

Input: a corpus and what rests on each source. Output: `Fallen` records. Invariant: a claim with any other support is
not among them. A document also falls for what is known only through it (`via`); a voice falls with all its documents.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from fasti.corpus import Corpus
from fasti.derive.backlinks import Use, value_at
from fasti.records import KINDS, Citation, Loc


@dataclass(frozen=True, slots=True)
class Fallen:
    """A record, and the paths of its claims that would be left without support; `("sources",)` is the record itself.

    `by`: whether it rests on this document alone, or only on several documents with one voice.
    """

    kind: str
    id: str
    claims: tuple[Loc, ...]
    by: Literal["document", "voice"]


def falls(
    source_id: str,
    of_its_voice: Collection[str],
    corpus: Corpus,
    uses_of: Mapping[str, tuple[Use, ...]],
    *,
    original: bool,
) -> tuple[Fallen, ...]:
    """Every record with a claim that cites the source and stands on nothing else: for the document first, each by kind,
    then by id. With the source whose words others print falls what cites only those; with such a reprint, only what
    cites it."""
    whose = of_its_voice if original else (source_id,)
    claims = {
        (use.kind, use.id, use.loc[:-1])  # the list of citations: `sources`, `says 0 sources`
        for one in {source_id, *whose}
        for use in uses_of.get(one, ())
    }
    cited = {claim: [{str(c.source), str(c.via)} for c in _cited(corpus, claim)] for claim in claims}
    alone = {claim for claim, found in cited.items() if all(source_id in names for names in found)}
    voice = frozenset(of_its_voice) | {source_id}
    together = {claim for claim in claims - alone if not any(voice.isdisjoint(names) for names in cited[claim])}
    return (*_records(alone, "document"), *_records(together, "voice"))


def _cited(corpus: Corpus, claim: tuple[str, str, Loc]) -> tuple[Citation, ...]:
    kind, record_id, loc = claim
    entry = corpus.entry(kind, record_id)
    cited: Any = value_at(entry.record, loc) if entry else ()
    return tuple(cited)


def _records(claims: set[tuple[str, str, Loc]], by: Literal["document", "voice"]) -> tuple[Fallen, ...]:
    grouped: dict[tuple[str, str], list[Loc]] = {}
    for kind, record_id, loc in sorted(claims, key=lambda c: (KINDS.index(c[0]), c[1], tuple(map(str, c[2])))):
        grouped.setdefault((kind, record_id), []).append(loc)
    return tuple(Fallen(kind, record_id, tuple(locs), by) for (kind, record_id), locs in grouped.items())
