"""Claims as values: who holds them, where they are printed, how they were reached; control, figures, rivals, evidence.

Input: parts of records. Output: plain values that the macros of `_parts.html` print.
Invariant: a count of voices stands only where a claim names its own sources or speakers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fasti.derive import FigurePoint, listed
from fasti.records import Attributed, Citation, ControlStatement, Record
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._links import Value, actor, actors, link
from fasti.views._values import control_words, value_words


def change(desk: Desk, statement: ControlStatement) -> Value:
    """What one control statement says: `IS → SYR` in labels, and the same in words."""
    edition = desk.edition
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
    where = [
        f"{noun}{'s' if len(n) > 1 or '–' in n[0] else ''} {listed(tuple(n))}"
        for noun, n in (("paragraph", paragraphs), ("page", pages))
        if n
    ]
    dated = record.published if record else None
    return {
        **link(desk, "source", source_id),
        "short": (record.publisher if record else None) or desk.edition.title("source", source_id),
        "published": dates.date_words(dated, "short") if dated else "",
        "where": ", ".join(where),
        "notes": [c.note for c in found if c.note],
        "via": [link(desk, "source", str(c.via)) for c in found if c.via],
        "archive": next((c.archive for c in found if c.archive and is_web(c.archive)), None),
        "accessed": next((dates.date_words(c.accessed, "short") for c in found if c.accessed), ""),
    }


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
    resting = f"from {'this' if here else 'that'} entry’s sources"
    return {
        "number": words.unit_words(point.words, point.unit),
        "measure": point.measure_label,
        "series": series,
        "of": edition.series(point.series_id).of or "" if point.series_id else "",
        "group": actor(desk, point.group) if point.group else None,
        "at": dates.when_words(point.when, "short") if point.when else "",
        "voices": point.voices.words if point.own else resting,
        "sources": citations(desk, point.sources) if point.own else [],
        "basis": words.BASIS[point.basis] if point.basis and point.basis != "reported" else "",
        "speaker": link(desk, point.speaker_kind, point.speaker_id) if point.speaker_id else None,
        "rival": not point.headline,
        "why": point.why,
        "note": point.note,
        "as_reported": point.as_reported,
        "event": link(desk, "event", point.event_id) if point.event_id else None,
    }


def rivals(desk: Desk, record: Record) -> list[Value]:
    """Every other value that someone holds, with who, where and why."""
    return [
        {
            "field": words.sentence(words.field_words(rival.field)),
            "value": value_words(desk.edition, field_of(record, rival.field), rival.value),
            "stance": words.stance_words(rival.stance, len(rival.who)),
            "status": words.RIVAL[rival.status],
            "rejected": rival.status != "alternative",
            "why": rival.why or "",
            **attribution(desk, rival),
            "voices": desk.edition.voices(rival.sources, rival.who).words,
        }
        for rival in getattr(record, "rivals", ())
    ]


def field_of(record: Record, field: str) -> str:
    """The field of a rival; of the fields called `kind`, which."""
    return f"{record.kind_of_record} kind" if field == "kind" else field


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
