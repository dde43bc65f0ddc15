"""The gazetteer: toponyms to places, what lies within what, and what lies near.

Input: the entries of places. Output: `Gazetteer`. Invariant: no answer follows a circle of `within`; distances are
given only between points that stand for a place itself, never between middles of provinces.
"""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from fasti.reading import Entry
from fasti.records import Place, slugged

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG), in kilometres."""

KM_PER_DEGREE = math.pi * EARTH_KM / 180
PINPOINTS = frozenset({"exact", "near"})


class Gazetteer:
    """Every place, drafts included where somebody asks by id; lists hold published places only."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._places: dict[str, Place] = {}
        self._children: dict[str, list[str]] = {}
        by_name: dict[str, list[str]] = {}
        points: list[tuple[float, float, str]] = []
        for entry in sorted(entries, key=lambda e: e.id):
            place = entry.record
            assert isinstance(place, Place)
            self._places[entry.id] = place
            if not place.published_now:
                continue
            for name in dict.fromkeys(folded(toponym.text) for toponym in place.names):
                by_name.setdefault(name, []).append(entry.id)
            for parent in dict.fromkeys(str(within.place) for within in place.within):
                self._children.setdefault(parent, []).append(entry.id)
            if place.at and place.precision in PINPOINTS:
                points.append((place.at.lat, place.at.lon, entry.id))
        self._points = sorted(points)
        self.by_name: Mapping[str, tuple[str, ...]] = {name: tuple(by_name[name]) for name in sorted(by_name)}
        """Ids of published places by each of their names, in the form that `folded` gives it."""

    def label(self, place_id: str) -> str:
        """The preferred name of a place; its id, if there is no such place."""
        place = self._places.get(place_id)
        return place.label if place else place_id

    def parents(self, place_id: str) -> tuple[str, ...]:
        """What a place lies within, as its record says, each once."""
        place = self._places.get(place_id)
        return tuple(dict.fromkeys(str(within.place) for within in place.within)) if place else ()

    def ancestors(self, place_id: str) -> tuple[str, ...]:
        """Everything a place lies within, nearest first, each once; a circle ends where it began."""
        found: dict[str, None] = {}
        level = list(self.parents(place_id))
        while level:
            new = [parent for parent in dict.fromkeys(level) if parent not in found and parent != place_id]
            found.update(dict.fromkeys(new))
            level = [above for parent in new for above in self.parents(parent)]
        return tuple(found)

    def children(self, place_id: str) -> tuple[str, ...]:
        """The published places directly within a place, by id."""
        return tuple(self._children.get(place_id, ()))

    def near(self, place_id: str, km: float) -> tuple[tuple[str, float], ...]:
        """The published places within a distance, nearest first, each with its great-circle distance in kilometres.

        Only points of precision exact or near count, on both sides: the middle of a province is near nothing.
        """
        place = self._places.get(place_id)
        if place is None or place.at is None or place.precision not in PINPOINTS:
            return ()
        reach = km / KM_PER_DEGREE
        low = bisect_left(self._points, (place.at.lat - reach, -math.inf, ""))
        high = bisect_right(self._points, (place.at.lat + reach, math.inf, "~"))
        measured = (
            (distance_km(place.at.lat, place.at.lon, lat, lon), other) for lat, lon, other in self._points[low:high]
        )
        return tuple((other, far) for far, other in sorted(measured) if far <= km and other != place_id)

    def named(self, text: str) -> tuple[str, ...]:
        """The published places that have a name, case, blanks, apostrophes and vowel signs left out of account."""
        return self.by_name.get(folded(text), ())

    def spelt(self, slug: str) -> str | None:
        """The one place with a name that gives this slug (`ar-raqqah` for Ar Raqqah), for hints."""
        found = {place for name, places in self.by_name.items() if slugged(name) == slug for place in places}
        return found.pop() if len(found) == 1 else None


_ALIKE = str.maketrans(
    {
        # Apostrophes, and the hamza and ayn of romanised Arabic; hyphens; vowel signs of Arabic, and its stroke.
        **dict.fromkeys("\u2018\u2019\u02bb\u02bc\u02be\u02bf\u0060\u00b4\u2032", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013", "-"),
        **dict.fromkeys([*map(chr, range(0x64B, 0x653)), "\u0640", "\u0670"]),
    }
)


def folded(name: str) -> str:
    """A name without what does not tell two names apart: case, runs of blanks, forms of apostrophe and hyphen, and the
    vowel signs of Arabic."""
    return " ".join(unicodedata.normalize("NFC", name).translate(_ALIKE).split()).casefold()


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """The great-circle distance of two points in degrees, in kilometres (haversine formula)."""
    a, b = math.radians(lat_a), math.radians(lat_b)
    across = math.radians(lon_b - lon_a)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))
