"""Voices: who really speaks. Documents that reprint one report are one voice (model.md "Source").

Input: citations and, if given, whose assertion it is. Output: `Voices`. Invariant: voices, not documents, are counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fasti.corpus import Corpus
from fasti.records import Citation

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Voices:
    """The distinct voices behind a claim as (kind, id) and by name, and in how many documents they are heard."""

    ids: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    documents: int

    @property
    def words(self) -> str:
        """`one voice (the Syrian army), in two documents`; empty if nobody is cited."""
        if not self.names:
            return ""
        voices = f"{counted(len(self.names), 'voice')} ({listed(self.names)})"
        return f"{voices}, in {counted(self.documents, 'document')}" if self.documents else voices


def voices(corpus: Corpus, citations: Iterable[Citation], who: Iterable[str] = ()) -> Voices:
    """The voices of a claim: `who` of it, else what each source copies, else the source itself."""
    cited = tuple(citations)
    speakers = tuple(who)
    if speakers:
        ids = tuple(dict.fromkeys(("actor", str(actor)) for actor in speakers))
    else:
        heard = (corpus.bibliography.voice(citation, ()) for citation in cited)
        ids = tuple(dict.fromkeys((voice.kind, voice.id) for voice in heard))
    return Voices(ids, named(corpus, ids), len({str(citation.source) for citation in cited}))


def named(corpus: Corpus, ids: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """What voices are called in a sentence: a document by its publisher, or by its title where two have one name."""
    names = [corpus.authority.label(key) if kind == "actor" else source_name(corpus, key) for kind, key in ids]
    return tuple(
        corpus.bibliography.label(key) if kind == "source" and names.count(name) > 1 else name
        for (kind, key), name in zip(ids, names, strict=True)
    )


def source_name(corpus: Corpus, source_id: str) -> str:
    """How a document is called in a sentence: its publisher, else its title."""
    source = corpus.source(source_id)
    return (source.publisher or source.title) if source else source_id


def together(heard: Iterable[tuple[Voices, Iterable[Citation]]], corpus: Corpus) -> Voices:
    """The voices of several claims as of one, each counted once."""
    told = tuple(heard)
    ids = tuple(dict.fromkeys(key for found, _ in told for key in found.ids))
    return Voices(ids, named(corpus, ids), len({str(citation.source) for _, cited in told for citation in cited}))


def counted(number: int, noun: str) -> str:
    """`one voice`, `two voices`, `13 documents`."""
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} {noun}" + ("" if number == 1 else "s")


def listed(names: tuple[str, ...]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
