"""The feeds: what was added, and what was corrected or withdrawn, newest first, for readers' programs.

Input: an edition with the history that Git tells. Output: `Feed`s of plain values, which `writing/atom.py` writes.
Invariant: every time is that of a commit; a title never claims more than the record.
"""

from __future__ import annotations

from dataclasses import dataclass

from fasti.derive import Edition
from fasti.language import _, commas, spoken
from fasti.reading import Change
from fasti.records import Actor, Event, Place
from fasti.views import _changes as told
from fasti.views import _dates as dates
from fasti.views import _words as words

MOST = 50
FOLDER = "changes/"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that was done to a record. `id` is permanent; `address` is relative to the site; `time` in seconds."""

    id: str
    address: str
    title: str
    summary: str
    kind: str
    time: int


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. `name`: its title where its site is known; `updated`: when its newest entry was made, as `time`."""

    path: str
    name: str
    title: str
    about: str
    author: str
    rights: str
    language: str
    updated: int
    entries: tuple[FeedEntry, ...]


def feeds(edition: Edition) -> tuple[Feed, ...]:
    """The two feeds; none where nothing is known of any change."""
    changes = edition.history.changes
    if not changes:
        return ()
    added = [change for change in changes if change.what in ("added", "again")]
    corrected = [change for change in changes if change.what not in ("added", "again")]
    site = edition.settings.title or edition.settings.site_name
    return (
        _feed(edition, "added.atom", _("New entries"), _("%(site)s: new entries", site=site), added),
        _feed(edition, "corrected.atom", _("Corrections"), _("%(site)s: corrections", site=site), corrected),
    )


def _feed(edition: Edition, file: str, name: str, title: str, changes: list[Change]) -> Feed:
    settings = edition.settings
    entries = tuple(_entry(edition, change) for change in changes[:MOST])
    newest = max(entry.time for entry in entries) if entries else min(c.commit.time for c in edition.history.changes)
    author = settings.title or settings.site_name
    return Feed(FOLDER + file, name, title, FOLDER, author, settings.copyright, spoken(), newest, entries)


def _entry(edition: Edition, change: Change) -> FeedEntry:
    record = edition.record(change.kind, change.id)
    address = edition.address(change.kind, change.id)
    standing = told.standing_now(edition, change.kind, change.id)
    title = _("%(title)s (%(standing)s)", title=record.label, standing=standing) if standing else record.label
    why = record.withdrawn.why if record.withdrawn else ""
    parts = [told.change_words(edition, change), why or about(edition, change.kind, change.id)]
    return FeedEntry(
        f"{address}#{change.what}-{change.commit.short}",
        address,
        title,
        " ".join(_sentence(part) for part in parts if part),
        told.KIND[change.kind],
        change.commit.time,
    )


def about(edition: Edition, kind: str, record_id: str) -> str:
    """A line about a record: of an event when and where, of a place or an actor its description."""
    record = edition.record(kind, record_id)
    if isinstance(record, Event):
        when = dates.when_words(record.when) if record.when else _("undated")
        return commas([when, *(edition.place_label(str(place)) for place in record.places[:3])])
    return (record.description or "") if isinstance(record, Place | Actor) else ""


def _sentence(text: str) -> str:
    return words.sentence(text) + ("" if text.endswith((".", "!", "?", "…")) else ".")
