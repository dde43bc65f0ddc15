"""What a reader should know of who speaks: it rests on others, it was printed before the fact, it is a party to it.

Input: a corpus, an event, and the speakers and documents of a claim. Output: marks as values, which pages word.
Invariant: a mark follows from records alone and grades nobody; where the records leave it open there is none.

A party's claim in its own favour is one of two things only. Somebody asserts what lets it hold a place, or has its
documents close to it do so; or somebody denies or doubts an event in which it took part. Who belongs to an actor
(`member_of`) or commands it speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.records import RESERVED, ControlStatement, Event, When, control_of


@dataclass(frozen=True, slots=True)
class Fact:
    """What a claim is about: its first possible day by every account, who gains by it, and who took part in it."""

    earliest: int | None = None
    gainers: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Party:
    """A speaker that is a party to what it speaks of; `actor` is the party, `speaker` may be one who speaks for it."""

    speaker: str
    actor: str


def fact_of(event_id: str, event: Event, corpus: Corpus, chronology: Chronology) -> Fact:
    """What an event is, as far as marks ask."""
    placed = chronology.placed(event_id)
    days = [placed.earliest if placed else event.when.bounds.earliest if event.when else None]
    days += [r.value.bounds.earliest for r in event.rivals if isinstance(r.value, When) and r.status != "rejected"]
    known = [day for day in days if day is not None]
    kind = corpus.vocabulary.event_types.get(event.type)
    happens = kind is None or kind.class_ == "happened"
    return Fact(
        min(known) if len(known) == len(days) else None,
        frozenset(str(a) for statement, _ in control_of(event) for a in gainers(statement)),
        frozenset(map(str, event.actors)) if happens else frozenset(),
    )


def gainers(statement: ControlStatement) -> tuple[str, ...]:
    """Who holds a place by a control statement."""
    return tuple(str(actor) for actor in statement.held_by if actor not in RESERVED)


def before_the_fact(corpus: Corpus, source_id: str, fact: Fact) -> bool:
    """Whether a document was surely published before the first day on which the fact can have been."""
    source = corpus.source(source_id)
    printed = source.published.latest if source and source.published else None
    return printed is not None and fact.earliest is not None and printed < fact.earliest


def is_tertiary(corpus: Corpus, source_id: str) -> bool:
    """Whether a document is an encyclopaedia or the like, which rests on others."""
    source = corpus.source(source_id)
    return bool(source and source.tertiary)


def close_to(corpus: Corpus, source_id: str, fact: Fact) -> tuple[str, ...]:
    """The actors that gain by the fact and that the document, or the one it reprints, is close to."""
    original = corpus.bibliography.original(source_id)
    found = [corpus.source(source_id), corpus.source(original.id) if original.kind == "source" else None]
    near = dict.fromkeys(str(actor) for source in found if source for actor in source.close_to)
    return tuple(actor for actor in near if actor in fact.gainers)


def parties(corpus: Corpus, speakers: Iterable[str], stance: str, fact: Fact) -> tuple[Party, ...]:
    """The speakers that speak in their own favour: they assert what they gain by, or deny what they took part in."""
    favoured = {"asserts": fact.gainers, "denies": fact.parties, "doubts": fact.parties}.get(stance, frozenset())
    sides = ((who, next((side for side in _speaks_for(corpus, who) if side in favoured), None)) for who in speakers)
    return tuple(Party(speaker, side) for speaker, side in sides if side)


def _speaks_for(corpus: Corpus, speaker: str) -> tuple[str, ...]:
    """An actor itself, then whatever it belongs to or commands."""
    actor = corpus.actor(speaker)
    links = (*actor.member_of, *actor.commands) if actor else ()
    return tuple(dict.fromkeys((speaker, *(str(link.actor) for link in links))))
