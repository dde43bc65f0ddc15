"""Every spelling of a place's or an actor's name is one of its names (FST510).

Input: the edition. Output: faults at the words of prose, or at `as_reported`. Invariant: a word is told only where it
is a spelling of a name that some record lists, or where it stands alone as what a document calls a place or an actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fasti.checks._base import Check, Fault
from fasti.checks._claims import claims
from fasti.checks._prose import passages, unlinked
from fasti.checks._spelling import Found, Key, Spellings, runs
from fasti.corpus import folded
from fasti.derive import Edition
from fasti.diagnostics import Related, Rule, Severity, Span
from fasti.edtf import ENGLISH
from fasti.prose import linked_words
from fasti.reading import Entry
from fasti.records import RESERVED, Attributed, ControlStatement, Event, Loc, RecordId, references

KINDS = ("place", "actor")
NAMING = ("where", "participants", "now_held_by", "control")
"""Fields whose words, as reported, can be the very name of a place or an actor."""

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CALENDAR = frozenset(map(folded, (*ENGLISH.months, *WEEK)))
ENDS = (".", "!", "?", ":", ";", "…", "#", "-", "*", ">", "|")


def unlisted_spellings(edition: Edition) -> Iterator[Fault]:
    """The spellings that no record lists: in prose first, then as documents have them."""
    spellings = Spellings.of_corpus(edition.corpus)
    for passage in passages(edition):
        for link in linked_words(passage.text):
            key = (link.kind, link.id)
            if key in spellings.of:
                for found in spellings.unlisted(link.words, least=2, near=(key,)):
                    span = passage.at(link.start + found.start, link.start + found.end)
                    yield Fault((), *_told(found, edition), span=span, path=passage.path)
        bare = unlinked(passage.text)
        for found in spellings.unlisted(bare, least=3):
            if " " in found.spelling or not _begins_a_sentence(bare, found.start):
                span = passage.at(found.start, found.end)
                yield Fault((), *_told(found, edition), span=span, path=passage.path)
    for entry in edition.corpus.entries:
        yield from _as_reported(entry, edition, spellings)


def _as_reported(entry: Entry, edition: Edition, spellings: Spellings) -> Iterator[Fault]:
    """The spellings in the words that documents print."""
    for loc, field, item in _reported(entry):
        words = item.as_reported or ""
        found = next(spellings.unlisted(words, least=2), None)
        if found:
            yield Fault(loc, *_told(found, edition), span=_within(entry, loc, found.spelling), entry=entry)
        elif field in NAMING and _is_name(words, spellings):
            named = [key for key in _named(entry, field, item) if key in spellings.of]
            whose = f"the names of {' or '.join(f'`{key[1]}`' for key in named)}" if named else "any names"
            message = f"`{words}` is not among {whose}"
            yield Fault(loc, message, "add it to the names of whom or what it means", entry=entry)


def _within(entry: Entry, loc: Loc, spelling: str) -> Span:
    """Where a spelling stands in a value that was written on one line; else the whole value."""
    span = entry.span(loc)
    line = entry.text.split("\n")[span.line - 1]
    at = line.find(spelling, span.column - 1, span.end_column - 1) if span.line == span.end_line else -1
    return span if at < 0 else Span(span.line, at + 1, span.line, at + 1 + len(spelling))


def _reported(entry: Entry) -> Iterator[tuple[Loc, str, Attributed]]:
    """Everything a record gives as reported: path, the field it is about, and what says so."""
    record = entry.record
    for claim in claims(record):
        way = (*claim.loc, claim.field) if claim.rival and claim.item is not claim.rival else claim.loc
        items = [(way, claim.item)] + ([(claim.loc, claim.rival)] if claim.rival and way != claim.loc else [])
        yield from (((*loc, "as_reported"), claim.field, item) for loc, item in items if item.as_reported)
    for field, evidence in record.evidence.items():
        if evidence.as_reported:
            yield ("evidence", field, "as_reported"), field, evidence


def _is_name(words: str, spellings: Spellings) -> bool:
    """Whether words are one name and nothing else, none that a record lists, and no day or month."""
    found = list(runs(words))
    if len(found) != 1 or (found[0].spans[0][0], found[0].spans[-1][1]) != (0, len(words)):
        return False
    parts = {folded(word) for word in words.split()}
    return not parts & CALENDAR and not parts <= spellings.words and folded(words) not in spellings.names


def _named(entry: Entry, field: str, item: Attributed) -> tuple[Key, ...]:
    """The places or actors that a field of an event names."""
    event = entry.record
    value: Any = item if field == "control" else getattr(event, field, ()) if isinstance(event, Event) else ()
    if isinstance(item, ControlStatement) and item.place is None and isinstance(event, Event):
        value = (*event.places, item)
    found = (reference for _, reference in references(value) if isinstance(reference, RecordId))
    return tuple(dict.fromkeys((r.kind, str(r)) for r in found if r.kind in KINDS and r not in RESERVED))


def _told(found: Found, edition: Edition) -> tuple[str, str, tuple[Related, ...]]:
    """Message, hint and where the names are."""
    kind, record_id = found.like
    entry = edition.corpus.entry(kind, record_id)
    assert entry is not None
    message = f"`{found.spelling}` is not among the names of `{record_id}`"
    related = (Related(entry.path, entry.span(("names",), key=True), f"the names of the {kind}"),)
    return message, f"add it there if a document writes it so, else write `{found.name}`", related


def _begins_a_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t“‘\"'(")
    return not before.strip() or before.endswith(("\n\n", *ENDS))


CHECK = Check(
    rule=Rule("FST510", "unlisted-spelling", Severity.WARNING, "A name is spelt in a way that no record lists."),
    over="edition",
    run=unlisted_spellings,
)
