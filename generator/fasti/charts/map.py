"""A map: where a place lies, or several, or who held them on a day; never an area that no document drew.

Rows come from the places of `edition`, its control ledger where a day is asked for, and its base map, `edition.layers`:
GeoJSON by file name. The first word of a file's name says what it holds: `countries`, `admin1`, `lakes`, `rivers`,
`boundaries`, `disputed`; a top-level `credit` says whom to thank. `_day.py` says who held what, `_ground.py` clips and
projects, `_locator.py` and `_town_map.py` draw.
Invariant: a border is solid only where the base map calls it international; everything else about it is dashed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import cos, radians
from typing import Any

from fasti.charts._base import ChartKind, Layout, Words
from fasti.charts._day import Town, live, on_a_day, vague_words, words_of_a_day
from fasti.charts._entries_map import counted, of_entries, words_of_entries
from fasti.charts._ground import Ground, Window, ground
from fasti.charts._locator import locator
from fasti.charts._spots import Look
from fasti.charts._town_map import WIDE, town_map
from fasti.edtf import parse
from fasti.language import N_, Table, _, commas, isolated, ngettext
from fasti.records import ChartCall, Point

PRECISION = Table(
    {
        "exact": N_("exact"),
        "near": N_("near"),
        "district": N_("district"),
        "province": N_("province"),
        "region": N_("region"),
        "country": N_("country"),
    }
)
_NEIGHBOURS = 60  # other places of the chronology that may get a small dot


@dataclass(frozen=True, slots=True)
class MapPlace:
    """One place with its point in degrees; `vague` where the point only stands for something larger."""

    place: str
    label: str
    lat: float
    lon: float
    precision: str = "exact"

    @property
    def vague(self) -> bool:
        return self.precision in ("district", "province", "region", "country")


@dataclass(frozen=True, slots=True)
class MapRows:
    """The whole map: the places it is about, others of the chronology near them, and the base map.

    With a `day`, `towns` says who held the places then, `actors` and `marks` what a key has to explain, and `wide` what
    the large picture shows. `steps` are the looks of each place in time, where a script may show other days: the first
    from ever, each further one from its day on.
    """

    places: tuple[MapPlace, ...]
    others: tuple[MapPlace, ...]
    window: Window
    context: Window  # what the little map in the corner shows
    digest: str
    ground: Ground = field(repr=False)  # `digest` stands for it where rows are compared
    day: int | None = None
    wide: Window | None = None
    towns: tuple[Town, ...] = ()
    actors: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, ...] = ()
    steps: tuple[tuple[tuple[int | None, Look], ...], ...] = ()
    entries: tuple[int, ...] = ()


def rows(edition: Any, call: ChartCall) -> MapRows | None:
    """The places of `call` that have a point; None without one, or without a base map.

    With `day` and no places: all that a control statement speaks of. `steps=all`, which only the page of the map asks
    for, adds every other day. `entries=all`, which only the page that explores asks for: all places where entries were.
    """
    day = parse(text).bounds[0] if (text := call.get("day")) else None
    count = counted(edition) if call.get("entries") else {}
    asked = call.ids("place") or call.ids("places") or (edition.control.places if day is not None else tuple(count))
    places = tuple(found for found in (_place(edition, place) for place in asked) if found)
    layers: Mapping[str, Any] = edition.layers
    if not places or not layers:
        return None
    base = ground(layers)
    window = _window(places, base.bounds)
    context = edition.settings.map.bounds or base.bounds
    if not all(_inside(place, context) for place in places):
        context = base.bounds
    if day is not None:
        wide = _window(places, base.bounds, WIDE)
        drawn = MapRows(places, (), window, context, base.digest, base, wide=wide)
        return on_a_day(edition, call, day, drawn)
    if count:
        return of_entries(MapRows(places, (), window, context, base.digest, base), count)
    known = {entry.id: edition.place(entry.id).at for entry in edition.corpus.published("place")}
    within = [place for place, at in known.items() if at and _inside(at, window) and place not in asked]
    near = [place for place in (_place(edition, place) for place in within) if place and not place.vague]
    near.sort(key=lambda place: (min(_apart(place, own) for own in places), place.place))
    return MapRows(places, tuple(near[:_NEIGHBOURS]), window, context, base.digest, base)


def _place(edition: Any, place: str) -> MapPlace | None:
    record = edition.place(place)
    if record.at is None:
        return None
    return MapPlace(place, edition.place_label(place), record.at.lat, record.at.lon, record.precision)


def _inside(place: MapPlace | Point, window: tuple[float, float, float, float]) -> bool:
    west, south, east, north = window
    return west < place.lon < east and south < place.lat < north


def _apart(one: MapPlace, two: MapPlace) -> float:
    return abs(one.lat - two.lat) + abs(one.lon - two.lon)


def _window(places: tuple[MapPlace, ...], bounds: Window, aspect: float = 4 / 3) -> Window:
    """What the map shows, 4 wide to 3 high or as `aspect` says, kept inside the base map where it can be."""
    south, north = min(place.lat for place in places), max(place.lat for place in places)
    west, east = min(place.lon for place in places), max(place.lon for place in places)
    middle = (south + north) / 2
    squeeze = cos(radians(middle))
    vague = any(place.vague for place in places)
    high = max((north - south) * 1.35, (east - west) * squeeze * 1.35 / aspect, 3.2 if vague else 2.0)
    high = min(high, bounds[3] - bounds[1])
    broad = min(high * aspect / squeeze, bounds[2] - bounds[0])
    x = min(max((west + east) / 2 - broad / 2, bounds[0]), bounds[2] - broad)
    y = min(max(middle - high / 2, bounds[1]), bounds[3] - high)
    return round(x, 4), round(y, 4), round(x + broad, 4), round(y + high, 4)


def words(chart: MapRows) -> Words:
    """Caption, description and table; the table has the coordinates, because a dot has none to read."""
    if chart.day is not None:
        return words_of_a_day(chart, chart.day)
    if chart.entries:
        return words_of_entries(chart)
    named = commas(isolated(place.label) for place in chart.places[:6])
    if len(chart.places) > 6:
        named = _("%(names)s and %(n)s more", names=named, n=len(chart.places) - 6)
    told = [_("Map of %(names)s.", names=named)]
    if chart.others:
        told.append(_("Near it: %(names)s.", names=commas(isolated(place.label) for place in chart.others[:5])))
    vague = [isolated(place.label) for place in chart.places if place.vague]
    if vague:
        told.append(_("The point of %(names)s only stands for something larger.", names=commas(vague)))
    table = tuple(
        (place.label, f"{place.lat:.3f}", f"{place.lon:.3f}", PRECISION[place.precision]) for place in chart.places
    )
    columns = (_("Place"), _("Latitude"), _("Longitude"), _("Precision"))
    many = len(chart.places)
    caption = ngettext("Where %(names)s lies.", "Where %(names)s lie.", many, names=named)
    if many > 3:
        caption = ngettext("Where %(n)s place lies.", "Where %(n)s places lie.", many, n=many)
    return Words(caption + vague_words(chart), " ".join(told), columns, table, chart.ground.credit)


def layout(chart: MapRows, variant: str) -> Layout:
    """Where it lies: one picture for every width; who held what on a day: a large one, and one for phones."""
    return town_map(chart, variant) if chart.towns else locator(chart)


def spec() -> Any:
    """Land and water, lines, dots, words with a halo of paper; the little map, or the crowded part enlarged; a key."""
    from fasti.charts import _grammar as g

    return g.stack(
        g.rects("sheet"),
        g.shapes("areas"),
        g.shapes("borders"),
        g.shapes("rivers"),
        g.rules("lines"),
        g.points("dots", tips=True),
        g.spots("spots"),
        g.texts("names", halo="var(--map-land)"),
        g.texts("names"),
        g.rects("inset"),
        g.shapes("inset-borders"),
        g.rects("inset-window"),
        g.rules("inset-lines"),
        g.points("inset-dots"),
        g.spots("inset-spots"),
        g.texts("inset-names", halo="var(--map-land)"),
        g.texts("inset-names"),
        g.rects("frame"),
        g.texts("key"),
    )


CHART = ChartKind(
    name="map",
    title="Where it lies",
    spec=spec,
    rows=rows,
    layout=layout,
    words=words,
    explorable=False,
    one_size=lambda chart: chart.day is None,
    live=live,
)
