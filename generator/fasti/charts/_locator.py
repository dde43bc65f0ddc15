"""The picture of a locator map: one size for every page, 360 pixels wide, with a little map of the whole in a corner.

Input: the rows of `map.py`; output: a `Layout`. Rivers are darkest, borders thin, disputed lines dashed; dots are 9
pixels, hollow where the point only stands for something larger.
Invariant: no two names overlap: a name that finds no room is left out, those of the places asked for come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fasti.charts._base import Layout
from fasti.charts._ground import Feature, Projection, holds
from fasti.charts._marks import Datum, box, dot, hollow, rule, word
from fasti.charts._text import width

if TYPE_CHECKING:
    from fasti.charts.map import MapRows

WIDE, HIGH = 360, 280
_INSET = 96
_DASH = [3, 3]
Data = dict[str, list[Datum]]
Box = tuple[float, float, float, float]


def locator(chart: MapRows, variant: str) -> Layout:
    """Ground, names and dots; the places asked for in ink, the others small."""
    view = Projection(chart.window, 0, 0, WIDE, HIGH)
    names = ("sheet", "areas", "borders", "rivers", "lines", "dots", "names", "frame")
    inset = ("inset", "inset-borders", "inset-window", "inset-dots")
    data: Data = {name: [] for name in (*names, *inset)}
    data["sheet"].append(box(0, 0, WIDE, HIGH, fill="map-water", alpha=1))
    _lay(chart, view, data)
    spots = [view.at(place.lon, place.lat) for place in chart.places]
    taken = _inset(chart, spots, data)
    taken.append(_scale(view, spots, data))
    taken += [(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
    for place, (x, y) in zip(chart.places, spots, strict=True):
        if place.vague:
            data["dots"].append(dot(x, y, across=9, fill="paper", stroke="ink", width=2, tip=place.label))
            data["dots"].append(dot(x, y, across=34, stroke="ink", width=1, dash=_DASH))
        else:
            data["dots"].append(dot(x, y, across=9, fill="ink", stroke="paper", width=1.5, tip=place.label))
        _name(place.label, (x, y), 20 if place.vague else 7, taken, data, size=14, weight=600)
    for place in chart.others:
        x, y = view.at(place.lon, place.lat)
        if not any(_meet((x - 3, y - 3, x + 3, y + 3), other) for other in taken):
            if _name(place.label, (x, y), 5, taken, data, size=12, weight=400):
                data["dots"].append(dot(x, y, across=5, fill="muted", stroke="paper", width=1, tip=place.label))
    _countries(chart, view, taken, data)
    _rivers(chart, view, taken, data)
    data["frame"].append(hollow(0, 0, WIDE, HIGH, width=1, stroke="rule"))
    return Layout(WIDE, HIGH, data)


def _shape(kind: str, lines: Any, **look: Any) -> Datum:
    colours = {key: f"var(--{value})" if key in ("fill", "stroke") else value for key, value in look.items()}
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": lines}, "dash": []} | colours


def _lay(chart: MapRows, view: Projection, data: Data) -> None:
    """Land without outlines, so that only border lines say where one country ends; then water and lines."""
    base = chart.ground
    land = [ring for feature in base.land if (ring := view.ring(feature, least=0.4))]
    # Land is one flat tone. Each ring is its own polygon, so that a hole in the file cannot make a hole in the ground.
    if land:
        data["areas"].append(
            _shape("MultiPolygon", [[ring] for ring in land], fill="map-land", stroke="map-land", width=1)
        )
    lakes = [ring for feature in base.lakes if (ring := view.ring(feature))]
    if lakes:
        data["areas"].append(
            _shape("MultiPolygon", [[ring] for ring in lakes], fill="map-water", stroke="map-river", width=0.75)
        )
    for features, stroke, thick, dash in (
        (base.inner, "map-inner", 0.75, []),
        (base.borders, "map-border", 1, []),
        (base.doubtful, "map-border", 1, _DASH),
        # Border lines that are in doubt go round the areas in dispute: two broken lines, one on the other, look whole.
        (() if base.doubtful else base.disputed, "map-border", 1, _DASH),
    ):
        lines = [line for feature in features for line in view.lines(feature)]
        if lines:
            data["borders"].append(_shape("MultiLineString", lines, stroke=stroke, width=thick, dash=dash))
    lines = [line for feature in base.rivers for line in view.lines(feature, least=0.6)]
    if lines:
        data["rivers"].append(_shape("MultiLineString", lines, stroke="map-river", width=1.75))


def _inset(chart: MapRows, spots: list[tuple[float, float]], data: Data) -> list[Box]:
    """The whole base map in the corner farthest from the places, the window framed in it; none if they are alike."""
    west, south, east, north = chart.context
    share = (chart.window[2] - chart.window[0]) / (east - west)
    if share > 0.6:
        return []
    high = min(_INSET, _INSET * (north - south) / ((east - west) * 0.83))
    corners = [(WIDE - _INSET - 0.5, 0.5), (0.5, 0.5), (WIDE - _INSET - 0.5, HIGH - high - 0.5)]
    x, y = max(corners, key=lambda c: min(abs(c[0] + _INSET / 2 - sx) + abs(c[1] + high / 2 - sy) for sx, sy in spots))
    view = Projection(chart.context, x, y, _INSET, high)
    data["inset"].append(box(x, y, x + _INSET, y + high, fill="map-water", alpha=1))
    land = [ring for feature in chart.ground.land if len(ring := view.ring(feature, least=0.6)) > 4]
    if land:
        data["inset-borders"].append(
            _shape("MultiPolygon", [[ring] for ring in land], fill="map-land", stroke="map-land", width=0.5)
        )
    for features, dash in ((chart.ground.borders, []), (chart.ground.doubtful, [1.5, 1.5])):
        lines = [line for feature in features for line in view.lines(feature, least=0.8)]
        if lines:
            data["inset-borders"].append(_shape("MultiLineString", lines, stroke="map-border", width=0.75, dash=dash))
    (x1, y2), (x2, y1) = view.at(*chart.window[:2]), view.at(*chart.window[2:])
    data["inset-window"].append(hollow(x1, y1, x2, y2, width=1, stroke="ink"))
    for place in chart.places if len(chart.places) == 1 else ():
        at = view.at(place.lon, place.lat)
        data["inset-dots"].append(dot(*at, across=3, fill="ink", stroke="ink", width=0))
    data["inset-window"].append(
        hollow(x - 0.5, y - 0.5, x + _INSET + 0.5, y + high + 0.5, width=1, stroke="map-border")
    )
    return [(x - 4, y - 4, x + _INSET + 4, y + high + 4)]


def _scale(view: Projection, spots: list[tuple[float, float]], data: Data) -> Box:
    """A bar of 10, 20, 50 … kilometres."""
    km = next((km for km in (500, 200, 100, 50, 20, 10, 5, 2, 1) if km * view.pixels_per_km <= 90), 1)
    long, y = km * view.pixels_per_km, HIGH - 10
    for thick, stroke in ((5, "map-land"), (1.5, "ink")):
        data["lines"].append(rule(10, y, 10 + long, y, stroke=stroke, width=thick))
    data["names"].append(word(10 + long + 6, y + 4, f"{km} km", size=12))
    return (8, y - 8, 10 + long + 50, HIGH)


def _name(
    label: str, at: tuple[float, float], off: float, taken: list[Box], data: Data, *, size: int, weight: int
) -> bool:
    """Puts a name beside its dot, or, semi-bold ones, further off at the end of a thin line; says if it found room."""
    (x, y), long, tall = at, width(label, size, bold=weight == 600), size * 0.72
    spots = [
        (x + off, y + tall / 2, "left"),
        (x - off, y + tall / 2, "right"),
        (x, y - off - 1, "center"),
        (x, y + off + tall, "center"),
        (x + off, y - off, "left"),
        (x + off, y + off + tall - 2, "left"),
    ]
    near = len(spots)
    if weight == 600:
        for far in (24, 38, 54):
            spots += [
                (x + far, y - far * 0.7, "left"),
                (x + far, y + far * 0.7, "left"),
                (x - far, y - far * 0.7, "right"),
                (x - far, y + far * 0.7, "right"),
            ]
    for number, (to, base, align) in enumerate(spots):
        left = to - {"left": 0.0, "center": long / 2, "right": long}[align]
        area = (left - 1, base - tall - 2, left + long + 1, base + 4)
        if area[0] < 2 or area[1] < 2 or area[2] > WIDE - 2 or area[3] > HIGH - 2:
            continue
        if any(_meet(area, other) for other in taken):
            continue
        taken += [area, (x - 4, y - 4, x + 4, y + 4)]
        data["names"].append(word(to, base, label, size=size, weight=weight, align=align))
        if number >= near:
            data["lines"].append(rule(x, y, to + (-2 if align == "left" else 2), base - tall / 2, stroke="ink"))
        return True
    return False


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and one[2] > two[0] and one[1] < two[3] and one[3] > two[1]


def _countries(chart: MapRows, view: Projection, taken: list[Box], data: Data) -> None:
    """Each country's name in capitals, where there is most of it and nothing else."""
    for name in sorted({feature.name for feature in chart.ground.land if feature.name}):
        rings = [ring for f in chart.ground.land if f.name == name and (ring := view.ring(f, least=2))]
        label = name.upper()
        long = width(label, 12)
        best: tuple[float, float, float] | None = None
        for i in range(1, 12):
            for j in range(1, 10):
                x, y = WIDE * i / 12, HIGH * j / 10
                area = (x - long / 2 - 2, y - 10, x + long / 2 + 2, y + 3)
                if area[0] < 4 or area[2] > WIDE - 4 or any(_meet(area, other) for other in taken):
                    continue
                corners = ((area[0], area[1]), (area[2], area[1]), (area[0], area[3]), (area[2], area[3]), (x, y))
                if not all(any(holds(ring, *corner) for ring in rings) for corner in corners):
                    continue
                lonely = min((abs(x - (a + c) / 2) + abs(y - (b + d) / 2) for a, b, c, d in taken), default=0)
                if best is None or lonely > best[0]:
                    best = (lonely, x, y)
        if best:
            _, x, y = best
            taken.append((x - long / 2 - 2, y - 10, x + long / 2 + 2, y + 3))
            data["names"].append(word(x, y, label, fill="muted", size=12, align="center"))


def _rivers(chart: MapRows, view: Projection, taken: list[Box], data: Data) -> None:
    """The names of the great rivers and of disputed areas, once each, beside the middle of their longest piece."""
    for features, fill, suffix in (
        (chart.ground.rivers, "map-river", ""),
        (chart.ground.disputed, "muted", " (disputed)"),
    ):
        names: dict[str, Feature] = {}
        for feature in sorted(features, key=lambda f: (f.rank, -len(f.line))):
            if feature.name and feature.rank <= 5:
                names.setdefault(feature.name, feature)
        for name in sorted(names):
            lines = [line for f in features if f.name == name for line in view.lines(f, least=0.6)]
            for line in sorted(lines, key=len, reverse=True)[:1]:
                for share in (0.5, 0.3, 0.7, 0.15, 0.85):
                    x, y = line[int((len(line) - 1) * share)]
                    label, long = name + suffix, width(name + suffix, 12)
                    area = (x + 5, y - 12, x + 7 + long, y + 4)
                    if area[2] < WIDE - 4 and area[1] > 4 and not any(_meet(area, other) for other in taken):
                        taken.append(area)
                        data["names"].append(word(x + 6, y - 1, label, fill=fill, size=12))
                        break
