"""A source's page: what the document is, whose words it prints, and everything that rests on it, line by line.

Input: an edition and the id of a source. Output: a `Page` for `fragments/source.html`.
Invariant: nothing that cites the document is missing, so that a reader sees what falls if it does.
"""

from __future__ import annotations

from itertools import groupby

from fasti.derive import Edition, Use, listed
from fasti.records import Source
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, ids
from fasti.views._claims import is_web, rivals
from fasti.views._index import index
from fasti.views._links import Value, actor, actors, link
from fasti.views._names import lang_words
from fasti.views._parts import body, markdown, standing

WHOLE = "the whole record"


def source_page(edition: Edition, source_id: str) -> Page:
    """The page of one source."""
    entry = edition.corpus.entry("source", source_id)
    assert entry is not None
    source = entry.record
    assert isinstance(source, Source)
    desk = Desk(edition, edition.address("source", source_id))
    uses = edition.uses_of(source_id)
    view: View = {
        "title": source.title,
        "lang": source.lang,
        "kind": kind_words(edition, source),
        "publisher": source.publisher or "",
        "published": dates.date_words(source.published) if source.published else "",
        "facts": facts(desk, source),
        "body": body(desk, entry),
        "notes": markdown(desk, source.reading_notes, prefix="notes-"),
        "uses": lines(desk, uses),
        "count": count_words(uses),
        "copied_by": [link(desk, "source", other) for other in index(edition).copied_by.get(source_id, ())],
        "rivals": rivals(desk, source),
        **standing(desk, entry),
    }
    by = f", {source.publisher}" if source.publisher else ""
    on = f", {view['published']}" if view["published"] else ""
    return Page(
        "source",
        source_id,
        desk.address,
        source.title,
        f"{source.title}{by}{on}: what rests on it.",
        view,
        desk.charts,
        entry.path,
    )


def count_words(uses: tuple[Use, ...]) -> str:
    """`13 statements in five records rest on this document.`"""
    records = words.count(len({(use.kind, use.id) for use in uses}), "record")
    verb = "rests" if len(uses) == 1 else "rest"
    return words.sentence(f"{words.count(len(uses), 'statement')} in {records} {verb} on this document.")


def kind_words(edition: Edition, source: Source) -> str:
    """The label of a source's kind."""
    kind = edition.corpus.vocabulary.source_kinds.get(source.kind)
    return kind.label if kind else source.kind


def facts(desk: Desk, source: Source) -> list[Value]:
    """The data of the document, row by row: each has words, links to records, or an address."""
    rows: list[Value] = []

    def row(name: str, text: str = "", links: list[Value] | None = None, href: str | None = None) -> None:
        if text or links:
            rows.append({"name": name, "words": text, "links": links or [], "href": href})

    row("Publisher", source.publisher or "")
    row("By", listed(source.authors) if source.authors else "")
    row("Published", dates.date_words(source.published) if source.published else "")
    row("Day of the news", dates.date_words(source.news_day) if source.news_day else "")
    if source.copies:
        copied = (
            actor(desk, str(source.copies.actor))
            if source.copies.actor
            else link(desk, "source", str(source.copies.source))
        )
        row("Reprints", "its words are those of", [copied])
    row("Quotes", "", actors(desk, map(str, source.cites)))
    row("Close to", "", actors(desk, map(str, source.close_to)))
    row("Standing", "an encyclopaedia or the like, which rests on others" if source.tertiary else "")
    row("Language", _languages(source))
    row("Address", source.url or "", None, source.url if source.url and is_web(source.url) else None)
    if source.archive:
        at = f", {dates.date_words(source.archive.at, 'short')}" if source.archive.at else ""
        row(
            "Archived copy",
            f"{source.archive.url}{at}",
            None,
            source.archive.url if is_web(source.archive.url) else None,
        )
    row("No archived copy", source.no_archive or "")
    row("Terms", source.licence or "")
    return rows


def _languages(source: Source) -> str:
    lang = lang_words(source.lang) if source.lang else ""
    if source.original_lang and source.original_lang != source.lang:
        return (
            f"{lang}, from {lang_words(source.original_lang)}" if lang else f"from {lang_words(source.original_lang)}"
        )
    return lang


def lines(desk: Desk, uses: tuple[Use, ...]) -> list[Value]:
    """What rests on the document, place by place in it: events and series one a row, other records as names."""
    out: list[Value] = []
    for where, found in groupby(uses, key=lambda use: use.locator):
        told: dict[tuple[str, str], list[Use]] = {}
        for use in found:
            told.setdefault((use.kind, use.id), []).append(use)
        out.append(
            {
                "where": where_words(where.unit, where.first, where.last) if where else "no place named",
                "rows": [row_of(desk, uses_of) for (kind, _), uses_of in told.items() if kind in ("event", "series")],
                "names": [link(desk, kind, record_id) for kind, record_id in told if kind not in ("event", "series")],
            }
        )
    return out


def row_of(desk: Desk, uses: list[Use]) -> Value:
    """What one record takes from one place of the document: its fields, and the words of its claims."""
    fields = tuple(dict.fromkeys(about(use) for use in uses))
    fields = tuple(f for f in fields if f != WHOLE) or fields
    texts = [use.text for use in uses if use.text and use.loc[0] not in ("sources", "evidence")]
    return {
        **link(desk, uses[0].kind, uses[0].id),
        "field": words.sentence(listed(fields)),
        "text": "; ".join(dict.fromkeys(texts)),
    }


def where_words(unit: str, first: int, last: int) -> str:
    """`Paragraph 5`, `Pages 5–7`."""
    noun = words.sentence(unit)
    return f"{noun} {first}" if first == last else f"{noun}s {first}–{last}"


def about(use: Use) -> str:
    """Which field of the record a citation is for; `the whole entry` for the record's own sources."""
    steps = [step for step in use.loc if isinstance(step, str)]
    if steps[:1] == ["sources"]:
        return WHOLE
    if steps[:1] == ["evidence"] and len(steps) > 1:
        return words.field_words(steps[1])
    return "another account" if steps[:1] == ["rivals"] else words.field_words(steps[0])


PAGE = PageKind("source", ids("source"), source_page)
