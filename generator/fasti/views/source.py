"""A source's page: what the document is, whose words it prints, and everything that rests on it, line by line.

Input: an edition and the id of a source. Output: a `Page` for `fragments/source.html`.
Invariant: nothing that cites the document is missing, so that a reader sees what falls if it does.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from fasti.derive import Edition, Use, listed
from fasti.language import _, commas, ngettext, semicolons
from fasti.records import Source
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, ids
from fasti.views._claims import is_web, locators_words, not_kept_words
from fasti.views._disputes import disputes
from fasti.views._falls import WHOLE, fallen, field_of
from fasti.views._index import index
from fasti.views._links import Value, actor, actors, link
from fasti.views._names import lang_words
from fasti.views._parts import body, markdown, standing
from fasti.views._values import value_words


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
        "falls": fallen(desk, source_id),
        "disputes": disputes(desk, "source", source_id),
        **standing(desk, entry),
    }
    named = commas((source.title, source.publisher or "", view["published"]))
    return Page(
        "source",
        source_id,
        desk.address,
        source.title,
        _("%(document)s: what rests on it.", document=named),
        view,
        desk.charts,
        entry.path,
    )


def count_words(uses: tuple[Use, ...]) -> str:
    """`13 statements in five records rest on this document.`"""
    told = ngettext(
        "%(statements)s in %(records)s rests on this document.",
        "%(statements)s in %(records)s rest on this document.",
        len(uses),
        statements=words.count(len(uses), "statement"),
        records=words.records_after(len({(use.kind, use.id) for use in uses})),
    )
    return words.sentence(told)


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

    row(_("Publisher"), source.publisher or "")
    row(_("By"), listed(source.authors) if source.authors else "")
    row(_("Published"), dates.date_words(source.published) if source.published else "")
    row(_("Day of the news"), dates.date_words(source.news_day) if source.news_day else "")
    if source.copies:
        copied = (
            actor(desk, str(source.copies.actor))
            if source.copies.actor
            else link(desk, "source", str(source.copies.source))
        )
        row(_("Reprints"), _("its words are those of"), [copied])
    row(_("Quotes"), "", actors(desk, map(str, source.cites)))
    row(_("Close to"), "", actors(desk, map(str, source.close_to)))
    row(_("Standing"), _("an encyclopaedia or the like, which rests on others") if source.tertiary else "")
    row(_("Language"), _languages(source))
    row(_("Address"), source.url or "", None, source.url if source.url and is_web(source.url) else None)
    if source.archive:
        at = dates.date_words(source.archive.at, "short") if source.archive.at else ""
        row(
            _("Archived copy"),
            commas((source.archive.url, at)),
            None,
            source.archive.url if is_web(source.archive.url) else None,
        )
    name = _("No archived copy") if source.no_archive else _("Archived copy")
    row(name, source.no_archive or not_kept_words(source))
    row(_("Terms"), source.licence or "")
    return rows


def _languages(source: Source) -> str:
    lang = lang_words(source.lang) if source.lang else ""
    if not source.original_lang or source.original_lang == source.lang:
        return lang
    original = lang_words(source.original_lang)
    return (
        _("%(language)s, from %(original)s", language=lang, original=original)
        if lang
        else _("from %(original)s", original=original)
    )


def lines(desk: Desk, uses: tuple[Use, ...]) -> list[Value]:
    """What rests on the document, place by place in it: events and series one a row, other records as names."""
    out: list[Value] = []
    for where, found in groupby(uses, key=lambda use: use.locator):
        told: dict[tuple[str, str], list[Use]] = {}
        for use in found:
            told.setdefault((use.kind, use.id), []).append(use)
        out.append(
            {
                "where": where_words(where.unit, where.first, where.last) if where else _("no place named"),
                "rows": [row_of(desk, uses_of) for (kind, _), uses_of in told.items() if kind in ("event", "series")],
                "names": [link(desk, kind, record_id) for kind, record_id in told if kind not in ("event", "series")],
            }
        )
    return out


def row_of(desk: Desk, uses: list[Use]) -> Value:
    """What one record takes from one place of the document: its fields, and the words of its claims."""
    fields = tuple(dict.fromkeys(field_of(use.loc) for use in uses))
    fields = tuple(f for f in fields if f != WHOLE) or (_(WHOLE),)
    texts = [text for use in uses if use.loc[0] not in ("sources", "evidence") and (text := _words_of(desk, use))]
    return {
        **link(desk, uses[0].kind, uses[0].id),
        "field": words.sentence(listed(fields)),
        "text": joined(dict.fromkeys(texts)),
    }


def _words_of(desk: Desk, use: Use) -> str:
    """The words of a claim; of a rival its value as pages put it."""
    step = use.loc[1] if len(use.loc) > 1 else None
    if use.loc[0] != "rivals" or not isinstance(step, int):
        return use.text
    rival = getattr(desk.edition.record(use.kind, use.id), "rivals", ())[step]
    return value_words(desk.edition, f"{use.kind} kind" if rival.field == "kind" else rival.field, rival.value)


def joined(texts: Iterable[str]) -> str:
    """Statements one after the other: whole sentences as they are, other words parted by semicolons."""
    told = ""
    for text in texts:
        told = f"{told} {text}" if told.endswith((".", "!", "?", "…", "”")) else semicolons((told, text))
    return told


def where_words(unit: str, first: int, last: int) -> str:
    """`Paragraph 5`, `Pages 5–7`."""
    numbers = str(first) if first == last else f"{first}–{last}"
    return words.sentence(locators_words(unit, (numbers,)))


PAGE = PageKind("source", ids("source"), source_page)
