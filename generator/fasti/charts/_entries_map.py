"""How many entries were at each place: the map of the page that explores, whose script draws its dots anew.

Input: the rows of `map.py` and an edition; output: the same rows with dots as large as their entries are many, and
their words. Invariant: an entry is counted where it was, not at places that it only speaks of or that hold its place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fasti.charts._base import Words
from fasti.charts._day import Town, vague_words
from fasti.charts._spots import Part
from fasti.language import _, commas, isolated

if TYPE_CHECKING:
    from fasti.charts.map import MapRows


def counted(edition: Any) -> dict[str, int]:
    """How many entries were at each place, the places by id."""
    found: dict[str, int] = {}
    for placed in (*edition.chronology.events, *edition.chronology.undated):
        for place in dict.fromkeys(map(str, edition.event(placed.id).places)):
            found[place] = found.get(place, 0) + 1
    return dict(sorted(found.items()))


def radius(entries: int) -> float:
    """Of a dot, in pixels: its area grows with the entries, up to some fifty."""
    return round(min(2.2 + 1.15 * entries**0.5, 10.0), 2)


def of_entries(chart: MapRows, count: dict[str, int]) -> MapRows:
    """The map with a dot a place."""
    entries = tuple(count[place.place] for place in chart.places)
    towns = tuple(Town((_disc(radius(number)),), "", "", "", "") for number in entries)
    return replace(chart, towns=towns, entries=entries)


def _disc(r: float) -> Part:
    path = f"M{r:g},0A{r:g},{r:g},0,1,1,{-r:g},0A{r:g},{r:g},0,1,1,{r:g},0Z"
    return Part(path, fill="ink", stroke="paper", width=1, disc=r)


def words_of_entries(chart: MapRows) -> Words:
    """Caption, description, and a table with the number of each place."""
    told = sorted(zip(chart.places, chart.entries, strict=True), key=lambda row: (-row[1], row[0].label, row[0].place))
    rows = tuple((place.label, str(number)) for place, number in told)
    most = commas(f"{isolated(place.label)} {number}" for place, number in told[:6])
    caption = _("Where the entries were: the larger the dot, the more.")
    columns = (_("Place"), _("Entries"))
    return Words(caption + vague_words(chart), _("Most: %(places)s.", places=most), columns, rows, chart.ground.credit)
