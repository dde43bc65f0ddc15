"""What several page kinds show alike: links, entries of lists, citations, rivals, evidence, prose, standing.

Input: a `Desk` and records. Output: plain values that the macros of `_parts.html` print.
Invariant: every link goes to a page that exists; what has no page is a name without a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from fasti.derive import listed
from fasti.prose import Html, opening, render
from fasti.reading import Entry
from fasti.records import RESERVED, Attributed, Citation, ControlStatement, Event, Figure, Quantity, Record, When, Whereabouts, control_of
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._chip import chip

Value = dict[str, Any]


def link(desk: Desk, kind: str, record_id: str) -> Value:
    """A link to a record; address None where it has no page."""
    public = desk.edition.is_public(kind, record_id)
    return {"title": desk.edition.title(kind, record_id), "address": desk.edition.address(kind, record_id) if public else None}


def actor(desk: Desk, actor_id: str) -> Value:
    """A link to an actor, with its id for its colour and its short label; the reserved words are plain words."""
    edition = desk.edition
    if actor_id in RESERVED:
        return {"id": "", "title": edition.actor_name(actor_id), "label": edition.actor_label(actor_id), "address": None}
    return {**link(desk, "actor", actor_id), "id": str(actor_id), "label": edition.actor_label(actor_id)}


def actors(desk: Desk, ids: Iterable[str]) -> list[Value]:
    """Links to actors, each once, in the order given."""
    return [actor(desk, str(actor_id)) for actor_id in dict.fromkeys(ids)]


def places(desk: Desk, ids: Iterable[str]) -> list[Value]:
    """Links to places, each once, in the order given."""
    return [link(desk, "place", str(place_id)) for place_id in dict.fromkeys(ids)]


def whereabouts(desk: Desk, where: Whereabouts | None) -> list[Value]:
    """Where an event was, as a lead word and places: `near Raqqa`, `somewhere in Syria`, `from A to B`."""
    if where is None:
        return []
    leads = (("", where.at), ("near", where.near), ("in", where.in_), ("from", where.from_), ("to", where.to))
    return [{"lead": lead, "places": places(desk, ids)} for lead, ids in leads if ids]


def where_words(desk: Desk, where: Whereabouts) -> str:
    """The same as text."""
    return ", ".join(f"{part['lead']} {listed(tuple(p['title'] for p in part['places']))}".strip() for part in whereabouts(desk, where))


def change(desk: Desk, statement: ControlStatement) -> Value:
    """What one control statement says: `IS → SYR` in labels, and the same in words."""
    edition = desk.edition
    held = [str(a) for a in statement.held_by]
    lost = [str(a) for a in statement.from_]
    besiegers = [str(a) for a in statement.besieged_by]
    how = statement.how or ("sole" if len(held) == 1 else "contested")
    labels = words.holders_words(held, how, [edition.actor_label(a) for a in held]) if held else ""
    names = words.holders_words(held, how, [edition.actor_name(a) for a in held]) if held else ""
    told = []
    if held:
        told.append(f"held by {names}" if held[0] != "not-said" else "changed hands; no document says to whom")
    if lost:
        told.append(f"taken from {listed(tuple(edition.actor_name(a) for a in lost))}")
    if besiegers:
        ended = besiegers[0] == "nobody"
        told.append("no longer besieged" if ended else f"besieged by {listed(tuple(edition.actor_name(a) for a in besiegers))}")
    if extent := words.extent_words(statement.extent):
        told.append(extent)
    arrow = f"{listed(tuple(edition.actor_label(a) for a in lost))} → {labels}" if lost and held else ""
    return {
        "place": link(desk, "place", str(statement.place)),
        "arrow": arrow,
        "labels": labels,
        "from": actors(desk, lost),
        "to": actors(desk, held),
        "words": ", ".join(told),
        "when": words.when_words(statement.when, "short") if statement.when else "",
        **attribution(desk, statement),
    }


def attribution(desk: Desk, claim: Attributed, fallback: Sequence[Citation] = ()) -> Value:
    """On whose word a claim stands, where it is printed, how it was reached, and what is noted of it."""
    return {
        "who": actors(desk, map(str, claim.who)),
        "sources": citations(desk, claim.sources or fallback),
        "basis": words.BASIS[claim.basis] if claim.basis and claim.basis != "reported" else "",
        "as_reported": claim.as_reported or "",
        "note": claim.note or "",
    }


def citations(desk: Desk, cited: Iterable[Citation]) -> list[Value]:
    """Documents with the places in them, each document once: `ANN News, paragraphs 5 and 20`."""
    by_source: dict[str, list[Citation]] = {}
    for citation in cited:
        by_source.setdefault(str(citation.source), []).append(citation)
    return [_cited(desk, source, found) for source, found in by_source.items()]


def _cited(desk: Desk, source_id: str, found: list[Citation]) -> Value:
    record = desk.edition.corpus.source(source_id)
    paragraphs = [locator_text(c) for c in found if c.at and c.at.unit == "paragraph"]
    pages = [locator_text(c) for c in found if c.at and c.at.unit == "page"]
    where = [f"{noun}{'s' if len(n) > 1 or '–' in n[0] else ''} {listed(tuple(n))}" for noun, n in (("paragraph", paragraphs), ("page", pages)) if n]
    dated = record.published if record else None
    return {
        **link(desk, "source", source_id),
        "short": (record.publisher if record else None) or desk.edition.title("source", source_id),
        "published": words.date_words(dated, "short") if dated else "",
        "where": ", ".join(where),
        "notes": [c.note for c in found if c.note],
        "via": [link(desk, "source", str(c.via)) for c in found if c.via],
        "archive": next((c.archive for c in found if c.archive and is_web(c.archive)), None),
        "accessed": next((words.date_words(c.accessed, "short") for c in found if c.accessed), ""),
    }


def locator_text(citation: Citation) -> str:
    """`5` or `5–7`."""
    at = citation.at
    assert at is not None
    return f"{at.first}–{at.last}" if at.last != at.first else str(at.first)


def is_web(address: str) -> bool:
    """Whether an address may be linked to."""
    return address.startswith(("https://", "http://"))


def entry_item(desk: Desk, event_id: str, *, prose: bool = False, full: bool = False, roles: Sequence[str] = ()) -> Value:
    """One event as lists show it; `prose` adds its first paragraph, `full` all of its prose."""
    edition = desk.edition
    event = edition.event(event_id)
    placed = edition.chronology.placed(event_id)
    derived = words.edtf.Bounds(placed.earliest, placed.latest) if placed else words.edtf.Bounds(None, None)
    said = edition.is_said(event_id)
    took_part = [str(a) for a in event.actors]
    return {
        "id": event_id,
        "title": event.title,
        "address": edition.address("event", event_id),
        "chip": chip(event.when, derived),
        "said": said,
        "type": type_words(desk, event),
        "standing": standing_words(desk, event),
        "happened": event.happened,
        "where": whereabouts(desk, event.where),
        "actors": actors(desk, took_part),
        "roles": [words.role_words(role) for role in roles],
        "changes": [change(desk, statement) for statement, _ in control_of(event) if statement.from_ and statement.held_by],
        "body": prose_of(desk, event_id, full=full) if prose or full else Html(""),
    }


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
            "warning": {"graphic": "This picture shows violence.", "identity": "This picture shows a person who may be at risk."}.get(m.sensitive or "", ""),
        }
        for m in record.media
    ]


def rivals(desk: Desk, record: Record) -> list[Value]:
    """Every other value that someone holds, with who, where and why."""
    return [
        {
            "field": words.sentence(words.field_words(rival.field)),
            "value": value_words(desk, rival.field, rival.value),
            "stance": words.STANCE[rival.stance],
            "status": words.RIVAL[rival.status],
            "rejected": rival.status != "alternative",
            "why": rival.why or "",
            **attribution(desk, rival),
            "voices": desk.edition.voices(rival.sources, rival.who).words,
        }
        for rival in getattr(record, "rivals", ())
    ]


def value_words(desk: Desk, field: str, value: Any) -> str:
    """Any value of a field, in words."""
    edition = desk.edition
    if isinstance(value, When):
        return words.when_words(value)
    if isinstance(value, words.edtf.Edtf):
        return words.date_words(value)
    if isinstance(value, Whereabouts):
        return where_words(desk, value)
    if isinstance(value, ControlStatement):
        told = change(desk, value)
        return f"{told['place']['title']}: {told['words']}" if value.place else str(told["words"])
    if isinstance(value, Figure):
        return figure_words(desk, value)
    if isinstance(value, Quantity):
        return value.text
    if field == "happened":
        return {"yes": "it happened"}.get(str(value), str(value))
    if field == "type":
        kind = edition.corpus.vocabulary.event_types.get(str(value))
        return kind.label if kind else str(value)
    if field == "now_held_by":
        return words.holders_words([str(a) for a in value], "contested", [edition.actor_name(a) for a in value])
    if isinstance(value, dict):
        return "; ".join(f"{words.role_words(role)}: {listed(tuple(edition.actor_name(a) for a in ids))}" for role, ids in value.items())
    if isinstance(value, tuple):
        return listed(tuple(value_words(desk, field, item) for item in value)) if value else "none"
    for name in ("place", "actor", "event"):
        if (found := getattr(value, name, None)) is not None:
            return edition.title(name, str(found))
    kind_of = getattr(type(value), "kind", "")
    return edition.title(kind_of, value) if kind_of else str(getattr(value, "text", value))


def figure_words(desk: Desk, figure: Figure) -> str:
    """A number as told, with what it counts."""
    vocabulary = desk.edition.corpus.vocabulary
    series = desk.edition.corpus.series(str(figure.series)) if figure.series else None
    measure = vocabulary.measures.get((series.measure if series else figure.measure) or "")
    number = words.unit_words(figure.value.text, measure.unit if measure else "")
    return f"{number} ({series.title})" if series else f"{number} ({measure.label})" if measure else number


def evidence(desk: Desk, record: Record) -> list[Value]:
    """What single fields rest on."""
    return [
        {
            "field": words.sentence(words.field_words(name)),
            **attribution(desk, found),
            "voices": desk.edition.voices(found.sources, found.who).words if found.sources or found.who else "",
        }
        for name, found in record.evidence.items()
    ]


def withdrawn(record: Record) -> Value | None:
    """When and why a record was withdrawn, or None."""
    gone = record.withdrawn
    return {"on": words.when_words(gone.on), "why": gone.why} if gone else None


def files(desk: Desk, entry: Entry) -> Value:
    """The record's own file: where it is kept, and where to dispute it; empty where the site names no repository."""
    repository = desk.edition.settings.repository
    if repository is None:
        return {"path": entry.path, "file": None, "dispute": None}
    at = desk.edition.settings.site_url.rstrip("/") + "/" + desk.address
    subject = quote(f"Dispute: {entry.record.label}", safe="")
    text = quote(f"{at}\n{entry.path}\n\nWhat is wrong, and which document says so (paragraph or page):\n", safe="")
    return {
        "path": entry.path,
        "file": f"{repository.address}/blob/{repository.branch}/{quote(entry.path)}",
        "dispute": f"{repository.address}/issues/new?title={subject}&body={text}",
    }


def cite(desk: Desk, title: str) -> str:
    """How to cite the page, as plain text without a day of access, which only the reader knows."""
    settings = desk.edition.settings
    return f"“{title}”, {settings.title or settings.site_name}, {settings.site_url.rstrip('/')}/{desk.address}"


def standing(desk: Desk, entry: Entry) -> Value:
    """What every record's page ends with, and the notice of one that was withdrawn."""
    return {
        "withdrawn": withdrawn(entry.record),
        "sources": citations(desk, entry.record.sources),
        "evidence": evidence(desk, entry.record),
        "media": media(entry.record),
        "external": [{"name": name, "id": code} for name, code in entry.record.external.items()],
        "files": files(desk, entry),
        "cite": cite(desk, entry.record.label),
        "data": f"{desk.address}index.json",
    }
