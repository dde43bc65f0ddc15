"""Who held the places of a map on a day, and, for a page that steps, on every other day.

Input: the rows of `map.py` and the control ledger of an edition; output: the same rows with dots and their key, their
words, and the JSON that `map.js` reads.
Invariant: a dot is the look of what the ledger answers for its place and day.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fasti.charts._base import Words
from fasti.charts._held import NO_ACTOR, basis_words, extent_words, held_words, holders, siege_words
from fasti.charts._spots import Look, Part, look, marks
from fasti.derive import date_words
from fasti.edtf import iso, parse
from fasti.language import N_, _, semicolons
from fasti.records import ChartCall

if TYPE_CHECKING:
    from fasti.charts.map import MapRows


_CAPTION = N_("Who held what on {day}.")  # in braces, because the script fills it as well
_DESCRIPTION = N_("Each dot is a place that a document speaks of; no area is shaded. The table says the same in words.")


@dataclass(frozen=True, slots=True)
class Town:
    """Who held a place of a map on its day: its dot, and what the table says."""

    look: Look
    held: str
    besieged: str
    extent: str
    basis: str


def on_a_day(edition: Any, call: ChartCall, day: int, chart: MapRows) -> MapRows:
    """The map with its dots as of a day."""
    shown = [edition.control.on(place.place, day).interval for place in chart.places]
    ledger = [_ledger(edition, place.place) for place in chart.places] if call.get("steps") else []
    every = [interval for steps in ledger for _day, interval in steps] or shown
    used = dict.fromkeys(who for i in every for who in (*holders(i), *i.besieged_by) if who not in NO_ACTOR)
    return replace(
        chart,
        day=day,
        towns=tuple(_town(edition, interval) for interval in shown),
        actors=tuple((who, edition.actor_label(who)) for who in used),
        marks=tuple(sorted({mark for interval in every for mark in marks(interval)})),
        steps=tuple(_steps(steps) for steps in ledger),
    )


def _town(edition: Any, found: Any) -> Town:
    besiegers = tuple(who for who in found.besieged_by if who not in NO_ACTOR)
    return Town(
        look(found),
        held_words(found, edition.actor_label),
        siege_words(besiegers, found.siege_basis, edition.actor_label),
        extent_words(found.extent),
        basis_words(found.basis, found.siege_basis if besiegers else "unknown", claimed=found.claimed),
    )


def _ledger(edition: Any, place: str) -> list[tuple[int | None, Any]]:
    """What is so of a place from ever, and from each day on which that changes."""
    intervals = edition.control.intervals(place)
    if not intervals:
        return []
    before = edition.control.on(place, intervals[0].first - 1).interval
    return [(None, before), *((interval.first, interval) for interval in intervals)]


def _steps(ledger: list[tuple[int | None, Any]]) -> tuple[tuple[int | None, Look], ...]:
    """The looks of one place, each from the day on which it begins to look so."""
    steps: list[tuple[int | None, Look]] = []
    for first, interval in ledger:
        seen = look(interval)
        if not steps or steps[-1][1] != seen:
            steps.append((first, seen))
    return tuple(steps)


def words_of_a_day(chart: MapRows, day: int) -> Words:
    """Who held what, said; a map whose day can be changed leaves the table to its page."""
    caption = _(_CAPTION).format(day=long_day(day)) + vague_words(chart)
    if chart.steps:
        return Words(caption, _(_DESCRIPTION), (), (), chart.ground.credit)
    rows = [(p.label, t.held, t.besieged, t.extent, t.basis) for p, t in zip(chart.places, chart.towns, strict=True)]
    told = semicolons(_("%(place)s: %(told)s", place=place, told=held) for place, held, *_more in rows)
    columns = (_("Place"), _("Held by"), _("Besieged by"), _("Extent"), _("How we know"))
    return Words(caption, _("%(told)s.", told=told), columns, tuple(rows), chart.ground.credit)


def vague_words(chart: MapRows) -> str:
    """What a dot in a dashed ring is, if there is one."""
    vague = any(place.vague for place in chart.places)
    return " " + _("A dot in a dashed ring only stands for something larger.") if vague else ""


def long_day(day: int) -> str:
    """`17 October 2017`; a day of a year beyond four digits as it is counted."""
    text = iso(day)
    return date_words(parse(text)) if len(text.lstrip("-")) == 10 else text


def live(chart: MapRows) -> str:
    """Every look and from which day each place has it, for `map.js`; empty for a map of one day."""
    if not chart.steps:
        return ""
    looks = {seen: number for number, seen in enumerate(dict.fromkeys(s for steps in chart.steps for _day, s in steps))}
    said = {
        "caption": _(_CAPTION) + vague_words(chart),
        "looks": [[attributes(part) for part in seen] for seen in looks],
        "places": {
            place.place: [[first, looks[seen]] for first, seen in steps]
            for place, steps in zip(chart.places, chart.steps, strict=True)
        },
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("&", "\\u0026").replace("<", "\\u003c")


def attributes(part: Part) -> dict[str, Any]:
    """A part of a look as the attributes of an SVG path."""
    told = {
        "d": part.path,
        "fill": f"var(--{part.fill})" if part.fill else "none",
        "fill-opacity": part.alpha if part.alpha != 1 else None,
        "stroke": f"var(--{part.stroke})" if part.stroke else None,
        "stroke-width": part.width or None,
        "stroke-dasharray": " ".join(f"{step:g}" for step in part.dash) or None,
    }
    return {name: value for name, value in told.items() if value is not None}
