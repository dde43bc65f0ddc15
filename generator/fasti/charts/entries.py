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
from fasti.language import N_, _, pgettext
from fasti.records import ChartCall

PER = {
    "month": N_("Entries per month: %(happened)s happened, %(said)s said."),
    "year": N_("Entries per year: %(happened)s happened, %(said)s said."),
    "decade": N_("Entries per decade: %(happened)s happened, %(said)s said."),
    "century": N_("Entries per century: %(happened)s happened, %(said)s said."),
}
VAGUE = {
    "month": N_("%(n)s may lie in more than one month and are drawn as long as they are vague."),
    "year": N_("%(n)s may lie in more than one year and are drawn as long as they are vague."),
    "decade": N_("%(n)s may lie in more than one decade and are drawn as long as they are vague."),
    "century": N_("%(n)s may lie in more than one century and are drawn as long as they are vague."),
}


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
    caption = _(PER[unit], happened=happened, said=said)
    parts = []
    if counted:
        top = max(counted, key=lambda item: (item.happened + item.said, -item.first))
        days = span_words(top.first, top.last)
        most = _(
            "Most in %(days)s: %(happened)s happened, %(said)s said.", days=days, happened=top.happened, said=top.said
        )
        parts.append(most)
    if vague:
        parts.append(_(VAGUE[unit], n=len(vague)))
    if chart.undated:
        parts.append(_("%(n)s without bounds on both sides are left out.", n=chart.undated))
    table = [(span_words(item.first, item.last), str(item.happened), str(item.said)) for item in counted]
    for first, last in sorted({(first, last) for first, last, _said in vague}):
        kinds = [is_said for start, end, is_said in vague if (start, end) == (first, last)]
        when = _("once within %(days)s", days=span_words(first, last))
        table.append((when, str(kinds.count(False)), str(kinds.count(True))))
    columns = (_("When"), pgettext("column", "Happened"), pgettext("column", "Said"))
    return Words(caption, " ".join(parts), columns, tuple(table))


def spec() -> Any:
    """Grid, columns, hollow boxes of what is vague, words."""
    from fasti.charts import _grammar as g

    return g.stack(g.rules("grid"), g.rects("bars", tips=True), g.rects("windows", tips=True), g.texts("labels"))


CHART = ChartKind(name="entries", title="Entries per month", spec=spec, rows=rows, layout=columns, words=words)
