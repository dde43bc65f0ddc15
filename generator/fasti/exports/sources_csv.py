"""`data/v1/sources.csv`: one row a document, by id.

Input: an edition. Output: bytes. Invariant: the voice is whose words a document prints, so that voices can be counted.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.exports._csv import BLOB, address, blob, first, last, table
from fasti.language import N_
from fasti.records import Source


def sources(edition: Edition) -> list[tuple[str, Source]]:
    """Every published source."""
    return [(entry.id, edition.source(entry.id)) for entry in edition.corpus.published("source")]


EXPORT = table(
    "sources.csv",
    N_("One row a document"),
    (
        N_("notes on how to read it"),
        N_("the day that its news counts from"),
        N_("when the archived copy was made"),
        N_("rival values"),
        N_("evidence for single fields"),
        N_("what rests on it (see the JSON of the records)"),
    ),
    items=sources,
    fields=(
        ("id", "permanent id", lambda edition, item: item[0]),
        ("title", "as printed", lambda edition, item: item[1].title),
        ("kind", "code of the vocabulary", lambda edition, item: item[1].kind),
        ("publisher", "who published it", lambda edition, item: item[1].publisher),
        ("authors", "who wrote it", lambda edition, item: item[1].authors),
        (
            "published",
            "when it was published, EDTF",
            lambda edition, item: item[1].published.text if item[1].published else "",
        ),
        (
            "published_earliest",
            "first day that allows",
            lambda edition, item: first(item[1].published.bounds if item[1].published else None),
        ),
        (
            "published_latest",
            "last day that allows",
            lambda edition, item: last(item[1].published.bounds if item[1].published else None),
        ),
        ("url", "its address", lambda edition, item: item[1].url),
        ("archive", "an archived copy", lambda edition, item: item[1].archive.url if item[1].archive else ""),
        ("no_archive", "why there is none", lambda edition, item: item[1].no_archive),
        ("lang", "language, BCP 47", lambda edition, item: item[1].lang),
        ("original_lang", "language it was translated from", lambda edition, item: item[1].original_lang),
        (
            "voice_kind",
            "actor or source: what speaks in it",
            lambda edition, item: edition.corpus.bibliography.original(item[0]).kind,
        ),
        ("voice", "whose words it prints", lambda edition, item: edition.corpus.bibliography.original(item[0]).id),
        ("cites", "bodies it quotes", lambda edition, item: item[1].cites),
        ("close_to", "actors it stands close to", lambda edition, item: item[1].close_to),
        ("tertiary", "whether it is an encyclopaedia or the like", lambda edition, item: item[1].tertiary),
        ("licence", "terms of its text", lambda edition, item: item[1].licence),
        ("statements", "how many statements rest on it", lambda edition, item: len(edition.uses_of(item[0]))),
        ("address", "its page", lambda edition, item: address(edition, "source", item[0])),
        ("blob", BLOB, lambda edition, item: blob(edition, "source", item[0])),
    ),
)
