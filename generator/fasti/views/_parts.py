"""What several page kinds show alike: links, entries of lists, citations, rivals, evidence, prose, standing.

Input: a `Desk` and records. Output: plain values that the macros of `_parts.html` print.
Invariant: every link goes to a page that exists; what has no page is a name without a link.
"""

from __future__ import annotations

from collections.abc import Sequence

from fasti.derive import Edition, Fact, listed
from fasti.edtf import Bounds
from fasti.language import N_, Table, _
from fasti.prose import Html, opening, render
from fasti.reading import Entry
from fasti.records import (
    Event,
    Record,
    control_of,
)
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._adding import rival_stub
from fasti.views._base import Desk
from fasti.views._changes import history
from fasti.views._chip import chip
from fasti.views._cite import cite
from fasti.views._claims import NO_FACT, change, citations, evidence
from fasti.views._disputes import disputed_words
from fasti.views._index import index
from fasti.views._links import Value, actors, link, whereabouts

WARNINGS = Table(
    {
        "graphic": N_("This picture shows violence."),
        "identity": N_("This picture shows a person who may be at risk."),
    }
)
MOST_TOLD = 3  # voices that a list names
MOST_CHARTS = 8  # of figures on a page of something else: further series stand on their own pages


def entry_item(
    desk: Desk, event_id: str, *, prose: bool = False, full: bool = False, roles: Sequence[str] = ()
) -> Value:
    """One event as lists show it; `prose` adds its first paragraph if it happened, `full` all of its prose."""
    kept = index(desk.edition).entries
    if event_id not in kept:
        kept[event_id] = _item(desk, event_id)
    item = kept[event_id]
    shown = full or (prose and not item["said"])
    text = prose_of(desk, event_id, full=full) if shown else Html("")
    return {**item, "roles": [words.role_words(role) for role in roles], "body": text}


def _item(desk: Desk, event_id: str) -> Value:
    """What every list says of an event, whichever page it is on."""
    edition = desk.edition
    event = edition.event(event_id)
    placed = edition.chronology.placed(event_id)
    derived = Bounds(placed.earliest, placed.latest) if placed else Bounds(None, None)
    return {
        "id": event_id,
        "title": event.title,
        "address": edition.address("event", event_id),
        "chip": chip(event.when, derived),
        "said": edition.is_said(event_id),
        "type": type_words(desk, event),
        "standing": standing_words(desk, event),
        "happened": event.happened,
        "where": whereabouts(desk, event.where),
        "actors": actors(desk, (str(a) for a in event.actors)),
        "changes": [
            change(desk, statement) for statement, _at in control_of(event) if statement.from_ and statement.held_by
        ],
        "told": told_words(edition, event),
        "disputed": disputed_words(edition, event_id),
    }


def told_words(edition: Edition, event: Event) -> str:
    """Whose documents an event rests on: `Told by AP and AFP`. No count: not every part of it need be each one's."""
    names = edition.voices(event.sources).names
    if not names:
        return ""
    if len(names) > MOST_TOLD:
        names = (*names[: MOST_TOLD - 1], words.count(len(names) - MOST_TOLD + 1, "other"))
    return _("Told by %(names)s", names=listed(names))


def type_words(desk: Desk, event: Event) -> str:
    """The label of an event's type."""
    kind = desk.edition.corpus.vocabulary.event_types.get(event.type)
    return kind.label if kind else event.type


def standing_words(desk: Desk, event: Event) -> str:
    """Whether it happened, for wherever the event is listed."""
    return words.happened_words(event, desk.edition)


def prose_of(desk: Desk, event_id: str, *, full: bool) -> Html:
    """The prose of an event on another page, or its first paragraph."""
    entry = desk.edition.corpus.entry("event", event_id)
    if entry is None or not entry.body:
        return Html("")
    if full:
        return body(desk, entry, prefix=f"{event_id}-")
    return render(opening(entry.body), desk.resolve)


def charted(desk: Desk, series_id: str) -> Value:
    """A series with its chart, for the pages of whatever it is about."""
    return {"series": link(desk, "series", series_id), "chart": desk.chart("figures", series=series_id)}


def body(desk: Desk, entry: Entry, *, prefix: str = "") -> Html:
    """The prose of a record, with its charts and the pictures it lists."""
    desk.wants(entry.body)
    pictures = {media.file: "../" * desk.address.count("/") + f"media/{media.file}" for media in entry.record.media}
    return render(entry.body, desk.resolve, pictures=pictures, prefix=prefix)


def markdown(desk: Desk, text: str, *, prefix: str = "") -> Html:
    """Another Markdown field of a record."""
    desk.wants(text)
    return render(text, desk.resolve, prefix=prefix)


def media(record: Record) -> list[Value]:
    """The pictures of a record."""
    return [
        {
            "address": f"media/{m.file}",
            "alt": m.alt,
            "credit": " · ".join(part for part in (m.credit, m.licence) if part),
            "warning": WARNINGS.get(m.sensitive or "", ""),
        }
        for m in record.media
    ]


def withdrawn(record: Record) -> Value | None:
    """When and why a record was withdrawn, or None."""
    gone = record.withdrawn
    return {"on": dates.when_words(gone.on), "why": gone.why} if gone else None


def files(desk: Desk, entry: Entry) -> Value:
    """The record's own file: where it is kept, and where to dispute it; empty where the site names no repository."""
    repository = desk.edition.settings.repository
    if repository is None:
        return {"path": entry.path, "file": None, "dispute": None, "rival": None}
    return {
        "path": entry.path,
        "file": repository.file(entry.path),
        "dispute": repository.edit(entry.path),
        "rival": rival_stub(entry) if isinstance(entry.record, Event) else None,
    }


def standing(desk: Desk, entry: Entry, fact: Fact = NO_FACT) -> Value:
    """What every record's page ends with, and the notice of one that was withdrawn."""
    return {
        "withdrawn": withdrawn(entry.record),
        "sources": citations(desk, entry.record.sources, fact),
        "evidence": evidence(desk, entry.record, fact),
        "media": media(entry.record),
        "external": [{"name": name, "id": code} for name, code in entry.record.external.items()],
        "files": files(desk, entry),
        "cite": cite(desk, entry),
        "history": history(desk, entry),
        "data": f"{desk.address}index.json",
    }
