"""A document cannot be evidence of what happened after it was published (FST506).

Input: a record and the edition. Output: a fault at the citation. Invariant: only what is certain is told: the latest
day of publication lies before the earliest day of the fact by more than the zones of the globe can make up, and no date
of the two is approximate. What a document expects is no fault: `stance: expects` or `plans` says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fasti import edtf
from fasti.checks._base import Check, Fault
from fasti.checks._claims import Claim, claims
from fasti.corpus import written_at
from fasti.derive import Edition, derived_words
from fasti.diagnostics import Related, Rule, Severity
from fasti.edtf import Edtf
from fasti.reading import Entry
from fasti.records import Citation, Event, Loc, When

FACTUAL = ("when", "happened", "lasted", "now_held_by", "control", "figures")
"""The fields whose evidence must know the fact; where a place lies or what a group is called may be known before."""

ZONES = 1  # days by which two dates of one moment can differ
HINT = "correct one of the dates; cite what the document expected under `says`, with `stance: expects`"


class Fact(NamedTuple):
    """The first day on which something can have been, and where that is written."""

    day: int
    loc: Loc


def sources_know(entry: Entry, edition: Edition) -> Iterator[Fault]:
    """The documents that are older than what they are cited for, each once for one fact."""
    told: set[tuple[str, Loc]] = set()
    for loc, citation, fact in _cited(entry):
        source = edition.corpus.entry("source", str(citation.source))
        published = getattr(source.record, "published", None) if source else None
        if source is None or published is None or _vague(published) or published.latest is None:
            continue
        if published.latest + ZONES < fact.day and (citation.source, fact.loc) not in told:
            told.add((citation.source, fact.loc))
            day = derived_words(edtf.Bounds(fact.day, fact.day))
            message = f"`{citation.source}` ({edtf.wording(published)}) is older than what it is cited for"
            related = (
                Related(entry.path, entry.span(fact.loc), f"not before {day}"),
                Related(source.path, source.span(("published",)), "published"),
            )
            span = written_at(entry, loc, str(citation.source))
            yield Fault((), message, HINT, related, span=span)


def _cited(entry: Entry) -> Iterator[tuple[Loc, Citation, Fact]]:
    """Every citation that is evidence of a dated fact, with its path and the fact."""
    record = entry.record
    fact = _of_event(record) if isinstance(record, Event) else None
    every = [claim for claim in claims(record) if isinstance(record, Event) or claim.field == "points"]
    foretold = {c.source for claim in every if claim.expected for c in _of(claim) or record.sources}
    every = [claim for claim in every if claim.field in (*FACTUAL, "says", "points")]
    if fact:
        fields: list[tuple[Loc, tuple[Citation, ...]]] = [(("sources",), record.sources)]
        fields += [(("evidence", f, "sources"), e.sources) for f, e in record.evidence.items() if f in FACTUAL]
        for way, cited in fields:
            yield from (((*way, i), c, fact) for i, c in enumerate(cited) if c.source not in foretold)
    for claim in every:
        own = _of_claim(claim, fact)
        if own and not (claim.expected and claim.field != "says"):
            yield from ((loc, citation, own) for loc, citation in claim.sources)


def _of(claim: Claim) -> list[Citation]:
    return [citation for _, citation in claim.sources]


def _of_event(event: Event) -> Fact | None:
    """The first day that the headline or any rival date allows: a document may be the one that dates it earlier."""
    dates: list[tuple[When | None, Loc]] = [(event.when, ("when",))]
    dates += [(r.value, ("rivals", i, "when")) for i, r in enumerate(event.rivals) if r.field == "when"]
    found = [_first(when, loc) for when, loc in dates]
    return None if None in found else min(fact for fact in found if fact)


def _of_claim(claim: Claim, fact: Fact | None) -> Fact | None:
    """What a claim is about: its own day, else that of its event. What somebody said may be older than the event."""
    way = (*claim.loc, claim.field) if claim.rival else claim.loc
    if claim.field == "says":
        return _first(getattr(claim.item, "on", None), (*way, "on"))
    if claim.rival and claim.field == "when":
        return _first(claim.rival.value, way)
    for key in ("at", "when"):
        if isinstance(own := getattr(claim.item, key, None), When):
            return _first(own, (*way, key))
    return fact


def _first(when: When | None, loc: Loc) -> Fact | None:
    if when is None or any(_vague(date) for date in (when.date, when.from_) if date):
        return None
    day = when.start.earliest
    return None if day is None else Fact(day, loc)


def _vague(date: Edtf) -> bool:
    return date.approximate or date.uncertain


CHECK = Check(
    rule=Rule("FST506", "source-older-than-fact", Severity.WARNING, "A source is older than what it is cited for."),
    over="record",
    run=sources_know,
)
