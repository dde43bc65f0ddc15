"""A point outside the larger place is told, with how far; what the map does not show is not."""

from __future__ import annotations

import json

import pytest

from fasti.checks._polygons import areas
from fasti.records import Point
from tests.kit.builders import a_place, a_source, an_event
from tests.kit.reports import checked


def square(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def a_layer(**shapes: list[list[list[float]]]) -> dict[str, object]:
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": rings}}
        for name, rings in shapes.items()
    ]
    return {"type": "FeatureCollection", "features": features}


# Arda lies in the middle of the layer, Bora at its western edge, where the layer may be cut off.
LAYER = a_layer(Arda=[square(20, 40, 22, 42)], Bora=[square(10, 35, 12, 50)], Cilo=[square(30, 35, 31, 50)])
VOCABULARY = """\
event_types: {battle: {label: Battle, class: happened}}
place_kinds: {city: {label: City}, province: {label: Province}}
source_kinds: {news: {label: News}}
"""
AROUND = {
    "vocabulary.yml": VOCABULARY,
    "maps/land.geojson": json.dumps(LAYER),
    "sources/s.yml": a_source(),
    "events/e.yml": an_event(type="battle", where="[p, arda, bora, dene]", sources="s"),
    "places/arda.yml": a_place(names="Arda province", kind="province"),
    "places/bora.yml": a_place(names="[Province of Bora, Bora]", kind="province", at="41, 11"),
    "places/dene.yml": a_place(names="Dene", kind="province"),
}
HINT = "correct the point or `within`, or say by `precision` that it stands for more than a spot"


def lines_of(files: dict[str, str] | None = None, **place: str) -> list[str]:
    text = a_place(**{"names": "Vale", "within": "arda", **place})
    return checked({**AROUND, "places/p.yml": text, **(files or {})}).lines


def test_a_point_outside_is_told_with_its_distance_and_one_inside_is_not():
    assert lines_of(at="43, 21") == [
        f"content/places/p.yml:4:5: warning FST508 `p` lies 111 km outside `arda` ({HINT})"
    ]
    assert lines_of(at="41, 21") == []


def test_exchanged_numbers_are_offered_the_other_way_round():
    assert lines_of(at="20.5, 41.25") == [
        "content/places/p.yml:4:5: warning FST508 `p` lies 2,953 km outside `arda` "
        "(did you mean `41.25, 20.5`? latitude comes first)"
    ]


@pytest.mark.parametrize(
    "at, precision, told",
    [
        ("42.04, 21", "exact", False),
        ("42.06, 21", "exact", True),
        ("42.1, 21", "near", False),
        ("42.3, 21", "near", True),
        ("42.5, 21", "district", False),
        ("43, 21", "province", False),
        ("44, 21", "province", True),
        ("45, 21", "region", False),
    ],
)
def test_a_point_may_lie_outside_as_far_as_its_precision_says(at: str, precision: str, told: bool):
    assert bool(lines_of(at=at, precision=precision)) == told


def test_what_the_map_does_not_show_is_not_told():
    assert lines_of(at="43, 21", within="dene") == []
    assert lines_of(at="43, 21", within="{place: arda, when: 1500/1600}") == []
    assert lines_of(at="60, 0", within="bora") == []
    assert lines_of(within="arda") == []


def test_within_the_layer_an_area_at_its_edge_is_known():
    assert lines_of(at="43, 25", within="bora") == [
        f"content/places/p.yml:4:5: warning FST508 `p` lies 1,057 km outside `bora` ({HINT})"
    ]


def test_of_several_larger_places_one_is_enough():
    assert lines_of(at="41, 11", within="[arda, bora]") == []
    assert [line[:68] for line in lines_of(at="41, 21", within="[bora]")] == [
        "content/places/p.yml:4:5: warning FST508 `p` lies 755 km outside `bo"
    ]
    assert lines_of(at="43, 25", within="[arda, dene]") == []


def test_a_larger_place_that_the_map_lacks_is_looked_for_in_what_it_lies_within():
    dene = {"places/dene.yml": a_place(names="Dene", kind="province", within="arda")}
    assert lines_of(dene, at="41, 21", within="dene") == []
    assert [line[:70] for line in lines_of(dene, at="43, 21", within="dene")] == [
        "content/places/p.yml:4:5: warning FST508 `p` lies 111 km outside `dene"
    ]


def test_an_area_that_only_shares_the_name_is_not_the_place():
    elsewhere = {"places/arda.yml": a_place(names="Arda", kind="province", at="45, 15")}
    assert lines_of(elsewhere, at="43, 21") == []


def test_a_layer_that_is_not_as_the_standard_has_it_shows_nothing():
    broken = {"maps/land.geojson": '{"features": [7, {"properties": 1}, {"properties": {"name": "Arda"}, "geometry": '
              '{"type": "Polygon", "coordinates": [[["a"], 1, 2, 3]]}}]}'}  # fmt: skip
    assert lines_of(broken, at="43, 21") == []


def test_holes_and_islands_are_what_they_are():
    layer = a_layer(Ring=[square(0, 0, 10, 10), square(4, 4, 6, 6)], Far=[square(-20, -20, 20, 20)])
    ring = areas({"a": layer})[0]
    assert ring.km_outside(Point(2, 2)) == 0
    assert [round(ring.km_outside(Point(lat, lon)) or 0) for lat, lon in ((5, 5), (5, 12), (12, 5))] == [111, 222, 222]
