"""The base map in the hand: which layer is what, clipped to a window, projected to pixels, thinned to what can be seen.

Input: GeoJSON layers by file name, degrees of WGS 84; output: lines and rings in pixels.
Invariant: nothing outside the window leaves this module, so that no picture needs a clip path and its id.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from math import cos, radians
from typing import Any

Line = list[tuple[float, float]]
Window = tuple[float, float, float, float]
_SOLID = "International boundary"


@dataclass(frozen=True)
class Feature:
    """A line or a ring in degrees, with its name and its box (west, south, east, north)."""

    name: str
    line: tuple[tuple[float, float], ...]
    box: Window
    rank: int = 0


@dataclass(frozen=True)
class Ground:
    """A base map sorted by what is drawn: rings of land and lakes, and lines."""

    land: tuple[Feature, ...]
    lakes: tuple[Feature, ...]
    rivers: tuple[Feature, ...]
    borders: tuple[Feature, ...]
    doubtful: tuple[Feature, ...]
    inner: tuple[Feature, ...]
    disputed: tuple[Feature, ...]
    bounds: Window
    digest: str
    credit: str


def ground(layers: Mapping[str, Any]) -> Ground:
    """The base map of these layers; read once however many maps are drawn on it."""
    return _ground(tuple((name, _Layer(layer)) for name, layer in layers.items()))


class _Layer:
    """A layer compared by identity: one build reads each once, and comparing a megabyte a map would cost more."""

    def __init__(self, collection: Any) -> None:
        self.collection = collection

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Layer) and self.collection is other.collection

    def __hash__(self) -> int:
        return id(self.collection)


@lru_cache(maxsize=2)
def _ground(layers: tuple[tuple[str, _Layer], ...]) -> Ground:
    sorts: dict[str, list[Feature]] = {sort: [] for sort in (*_SORT_OF.values(), "borders", "doubtful")}
    digest, credits = sha256(), []
    for name, layer in layers:
        digest.update(json.dumps([name, layer.collection], sort_keys=True).encode())
        if credit := layer.collection.get("credit"):
            credits.append(str(credit))
        for feature in layer.collection["features"]:
            about = feature.get("properties") or {}
            if sort := _sort(name, about):
                title, rank = str(about.get("name") or ""), int(float(about.get("scalerank") or 0))
                sorts[sort] += [_feature(title, line, rank) for line in _lines(feature["geometry"])]
    boxes = [feature.box for found in sorts.values() for feature in found] or [(-180.0, -90.0, 180.0, 90.0)]
    west, south, east, north = zip(*boxes, strict=True)
    return Ground(
        **{sort: tuple(found) for sort, found in sorts.items()},
        bounds=(min(west), min(south), max(east), max(north)),
        digest=digest.hexdigest()[:20],
        credit=" ".join(dict.fromkeys(credits)),
    )


_SORT_OF = {"countries": "land", "lakes": "lakes", "rivers": "rivers", "admin1": "inner", "disputed": "disputed"}
_IN_DISPUTE = ("Disputed", "Indeterminate", "Breakaway")


def _sort(layer: str, about: Mapping[str, Any]) -> str | None:
    """What a feature is drawn as, by the first word of its layer and its own properties."""
    holds = layer.partition("-")[0].partition(".")[0]
    if holds == "boundaries":
        return "borders" if about.get("status") == _SOLID else "doubtful"
    if holds == "disputed" and about.get("type") not in _IN_DISPUTE:
        return None
    return _SORT_OF.get(holds)


def _lines(geometry: Mapping[str, Any]) -> Iterator[Any]:
    """Every line and ring of a geometry."""
    match geometry["type"]:
        case "LineString":
            yield geometry["coordinates"]
        case "MultiLineString" | "Polygon":
            yield from geometry["coordinates"]
        case "MultiPolygon":
            for polygon in geometry["coordinates"]:
                yield from polygon


def _feature(name: str, line: Any, rank: int) -> Feature:
    points = tuple((float(point[0]), float(point[1])) for point in line)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Feature(name, points, (min(xs), min(ys), max(xs), max(ys)), rank)


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to pixels: evenly spaced, true to shape at the middle of the window."""

    window: Window
    x: float
    y: float
    wide: float
    high: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        west, south, east, north = self.window
        return self.x + (lon - west) / (east - west) * self.wide, self.y + (north - lat) / (north - south) * self.high

    @property
    def pixels_per_km(self) -> float:
        middle = radians((self.window[1] + self.window[3]) / 2)
        return self.wide / ((self.window[2] - self.window[0]) * 111.32 * cos(middle))

    def lines(self, feature: Feature, *, least: float = 0.8) -> list[Line]:
        """The parts of a line inside the window, in pixels."""
        if not _overlap(feature.box, self.window):
            return []
        points = [self.at(*point) for point in feature.line]
        parts: list[Line] = []
        right, bottom = self.x + self.wide, self.y + self.high
        for one, two in zip(points, points[1:], strict=False):
            (x, y), (x2, y2) = one, two
            if (x < self.x and x2 < self.x) or (x > right and x2 > right):
                continue  # most pieces of a great river or border lie well outside: no need to clip them
            if (y < self.y and y2 < self.y) or (y > bottom and y2 > bottom):
                continue
            piece = self._clip(one, two)
            if piece is None:
                continue
            if parts and parts[-1][-1] == piece[0]:
                parts[-1].append(piece[1])
            else:
                parts.append([piece[0], piece[1]])
        return [thinned for part in parts if len(thinned := _thin(part, least)) > 1]

    def ring(self, feature: Feature, *, least: float = 0.8) -> Line:
        """A ring cut to the window, in pixels (Sutherland and Hodgman); empty if it lies outside."""
        if not _overlap(feature.box, self.window):
            return []
        points = [self.at(*point) for point in feature.line]
        for axis, limit, sign in (
            (0, self.x, 1),
            (0, self.x + self.wide, -1),
            (1, self.y, 1),
            (1, self.y + self.high, -1),
        ):
            kept: Line = []
            for one, two in zip(points, points[1:] + points[:1], strict=True):
                inside, follows = sign * (one[axis] - limit) >= 0, sign * (two[axis] - limit) >= 0
                if inside:
                    kept.append(one)
                if inside != follows:
                    share = (limit - one[axis]) / (two[axis] - one[axis])
                    kept.append((one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1])))
            points = kept
            if not points:
                return []
        thinned = _thin(points, least)
        return [*thinned, thinned[0]] if len(thinned) > 2 else []

    def _clip(self, one: tuple[float, float], two: tuple[float, float]) -> Line | None:
        """The part of a straight piece inside the window (Liang and Barsky)."""
        (x, y), (dx, dy) = one, (two[0] - one[0], two[1] - one[1])
        start, end = 0.0, 1.0
        sides = ((-dx, x - self.x), (dx, self.x + self.wide - x), (-dy, y - self.y), (dy, self.y + self.high - y))
        for direction, room in sides:
            if direction == 0:
                if room < 0:
                    return None
            elif direction < 0:
                start = max(start, room / direction)
            else:
                end = min(end, room / direction)
        if start > end:
            return None
        ends = [
            one if start == 0 else (x + start * dx, y + start * dy),
            two if end == 1 else (x + end * dx, y + end * dy),
        ]
        return ends


def _overlap(one: Window, two: Window) -> bool:
    return one[0] <= two[2] and one[2] >= two[0] and one[1] <= two[3] and one[3] >= two[1]


def _thin(points: Line, least: float) -> Line:
    """Leaves out points that stand less than `least` pixels off the line between those kept (Douglas and Peucker)."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        (x, y), (x2, y2) = points[first], points[last]
        dx, dy = x2 - x, y2 - y
        length = (dx * dx + dy * dy) ** 0.5
        far, at = 0.0, 0
        for i in range(first + 1, last):
            px, py = points[i][0] - x, points[i][1] - y
            off = abs(dx * py - dy * px) / length if length > 1e-9 else (px * px + py * py) ** 0.5
            if off > far:
                far, at = off, i
        if far > least:
            keep[at] = True
            todo += [(first, at), (at, last)]
    return [(round(px, 1), round(py, 1)) for (px, py), kept in zip(points, keep, strict=True) if kept]


def holds(ring: tuple[tuple[float, float], ...] | Line, x: float, y: float) -> bool:
    """Whether a point lies inside a ring (even-odd rule)."""
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:], strict=False):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside
