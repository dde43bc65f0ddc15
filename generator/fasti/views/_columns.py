"""Every entry in columns, for the script of /explore/: what it can be asked by, when it was, what a list says of it.

Input: an edition. Output: plain values for JSON, about thirty bytes an entry when compressed. An entry is its number in
the order of the chronology, the undated last; a place, an actor, a document or a type is its number in a table of its
own, the most frequent first. Invariant: the times are the terms that `falling_in` compares; nothing is decided anew.

Times: `day` is the first day known of an entry, counted from that of the entry before; `begun` (first and last day on
which its first piece can have begun) and `ended` count from `day`, null where open. `odd` has the pieces of those that
have several. Marks are drawn as `date_marks` has them: 0 a day, 1 once within, 2 throughout, and 3 more for each end
that fades (3 the start, 6 the end).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fasti.chronology import Terms, terms
from fasti.derive import DateMark, Edition, date_mark, date_marks
from fasti.edtf import Bounds
from fasti.language import commas
from fasti.records import RESERVED, Piece
from fasti.views import _dates as dates
from fasti.views._base import Desk
from fasti.views._links import Value
from fasti.views._parts import entry_item

LEADS = ("at", "near", "in", "from", "to")
NAMED = len(LEADS)
"""Stands for a place that an entry speaks of without having been there."""

KINDS = {"day": 0, "within": 1, "throughout": 2}


def columns(desk: Desk) -> Value:
    """All of it."""
    edition = desk.edition
    order = edition.chronology
    ids = [placed.id for placed in (*order.events, *order.undated)]
    number = {event_id: at for at, event_id in enumerate(ids)}
    items = [entry_item(desk, event_id) for event_id in ids]
    events = [edition.event(event_id) for event_id in ids]
    places, place = _table(_places(edition, ids))
    actors, actor = _table(_actors(edition, ids))
    sources, source = _table(_sources(edition, number))
    known = set(sources)
    sources += [entry.id for entry in edition.corpus.of("source") if entry.id not in known]
    within = _within(edition, places)
    types, kind = _table([[(event.type, 0)] for event in events])
    standing, stands = _table([[((item["standing"], item["happened"]), 0)] for item in items])
    disputes, dispute = _table([[(disputed(item), 0)] for item in items])
    return {
        "version": 1,
        "ids": ids,
        "titles": [item["title"] for item in items],
        "words": [item["chip"]["words"] for item in items],
        "dated": len(order.events),
        **_times(edition, [placed.id for placed in order.events]),
        "types": {
            "id": types,
            "name": [_type(edition, code) for code in types],
            "said": [int(_is_said(edition, code)) for code in types],
        },
        "type": kind["of"],
        "places": {**_named(edition, "place", places), "within": within},
        "place": place,
        "actors": {
            **_named(edition, "actor", actors),
            "label": [edition.actor_label(actor_id) for actor_id in actors],
        },
        "actor": actor,
        "sources": {**_named(edition, "source", sources), "name": _short(edition, sources)},
        "source": source,
        "standings": {"words": [words for words, _ in standing], "happened": [happened for _, happened in standing]},
        "standing": stands["of"],
        "disputes": disputes,
        "dispute": dispute["of"],
        "hands": _hands(items),
        "formerly": _formerly(edition),
    }


def disputed(item: Value) -> str:
    """What is told otherwise of an entry, as lists say it; `-` where all that is disputed is whether it happened."""
    return str(item["disputed"]) or ("-" if item["happened"] in ("disputed", "denied") else "")


def _table(rows: Iterable[Sequence[tuple[Any, int]]]) -> tuple[list[Any], dict[str, list[int]]]:
    """What occurs in the rows, the most frequent first; and the rows as numbers in that table.

    `n` says how many each row has, `of` names them, `how` says how each is meant; what is always alike is left out.
    """
    rows = list(rows)
    found = Counter(value for row in rows for value, _ in row)
    table = sorted(found, key=lambda value: (-found[value], str(value)))
    at = {value: number for number, value in enumerate(table)}
    how = [meant for row in rows for _, meant in row]
    numbers = {"n": [len(row) for row in rows], "of": [at[value] for row in rows for value, _meant in row]}
    return table, numbers | ({"how": how} if any(how) else {})


def _places(edition: Edition, ids: Sequence[str]) -> list[list[tuple[str, int]]]:
    """The places of each entry: those where it was, each with its lead, then those that it only speaks of."""
    named: dict[str, list[str]] = {event_id: [] for event_id in ids}
    for place_id in sorted(edition.links.events_at):
        for event_id in edition.events_at(place_id):
            named[event_id].append(place_id)
    rows = []
    for event_id in ids:
        where = edition.event(event_id).where
        told = (where.at, where.near, where.in_, where.from_, where.to) if where else ()
        row = list(dict.fromkeys((str(place), lead) for lead, places in enumerate(told) for place in places))
        there = {place for place, _ in row}
        rows.append([*row, *((place, NAMED) for place in named[event_id] if place not in there)])
    return rows


def _actors(edition: Edition, ids: Sequence[str]) -> list[list[tuple[str, int]]]:
    """The actors of each entry: those that took part, then those that it speaks of (1)."""
    named: dict[str, list[str]] = {event_id: [] for event_id in ids}
    for actor_id in sorted(edition.links.events_of):
        for event_id, _ in edition.events_of(actor_id):
            named[event_id].append(actor_id)
    rows = []
    for event_id in ids:
        took_part = list(dict.fromkeys(str(actor) for actor in edition.event(event_id).actors))
        rest = (actor for actor in named[event_id] if actor not in took_part)
        rows.append([*((actor, 0) for actor in took_part), *((actor, 1) for actor in rest)])
    return rows


def _sources(edition: Edition, number: Mapping[str, int]) -> list[list[tuple[str, int]]]:
    """The documents that something of each entry rests on."""
    rows: list[dict[tuple[str, int], None]] = [{} for _ in number]
    for entry in edition.corpus.of("source"):
        for use in edition.uses_of(entry.id):
            if use.kind == "event" and use.id in number:
                rows[number[use.id]][entry.id, 0] = None
    return [list(row) for row in rows]


def _type(edition: Edition, code: str) -> str:
    kind = edition.corpus.vocabulary.event_types.get(code)
    return kind.label if kind else code


def _is_said(edition: Edition, code: str) -> bool:
    kind = edition.corpus.vocabulary.event_types.get(code)
    return bool(kind and kind.class_ == "said")


def _named(edition: Edition, kind: str, ids: Sequence[str]) -> dict[str, list[str]]:
    """Ids with their names; what has no page has no id either: it can be read, but neither followed nor asked for."""
    public = [record_id not in RESERVED and edition.is_public(kind, record_id) for record_id in ids]
    name = edition.actor_name if kind == "actor" else lambda record_id: edition.title(kind, record_id)
    return {
        "id": [record_id if known else "" for record_id, known in zip(ids, public, strict=True)],
        "name": [name(record_id) for record_id in ids],
    }


def _short(edition: Edition, sources: Sequence[str]) -> list[str]:
    """Who printed each document, and when; its title where that is the same of two."""
    told = []
    for source_id in sources:
        source = edition.corpus.source(source_id)
        printed = dates.date_words(source.published, "short") if source and source.published else ""
        told.append(commas(((source.publisher or "") if source else "", printed)))
    often = Counter(told)
    return [
        short if short and often[short] == 1 else edition.title("source", source_id)
        for short, source_id in zip(told, sources, strict=True)
    ]


def _within(edition: Edition, places: list[str]) -> list[list[int]]:
    """Everything that each place lies within. A place that only holds others is put at the end of the table."""
    above = edition.corpus.gazetteer.ancestors
    places += sorted({one for place in places for one in above(place)} - set(places))
    at = {place: number for number, place in enumerate(places)}
    return [[at[one] for one in above(place)] for place in places]


def _hands(items: Sequence[Value]) -> dict[str, list[Any]]:
    """What changed hands, by the number of the entry: [place, [from], [to]], names as lists print them."""
    return {
        str(at): [
            [c["place"]["title"], *([_tag(a) for a in c[side]] for side in ("from", "to"))] for c in item["changes"]
        ]
        for at, item in enumerate(items)
        if item["changes"]
    }


def _tag(actor: Value) -> list[str]:
    return [actor["label"], actor["id"]] if actor["id"] else [actor["label"]]


def _formerly(edition: Edition) -> dict[str, dict[str, str]]:
    """Former ids, which an address sent long ago may hold."""
    found = {
        kind: {former: entry.id for entry in edition.corpus.of(kind) for former in entry.record.formerly}
        for kind in ("place", "actor", "source", "event")
    }
    return {kind: dict(sorted(ids.items())) for kind, ids in found.items() if ids}


def _times(edition: Edition, ids: Sequence[str]) -> Value:
    """When each dated entry was: what a range is compared with, and what is drawn."""
    day, begun, ended, mark, odd, marks = [], [], [], [], {}, {}
    before = 0
    for at, event_id in enumerate(ids):
        when = edition.chronology.network.dates[event_id]
        told = terms(when, edition.chronology.window(event_id))
        placed = edition.chronology.placed(event_id)
        drawn = date_marks(when) if when else (date_mark(Bounds(placed.earliest, placed.latest)),) if placed else ()
        first = _first(told.pieces, drawn)
        day.append(first - before)
        before = first
        begun.append(_off(told.pieces[0].start, first))
        ended.append(_off(told.pieces[0].end, first))
        mark.append(_mark(drawn[0], first) if drawn else None)
        if len(told.pieces) > 1 or told.each:
            odd[str(at)] = _odd(told, first)
        if len(drawn) > 1:
            marks[str(at)] = [_mark(found, first) for found in drawn]
    return {
        "day": day,
        "begun": [[pair[side] for pair in begun] for side in (0, 1)],
        "ended": [[pair[side] for pair in ended] for side in (0, 1)],
        "mark": [[found[part] if found else None for found in mark] for part in range(3)],
        "odd": odd,
        "marks": marks,
    }


def _first(pieces: Sequence[Piece], drawn: Sequence[DateMark]) -> int:
    days = [day for piece in pieces for bounds in piece for day in bounds if day is not None]
    days += [day for found in drawn for day in (found.first, found.last) if day is not None]
    return min(days, default=0)


def _off(bounds: Bounds, first: int) -> list[int | None]:
    return [None if day is None else day - first for day in bounds]


def _mark(found: DateMark, first: int) -> list[int | None]:
    kind = KINDS[found.kind] + 3 * found.fade_start + 6 * found.fade_end
    return [kind, *_off(Bounds(found.first, found.last), first)]


def _odd(told: Terms, first: int) -> Value:
    """The terms of an entry of several pieces; a month or a year as its precision and its days."""

    def pieces(of: Sequence[Piece]) -> list[list[int | None]]:
        return [[*_off(piece.start, first), *_off(piece.end, first)] for piece in of]

    months = []
    for part in told.months:
        date = part.first or part.last
        assert date is not None  # else it were no part of months or years
        months.append([int(date.precision == "year"), *_off(part.bounds, first)])
    return {
        "each": int(told.each),
        "pieces": pieces(told.pieces),
        **({"ends": pieces(told.ends), "months": months, "loose": pieces(told.loose)} if told.each else {}),
    }
