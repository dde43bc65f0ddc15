"""Voices: who really speaks. Documents that reprint one report are one voice (model.md "Source").

Input: citations and, if given, whose assertion it is. Output: `Voices`. Invariant: voices, not documents, are counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from fasti.corpus import Corpus
from fasti.language import _, listed, ngettext, npgettext, number
from fasti.records import Citation


@dataclass(frozen=True, slots=True)
class Voices:
    """The distinct voices behind a claim as (kind, id), and in how many documents they are heard."""

    ids: tuple[tuple[str, str], ...]
    documents: int
    corpus: Corpus | None = field(default=None, repr=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """What the voices are called, in the language spoken when it is asked."""
        return named(self.corpus, self.ids) if self.corpus else ()

    @property
    def words(self) -> str:
        """`one voice (the Syrian army), in two documents`; empty if nobody is cited."""
        names = self.names
        if not names:
            return ""
        told = ngettext("%(n)s voice", "%(n)s voices", len(names), n=number(len(names)))
        if not self.documents:
            return _("%(voices)s (%(names)s)", voices=told, names=listed(names))
        documents = npgettext(
            "in so many", "%(n)s document", "%(n)s documents", self.documents, n=number(self.documents)
        )
        return _("%(voices)s (%(names)s), in %(documents)s", voices=told, names=listed(names), documents=documents)


def voices(corpus: Corpus, citations: Iterable[Citation], who: Iterable[str] = ()) -> Voices:
    """The voices of a claim: `who` of it, else what each source copies, else the source itself."""
    cited = tuple(citations)
    speakers = tuple(who)
    if speakers:
        ids = tuple(dict.fromkeys(("actor", str(actor)) for actor in speakers))
    else:
        heard = (corpus.bibliography.voice(citation, ()) for citation in cited)
        ids = tuple(dict.fromkeys((voice.kind, voice.id) for voice in heard))
    return Voices(ids, len({str(citation.source) for citation in cited}), corpus)


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
    ids = tuple(dict.fromkeys(key for found, _cited in told for key in found.ids))
    return Voices(ids, len({str(citation.source) for _found, cited in told for citation in cited}), corpus)
