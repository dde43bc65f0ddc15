"""The picture of a locator map: one size for every page, 360 pixels wide, with a little map of the whole in a corner.

Input: the rows of `map.py`; output: a `Layout`. Dots are 9 pixels, hollow where the point only stands for something
larger; `_sheet.py` lays the ground and finds room for the names.
Invariant: the names of the places asked for come first; another place whose name finds no room has no dot either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fasti.charts._base import Layout
from fasti.charts._ground import Projection
from fasti.charts._marks import box, dot, hollow
from fasti.charts._sheet import DASH, Box, Data, Sheet, shape

if TYPE_CHECKING:
    from fasti.charts.map import MapRows

WIDE, HIGH = 360, 280
_INSET = 96


def locator(chart: MapRows) -> Layout:
    """Ground, names and dots; the places asked for in ink, the others small."""
    names = ("sheet", "areas", "borders", "rivers", "lines", "dots", "names", "frame")
    inset = ("inset", "inset-borders", "inset-window", "inset-dots")
    data: Data = {name: [] for name in (*names, *inset)}
    data["sheet"].append(box(0, 0, WIDE, HIGH, fill="map-water", alpha=1))
    sheet = Sheet(Projection(chart.window, 0, 0, WIDE, HIGH), data)
    sheet.lay(chart.ground)
    spots = [sheet.view.at(place.lon, place.lat) for place in chart.places]
    sheet.taken.add(*_inset(chart, spots, data))
    sheet.taken.add(sheet.scale())
    sheet.taken.add(*((x - 6, y - 6, x + 6, y + 6) for x, y in spots))
    for place, (x, y) in zip(chart.places, spots, strict=True):
        if place.vague:
            data["dots"].append(dot(x, y, across=9, fill="paper", stroke="ink", width=2, tip=place.label))
            data["dots"].append(dot(x, y, across=34, stroke="ink", width=1, dash=DASH))
        else:
            data["dots"].append(dot(x, y, across=9, fill="ink", stroke="paper", width=1.5, tip=place.label))
        sheet.name(place.label, (x, y), 20 if place.vague else 7, size=14, weight=600)
    for place in chart.others:
        x, y = sheet.view.at(place.lon, place.lat)
        if not sheet.taken.meets((x - 3, y - 3, x + 3, y + 3)):
            if sheet.name(place.label, (x, y), 5, size=12, weight=400):
                data["dots"].append(dot(x, y, across=5, fill="muted", stroke="paper", width=1, tip=place.label))
    sheet.countries(chart.ground)
    sheet.rivers(chart.ground)
    data["frame"].append(hollow(0, 0, WIDE, HIGH, width=1, stroke="rule"))
    return Layout(WIDE, HIGH, data)


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
            shape("MultiPolygon", [[ring] for ring in land], fill="map-land", stroke="map-land", width=0.5)
        )
    for features, dash in ((chart.ground.borders, []), (chart.ground.doubtful, [1.5, 1.5])):
        lines = [line for feature in features for line in view.lines(feature, least=0.8)]
        if lines:
            data["inset-borders"].append(shape("MultiLineString", lines, stroke="map-border", width=0.75, dash=dash))
    (x1, y2), (x2, y1) = view.at(*chart.window[:2]), view.at(*chart.window[2:])
    data["inset-window"].append(hollow(x1, y1, x2, y2, width=1, stroke="ink"))
    for place in chart.places if len(chart.places) == 1 else ():
        at = view.at(place.lon, place.lat)
        data["inset-dots"].append(dot(*at, across=3, fill="ink", stroke="ink", width=0))
    data["inset-window"].append(
        hollow(x - 0.5, y - 0.5, x + _INSET + 0.5, y + high + 0.5, width=1, stroke="map-border")
    )
    return [(x - 4, y - 4, x + _INSET + 4, y + high + 4)]
