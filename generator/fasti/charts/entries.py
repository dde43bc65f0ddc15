"""Entries per month: what happened above, what was said below, so that talk never looks like fighting.

Rows come from `edition.chronology`; pages and prose ask with `place`, `actor`, `from` and `to`. The rows are
`EntryRows`: one `Entry` an event, with the bounds of its day; nothing about pixels is in them, `_columns.py` does that.
Invariant: an entry whose day may lie in several months is counted in none of them: it is drawn as long as it is vague.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fasti.charts._base import ChartKind, Words
from fasti.charts._columns import columns
from fasti.charts._time import bins, span_words
from fasti.edtf import parse
from fasti.records import ChartCall


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: the first and last day it can have been on, and whether it was said rather than happened."""

    event: str
    first: int
    last: int
    said: bool


@dataclass(frozen=True, slots=True)
class EntryRows:
    """The whole chart: entries by first day, and how many have no bounds on both sides and so no place here."""

    entries: tuple[Entry, ...]
    undated: int = 0


def rows(edition: Any, call: ChartCall) -> EntryRows | None:
    """The events of `call`'s place and actor whose days overlap its `from` and `to`."""
    since, until = (parse(text).bounds if (text := call.get(name)) else (None, None) for name in ("from", "to"))
    place, actor = call.get("place"), call.get("actor")
    entries, undated = [], 0
    for placed in edition.chronology.events:
        if place is not None or actor is not None:
            event = edition.event(placed.id)
            if (place is not None and place not in event.places) or (actor is not None and actor not in event.actors):
                continue
        if placed.earliest is None or placed.latest is None:
            undated += 1
        elif (since[0] is None or placed.latest >= since[0]) and (until[1] is None or placed.earliest <= until[1]):
            entries.append(Entry(placed.id, placed.earliest, placed.latest, edition.is_said(placed.id)))
    entries.sort(key=lambda entry: (entry.first, entry.last, entry.event))
    return EntryRows(tuple(entries), undated) if entries else None


def words(chart: EntryRows) -> Words:
    """Caption, description and table: one line a month (or year), one for what fits no single one."""
    counted, vague, unit = bins([(e.first, e.last, e.said) for e in chart.entries])
    happened = sum(not entry.said for entry in chart.entries)
    said = len(chart.entries) - happened
    caption = f"Entries per {unit}: {happened} happened, {said} said."
    parts = []
    if counted:
        top = max(counted, key=lambda item: (item.happened + item.said, -item.first))
        parts.append(f"Most in {span_words(top.first, top.last)}: {top.happened} happened, {top.said} said.")
    if vague:
        parts.append(f"{len(vague)} may lie in more than one {unit} and are drawn as long as they are vague.")
    if chart.undated:
        parts.append(f"{chart.undated} without bounds on both sides are left out.")
    table = [(span_words(item.first, item.last), str(item.happened), str(item.said)) for item in counted]
    for first, last in sorted({(first, last) for first, last, _ in vague}):
        kinds = [is_said for start, end, is_said in vague if (start, end) == (first, last)]
        table.append((f"once within {span_words(first, last)}", str(kinds.count(False)), str(kinds.count(True))))
    return Words(caption, " ".join(parts), ("When", "Happened", "Said"), tuple(table))


def spec() -> Any:
    """Grid, columns, hollow boxes of what is vague, words."""
    from fasti.charts import _grammar as g

    return g.stack(g.rules("grid"), g.rects("bars", tips=True), g.rects("windows", tips=True), g.texts("labels"))


CHART = ChartKind(name="entries", title="Entries per month", spec=spec, rows=rows, layout=columns, words=words)
