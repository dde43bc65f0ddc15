"""Compares two editions record by record, then what follows from it.

Input: two sides and how values are worded. Output: `Difference`. Invariant: every published record of either side is
looked at once; a record that moved to another id is the same record if it says so under `formerly`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from fasti.derive import Edition, derived_words, when_words
from fasti.diff._fields import fields
from fasti.diff._follows import with_what_follows
from fasti.diff._model import KINDS, Change, Difference, Key, Side, Wording
from fasti.edtf import Bounds
from fasti.reading import Entry
from fasti.reading.changed import changed
from fasti.records import KINDS as RECORDS
from fasti.records import Event

ARTICLES = {"event": "an event", "actor": "an actor"}
RANK = {kind: at for at, kind in enumerate(KINDS)}


def difference(before: Side, after: Side, words: Wording) -> Difference:
    """Everything that the records of `after` say otherwise than those of `before`; `words` tells a value of a field."""
    renamed = renames(before.edition, after.edition)
    found = list(records(before.edition, after.edition, renamed, words))
    found = list(with_voices(found, before.edition, after.edition, renamed))
    controlled = spoken_otherwise(before.edition, after.edition, renamed)
    told = with_what_follows(before.edition, after.edition, found, controlled, renamed)
    return Difference(
        before, after, tuple(sorted(told, key=lambda change: (RANK[change.kind], change.record))), renamed
    )


def renames(before: Edition, after: Edition) -> Mapping[Key, Key]:
    """Old ids and the records that now answer to them."""
    return {
        (kind, former): (kind, entry.id)
        for kind in RECORDS
        for entry in after.corpus.of(kind)
        for former in entry.record.formerly
        if before.corpus.entry(kind, former) and not after.corpus.entry(kind, former)
    }


def records(before: Edition, after: Edition, renamed: Mapping[Key, Key], words: Wording) -> Iterator[Change]:
    """What happened to each record, and within it."""
    older = {new: old for old, new in renamed.items()}
    for kind in RECORDS:
        for new in after.corpus.of(kind):
            key = (kind, new.id)
            old = before.corpus.entry(*older.get(key, key))
            if old is None and key in before.corpus.broken:
                yield Change("faulty", key, "its file had faults; what it said cannot be compared")
                continue
            if old is None:
                if new.record.status != "draft":
                    yield Change("added", key, f"{article(kind)} is added{about(after, new)}")
                continue
            if key in older:
                yield Change("renamed", key, f"is now called `{new.id}`, before `{old.id}`", old.id, new.id)
            if old.record.status != new.record.status:
                yield standing(key, old, new)
            elif new.record.published_now:
                yield from fields(old, new, before, after, words)
        for old in before.corpus.of(kind):
            key = (kind, old.id)
            if key not in renamed and not after.corpus.entry(kind, old.id):
                if key in after.corpus.broken:
                    yield Change("faulty", key, "its file has faults; what it says cannot be compared")
                else:
                    yield Change("removed", key, f"{article(kind)} is removed{about(before, old)}")


def standing(key: Key, old: Entry, new: Entry) -> Change:
    """A record that was withdrawn, published or taken back to a draft."""
    if new.record.status == "withdrawn":
        why = new.record.withdrawn.why if new.record.withdrawn else ""
        return Change("withdrawn", key, f"is withdrawn: {why}", old.record.status, "withdrawn")
    if new.record.status == "draft":
        return Change("withdrawn", key, "is a draft again, and no longer published", old.record.status, "draft")
    return Change("restored", key, f"is published; it was {old.record.status}", old.record.status, "published")


def spoken_otherwise(before: Edition, after: Edition, renamed: Mapping[Key, Key]) -> list[str]:
    """The events whose control statements changed, published on both sides."""
    older = {new: old for old, new in renamed.items()}
    found = []
    for new in after.corpus.published("event"):
        old = before.corpus.entry(*older.get(("event", new.id), ("event", new.id)))
        if old and old.record.published_now and any(name == "control" for name, _item in changed(old, new)):
            found.append(new.id)
    return found


def with_voices(changes: list[Change], before: Edition, after: Edition, renamed: Mapping[Key, Key]) -> Iterator[Change]:
    """The changes, and the events that came to rest on one voice or no longer do; under what changed their sources."""
    older = {new: old for old, new in renamed.items()}
    told: dict[Key, Change] = {}
    for new in after.corpus.published("event"):
        key: Key = ("event", new.id)
        old = before.corpus.entry(*older.get(key, key))
        if old is None or not old.record.published_now:
            continue
        was = before.voices(old.record.sources).names
        now = after.voices(new.record.sources).names
        if len(was) > 1 and len(now) == 1:
            told[key] = Change("single", key, f"now rests on one voice, {now[0]}", ", ".join(was), now[0])
        elif len(was) == 1 and len(now) > 1:
            told[key] = Change("single", key, f"no longer rests on one voice alone, {was[0]}", was[0], ", ".join(now))
    for change in changes:
        if change.kind == "source" and change.record in told:
            change = replace(change, follows=(told.pop(change.record),))
        yield change
    yield from told.values()


def article(kind: str) -> str:
    return ARTICLES.get(kind, f"a {kind}")


def about(edition: Edition, entry: Entry) -> str:
    """When and where an event was, for a reader who has not seen it."""
    record = entry.record
    if not isinstance(record, Event):
        return ""
    placed = edition.chronology.placed(entry.id)
    when = when_words(record.when) if record.when else ""
    if not when and placed:
        when = derived_words(Bounds(placed.earliest, placed.latest))
    where = ", ".join(edition.place_label(str(place)) for place in record.places)
    told = ", ".join(part for part in (when, where) if part)
    return f": {told}" if told else ""
