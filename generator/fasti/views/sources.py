"""/sources/: every document, by the day it was published, with how much rests on it.

Input: an edition. Output: a `Page` for `fragments/sources.html`, carried by the platform.
Invariant: each source stands once.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.derive import Edition
from fasti.language import _
from fasti.records import Source
from fasti.views import _dates as dates
from fasti.views import _listing as listing
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View
from fasti.views._links import Value, actor, link
from fasti.views.source import kind_words

MOST = 400  # rows a page


def sources_page(edition: Edition, key: str) -> Page:
    """The page of all sources, or a further part of it where they are many."""
    number = int(key or 1)
    desk = Desk(edition, listing.address("sources/", number))
    found: list[tuple[tuple[int, str], Value]] = []
    voices: set[tuple[str, str]] = set()
    for entry in edition.corpus.published("source"):
        source = entry.record
        assert isinstance(source, Source)
        voice = edition.corpus.bibliography.original(entry.id)
        voices.add((voice.kind, voice.id))
        day = source.published.earliest if source.published else None
        row = {
            **link(desk, "source", entry.id),
            "lang": source.lang,
            "kind": kind_words(edition, source),
            "publisher": source.publisher or "",
            "published": dates.date_words(source.published, "short") if source.published else _("undated"),
            "voice": actor(desk, voice.id) if voice.kind == "actor" else None,
            "uses": words.count(len(edition.uses_of(entry.id)), "statement"),
        }
        found.append(((1 << 60 if day is None else day, entry.id), row))
    rows = [row for _, row in sorted(found, key=lambda item: item[0])]
    view: View = {
        "title": _("Sources"),
        "count": _(
            "%(documents)s, %(voices)s: documents that reprint one report count as one voice.",
            documents=words.sentence(words.count(len(rows), "document")),
            voices=words.count(len(voices), "voice"),
        ),
        "sources": listing.part(rows, number, MOST),
        "parts": listing.parts("sources/", number, len(rows), MOST),
    }
    return Page("sources", key, desk.address, view["title"], view["count"], view, desk.charts, stub=number == 1)


def keys(edition: Edition) -> Iterator[str]:
    """The page itself, then its further parts."""
    total = listing.count(len(edition.corpus.published("source")), MOST)
    yield from ("", *(str(number) for number in range(2, total + 1)))


PAGE = PageKind("sources", keys, sources_page)
