"""Who held what over time: a row a place, in the order in which they changed hands, so that loss reads as a staircase.

Rows come from `edition.control`; pages and prose ask with `places`, `from` and `to`. The rows are `ControlRows`, of one
`Row` a place, of one `Bar` a control interval; nothing about pixels is in them, `_staircase.py` places them.
Invariant: no bar says more than its interval: what is carried, inferred or unknown keeps its basis to the last pixel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from fasti.charts._base import ChartKind, Words
from fasti.charts._held import BASIS, NO_ACTOR, basis_words, extent_words, held_words, holders, siege_words
from fasti.charts._staircase import staircase
from fasti.charts._time import day_words, span_words
from fasti.edtf import parse
from fasti.language import _, commas, isolated, ngettext, pgettext, semicolons
from fasti.records import ChartCall

_MOST_PLACES = 40  # who wants others names them
_MOST_BARS = 150  # about 100 KB of pictures and table on the page


@dataclass(frozen=True, slots=True)
class Bar:
    """One control interval, clipped to the chart. Days are inclusive.

    `how` sole, contested, shared, nobody, not-said or unknown; `basis` attested, carried, between, inferred or unknown;
    `holders` the actors that hold it, or of whom one may (between, inferred); `change` how its beginning is known (day,
    window or None); `words` who holds it, `tip` the whole bar as a sentence.
    """

    first: int
    last: int
    how: str
    basis: str
    holders: tuple[str, ...]
    besieged_by: tuple[str, ...] = ()
    siege_basis: str = "unknown"
    extent: str = "whole"
    change: str | None = None
    claimed: bool = False
    words: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One place: `changed` is the day it last changed hands (None: never), `last_word` what is known last, in words."""

    place: str
    label: str
    changed: int | None
    last_word: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class ControlRows:
    """The whole chart: rows in drawing order, (id, label) of every actor in it, and how many places were left out."""

    rows: tuple[Row, ...]
    actors: tuple[tuple[str, str], ...]
    left_out: int = 0


def rows(edition: Any, call: ChartCall) -> ControlRows | None:
    """The places of `call` (default: all with a control statement), the one that changed hands first on top."""
    first = _bound(call.get("from"), 0, edition.span.earliest)
    last = _bound(call.get("to"), 1, edition.span.latest)
    if first is None or last is None:
        return None
    found = []
    for place in call.ids("places") or edition.control.places:
        label = edition.place_label(place)
        bars = tuple(_bars(edition.control.intervals(place), (first, last), label, edition.actor_label))
        if any(map(_is_told, bars)):
            changes = [bar.first for bar in bars if bar.change]
            found.append(Row(place, label, changes[-1] if changes else None, _last_word(bars), bars))
    if not found:
        return None
    found.sort(key=lambda row: (row.changed is None, row.changed or 0, row.label, row.place))
    shown = found[-_MOST_PLACES:]
    while len(shown) > 1 and sum(len(row.bars) for row in shown) > _MOST_BARS:
        del shown[0]
    actors = dict.fromkeys(who for row in shown for bar in row.bars for who in (*bar.holders, *bar.besieged_by))
    named = tuple((who, edition.actor_label(who)) for who in actors)
    return ControlRows(tuple(shown), named, len(found) - len(shown))


def _bound(text: str | None, side: int, otherwise: int | None) -> int | None:
    day = parse(text).bounds[side] if text else None
    return otherwise if day is None else day


def _bars(intervals: tuple[Any, ...], clip: tuple[int, int], place: str, label: Callable[[str], str]) -> Iterator[Bar]:
    starts = min((found.first for found in intervals), default=clip[0])
    if clip[0] < min(starts, clip[1] + 1):  # the ledger begins with the first day that anybody speaks of
        silent = (clip[0], min(starts - 1, clip[1]))
        told = _("nobody says")
        tip = _tip(place, told, span_words(*silent), BASIS["unknown"])
        yield Bar(*silent, how="unknown", basis="unknown", holders=(), words=told, tip=tip)
    for found in intervals:
        first, last = max(found.first, clip[0]), clip[1] if found.last is None else min(found.last, clip[1])
        if first > last:
            continue
        who = holders(found)
        besieged_by = tuple(who for who in found.besieged_by if who not in NO_ACTOR)
        how = found.held_by[0] if found.held_by and not who else found.how
        words = held_words(found, label)
        besieged = siege_words(besieged_by, "", label)
        if besieged:
            perhaps = found.siege_basis == "between"
            besieged = (
                _("perhaps besieged by %(names)s", names=besieged)
                if perhaps
                else _("besieged by %(names)s", names=besieged)
            )
        extent = "" if found.extent == "whole" else _("extent: %(extent)s", extent=extent_words(found.extent))
        claimed = _("as claimed") if found.claimed else ""
        tip = _tip(place, words, span_words(first, last), BASIS[found.basis], besieged, extent, claimed)
        yield Bar(
            first=first,
            last=last,
            how=how,
            basis=found.basis,
            holders=who,
            besieged_by=besieged_by,
            siege_basis=found.siege_basis if besieged_by else "unknown",
            extent=found.extent,
            change=found.change if first == found.first else None,
            claimed=found.claimed,
            words=words,
            tip=tip,
        )


def _tip(place: str, *parts: str) -> str:
    return _("%(place)s: %(told)s", place=place, told=commas(parts))


def _is_told(bar: Bar) -> bool:
    """Whether somebody says who held the place, or who besieged it."""
    return bar.basis != "unknown" or bool(bar.besieged_by)


def _last_word(bars: tuple[Bar, ...]) -> str:
    """The newest thing a document says, with its day: what is carried after it adds nothing."""
    at = max((i for i, bar in enumerate(bars) if bar.basis in ("attested", "between")), default=None)
    if at is None:
        return ""
    bar = bars[at]
    if bar.basis == "between" and at + 1 < len(bars):  # what follows the window says to whom it went
        when = span_words(bar.first, bar.last)
        by = when if "–" not in when else _("by %(date)s", date=day_words(bar.last))
        return commas((isolated(bars[at + 1].words), by))
    if bar.basis == "between":  # to the end of the chart: no document speaks of that day
        return commas((isolated(bar.words), _("since %(date)s", date=day_words(bar.first))))
    return commas((isolated(bar.words), day_words(bar.last), _("claimed") if bar.claimed else ""))


def words(chart: ControlRows) -> Words:
    """Caption, description and table; every bar is a line of the table, but for those that nobody speaks of."""
    labels = dict(chart.actors)
    told = [bar for row in chart.rows for bar in row.bars if _is_told(bar)]
    known = [bar for bar in told if bar.basis in ("attested", "between")] or told
    start, end = day_words(min(bar.first for bar in known)), day_words(max(bar.last for bar in told))
    span = _("%(start)s to %(end)s", start=start, end=end)
    shown, every = len(chart.rows), len(chart.rows) + chart.left_out
    last = semicolons(
        _("%(place)s: %(told)s", place=row.label, told=row.last_word) for row in chart.rows if row.last_word
    )
    described = [
        _("The last word on each: %(places)s.", places=last) if last else _("No document speaks of a known day.")
    ]
    if shown == 1:
        caption = _("Who held %(place)s, %(span)s.", place=chart.rows[0].label, span=span)
    else:
        count = ngettext("%(n)s place", "%(n)s places", shown, n=shown)
        if chart.left_out:
            count = _("%(n)s places of %(all)s, those that changed hands last", n=shown, all=every)
        caption = _("Who held what, %(span)s: %(places)s.", span=span, places=count)
        changed = sum(row.changed is not None for row in chart.rows)
        described.insert(0, _("%(n)s of %(all)s places changed hands.", n=changed, all=shown))
    description = " ".join(described)
    table = tuple(
        (
            row.label,
            day_words(bar.first),
            day_words(bar.last),
            bar.words,
            siege_words(bar.besieged_by, bar.siege_basis, labels.__getitem__),
            extent_words(bar.extent),
            basis_words(bar.basis, bar.siege_basis, claimed=bar.claimed),
        )
        for row in chart.rows
        for bar in row.bars
        if _is_told(bar)
    )
    columns = (
        _("Place"),
        pgettext("column", "From"),
        pgettext("column", "To"),
        _("Held by"),
        _("Besieged by"),
        _("Extent"),
        _("How we know"),
    )
    return Words(caption, description, columns, table)


def spec() -> Any:
    """Grid, paper under the bars, bars, hollow boxes, lines in them, sieges, words, in that order from the paper up."""
    from fasti.charts import _grammar as g

    return g.stack(
        g.rules("grid"),
        g.rects("ground", tips=True),
        g.rects("bars", tips=True),
        g.rects("windows", tips=True),
        g.rules("threads"),
        g.rects("sieges", tips=True),
        g.texts("labels"),
    )


CHART = ChartKind(name="control", title="Who held what", spec=spec, rows=rows, layout=staircase, words=words)
