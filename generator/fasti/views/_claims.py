"""Claims as values: who holds them, where they are printed, how they were reached; control, figures, rivals, evidence.

Input: parts of records. Output: plain values that the macros of `_parts.html` print.
Invariant: a count of voices stands only where a claim names its own sources or speakers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from fasti.derive import FigurePoint, listed
from fasti.edtf import Edtf
from fasti.records import Attributed, Citation, ControlStatement, Figure, Quantity, Record, When, Whereabouts
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._links import Value, actor, actors, link, where_words


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
        told.append(
            "no longer besieged" if ended else f"besieged by {listed(tuple(edition.actor_name(a) for a in besiegers))}"
        )
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
    return {
        "number": words.unit_words(point.words, point.unit),
        "measure": point.measure_label,
        "series": series,
        "of": edition.series(point.series_id).of or "" if point.series_id else "",
        "group": actor(desk, point.group) if point.group else None,
        "at": dates.bounds_words(point.at, "short"),
        "voices": point.voices.words,
        "speaker": link(desk, point.speaker_kind, point.speaker_id) if point.speaker_id else None,
        "rival": point.rival,
        "why": point.why,
        "note": point.note,
        "as_reported": point.as_reported,
        "event": link(desk, "event", point.event_id) if point.event_id else None,
        "where": list(point.citation_words),
    }


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
        return dates.when_words(value)
    if isinstance(value, Edtf):
        return dates.date_words(value)
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
        return "; ".join(
            f"{words.role_words(role)}: {listed(tuple(edition.actor_name(a) for a in ids))}"
            for role, ids in value.items()
        )
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
    told = [series.title if series else measure.label if measure else ""]
    if figure.group:
        told.append(desk.edition.actor_name(str(figure.group)))
    if figure.at:
        told.append(dates.when_words(figure.at, "short"))
    return f"{number} ({', '.join(part for part in told if part)})"


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
