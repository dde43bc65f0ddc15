"""The point of a place lies within the larger place that its record names, as far as the base map shows that (FST508).

Input: the edition. Output: a fault at the point. Invariant: only a point that lies outside by more than its precision
allows is told; where no area of the map bears the name of a larger place, nothing is. The map shows borders of one day,
so a `within` that has a `when` is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._polygons import Area, areas
from fasti.corpus import folded
from fasti.derive import Edition
from fasti.diagnostics import Related, Rule, Severity
from fasti.records import Place, Point

# Kilometres by which a point may lie outside: borders on small maps are not exact, and a point stands for an area.
ALLOWED = {"exact": 5.0, "near": 20.0, "district": 60.0, "province": 200.0, "region": 400.0, "country": 1500.0}

Areas = tuple[Area, ...]


def places_outside(edition: Edition) -> Iterator[Fault]:
    """The places that lie elsewhere than their record says."""
    if not edition.layers:
        return
    atlas = _Atlas(edition)
    for entry in edition.corpus.by_kind["place"]:
        place = entry.record
        assert isinstance(place, Place)
        if place.at is None or not place.within or any(step.when for step in place.within):
            continue
        parents = {str(step.place): atlas.around(str(step.place), entry.id) for step in place.within}
        far = {parent: _far(place.at, found) for parent, found in parents.items()}
        # Of a river in two countries the point lies in one of them.
        away = [km for km in far.values() if km is not None]
        if len(away) < len(far) or min(away) <= ALLOWED[place.precision]:
            continue
        parent, km = min(far.items(), key=lambda item: (item[1] or 0.0, item[0]))
        message = f"`{entry.id}` lies {km:,.0f} km outside `{parent}`"
        related = (Related(entry.path, entry.span(("within",)), "what it lies within"),)
        yield Fault(("at",), message, _hint(place.at, parents[parent]), related, entry=entry)


def _far(point: Point, found: Areas) -> float | None:
    """The distance to the nearest of some areas; None where one of them is not wholly shown, or there are none."""
    away = [area.km_outside(point) for area in found]
    return None if not away or None in away else min(km for km in away if km is not None)


def _hint(point: Point, found: Areas) -> str:
    """Points are mistaken oftenest by writing longitude first."""
    if abs(point.lon) <= 90 and _far(Point(point.lon, point.lat), found) == 0:
        return f"did you mean `{point.lon}, {point.lat}`? latitude comes first"
    return "correct the point or `within`, or say by `precision` that it stands for more than a spot"


class _Atlas:
    """The areas of the base map by the places they show."""

    def __init__(self, edition: Edition) -> None:
        self.corpus = edition.corpus
        self.by_name: dict[str, list[Area]] = {}
        for area in areas(edition.layers):
            for name in dict.fromkeys(map(folded, area.names)):
                self.by_name.setdefault(name, []).append(area)
        self.known: dict[str, Areas] = {}

    def around(self, place_id: str, child: str) -> Areas:
        """The areas that show a place, else those of all the larger ones it lies within; none if one is not shown."""
        found: dict[Area, None] = {}
        level, seen = [place_id], {child}
        while level:
            parent = level.pop()
            shown = self.of(parent)
            place = self.corpus.place(parent)
            if not shown and (parent in seen or place is None or not place.within or any(s.when for s in place.within)):
                return ()
            seen.add(parent)
            found.update(dict.fromkeys(shown))
            level += [] if shown or place is None else [str(step.place) for step in place.within]
        return tuple(found)

    def of(self, place_id: str) -> Areas:
        """The areas that bear a name of the place, by itself or without the word for its kind, and hold its point."""
        if place_id not in self.known:
            self.known[place_id] = self._of(place_id)
        return self.known[place_id]

    def _of(self, place_id: str) -> Areas:
        place = self.corpus.place(place_id)
        if place is None:
            return ()
        kind = self.corpus.vocabulary.place_kinds.get(place.kind)
        word = folded(kind.label) if kind else ""
        names = {folded(name.text) for name in place.names}
        names |= {name.removesuffix(f" {word}").removeprefix(f"{word} of ") for name in names if word}
        found = dict.fromkeys(area for name in sorted(names) for area in self.by_name.get(name, ()))
        # Two countries can have a province of one name: only one of them is where the place's own point lies.
        point = place.at
        return tuple(area for area in found if point is None or area.km_outside(point) == 0)


CHECK = Check(
    rule=Rule("FST508", "place-outside-parent", Severity.WARNING, "A place lies outside the one it is said to be in."),
    over="edition",
    run=places_outside,
)
