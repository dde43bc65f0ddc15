"""What the fields of one record say otherwise: dates, rivals, statements, figures, sources, and any other.

Input: the two versions of a record. Output: changes without what follows from them. Invariant: `reading.changed` alone
decides whether a field means something else; here it is only put into words.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from fasti.derive import Edition, when_words
from fasti.diff._model import Change, Key, Wording
from fasti.reading import Entry
from fasti.reading.changed import changed
from fasti.records import Event, Record, When
from fasti.records.event import figure_key

QUIET = ("formerly", "status", "withdrawn", "media", "external")
EMPTY: tuple[Any, ...] = (None, (), {}, "")
PROSE = ("title", "body", "description", "note", "short", "reading_notes")


def fields(old: Entry, new: Entry, before: Edition, after: Edition, words: Wording) -> Iterator[Change]:
    """The changes within one record that stays published; control is left to the ledger."""
    key: Key = (new.kind, new.id)
    prose = []
    for name, item in changed(old, new):
        if name in QUIET or name == "control":
            continue
        was, now = value_of(old, name, item), value_of(new, name, item)
        if name == "when" and new.kind == "event":
            yield date_change(key, was, now)
        elif name == "rivals":
            yield from rivals(key, was or (), now or (), before, after, words)
        elif name == "says":
            yield from statements(key, was or (), now or (), before, after)
        elif name in ("figures", "points"):
            yield from figures(key, old, new, name, before, after, words)
        elif name == "sources":
            yield from sources(key, was or (), now or (), before, after)
        elif name in PROSE:
            prose.append(name)
        else:
            yield other(key, name, was, now, before, after, words)
    if prose:
        told = " and ".join({"body": "text"}.get(name, name) for name in prose)
        verb = "is" if len(prose) == 1 else "are"
        a, b = (str(value_of(entry, prose[0], "") or "") for entry in (old, new))
        yield Change("wording", key, f"the {told} {verb} worded otherwise", a, b)


def value_of(entry: Entry, name: str, item: str) -> Any:
    """The value of a field as the record types have it; of rivals, those of one field."""
    if name == "body":
        return entry.body.strip()
    fields = type(entry.record).model_fields
    attribute = next((n for n, info in fields.items() if (info.alias or n) == name), name)
    value = getattr(entry.record, attribute, None)
    return tuple(rival for rival in value if rival.field == item) if name == "rivals" and value else value


def date_change(key: Key, was: When | None, now: When | None) -> Change:
    """A date that was given, taken away, moved, widened, narrowed or only written otherwise."""
    if was is None or now is None:
        told = when_words(now) if now else when_words(was) if was else ""
        sentence = f"now has a date: {told}" if now else f"has no date any more; it was {told}"
        return Change("date", key, sentence, when_words(was) if was else "", when_words(now) if now else "")
    before, after = when_words(was), when_words(now)
    (a, b), (c, d) = was.bounds, now.bounds
    low_old, high_old = (-(10**12) if a is None else a), (10**12 if b is None else b)
    low_new, high_new = (-(10**12) if c is None else c), (10**12 if d is None else d)
    if (low_old, high_old) == (low_new, high_new):
        verb = "is told otherwise, of the same days"
    elif low_new <= low_old and high_old <= high_new:
        verb = "is wider"
    elif low_old <= low_new and high_new <= high_old:
        verb = "is narrower"
    else:
        return Change("date", key, f"the date moves from {before} to {after}", before, after)
    return Change("date", key, f"the date {verb}: now {after}, before {before}", before, after)


def matched(
    old: Sequence[Any], new: Sequence[Any], alike: Callable[[Any], Hashable]
) -> Iterator[tuple[Any | None, Any | None]]:
    """Items of two lists in pairs: gone, new, or the same thing told otherwise. Equal items are left out."""
    gone = [item for item in old if item not in new]
    for item in [item for item in new if item not in old]:
        partner = next((other for other in gone if alike(other) == alike(item)), None)
        if partner is not None:
            gone.remove(partner)
        yield partner, item
    yield from ((item, None) for item in gone)


def rivals(
    key: Key, old: Sequence[Any], new: Sequence[Any], before: Edition, after: Edition, words: Wording
) -> Iterator[Change]:
    """Other values that someone holds: added, taken away, set aside or held possible again."""
    for was, now in matched(old, new, lambda rival: (tuple(map(str, rival.who)), str(rival.value))):
        rival, edition = (now, after) if now is not None else (was, before)
        assert rival is not None
        field = rival.field.rstrip("_")
        told = words(edition, rival.field, rival.value)
        who = " and ".join(edition.voices(rival.sources, rival.who).names)
        by = f" ({who})" if who else ""
        if was is None:
            aside = "" if rival.status == "alternative" else f", {rival.status}"
            sentence = f"a rival account of `{field}` is added{aside}: {told}{by}"
        elif now is None:
            sentence = f"a rival account of `{field}` is taken away: {told}{by}"
        elif was.status != now.status:
            held = {"alternative": "stands again", "rejected": "is rejected", "superseded": "is superseded"}[now.status]
            why = f", because: {now.why}" if now.why and now.status != "alternative" else ""
            sentence = f"the rival account of `{field}` {told}{by} {held}{why}"
        else:
            sentence = f"the rival account of `{field}` {told}{by} is told otherwise"
        a = words(before, was.field, was.value) if was else ""
        b = words(after, now.field, now.value) if now else ""
        yield Change("rival", key, sentence, a, b, field)


def statements(key: Key, old: Sequence[Any], new: Sequence[Any], before: Edition, after: Edition) -> Iterator[Change]:
    """What people say: added, taken away, or told otherwise."""

    def told(statement: Any, edition: Edition) -> str:
        who = " and ".join(edition.actor_name(str(actor)) for actor in statement.who)
        return f"{who} {statement.stance}: {statement.what}"

    for was, now in matched(old, new, lambda statement: (tuple(map(str, statement.who)), str(statement.on))):
        a, b = (told(was, before) if was else ""), (told(now, after) if now else "")
        if was is None:
            yield Change("statement", key, f"a statement is added: {b}", a, b)
        elif now is None:
            yield Change("statement", key, f"a statement is taken away: {a}", a, b)
        else:
            same = "its evidence changed" if a == b else f"before: {a}"
            yield Change("statement", key, f"a statement is told otherwise: {b}; {same}", a, b)


def figures(
    key: Key, old: Entry, new: Entry, name: str, before: Edition, after: Edition, words: Wording
) -> Iterator[Change]:
    """Numbers that are reported: added, taken away, or another number for the same thing."""

    was, now = value_of(old, name, "") or (), value_of(new, name, "") or ()

    def alike(record: Record) -> Callable[[Any], Hashable]:
        return lambda one: figure_key(one, record) if isinstance(record, Event) else (one.group, str(one.at))

    old_key, new_key = alike(old.record), alike(new.record)
    gone = [one for one in was if one not in now]
    for one in [one for one in now if one not in was]:
        partner = next((other for other in gone if old_key(other) == new_key(one)), None)
        b = words(after, "figures", one)
        if partner is None:
            yield Change("figure", key, f"a figure is added: {b}", "", b)
            continue
        gone.remove(partner)
        a = words(before, "figures", partner)
        same = "what it rests on changed" if a == b else f"before: {a}"
        yield Change("figure", key, f"a figure changed: {b}; {same}", a, b)
    for one in gone:
        a = words(before, "figures", one)
        yield Change("figure", key, f"a figure is taken away: {a}", a, "")


def sources(key: Key, old: Sequence[Any], new: Sequence[Any], before: Edition, after: Edition) -> Iterator[Change]:
    """The documents a record rests on."""

    def named(edition: Edition, cited: Sequence[Any]) -> list[str]:
        return list(dict.fromkeys(f"“{edition.title('source', str(citation.source))}”" for citation in cited))

    was, now = named(before, old), named(after, new)
    came, went = [name for name in now if name not in was], [name for name in was if name not in now]
    parts = [f"now also rests on {', '.join(came)}"] if came else []
    parts += [f"no longer rests on {', '.join(went)}"] if went else []
    a, b = ", ".join(was), ", ".join(now)
    yield Change("source", key, " and ".join(parts) or "cites other places in the same documents", a, b)


def other(key: Key, name: str, was: Any, now: Any, before: Edition, after: Edition, words: Wording) -> Change:
    """A field of any other sort, with both values."""
    attribute = name.rstrip("_")
    scope = f"{key[0]} kind" if name == "kind" else attribute
    a = "" if was in EMPTY else words(before, scope, was)
    b = "" if now in EMPTY else words(after, scope, now)
    if name == "evidence":
        return Change("field", key, "what single fields rest on changed")
    if not a:
        sentence = f"`{attribute}` is given: {b}"
    elif not b:
        sentence = f"`{attribute}` is taken away; it was {a}"
    else:
        sentence = f"`{attribute}` is now {b}, before {a}"
    return Change("field", key, sentence, a, b, attribute)
