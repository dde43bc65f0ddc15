"""A sheet of paper with a map on it: ground, names and scale, each where nothing else stands.

Input: a base map with its projection, and names with their points, from `_locator.py` and `_town_map.py`; output: rows
of the named data that `map.py` draws. Rivers are darkest, borders thin, disputed lines dashed.
Invariant: no two names overlap: a name that finds no room is left out, and `name` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from fasti.charts._ground import Feature, Ground, Projection, holds
from fasti.charts._marks import Datum, rule, word
from fasti.charts._text import width
from fasti.derive import units
from fasti.language import _

DASH = [3, 3]
Data = dict[str, list[Datum]]
Box = tuple[float, float, float, float]
_CELL = 32.0


def meet(one: Box, two: Box) -> bool:
    """Whether two boxes overlap."""
    return one[0] < two[2] and one[2] > two[0] and one[1] < two[3] and one[3] > two[1]


class Taken:
    """The boxes where something stands, found by the cells that they touch, since a large map has thousands."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, *boxes: Box) -> None:
        for box in boxes:
            self.boxes.append(box)
            for cell in self._touched(box):
                self._cells[cell].append(box)

    def meets(self, box: Box) -> bool:
        """Whether something stands in the way of `box`."""
        return any(meet(box, other) for cell in self._touched(box) for other in self._cells.get(cell, ()))

    @staticmethod
    def _touched(box: Box) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (int(side // _CELL) for side in box)
        yield from ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


class Sheet:
    """One map, as large as its projection; `data` are the rows of areas, borders, rivers, lines and names."""

    def __init__(self, view: Projection, data: Data) -> None:
        self.view, self.data, self.taken = view, data, Taken()
        self._names, self._lines = data["names"], data["lines"]
        self.area: Box = (view.x, view.y, view.x + view.wide, view.y + view.high)

    def lay(self, base: Ground) -> None:
        """Land without outlines, so that only border lines say where one country ends; then water and lines."""
        land = [ring for feature in base.land if (ring := self.view.ring(feature, least=0.4))]
        # Land is one flat tone. Each ring is its own polygon: a hole in the file cannot make a hole in the ground.
        if land:
            rings = [[ring] for ring in land]
            self.data["areas"].append(shape("MultiPolygon", rings, fill="map-land", stroke="map-land", width=1))
        lakes = [ring for feature in base.lakes if (ring := self.view.ring(feature))]
        if lakes:
            rings = [[ring] for ring in lakes]
            self.data["areas"].append(shape("MultiPolygon", rings, fill="map-water", stroke="map-river", width=0.75))
        for features, stroke, thick, dash in (
            (base.inner, "map-inner", 0.75, []),
            (base.borders, "map-border", 1, []),
            (base.doubtful, "map-border", 1, DASH),
            # Border lines in doubt go round the areas in dispute: two broken lines, one on the other, look whole.
            (() if base.doubtful else base.disputed, "map-border", 1, DASH),
        ):
            lines = [line for feature in features for line in self.view.lines(feature)]
            if lines:
                self.data["borders"].append(shape("MultiLineString", lines, stroke=stroke, width=thick, dash=dash))
        lines = [line for feature in base.rivers for line in self.view.lines(feature, least=0.6)]
        if lines:
            self.data["rivers"].append(shape("MultiLineString", lines, stroke="map-river", width=1.75))

    def scale(self) -> Box:
        """A bar of 10, 20, 50 … kilometres in the lower left corner; gives the box it stands in."""
        km = next((km for km in (500, 200, 100, 50, 20, 10, 5, 2, 1) if km * self.view.pixels_per_km <= 90), 1)
        long, x, y = km * self.view.pixels_per_km, self.area[0] + 10, self.area[3] - 10
        for thick, stroke in ((5, "map-land"), (1.5, "ink")):
            self._lines.append(rule(x, y, x + long, y, stroke=stroke, width=thick))
        told = _("%(number)s %(things)s", number=str(km), things=units("km"))
        self._names.append(word(x + long + 6, y + 4, told, size=12))
        return (x - 2, y - 8, x + long + 50, self.area[3])

    def name(self, label: str, at: tuple[float, float], off: float, *, size: int, weight: int) -> str:
        """Puts a name `beside` its dot, or, semi-bold ones, `off` at the end of a thin line; empty without room."""
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
            if not self._within(area) or self.taken.meets(area):
                continue
            self.taken.add(area, (x - 4, y - 4, x + 4, y + 4))
            self._names.append(word(to, base, label, size=size, weight=weight, align=align))
            if number >= near:
                self._lines.append(rule(x, y, to + (-2 if align == "left" else 2), base - tall / 2, stroke="ink"))
            return "off" if number >= near else "beside"
        return ""

    def _within(self, area: Box) -> bool:
        left, top, right, bottom = self.area
        return left + 2 <= area[0] and top + 2 <= area[1] and area[2] <= right - 2 and area[3] <= bottom - 2

    def countries(self, base: Ground) -> None:
        """Each country's name in capitals, where there is most of it and nothing else."""
        left, _, right, _ = self.area
        for name in sorted({feature.name for feature in base.land if feature.name}):
            rings = [ring for f in base.land if f.name == name and (ring := self.view.ring(f, least=2))]
            label = name.upper()
            long = width(label, 12)
            best: tuple[float, float, float] | None = None
            for i in range(1, 12):
                for j in range(1, 10):
                    x, y = self.area[0] + self.view.wide * i / 12, self.area[1] + self.view.high * j / 10
                    area = (x - long / 2 - 2, y - 10, x + long / 2 + 2, y + 3)
                    if area[0] < left + 4 or area[2] > right - 4 or self.taken.meets(area):
                        continue
                    corners = ((area[0], area[1]), (area[2], area[1]), (area[0], area[3]), (area[2], area[3]), (x, y))
                    if not all(any(holds(ring, *corner) for ring in rings) for corner in corners):
                        continue
                    others = self.taken.boxes
                    lonely = min((abs(x - (a + c) / 2) + abs(y - (b + d) / 2) for a, b, c, d in others), default=0)
                    if best is None or lonely > best[0]:
                        best = (lonely, x, y)
            if best:
                _, x, y = best
                self.taken.add((x - long / 2 - 2, y - 10, x + long / 2 + 2, y + 3))
                self._names.append(word(x, y, label, fill="muted", size=12, align="center"))

    def rivers(self, base: Ground) -> None:
        """The names of the great rivers and of disputed areas, once each, beside the middle of their longest piece."""
        for features, fill, disputed in ((base.rivers, "map-river", False), (base.disputed, "muted", True)):
            names: dict[str, Feature] = {}
            for feature in sorted(features, key=lambda f: (f.rank, -len(f.line))):
                if feature.name and feature.rank <= 5:
                    names.setdefault(feature.name, feature)
            for name in sorted(names):
                lines = [line for f in features if f.name == name for line in self.view.lines(f, least=0.6)]
                for line in sorted(lines, key=len, reverse=True)[:1]:
                    for share in (0.5, 0.3, 0.7, 0.15, 0.85):
                        x, y = line[int((len(line) - 1) * share)]
                        label = _("%(name)s (disputed)", name=name) if disputed else name
                        long = width(label, 12)
                        area = (x + 5, y - 12, x + 7 + long, y + 4)
                        if area[2] < self.area[2] - 4 and area[1] > self.area[1] + 4 and not self.taken.meets(area):
                            self.taken.add(area)
                            self._names.append(word(x + 6, y - 1, label, fill=fill, size=12))
                            break


def shape(kind: str, lines: Any, **look: Any) -> Datum:
    """A feature already in pixels."""
    colours = {key: f"var(--{value})" if key in ("fill", "stroke") else value for key, value in look.items()}
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": lines}, "dash": []} | colours
