"""Who held what on one day, as `fasti as-of` tells it: one object for programs, a table in words for people.

Input: an edition and a day. Output: plain values, and lines of text. Invariant: every place with a control statement is
told once, and nothing is told without its basis; what nobody says is counted as unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from fasti.derive.control import ControlInterval
from fasti.derive.control_statements import Held, Side
from fasti.derive.control_strand import distinct
from fasti.derive.edition import Edition
from fasti.derive.voices import voices
from fasti.edtf import EdtfError, iso, parse, wording
from fasti.language import listed

HEADINGS = {
    "attested": "a document speaks of that day",
    "carried": "carried from the last word",
    "between": "one or the other: the documents leave it open",
    "inferred": "inferred from who lost it later",
}
REACHED = {
    "inferred": "inferred by the editors",
    "calculated": "calculated by the editors",
    "estimated": "estimated",
    "outside": "from outside the documents",
}
EXTENTS = {"most": "most of it", "part": "part of it"}


def one_day(text: str) -> int:
    """The day that a text names, in the form of EDTF. Raises `EdtfError` for what is no date, or not one day."""
    date = parse(text)
    first, last = date.bounds
    if first is None or last is None:
        side = "beginning" if first is None else "end"
        raise EdtfError(f"as-of takes one day, and this has no {side}", 0, "write a day, such as `2017-10-17`")
    if first != last:
        hint = f"write one of them, from `{iso(first)}` to `{iso(last)}`"
        raise EdtfError(f"as-of takes one day, and this is {last - first + 1:,} days", 0, hint)
    if date.approximate or date.uncertain:
        raise EdtfError("as-of takes one day, and this is not sure which", 0, f"write `{iso(first)}`")
    return first


def as_of(edition: Edition, day: int) -> dict[str, Any]:
    """Who held what, in the form that `design.md` promises; version 1.

    `candidates` are lists of actors: where the basis is between, every side that may have held the place; where it is
    inferred, who lost it later; else who may have held the rest of it, and whom a rival names. An item of `because`
    says more than its event where there is more to say: whose claim it is, which holder a rival names, how the siege
    is known, of which place it speaks if it flows down from that, and how it was reached if nobody reports it so.
    """
    return {"version": 1, "day": iso(day), "places": [_entry(edition, p, day) for p in edition.control.spoken_of]}


def _entry(edition: Edition, place: str, day: int) -> dict[str, Any]:
    answer = edition.control.on(place, day)
    found, last = answer.interval, answer.last_word
    others = found.candidates or distinct((*found.rest, *found.rivals))
    reasons = edition.control.reasons(place)
    return {
        "place": place,
        "held_by": list(found.held_by),
        "how": found.how,
        "extent": found.extent,
        "besieged_by": list(found.besieged_by),
        "basis": found.basis,
        "candidates": [list(side) for side in others],
        "last_word": {"day": last[0], "event": last[1]} if last else None,
        "because": [_reason(found, event, reasons[event]) for event in found.because],
    }


def _reason(found: ControlInterval, event: str, statements: tuple[Held, ...]) -> dict[str, Any]:
    told: dict[str, Any] = {"event": event}
    first = statements[0]
    if all(held.distance for held in statements):
        told["place"] = first.place
    if first.happened != "yes":
        told["happened"] = first.happened
    if first.happened == "claimed":
        told["claimed_by"] = list(dict.fromkeys(actor for held in statements for actor in held.claimed_by))
    if rivals := distinct(side for held in statements for side in held.rivals):
        told["rivals"] = [list(side) for side in rivals]
    if event in found.siege_because:
        told["siege"] = found.siege_basis
    if reached := reached_by(statements):
        told["basis"] = reached
    return told


def reached_by(statements: tuple[Held, ...]) -> str | None:
    """How the statements of an event were reached, if all in one way and not by report: inferred, say."""
    ways = {held.statement.basis or "reported" for held in statements}
    way = min(ways)
    return None if len(ways) != 1 or way == "reported" else way


def as_of_lines(edition: Edition, day: int) -> Iterator[str]:
    """Who held what, grouped by how it is known, each place with its reasons; then how many are unknown, and which."""
    answers = {place: edition.control.on(place, day).interval for place in edition.control.spoken_of}
    labels = {place: edition.place_label(place) for place in answers}
    yield f"Who held what on {_day(day)}"
    width = max((len(labels[place]) for place, found in answers.items() if _is_told(found)), default=0)
    for basis, heading in HEADINGS.items():
        group = [place for place, found in answers.items() if found.basis == basis]
        if group:
            yield ""
            yield heading
        for place in sorted(group, key=lambda place: (labels[place].casefold(), place)):
            yield from _row(edition, answers[place], labels[place], width)
    silent = sorted((labels[place] for place, found in answers.items() if found.basis == "unknown"), key=str.casefold)
    yield ""
    yield f"unknown: {len(silent):,} of {len(answers):,}"
    if silent:
        yield f"  {', '.join(silent)}"
    for place in sorted(answers):
        if answers[place].basis == "unknown" and answers[place].besieged_by:
            yield from _row(edition, answers[place], labels[place], width)


def _is_told(found: ControlInterval) -> bool:
    return found.basis != "unknown" or bool(found.besieged_by)


def _row(edition: Edition, found: ControlInterval, label: str, width: int) -> Iterator[str]:
    reasons = edition.control.reasons(found.place)
    yield f"  {label:<{width}}  {_state(edition, found, reasons)}"
    for event in found.because:
        yield f"  {'':<{width}}    {_told_by(edition, event, reasons[event])}"


def _state(edition: Edition, found: ControlInterval, reasons: Mapping[str, tuple[Held, ...]]) -> str:
    """Who held the place, in words."""
    told = _side(edition, found.held_by, found.how) if found.held_by else "not known who held it"
    if found.candidates and not found.held_by:
        perhaps = "perhaps " if len(found.candidates) == 1 else ""
        told = f"{_span(found, reasons)}: {perhaps}"
        told += " or ".join(_side(edition, side, "shared") for side in found.candidates)
    parts = [told]
    if found.extent != "whole":
        parts.append(EXTENTS.get(found.extent, f"extent: {found.extent}"))
    if found.rest:
        parts.append(f"the rest perhaps {' or '.join(_side(edition, side, 'shared') for side in found.rest)}")
    if found.basis == "carried":
        holding = [h for event in found.because for h in reasons[event] if h.holders and h.ended < found.first]
        parts.append(f"nothing said since {_since(max(holding, key=lambda held: held.ended))}")
    if found.besieged_by:
        perhaps = "perhaps " if found.siege_basis == "between" else ""
        parts.append(f"{perhaps}besieged by {_side(edition, found.besieged_by, 'shared')}")
    return ", ".join(parts)


def _side(edition: Edition, side: Side, how: str) -> str:
    if side == ("not-said",):
        return "somebody whom no document names"
    names = listed(tuple(edition.actor_name(actor) for actor in side))
    return f"{names}, contested" if how == "contested" else names


def _told_by(edition: Edition, event: str, statements: tuple[Held, ...]) -> str:
    """An event as a reason: on whose word it is told, and what limits it."""
    record = edition.event(event)
    cited = tuple(dict.fromkeys(c for held in statements for c in held.statement.sources or record.sources))
    who = tuple(dict.fromkeys(str(actor) for held in statements for actor in (*held.statement.who, *held.claimed_by)))
    parts = [voices(edition.corpus, cited, who).words or "no source given"]
    if record.happened != "yes":
        parts.append(record.happened)
    if reached := reached_by(statements):
        parts.append(REACHED[reached])
    if all(held.distance for held in statements):
        parts.append(f"said of {edition.place_label(statements[0].place)}, which it lies within")
    rivals = distinct(side for held in statements for side in held.rivals)
    parts += [f"others say {_side(edition, side, 'shared')}" for side in rivals]
    return f"{event}: {'; '.join(parts)}"


def _since(held: Held) -> str:
    """When a statement left off, in words: its date as written, if that is one date, else the last day it speaks of."""
    date = parse(held.date)
    if date.kind == "interval" and date.parts[0].last is not None and date.end == "known":
        return wording(parse(held.date.partition("/")[2]))
    return wording(date) if date.kind == "date" else _day(held.ended)


def _span(found: ControlInterval, reasons: Mapping[str, tuple[Held, ...]]) -> str:
    if found.last is None:
        return f"since {_day(found.first)}"
    if found.first == found.last:
        return f"on {_day(found.first)}"
    turns = {day for held in chain(*reasons.values()) for day in (held.since, held.ended + 1, held.late + 1)}
    if found.first not in turns:  # the ledger begins somewhere, even where no document says since when
        return f"until {_day(found.last)}"
    first, last = iso(found.first), iso(found.last)
    if len(first.lstrip("-")) == len(last.lstrip("-")) == 10:
        return wording(parse(f"[{first}..{last}]"))
    return f"between {first} and {last}"


def _day(day: int) -> str:
    text = iso(day)
    return wording(parse(text)) if len(text.lstrip("-")) == 10 else text
