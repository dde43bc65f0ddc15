"""/map/: who held what on any day; drawn and listed as of the last day, the other days for a script to step through.

Input: an edition. Output: a `Page` for `fragments/map.html`, carried by the platform; `assets/map.js` reads its `data`.
Invariant: map, table and script say of every place and day what the control ledger answers, in the same words; what is
unknown is counted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from fasti import edtf
from fasti.derive import Edition, language_of_dates
from fasti.language import N_, _, commas, isolated
from fasti.prose import Html
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, way
from fasti.views._ledger import Stretch, has_map, on, stretches
from fasti.views._links import Value, link

ADDRESS = "map/"
MOST_LINES = 300  # changes told one by one; of more, each day says only how many places changed
UNKNOWN = N_("Unknown: {unknown} of {all}.")  # in braces, because the script fills them as well
CHANGED = N_("Changed on this day: {places}.")
MORE = N_("{places} and {number} more")
MOST_NAMED = 6  # places that changed on a day
Ledger = dict[str, list[Stretch]]


def keys(edition: Edition) -> Iterable[str]:
    """One page; a chronology without a base map, or without a place on it that somebody held, has none."""
    return ("",) if has_map(edition) else ()


def map_page(edition: Edition, key: str) -> Page:
    """The page of the map."""
    desk = Desk(edition, ADDRESS)
    ledger: Ledger = {p: stretches(edition, p) for p in sorted(edition.control.places, key=_by_name(edition))}
    first, day = span(edition)
    rows = [row(desk, place, on(found, day)) for place, found in ledger.items()]
    unknown = _(UNKNOWN).format(unknown=sum(on(found, day).unknown for found in ledger.values()), all=len(ledger))
    view: View = {
        "title": _("Map"),
        "day": {"iso": edtf.iso(day), "number": day, "words": dates.day_words(day)},
        "first": {"iso": edtf.iso(first), "number": first, "words": dates.day_words(first)},
        # a field for dates knows no year before 1 and none beyond 9999
        "picker": len(edtf.iso(first)) == len(edtf.iso(day)) == 10 and not edtf.iso(first).startswith(("-", "0000")),
        "unknown": unknown,
        "changed": changed_words(desk, [p for p, found in ledger.items() if _begins(on(found, day), day)]),
        "chart": desk.chart("map", day=edtf.iso(day), steps="all"),
        "rows": rows,
        "off": off_words(sum(not row["drawn"] for row in rows)),
        "changes": changes(desk, ledger),
        "data": data(desk, ledger),
    }
    description = _(
        "Who held which place on any day from %(start)s to %(end)s.",
        start=dates.day_words(first),
        end=dates.day_words(day),
    )
    return Page("map", "", desk.address, view["title"], description, view, desk.charts, stub=True)


def _by_name(edition: Edition) -> Callable[[str], tuple[str, str]]:
    return lambda place: (words.fold(edition.place_label(place)), place)


def span(edition: Edition) -> tuple[int, int]:
    """The days that can be stepped through: those of the chronology, and those of which its ledger is told."""
    assert edition.span.earliest is not None and edition.span.latest is not None
    starts = [found[0].first for place in edition.control.places if (found := edition.control.intervals(place))]
    told = [i.first for p in edition.control.places for i in edition.control.intervals(p) if i.basis != "carried"]
    return min([edition.span.earliest, *starts]), max([edition.span.latest, *told])


def off_words(places: int) -> str:
    """What is said of places that the map cannot show; empty if there are none."""
    told = words.sentence(words.count(places, "place"))
    return _("%(places)s with no known point: here, not on the map.", places=told) if places else ""


def row(desk: Desk, place: str, stretch: Stretch) -> Value:
    """A place in the table: who held it on the day, how that is known, and the last word with its event."""
    return {
        "id": place,
        "place": link(desk, "place", place),
        "who": stretch.who,
        "actors": list(stretch.actors),
        "basis": stretch.basis,
        "since": stretch.since,
        "event": link(desk, "event", stretch.event) if stretch.event else None,
        "drawn": desk.edition.place(place).at is not None,
    }


def _begins(stretch: Stretch, day: int) -> bool:
    return stretch.changed and stretch.first == day


def changed_words(desk: Desk, places: list[str]) -> str:
    """Which places another held from a day on; empty on a day like the one before."""
    told = commas(isolated(desk.edition.place_label(place)) for place in places[:MOST_NAMED])
    if len(places) > MOST_NAMED:
        told = _(MORE).format(places=told, number=len(places) - MOST_NAMED)
    return _(CHANGED).format(places=told) if places else ""


def changes(desk: Desk, ledger: Ledger) -> list[Value]:
    """Every day on which a place began to be held by another, or to be told of, with what is so from then on."""
    days: dict[int, list[tuple[str, Stretch]]] = {}
    for place, found in ledger.items():
        for stretch in found:
            if stretch.changed and stretch.first is not None:
                days.setdefault(stretch.first, []).append((place, stretch))
    told = sum(map(len, days.values())) <= MOST_LINES
    return [
        {
            "iso": edtf.iso(day),
            "words": dates.day_words(day, "short"),
            "count": words.count(len(days[day]), "place"),
            "places": [{"place": link(desk, "place", p), "who": s.who} for p, s in days[day]] if told else [],
        }
        for day in sorted(days)
    ]


def data(desk: Desk, ledger: Ledger) -> Html:
    """What the script puts into the table, as JSON: texts are told once, and stretches name them by their number.

    A stretch is [first day or null, who, basis, unknown, actors, since, event or -1, changed].
    """
    texts: dict[str, int] = {}
    events: dict[str, int] = {}

    def text(said: str) -> int:
        return texts.setdefault(said, len(texts))

    places = {
        place: [
            [
                s.first,
                text(s.who),
                text(s.basis),
                int(s.unknown),
                text(" ".join(s.actors)),
                text(s.since),
                events.setdefault(s.event, len(events)) if s.event else -1,
                int(s.changed),
            ]
            for s in found
        ]
        for place, found in ledger.items()
    }
    edition = desk.edition
    said = {
        "months": language_of_dates().months,
        "before": dates.year_words(-1).replace("2", "{year}"),  # as 2 BC is said
        "unknown": _(UNKNOWN),
        "changed": _(CHANGED),
        "more": _(MORE),
        "comma": commas(("a", "b"))[1:-1],
        "named": MOST_NAMED,
        "changes": sorted({s.first for found in ledger.values() for s in found if s.changed and s.first is not None}),
        "places": places,
        "texts": list(texts),
        "events": [way(desk.address, edition.address("event", event)) for event in events],
    }
    # It stands in a template, since a script element, even one that is never run, is against the pages' policy.
    told = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Html(told.replace("&", "\\u0026").replace("<", "\\u003c"))


PAGE = PageKind("map", keys, map_page)
