"""What would fall if a source fell, as a source's page lists it.

Input: an edition and the id of a source. Output: plain values. Invariant: what has any other support is not listed.
"""

from __future__ import annotations

from fasti.derive import Edition, Fallen, listed
from fasti.language import N_, _, ngettext
from fasti.records import KINDS, Loc
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._links import Value, link

WHOLE = N_("the whole record")  # a list leaves it out, or says it in words of its own
MOST_FALLEN = 200  # records of one list; the data of the source has all
LAST = 1 << 60


def fallen(desk: Desk, source_id: str) -> list[Value]:
    """What would fall with the document, and what with its voice: record by record, events in the order of time."""
    edition = desk.edition
    found = edition.falls(source_id)
    groups: list[Value] = []
    for by in ("document", "voice"):
        mine = [f for f in found if f.by == by]
        mine.sort(key=lambda f: (KINDS.index(f.kind), _position(edition, f), f.id))
        rows = [
            {**link(desk, f.kind, f.id), "field": _fields_of(f), "whole": ("sources",) in f.claims}
            for f in mine[:MOST_FALLEN]
        ]
        more = words.count(len(mine) - MOST_FALLEN, "more record") if len(mine) > MOST_FALLEN else ""
        if rows:
            told = sum(len(f.claims) for f in mine)
            groups.append({"title": fall_words(edition, source_id, by, told, len(mine)), "rows": rows, "more": more})
    return groups


def fall_words(edition: Edition, source_id: str, by: str, claims: int, records: int) -> str:
    """`Three claims in one record rest on this document alone`, `Two claims … rest on one voice alone, that of X`."""
    told, within = words.count(claims, "claim"), words.records_after(records)
    if by == "document":
        alone = ngettext(
            "%(claims)s in %(records)s rests on this document alone",
            "%(claims)s in %(records)s rest on this document alone",
            claims,
            claims=told,
            records=within,
        )
        return words.sentence(alone)
    voice = edition.corpus.bibliography.original(source_id)
    title = edition.title(voice.kind, voice.id)
    name = edition.actor_name(voice.id) if voice.kind == "actor" else _("“%(quoted)s”", quoted=title)
    together = ngettext(
        "%(claims)s in %(records)s rests on its voice alone, %(name)s, in other documents that print its words or in"
        " several",
        "%(claims)s in %(records)s rest on its voice alone, %(name)s, in other documents that print its words or in"
        " several",
        claims,
        claims=told,
        records=within,
        name=name,
    )
    return words.sentence(together)


def _position(edition: Edition, fallen: Fallen) -> int:
    placed = edition.chronology.placed(fallen.id) if fallen.kind == "event" else None
    return placed.position or LAST if placed else LAST


def _fields_of(fallen: Fallen) -> str:
    fields = dict.fromkeys(field_of(claim) for claim in fallen.claims)
    named = tuple(field for field in fields if field != WHOLE)
    return listed(named) if named else ""


def field_of(loc: Loc) -> str:
    """Which field of its record a path leads into."""
    steps = [step for step in loc if isinstance(step, str)]
    if steps[:1] == ["sources"]:
        return WHOLE
    if steps[:1] == ["evidence"] and len(steps) > 1:
        return words.field_words(steps[1])
    return _("another account") if steps[:1] == ["rivals"] else words.field_words(steps[0])
