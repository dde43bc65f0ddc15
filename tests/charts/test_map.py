"""Locator maps: what is drawn of the base map, what is dashed, and that names never overlap."""

import json
from math import dist
from pathlib import Path
from typing import Any

import pytest

from fasti.charts._ground import Projection, ground, holds
from fasti.charts.map import CHART, rows, words
from fasti.records import Point, chart_call
from tests.charts.an_edition import PLACES, AnEdition, APlace
from tests.kit.golden import Golden

GOLDEN = Path(__file__).parent / "golden"
MAPS = Path(__file__).parents[2] / "content/maps"


def real_layers() -> dict[str, Any]:
    return {path.name: json.loads(path.read_text("utf-8")) for path in sorted(MAPS.glob("*.geojson"))}


def a_line(*points: tuple[float, float], **about: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": about, "geometry": {"type": "LineString", "coordinates": list(points)}}


def a_square(west: float, south: float, side: float, **about: Any) -> dict[str, Any]:
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Feature", "properties": about, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def layers() -> dict[str, Any]:
    """Two countries side by side, a border that is settled in the north and not in the south, a river, an area in dispute."""
    return {
        "boundaries.geojson": {
            "credit": "Drawn by hand.",
            "features": [
                a_line((40, 36), (40, 38), status="International boundary"),
                a_line((40, 34), (40, 36), status="Line of control"),
            ],
        },
        "countries.geojson": {"features": [a_square(36, 34, 4, name="Westland"), a_square(40, 34, 4, name="Eastland")]},
        "disputed.geojson": {"features": [a_square(39.5, 35, 0.5, name="The Strip", type="Disputed")]},
        "rivers.geojson": {"features": [a_line((36, 35.9), (44, 36.1), name="Long River", scalerank=1)]},
    }


def test_the_specification_is_the_one_we_read(golden: Golden) -> None:
    golden.check(GOLDEN / "map.spec.json", json.dumps(CHART.spec().to_dict(), indent=1) + "\n")


def test_the_picture_of_a_small_base_map_is_the_one_we_read(golden: Golden) -> None:
    chart = rows(AnEdition(layers=layers()), chart_call("map?place=harran"))
    assert chart is not None
    golden.check(GOLDEN / "map.layout.json", json.dumps(CHART.layout(chart, "narrow").data, indent=1) + "\n")


def test_only_a_settled_border_is_a_whole_line() -> None:
    chart = rows(AnEdition(layers=layers()), chart_call("map?places=harran,old-ferry"))
    assert chart is not None
    borders = CHART.layout(chart, "narrow").data["borders"]
    lines = [(part, shape["dash"]) for shape in borders for part in shape["geometry"]["coordinates"]]
    middle = Projection(chart.window, 0, 0, 360, 280).at(40, 36)[1]
    whole = [part for part, dash in lines if not dash]
    dashed = [part for part, dash in lines if dash]
    assert whole and all(y <= middle + 1 for part in whole for _, y in part)
    assert dashed


def test_no_country_has_an_outline_of_its_own() -> None:
    chart = rows(AnEdition(layers=layers()), chart_call("map?place=harran"))
    assert chart is not None
    areas = CHART.layout(chart, "narrow").data["areas"]
    assert [(area["fill"], area["stroke"]) for area in areas] == [("var(--map-land)", "var(--map-land)")]


def test_an_area_in_dispute_says_so_and_is_dashed_on_the_real_map() -> None:
    class Edition(AnEdition):
        def place(self, place: str) -> APlace:
            return APlace(Point(33.1, 35.9)) if place == "golan" else super().place(place)

        def place_label(self, place: str) -> str:
            return "A hill"

    chart = rows(Edition(layers=real_layers()), chart_call("map?place=golan"))
    assert chart is not None
    data = CHART.layout(chart, "narrow").data
    assert "Golan Heights (disputed)" in [name["text"] for name in data["names"]]
    view = Projection(chart.window, 0, 0, 360, 280)
    ring = [view.at(*point) for f in chart.ground.disputed if f.name == "Golan Heights" for point in f.line]
    solid = [
        point
        for shape in data["borders"]
        if not shape["dash"] and shape["stroke"] == "var(--map-border)"
        for part in shape["geometry"]["coordinates"]
        for point in part
    ]
    # One settled border ends at its corner; none goes in.
    assert [point for point in solid if holds(ring, *point) and min(dist(point, edge) for edge in ring) > 1] == []


@pytest.mark.parametrize("call", ["map?place=harran", "map?place=salt-well", "map?places=" + ",".join(PLACES)])
def test_names_never_overlap_and_stay_on_the_sheet(call: str) -> None:
    from fasti.charts._text import width

    chart = rows(AnEdition(layers=real_layers()), chart_call(call))
    assert chart is not None
    boxes = []
    for name in CHART.layout(chart, "narrow").data["names"]:
        long = width(name["text"], name["size"], bold=name["weight"] == 600)
        left = name["x"] - {"left": 0, "center": long / 2, "right": long}[name["align"]]
        boxes.append((left, name["y"] - name["size"] * 0.7, left + long, name["y"]))
    assert all(0 <= a and 0 <= b and c <= 360 and d <= 280 for a, b, c, d in boxes)
    clashes = [
        (one, two)
        for i, one in enumerate(boxes)
        for two in boxes[:i]
        if one[0] < two[2] and one[2] > two[0] and one[1] < two[3] and one[3] > two[1]
    ]
    assert clashes == []


def test_a_place_without_a_point_and_a_site_without_a_base_map_have_no_map() -> None:
    assert rows(AnEdition(layers=layers()), chart_call("map?place=nowhere-said")) is None
    assert rows(AnEdition(), chart_call("map?place=harran")) is None


def test_a_point_that_stands_for_something_larger_is_hollow() -> None:
    chart = rows(AnEdition(layers=layers()), chart_call("map?place=salt-well"))
    assert chart is not None
    assert CHART.layout(chart, "narrow").data["dots"][0]["fill"] == "var(--paper)"
    assert "only stands for something larger" in words(chart).description


def test_the_credit_of_the_layers_goes_with_the_map() -> None:
    chart = rows(AnEdition(layers=layers()), chart_call("map?place=harran"))
    assert chart is not None
    assert words(chart).credit == "Drawn by hand."


def test_a_ring_larger_than_the_window_covers_it_and_one_outside_is_nothing() -> None:
    view = Projection((38, 35, 39, 36), 0, 0, 100, 100)
    land = ground(
        {"countries.geojson": {"features": [a_square(30, 30, 20, name="All"), a_square(0, 0, 1, name="Far")]}}
    ).land
    assert sorted(set(view.ring(land[0]))) == [(0, 0), (0, 100), (100, 0), (100, 100)]
    assert view.ring(land[1]) == []


def test_a_line_is_cut_at_the_edge_of_the_window() -> None:
    view = Projection((38, 35, 39, 36), 0, 0, 100, 100)
    river = ground({"rivers.geojson": {"features": [a_line((30, 35.5), (50, 35.5), name="R")]}}).rivers[0]
    assert view.lines(river) == [[(0, 50), (100, 50)]]
