"""How to cite a record: as plain text and as BibTeX, with its permanent address and the version that was read.

Input: an entry. Output: plain values. Invariant: the version is what Git calls the record's file, so that whoever has
the repository finds the very text; what is claimed, disputed, denied or withdrawn is cited as such; no day of access is
given, which only the reader knows.
"""

from __future__ import annotations

from fasti.edtf import civil
from fasti.language import _, commas, isolated
from fasti.reading import Entry
from fasti.views import _changes as changes
from fasti.views._base import Desk
from fasti.views._links import Value

SHORT = 10  # digits of a version
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # `\{` would count as an open brace
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{letter: f"\\{letter}" for letter in "&%$#_"},
        **dict.fromkeys("\u2066\u2067\u2068\u2069", ""),  # isolates, which LaTeX has no letters for
    }
)
IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})


def cite(desk: Desk, entry: Entry) -> Value:
    """The citation of a record in both forms, and where its file stands as this version says it."""
    known = desk.edition.history.of(entry.kind, entry.id)
    settings = desk.edition.settings
    repository = settings.repository
    text = {
        "title": entry.record.label,
        "kind": changes.KIND[entry.kind],
        "id": commas((isolated(entry.id), changes.standing_now(desk.edition, entry.kind, entry.id))),
        "site": settings.title or settings.site_name,
        "version": entry.blob[:SHORT],
        "address": f"{settings.site_url.rstrip('/')}/{desk.address}",
    }
    if known.version:
        day = changes.day_words(known.version)
        plain = _(
            "“%(title)s” (%(kind)s %(id)s), version %(version)s of %(day)s. %(site)s. %(address)s", **text, day=day
        )
    else:
        plain = _("“%(title)s” (%(kind)s %(id)s), version %(version)s. %(site)s. %(address)s", **text)
    return {
        "plain": plain,
        "bibtex": bibtex(entry.id, text, known.version.day if known.version else None),
        "version": text["version"],
        "href": f"{repository.address}/blob/{known.version.id}/{changes.quoted(known.path)}"
        if repository and known.version
        else None,
    }


def bibtex(record_id: str, text: dict[str, str], day: int | None) -> str:
    """The same for reference managers; letters beyond ASCII stay as they are (UTF-8)."""
    note = _("%(kind)s %(id)s, version %(version)s", **{name: text[name] for name in ("kind", "id", "version")})
    fields = {
        "title": f"{{{{{escaped(text['title'])}}}}}",
        "howpublished": f"{{{escaped(text['site'])}}}",
        "note": f"{{{escaped(note)}}}",
    }
    if day is not None:
        year, month, _day = civil(day)
        fields |= {"year": f"{{{year}}}", "month": MONTHS[month - 1]}
    fields["url"] = f"{{{text['address'].translate(IN_ADDRESS)}}}"
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@misc{{{record_id}-{text['version']},\n{lines}}}"


def escaped(text: str) -> str:
    """Text as BibTeX and LaTeX take it for itself."""
    return " ".join(text.split()).translate(SPECIAL)
