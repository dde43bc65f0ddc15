"""/data/: what can be downloaded, what each file cannot carry, what every field means, and under which terms.

Input: an edition; `view` adds the downloads. Output: a `Page` for `fragments/data.html`, carried by the platform.
Invariant: the codebook is made from the record types themselves, so that it cannot drift from them.
"""

from __future__ import annotations

from fasti.derive import Edition, listed
from fasti.language import N_, Table, _
from fasti.records import KINDS, RECORD_TYPES, Record
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, only
from fasti.views._links import Value

KIND = Table(
    {
        "event": N_("Event"),
        "place": N_("Place"),
        "actor": N_("Actor"),
        "source": N_("Source"),
        "series": N_("Series"),
    }
)


def data_page(edition: Edition, key: str) -> Page:
    """The page of downloads."""
    desk = Desk(edition, "data/")
    counts = [(kind, len(edition.corpus.published(kind))) for kind in KINDS]
    told = [words.count(n, kind) for kind, n in counts if n]
    view: View = {
        "title": _("Data"),
        "count": _("%(counts)s.", counts=words.sentence(listed(told))) if told else _("Nothing has been entered yet."),
        "site": edition.settings.title or edition.settings.site_name,
        "address": edition.settings.site_url,
        "licence": edition.settings.copyright,
        "terms": terms(edition),
        "codebook": [{"kind": KIND[kind], "fields": fields(RECORD_TYPES[kind])} for kind in KINDS],
        "downloads": [],
    }
    return Page(
        "data",
        "",
        desk.address,
        view["title"],
        _("Downloads, a codebook, and what each file cannot carry. %(count)s", count=view["count"]),
        view,
        desk.charts,
        stub=True,
    )


def terms(edition: Edition) -> list[Value]:
    """The terms of each document that states them."""
    rows = []
    for entry in edition.corpus.published("source"):
        if licence := getattr(entry.record, "licence", None):
            rows.append({"title": entry.record.label, "address": edition.address("source", entry.id), "words": licence})
    return rows


def fields(record: type[Record]) -> list[Value]:
    """Every field an author may write, with what it holds."""
    found = ((field.alias or name, field.description or "") for name, field in record.model_fields.items())
    return [{"name": name, "words": words.sentence(description)} for name, description in found]


PAGE = PageKind("data", only(), data_page)
