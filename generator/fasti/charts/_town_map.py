"""The picture of who held what on one day: a dot a place, its name, an inset where places crowd, and a key.

Input: the rows of `map.py` that have a day; output: a `Layout` 1000 pixels wide, or 360 for a phone. `_spots.py` says
how a dot looks, `_sheet.py` lays the ground and finds room for the names.
Invariant: every place with a point has its dot; only a name may be left out, and nothing but dots says who held what.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from fasti.charts._base import Layout
from fasti.charts._ground import Projection, Window
from fasti.charts._marks import actor, box, dot, hollow, spot, word
from fasti.charts._sheet import DASH, Box, Data, Sheet
from fasti.charts._spots import samples
from fasti.charts._text import width

if TYPE_CHECKING:
    from fasti.charts.map import MapRows

_LAYERS = (
    "sheet", "areas", "borders", "rivers", "lines", "dots", "spots", "names", "inset", "inset-borders", "inset-window",
    "inset-lines", "inset-dots", "inset-spots", "inset-names", "frame", "key",
)  # fmt: skip
_TRIED = 60  # places without room for their name that an inset is tried around
_CLOSEST = 12.0  # an inset enlarges at most so many times
_MARGIN = 34.0  # around the places of an inset, for their names
_VAGUE = 34
Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Form:
    """The measures of one variant."""

    wide: int
    high: int
    inset: tuple[float, float]
    text: int


_WIDE, _NARROW = _Form(1000, 560, (330, 240), 14), _Form(360, 270, (360, 230), 13)
WIDE = _WIDE.wide / _WIDE.high


def town_map(chart: MapRows, variant: str) -> Layout:
    """Ground, dots, names, then what they mean."""
    form, window = (_WIDE, chart.wide) if variant == "wide" else (_NARROW, chart.window)
    assert window is not None
    data: Data = {name: [] for name in _LAYERS}
    data["sheet"].append(box(0, 0, form.wide, form.high, fill="map-water", alpha=1))
    sheet = Sheet(Projection(window, 0, 0, form.wide, form.high), data)
    sheet.lay(chart.ground)
    sheet.taken.add(sheet.scale())
    points = _apart([sheet.view.at(place.lon, place.lat) for place in chart.places])
    bottom = float(form.high)
    crowd = _crowd(chart, points, form, sheet.view)
    if crowd:
        area = _room(crowd, points, form)
        bottom = max(bottom, area[3])
        _inset(chart, crowd, area, form, sheet, data)
        sheet.taken.add(crowd, area)
    _dots(chart, points, "", data)
    kept = [(n, at) for n, at in enumerate(points) if not (crowd and _inside(at, crowd))]
    _name(chart, kept, sheet, form)
    sheet.countries(chart.ground)
    sheet.rivers(chart.ground)
    data["frame"].append(hollow(0, 0, form.wide, form.high, width=1, stroke="rule"))
    return Layout(form.wide, round(_key(chart, form, bottom + 20, data)), data)


def _apart(points: Points) -> Points:
    """Places at one and the same point side by side, so that each is seen."""
    there: dict[tuple[float, float], int] = {}
    together: dict[tuple[float, float], int] = {}
    keys = [(round(x), round(y)) for x, y in points]
    for key in keys:
        together[key] = together.get(key, 0) + 1
    out: Points = []
    for (x, y), key in zip(points, keys, strict=True):
        number = there[key] = there.get(key, -1) + 1
        out.append((x + 11 * (number - (together[key] - 1) / 2), y))
    return out


def _dots(chart: MapRows, points: Points, where: str, data: Data) -> None:
    for place, town, (x, y) in zip(chart.places, chart.towns, points, strict=True):
        if place.vague:
            data[where + "dots"].append(dot(x, y, across=_VAGUE, stroke="ink", width=1, dash=DASH))
        data[where + "spots"] += [spot(x, y, part, place.place) for part in town.look]


def _name(chart: MapRows, points: list[tuple[int, tuple[float, float]]], sheet: Sheet, form: _Form) -> list[int]:
    """Names the places that have room for it; gives the numbers of those that have none beside their dot."""
    sheet.taken.add(*((x - 8, y - 8, x + 8, y + 8) for _, (x, y) in points if _inside((x, y), sheet.area)))
    missed = []
    for number, at in points:
        place = chart.places[number]
        if sheet.name(place.label, at, 20 if place.vague else 10, size=form.text, weight=600) != "beside":
            missed.append(number)
    return missed


def _crowd(chart: MapRows, points: Points, form: _Form, view: Projection) -> Box | None:
    """The part of the map that an inset shows: where most names find no room; None if all do."""
    scratch: Data = {name: [] for name in _LAYERS}
    trial = Sheet(view, scratch)
    trial.taken.add(trial.scale())
    missed = [points[number] for number in _name(chart, list(enumerate(points)), trial, form)]
    long, tall = form.inset
    best: tuple[int, float, Box] | None = None
    for (x, y), times in product(missed[:: 1 + len(missed) // _TRIED], (8.0, 5.0, 3.0)):
        area = (x - long / times / 2, y - tall / times / 2, x + long / times / 2, y + tall / times / 2)
        count = sum(_inside(point, area) for point in missed)
        if best is None or (count, times) > best[:2]:
            best = (count, times, area)
    if best is None:
        return None
    held = [point for point in points if _inside(point, best[2])]
    (left, *_, right), (top, *_, bottom) = (sorted(side) for side in zip(*held, strict=True))
    times = min(_CLOSEST, (long - 2 * _MARGIN) / max(right - left, 1), (tall - 2 * _MARGIN) / max(bottom - top, 1))
    # In the map the frame goes round the dots.
    times = max(2.0, min(times, long / (right - left + 20), tall / (bottom - top + 20)))
    x, y = (left + right) / 2, (top + bottom) / 2
    return (x - long / times / 2, y - tall / times / 2, x + long / times / 2, y + tall / times / 2)


def _room(crowd: Box, points: Points, form: _Form) -> Box:
    """Where the inset stands: in the corner of a wide map where it hides no place, else below the map."""
    (long, tall), edge = form.inset, 8.0
    if form.wide > long:
        lefts, tops = (edge, form.wide - long - edge), (edge, form.high - tall - edge)
        corners = [(x, y, x + long, y + tall) for x, y in product(lefts, tops)]
        near = [(x - 60, y - 12, x2 + 60, y2 + 12) for x, y, x2, y2 in corners]
        free = [c for c, around in zip(corners, near, strict=True) if not any(_inside(p, around) for p in points)]
        clear = [c for c in free if not (c[0] < crowd[2] and c[2] > crowd[0] and c[1] < crowd[3] and c[3] > crowd[1])]
        clear = [c for c in clear if c[:2] != (lefts[0], tops[1])]  # there the scale stands
        if clear:
            return max(clear, key=lambda c: -abs(c[0] - crowd[0]) - abs(c[1] - crowd[1]))
    return (0.0, form.high + 8.0, long, form.high + 8.0 + tall)


def _inset(chart: MapRows, crowd: Box, area: Box, form: _Form, sheet: Sheet, data: Data) -> None:
    """The crowded part enlarged, framed there and here."""
    ground = data["inset-borders"]
    layers = {"areas": ground, "borders": ground, "rivers": ground}
    layers |= {"lines": data["inset-lines"], "names": data["inset-names"]}
    view = Projection(_degrees(sheet.view, crowd), area[0], area[1], area[2] - area[0], area[3] - area[1])
    data["inset"].append(box(*area, fill="map-water", alpha=1))
    part = Sheet(view, layers)
    part.lay(chart.ground)
    part.taken.add(part.scale())
    points = _apart([view.at(place.lon, place.lat) for place in chart.places])
    shown = [(n, at) for n, at in enumerate(points) if _inside(at, area, 8)]
    for number, at in shown:
        place, town = chart.places[number], chart.towns[number]
        if place.vague:
            data["inset-dots"].append(dot(*at, across=_VAGUE, stroke="ink", width=1, dash=DASH))
        data["inset-spots"] += [spot(*at, part, place.place) for part in town.look]
    _name(chart, shown, part, form)
    data["inset-window"].append(hollow(*area, width=1, stroke="ink"))
    data["frame"].append(hollow(*crowd, width=1, stroke="ink"))


def _degrees(view: Projection, area: Box) -> Window:
    """A box of pixels as west, south, east, north."""
    west, south, east, north = view.window
    x, y = (east - west) / view.wide, (north - south) / view.high
    return west + area[0] * x, north - area[3] * y, west + area[2] * x, north - area[1] * y


def _inside(point: tuple[float, float], area: Box, edge: float = 0) -> bool:
    return area[0] + edge < point[0] < area[2] - edge and area[1] + edge < point[1] < area[3] - edge


def _key(chart: MapRows, form: _Form, top: float, data: Data) -> float:
    """Who the colours are, and what the forms mean: only those in use; gives where the picture ends."""
    if not (chart.actors or chart.marks):
        return top - 19
    x, y = 6.0, top
    for who, label in chart.actors:
        room = 17 + width(label, 13, bold=True)
        if x > 6 and x + room > form.wide:
            x, y = 6.0, y + 20
        data["frame"].append(box(x, y - 10, x + 12, y + 2, fill=actor(who), alpha=1))
        data["key"].append(word(x + 17, y, label, weight=600))
        x += room + 16
    one = chart.actors[0][0] if chart.actors else ""
    two = chart.actors[1][0] if len(chart.actors) > 1 else one
    x, y = 12.0, y + 24
    for mark, (look, words) in samples(one, two).items():
        if mark not in chart.marks:
            continue
        room = 15 + width(words, 12)
        if x > 12 and x + room > form.wide:
            x, y = 12.0, y + 22
        data["inset-spots"] += [spot(x, y - 4, part, "") for part in look]
        data["key"].append(word(x + 13, y, words, fill="muted", size=12))
        x += room + 20
    return y + 10
