"""Claims as values: who holds them, where they are printed, how they were reached; control, figures, evidence.

Input: parts of records. Output: plain values that the macros of `_parts.html` print.
Invariant: a count of voices stands only where a claim names its own sources or speakers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from fasti.derive import (
    Edition,
    Fact,
    FigurePoint,
    Voices,
    before_the_fact,
    close_to,
    gainers,
    is_tertiary,
    listed,
    parties,
)
from fasti.language import _, commas, ngettext
from fasti.records import Attributed, Citation, ControlStatement, Record, Source
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._links import Value, actor, actors, link
from fasti.views._values import control_words

NO_FACT = Fact()
OF_THE_FACT = ("happened", "control", "now_held_by")  # fields whose evidence can speak in a party's favour


class Reached(Protocol):
    """What was noted of a claim beside its speaker and its documents."""

    @property
    def basis(self) -> str | None: ...
    @property
    def as_reported(self) -> str | None: ...
    @property
    def note(self) -> str | None: ...


def change(desk: Desk, statement: ControlStatement, fact: Fact = NO_FACT) -> Value:
    """What one control statement says: `IS → SYR` in labels, and the same in words."""
    edition = desk.edition
    fact = replace(fact, gainers=frozenset(gainers(statement)))
    held = [str(a) for a in statement.held_by]
    lost = [str(a) for a in statement.from_]
    how = statement.how or ("sole" if len(held) == 1 else "contested")
    labels = words.holders_words(held, how, [edition.actor_label(a) for a in held]) if held else ""
    arrow = f"{listed(tuple(edition.actor_label(a) for a in lost))} → {labels}" if lost and held else ""
    return {
        "place": link(desk, "place", str(statement.place)),
        "arrow": arrow,
        "labels": labels,
        "from": actors(desk, lost),
        "to": actors(desk, held),
        "words": control_words(edition, statement),
        "when": dates.when_words(statement.when, "short") if statement.when else "",
        **attribution(desk, statement, fact=fact),
    }


def attribution(desk: Desk, claim: Attributed, fallback: Sequence[Citation] = (), fact: Fact = NO_FACT) -> Value:
    """On whose word a claim stands, where it is printed, how it was reached, and what is noted of it."""
    stance = getattr(claim, "stance", "asserts")
    heard = desk.edition.voices(claim.sources or tuple(fallback), claim.who)
    return {
        "who": actors(desk, map(str, claim.who)),
        "party": party_words(desk.edition, heard, stance, fact),
        **attribution_of(desk, claim.sources or fallback, claim, fact),
    }


def attribution_of(desk: Desk, sources: Iterable[Citation], reached: Reached, fact: Fact = NO_FACT) -> Value:
    """Where a claim is printed, how it was reached, and what is noted of it."""
    return {
        "sources": citations(desk, sources, fact),
        "basis": words.BASIS[reached.basis] if reached.basis and reached.basis != "reported" else "",
        "as_reported": reached.as_reported or "",
        "note": reached.note or "",
    }


def party_words(edition: Edition, heard: Voices, stance: str, fact: Fact) -> list[str]:
    """The marks of those who speak in their own favour: `a party to it`, `Sultan speaks for Empire, a party to it`."""
    speakers = [key for kind, key in heard.ids if kind == "actor"]
    told = []
    for found in parties(edition.corpus, speakers, stance, fact):
        speaker, party = edition.actor_name(found.speaker), edition.actor_name(found.actor)
        if found.speaker != found.actor:
            told.append(_("%(speaker)s speaks for %(party)s, a party to it", speaker=speaker, party=party))
        else:
            told.append(_("a party to it") if len(speakers) == 1 else _("%(name)s is a party to it", name=speaker))
    return told


def source_marks(edition: Edition, source_id: str, fact: Fact) -> list[str]:
    """What a reader should know of a document before believing it of this fact."""
    near = tuple(edition.actor_name(actor) for actor in close_to(edition.corpus, source_id, fact))
    told = (
        _("a tertiary source, which rests on others") if is_tertiary(edition.corpus, source_id) else "",
        _("published before the fact") if before_the_fact(edition.corpus, source_id, fact) else "",
        _("close to %(names)s, a party to it", names=listed(near)) if near else "",
    )
    return [mark for mark in told if mark]


def citations(desk: Desk, cited: Iterable[Citation], fact: Fact = NO_FACT) -> list[Value]:
    """Documents with the places in them, each document once: `ANN News, paragraphs 5 and 20`."""
    by_source: dict[str, list[Citation]] = {}
    for citation in cited:
        by_source.setdefault(str(citation.source), []).append(citation)
    return [
        {**_cited(desk, source, found), "marks": source_marks(desk.edition, source, fact)}
        for source, found in by_source.items()
    ]


def _cited(desk: Desk, source_id: str, found: list[Citation]) -> Value:
    record = desk.edition.corpus.source(source_id)
    paragraphs = [locator_text(c) for c in found if c.at and c.at.unit == "paragraph"]
    pages = [locator_text(c) for c in found if c.at and c.at.unit == "page"]
    where = [locators_words(unit, n) for unit, n in (("paragraph", paragraphs), ("page", pages)) if n]
    dated = record.published if record else None
    return {
        **link(desk, "source", source_id),
        "short": (record.publisher if record else None) or desk.edition.title("source", source_id),
        "published": dates.date_words(dated, "short") if dated else "",
        "where": commas(where),
        "notes": [c.note for c in found if c.note],
        "via": [link(desk, "source", str(c.via)) for c in found if c.via],
        "archive": next((c.archive for c in found if c.archive and is_web(c.archive)), None),
        "kept": record.archive.url if record and record.archive and is_web(record.archive.url) else None,
        "not_kept": not_kept_words(record) if record else "",
        "accessed": next((dates.date_words(c.accessed, "short") for c in found if c.accessed), ""),
    }


def locators_words(unit: str, numbers: Sequence[str]) -> str:
    """`paragraph 5`, `pages 5–7 and 9`."""
    several = 2 if len(numbers) > 1 or "–" in numbers[0] else 1
    told = listed(numbers)
    if unit == "page":
        return ngettext("page %(numbers)s", "pages %(numbers)s", several, numbers=told)
    return ngettext("paragraph %(numbers)s", "paragraphs %(numbers)s", several, numbers=told)


def not_kept_words(source: Source) -> str:
    """Why there is no archived copy of a document, or that none is recorded; empty where there is one."""
    if source.archive:
        return ""
    if source.no_archive:
        return _("no archived copy: %(why)s", why=source.no_archive)
    return _("no archived copy recorded")


def locator_text(citation: Citation) -> str:
    """`5` or `5–7`."""
    at = citation.at
    assert at is not None
    return f"{at.first}–{at.last}" if at.last != at.first else str(at.first)


def is_web(address: str) -> bool:
    """Whether an address may be linked to."""
    return address.startswith(("https://", "http://"))


def figure(desk: Desk, point: FigurePoint) -> Value:
    """One number as told: what it counts, by whose word, and whether it is a rival of the one before."""
    edition = desk.edition
    series = link(desk, "series", point.series_id) if point.series_id else None
    here = point.event_id is None or desk.address == edition.address("event", point.event_id)
    resting = _("from this entry’s sources") if here else _("from that entry’s sources")
    return {
        "number": words.unit_words(point.words, point.unit),
        "measure": point.measure_label,
        "series": series,
        "of": edition.series(point.series_id).of or "" if point.series_id else "",
        "group": actor(desk, point.group) if point.group else None,
        "at": dates.when_words(point.when, "short") if point.when else "",
        "voices": point.voices.words if point.own else resting,
        "sources": citations(desk, point.sources, Fact(point.at.earliest)) if point.own else [],
        "basis": words.BASIS[point.basis] if point.basis and point.basis != "reported" else "",
        "speaker": link(desk, point.speaker_kind, point.speaker_id) if point.speaker_id else None,
        "rival": not point.headline,
        "why": point.why,
        "note": point.note,
        "as_reported": point.as_reported,
        "event": link(desk, "event", point.event_id) if point.event_id else None,
    }


def evidence(desk: Desk, record: Record, fact: Fact = NO_FACT) -> list[Value]:
    """What single fields rest on."""
    return [
        {
            "field": words.sentence(words.field_words(name)),
            **attribution(desk, found, fact=fact if name in OF_THE_FACT else replace(fact, gainers=frozenset())),
            "voices": desk.edition.voices(found.sources, found.who).words if found.sources or found.who else "",
        }
        for name, found in record.evidence.items()
    ]
