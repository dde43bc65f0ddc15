"""Areas of the base map by name, and how far outside one a point lies.

Input: layers of GeoJSON (RFC 7946) as `reading` gives them. Output: `Area`s. Invariant: a layer may be cut off at its
own edge; of a point beyond the edge that an area touches nothing is known.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from fasti.records import Point

KM_PER_DEGREE = 111.195
EDGE = 1e-3  # degrees: what a cut leaves of an edge after its coordinates were rounded

Ring = Sequence[Sequence[float]]


class Box(NamedTuple):
    """West, south, east, north."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.west <= point.lon <= self.east and self.south <= point.lat <= self.north


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """One area of a layer: its names, its rings (holes are rings too), its box and that of the whole layer."""

    names: tuple[str, ...]
    rings: tuple[Ring, ...]
    box: Box
    layer: Box

    @property
    def cut(self) -> bool:
        """Whether it may go on beyond what the layer shows."""
        return any(abs(a - b) < EDGE for a, b in zip(self.box, self.layer, strict=True))

    def km_outside(self, point: Point) -> float | None:
        """How far outside a point lies, 0 inside; None where the layer does not reach."""
        if self.cut and not self.layer.holds(point):
            return None
        if self.box.holds(point) and sum(_crosses(point, a, b) for a, b in self._sides()) % 2:
            return 0.0
        return min(_km(point, a, b) for a, b in self._sides())

    def _sides(self) -> Iterator[tuple[Sequence[float], Sequence[float]]]:
        for ring in self.rings:
            yield from zip(ring, ring[1:], strict=False)


def areas(layers: Mapping[str, Any]) -> tuple[Area, ...]:
    """Every named polygon of every layer."""
    found: list[Area] = []
    for name in sorted(layers):
        shapes = [(_names(feature), _rings(feature)) for feature in layers[name]["features"]]
        named = [(names, rings, _box(rings)) for names, rings in shapes if names and rings]
        if named:
            boxes = [box for *_, box in named]
            layer = Box(
                min(b.west for b in boxes),
                min(b.south for b in boxes),
                max(b.east for b in boxes),
                max(b.north for b in boxes),
            )
            found += [Area(names, rings, box, layer) for names, rings, box in named]
    return tuple(found)


def _names(feature: Any) -> tuple[str, ...]:
    properties = feature.get("properties") if isinstance(feature, Mapping) else None
    given = properties.items() if isinstance(properties, Mapping) else ()
    return tuple(value for key, value in given if key.startswith("name") and isinstance(value, str) and value)


def _rings(feature: Any) -> tuple[Ring, ...]:
    """The rings of a polygon or of several; none of any other shape, nor of one that is not as the standard has it."""
    shape = feature.get("geometry") if isinstance(feature, Mapping) else None
    match shape:
        case {"type": "Polygon", "coordinates": [*rings]}:
            polygons = [rings]
        case {"type": "MultiPolygon", "coordinates": [*polygons]}:
            pass
        case _:
            return ()
    found = [ring for polygon in polygons if isinstance(polygon, list) for ring in polygon]
    return tuple(found) if all(map(_is_ring, found)) else ()


def _is_ring(ring: Any) -> bool:
    return isinstance(ring, list) and len(ring) > 3 and all(map(_is_position, ring))


def _is_position(position: Any) -> bool:
    return isinstance(position, list) and len(position) > 1 and all(isinstance(n, int | float) for n in position)


def _box(rings: Sequence[Ring]) -> Box:
    lons, lats = [p[0] for ring in rings for p in ring], [p[1] for ring in rings for p in ring]
    return Box(min(lons), min(lats), max(lons), max(lats))


def _crosses(point: Point, a: Sequence[float], b: Sequence[float]) -> bool:
    """Whether a side crosses the ray that goes east from a point."""
    if (a[1] > point.lat) == (b[1] > point.lat):
        return False
    return point.lon < (b[0] - a[0]) * (point.lat - a[1]) / (b[1] - a[1]) + a[0]


def _km(point: Point, a: Sequence[float], b: Sequence[float]) -> float:
    """From a point to the nearest of a side; flat around the point, which is exact enough for a warning."""
    shrink = math.cos(math.radians(point.lat))
    ax, ay = (a[0] - point.lon) * shrink, a[1] - point.lat
    bx, by = (b[0] - point.lon) * shrink, b[1] - point.lat
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / length))
    return math.hypot(ax + along * dx, ay + along * dy) * KM_PER_DEGREE
