"""What the search finds: one short document for each page, made of what the page is about and not of its furniture.

Input: the pages of `views/` and the edition; output: `Findable`s for `search.py`. Invariant: a page that is not
published, and a record that is withdrawn, is in no document; names are found in every spelling that a record lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from fasti.derive import Edition
from fasti.language import _
from fasti.prose import Html, render
from fasti.reading import HandWritten
from fasti.records import Actor, Event, Place, Record, Series, Source
from fasti.writing.spellings import further, keys

if TYPE_CHECKING:
    from fasti.views import Page

RECORDS = ("event", "place", "actor", "source", "series")
NOT_FOUND = ("more",)  # the further entries of a busy page: the page itself is found
TOLD = ("description", "definition", "notes", "body", "certainty")
BETWEEN = "\u241e"  # between the names of one record, in what the browser is given back
_TAG = re.compile(r"<(/?)([a-z0-9]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_INLINE = frozenset("a abbr b bdi cite code del em i ins kbd mark q s small span strong u wbr".split())
_CHART = re.compile("\x02[^\x02-\x04]*\x03([^\x02-\x04]*)\x04")
_HEADING = re.compile(r"\A\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True, order=True)
class Findable:
    """One page as the index holds it. `part` is the group of indexes, `address` the page, `html` what is indexed."""

    part: str
    address: str
    html: str


def findables(edition: Edition, pages: Iterable[Page], addresses: Iterable[str]) -> list[Findable]:
    """Every page that readers may find, in order. `addresses` are those the platform carries itself."""
    carried = frozenset(addresses)
    texts = {address_of(page): page for page in edition.pages}
    spelt = _Spelt(edition)
    out = [_of_page(edition, page, texts.pop(page.address, None), spelt) for page in pages if _is_found(edition, page)]
    out += [_of_text(address, page) for address, page in texts.items() if address in carried and _may_be_found(page)]
    return sorted(out)


def address_of(page: HandWritten) -> str:
    """Where a hand-written page is published: `reading.md` at `reading/`, an index at its folder."""
    path = PurePosixPath(page.uri).with_suffix("")
    parts = path.parts[:-1] if path.name.lower() in ("index", "readme") else path.parts
    return "".join(f"{part}/" for part in parts)


def _is_found(edition: Edition, page: Page) -> bool:
    if page.kind in RECORDS:
        return _stands(edition, page.kind, page.key)
    return page.kind not in NOT_FOUND


def _stands(edition: Edition, kind: str, record_id: str) -> bool:
    entry = edition.corpus.entry(kind, record_id)
    return entry is not None and entry.record.published_now


def _may_be_found(page: HandWritten) -> bool:
    """Material's own word for it, so that a page kept from one search is kept from the other."""
    search = page.meta.get("search")
    return not (isinstance(search, dict) and search.get("exclude") in (True, "true"))


def _of_page(edition: Edition, page: Page, written: HandWritten | None, spelt: _Spelt) -> Findable:
    text = " ".join(part for part in (_text(page.view.get(name)) for name in TOLD) if part)
    if page.kind not in RECORDS:
        text = " ".join(part for part in (page.description, text, _prose(written) if written else "") if part)
        return _document("pages", page.address, page.title, text, {})
    record = edition.record(page.kind, page.key)
    fields: dict[str, str] = {"label": _label(page)}
    if isinstance(record, Event):
        fields["when"] = page.view["chip"]["words"]
        fields["standing"] = _standing(page)
        text = " ".join((text, *(statement.what for statement in record.says)))
    elif isinstance(record, Source):
        text = " ".join(filter(None, (record.publisher, *record.authors, page.view.get("published"), text)))
    elif isinstance(record, Place | Actor):
        fields["names"] = f" {BETWEEN} ".join(name.text.replace(BETWEEN, " ") for name in record.names)
        # An underscore keeps a language's code from being found as a word.
        fields["langs"] = " ".join("_" + (name.lang or "").replace("-", "_") for name in record.names)
    fields["keys"] = " ".join(filter(None, (keys(_names(record)), further(f"{page.title} {text}"))))
    fields["about"] = spelt.around(record)
    return _document("events" if page.kind == "event" else "names", page.address, page.title, text, fields)


def _label(page: Page) -> str:
    """What sort of thing it is, in the words of its page: `City`, `Capture`."""
    label = page.view.get("type" if page.kind == "event" else "kind")
    return label if isinstance(label, str) else ""


def _standing(page: Page) -> str:
    """What keeps a result from being surer than its page: `claimed by the army`, `disputed`."""
    told = page.view["standing"]
    disputed = _("disputed") if page.view["disputes"] and page.view["happened"] != "disputed" else ""
    return " · ".join(filter(None, (told, disputed)))


def _names(record: Record) -> list[str]:
    if isinstance(record, Place):
        return [name.text for name in record.names]
    if isinstance(record, Actor):
        return [*(name.text for name in record.names), *([record.short] if record.short else [])]
    return []


class _Spelt:
    """The words of every place and actor that other records speak of, worked out once each."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known: dict[tuple[str, str], str] = {}

    def around(self, record: Record) -> str:
        """Under which words a record is found because of whom and where it is about."""
        found: list[tuple[str, str]] = []
        if isinstance(record, Event):
            found = [*(("place", str(p)) for p in record.places), *(("actor", str(a)) for a in record.actors)]
        elif isinstance(record, Series):
            found = [("place", str(place)) for place in record.scope]
            found += [("actor", str(record.about))] if record.about else []
        return " ".join(dict.fromkeys(word for key in found for word in self._words(*key).split()))

    def _words(self, kind: str, record_id: str) -> str:
        key = (kind, record_id)
        if key not in self._known:
            entry = self._edition.corpus.entry(kind, record_id) if _stands(self._edition, kind, record_id) else None
            words = keys(_names(entry.record)).split() if entry else []
            self._known[key] = " ".join(word for word in words if not word.startswith("_"))
        return self._known[key]


def _of_text(address: str, page: HandWritten) -> Findable:
    title = page.meta.get("title")
    heading = _HEADING.match(page.body)
    named = title if isinstance(title, str) and title.strip() else _plain(_html(heading[1])) if heading else ""
    text = _prose(page)
    return _document("pages", address, named or address.strip("/").rpartition("/")[2], text, {}, weight="0.5")


def _prose(page: HandWritten) -> str:
    return _plain(_html(_HEADING.sub("", page.body, count=1)))


def _html(markdown: str) -> Html:
    return render(markdown, lambda kind, record_id: None)


def _text(value: Any) -> str:
    """Text of a view for the index; what is no text says nothing here."""
    return _plain(value) if isinstance(value, Html) else value if isinstance(value, str) else ""


def _plain(html: str) -> str:
    """The words of HTML: a tag within a word goes without a trace, any other leaves a blank."""
    words = _TAG.sub(lambda tag: "" if tag[2].lower() in _INLINE else " ", _CHART.sub(r" \1 ", html))
    return " ".join(unescape(words).split())


def _document(part: str, address: str, title: str, text: str, fields: dict[str, str], *, weight: str = "1") -> Findable:
    """A page for the indexer alone: each field is a word of its own weight, and comes back with a result."""
    metas = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'
        for name, value in sorted(fields.items())
        if value.strip()
    )
    html = (
        f"<!doctype html><html><head>{metas}</head><body><h1>{escape(title)}</h1>"
        f'<p data-pagefind-weight="{weight}">{escape(text)}</p></body></html>'
    )
    return Findable(part, address, html)
