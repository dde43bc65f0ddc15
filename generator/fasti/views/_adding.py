"""How a reader becomes a contributor: the way to a new event with what a page knows of it, and a rival to paste.

Input: a `Desk`, and what the page is about. Output: values for `_adding.html`; None where the site names no repository.
Invariant: what is filled in is a record to finish; whatever is still missing is empty, so that the check asks for it.
"""

from __future__ import annotations

from collections import Counter

from fasti.language import _
from fasti.reading import Entry, scalar, skeleton
from fasti.records import Event
from fasti.views._base import Desk
from fasti.views._links import Value

NAME = "name-of-the-event"


def add_event(desk: Desk, *, where: str = "", actor: str = "", when: str = "") -> Value | None:
    """The editor of the repository's host for a new event, filled in; beside it the text where a host takes none."""
    settings = desk.edition.settings
    if settings.repository is None:
        return None
    known = {"when": when, "where": where and scalar(where)}
    if actor and (role := role_of(desk, actor)):
        known["participants"] = f"{{{role}: {scalar(actor, inside=True)}}}"
    values = {"title": "", "type": "", "sources": "", **{key: value for key, value in known.items() if value}}
    folder = f"{when.lstrip('Y')}/" if when else ""
    path = f"events/{folder}{NAME}.yml"
    text = skeleton("event", values, path)
    full = settings.in_content(path)
    href = settings.repository.new(full, text)
    if href is None and settings.repository.kind:  # too long an address: without what is offered
        href = settings.repository.new(full, skeleton("event", values, path, offers=False))
    return {
        "href": href or settings.repository.place_for(full),
        "path": full,
        "text": None if href else text,
        "label": add_words(where, actor),
    }


def add_words(where: str, actor: str) -> str:
    """What the link says."""
    if where:
        return _("Add an event here")
    return _("Add an event with this actor") if actor else _("Add an event of this year")


def role_of(desk: Desk, actor: str) -> str:
    """The role that an actor most often has, else the first that any event can have; empty if no type has roles."""
    edition = desk.edition
    found = Counter(
        str(role)
        for event_id, _roles in edition.events_of(actor)
        for role, who in edition.event(event_id).participants.items()
        if actor in map(str, who)
    )
    declared = (role for kind in edition.corpus.vocabulary.event_types.values() for role in kind.roles)
    return min(found, key=lambda role: (-found[role], role), default=next(declared, ""))


def rival_stub(entry: Entry) -> Value:
    """Lines to paste into a record that somebody disputes, and where they go in its file."""
    record = entry.record
    assert isinstance(record, Event)
    lines = [
        "  - when:  # " + _("the field that is told otherwise, and the other value"),
        "    who:  # " + _("the id of the actor whose word it is; delete this line if it is the document’s own"),
        "    sources:  # " + _("the document and its paragraph, such as some-source p5"),
        "    why:  # " + _("one sentence on why they differ; delete this line if nobody knows"),
    ]
    if not record.rivals:
        lines.insert(0, "rivals:")
    front = entry.path.endswith(".md")
    if record.rivals:
        where = _("Paste these lines below the last line that belongs to `rivals`.")
    elif front:
        where = _("Paste these lines above the second line that is only three hyphens.")
    else:
        where = _("Paste these lines above the line that begins with `body`, or at the end if there is none.")
    return {"text": "\n".join(lines) + "\n", "where": where.replace("`", "")}
