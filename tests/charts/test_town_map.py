"""Who held what on a day, drawn: every place has its dot, crowded ones an inset, and other days their looks."""

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from fasti.charts._day import live
from fasti.charts._spots import look
from fasti.charts._text import width
from fasti.charts.map import CHART, rows, words
from fasti.records import Point, chart_call
from tests.charts.an_edition import CONTROL, LABELS, PLACES, AnEdition, APlace, Control, day, intervals, said
from tests.charts.test_map import layers, real_layers

TOWNS = sorted(place for place, record in PLACES.items() if record.at and place in CONTROL)


def chart_of(call: str, edition: Any = None) -> Any:
    chart = rows(edition or AnEdition(layers=real_layers()), chart_call(call))
    assert chart is not None
    return chart


class Crowded(AnEdition):
    """Twenty villages on one hill, and one town far away."""

    def place(self, place: str) -> APlace:
        if place == "far":
            return APlace(Point(36.3, 38.2))
        number = int(place.removeprefix("village-"))
        return APlace(Point(34.5 + number // 5 * 0.01, 40.9 + number % 5 * 0.01))

    def place_label(self, place: str) -> str:
        return place.capitalize()


def crowded() -> AnEdition:
    names = ["far", *(f"village-{number}" for number in range(20))]
    table = {name: intervals(name, ("2017-10-01", None, said("north"))) for name in names}
    return Crowded(control=Control(table), layers=real_layers())


def test_without_places_a_day_shows_all_that_were_held_and_have_a_point() -> None:
    assert [place.place for place in chart_of("map?day=2017-10-17").places] == TOWNS
    assert [place.place for place in chart_of("map?day=2017-10-17&places=qaim,harran").places] == ["qaim", "harran"]


def test_the_table_says_who_held_what_on_the_day() -> None:
    told = words(chart_of("map?day=2017-10-17&places=harran,old-ferry,qaim,port-of-the-two-mouths"))
    assert told.caption == "Who held what on 17 October 2017."
    assert told.columns == ("Place", "Held by", "Besieged by", "Extent", "How we know")
    assert told.rows == (
        ("Harran", "LEA", "", "whole", "a document says so"),
        ("Old Ferry", "N or SOU", "", "whole", "left open by the documents"),
        ("Qaim", "nobody says", "", "whole", "no document speaks of it"),
        ("Port of the Two Mouths", "RIV", "", "part", "nothing said since"),
    )
    besieged = words(chart_of("map?day=2015-01-01&places=port-of-the-two-mouths")).rows
    assert besieged == (("Port of the Two Mouths", "RIV", "N", "part", "a document says so"),)


@pytest.mark.parametrize("variant", ["wide", "narrow"])
def test_every_place_has_its_dot_in_the_look_of_its_day(variant: str) -> None:
    chart = chart_of("map?day=2017-10-17")
    layout = CHART.layout(chart, variant)
    drawn: dict[str, list[tuple[str, float]]] = {}
    for part in layout.data["spots"]:
        drawn.setdefault(part["place"], []).append((part["shape"], part["area"]))
    edition = AnEdition()
    expected = {place: look(edition.control.on(place, day("2017-10-17")).interval) for place in TOWNS}
    assert drawn == {
        place: [("circle", round(4 * part.disc**2, 2)) if part.disc else (part.path, 4) for part in seen]
        for place, seen in expected.items()
    }


@pytest.mark.parametrize("variant", ["wide", "narrow"])
def test_where_places_crowd_an_inset_shows_them_again_and_names_them(variant: str) -> None:
    layout = CHART.layout(chart_of("map?day=2017-10-17", crowded()), variant)
    again = {part["place"] for part in layout.data["inset-spots"]} - {""}
    assert again == {f"village-{number}" for number in range(20)}
    named = {name["text"] for name in layout.data["inset-names"]}
    assert len([name for name in named if name.startswith("Village")]) >= 10
    assert "Far" in {name["text"] for name in layout.data["names"]}


@pytest.mark.parametrize("variant", ["wide", "narrow"])
@pytest.mark.parametrize("edition", [AnEdition(layers=real_layers()), crowded()])
def test_names_never_overlap(variant: str, edition: AnEdition) -> None:
    layout = CHART.layout(chart_of("map?day=2017-10-17", edition), variant)
    for layer in ("names", "inset-names"):
        boxes = []
        for name in layout.data[layer]:
            long = width(name["text"], name["size"], bold=name["weight"] == 600)
            left = name["x"] - {"left": 0, "center": long / 2, "right": long}[name["align"]]
            boxes.append((left, name["y"] - name["size"] * 0.7, left + long, name["y"]))
        assert [
            (one, two)
            for at, one in enumerate(boxes)
            for two in boxes[:at]
            if one[0] < two[2] and one[2] > two[0] and one[1] < two[3] and one[3] > two[1]
        ] == []


def test_places_at_one_point_stand_side_by_side() -> None:
    class Edition(AnEdition):
        def place(self, place: str) -> APlace:
            return APlace(Point(35.0, 40.0))

    layout = CHART.layout(chart_of("map?day=2017-10-17&places=qaim,harran,marash", Edition(layers=layers())), "wide")
    xs = sorted({part["x"] for part in layout.data["spots"]})
    assert [round(b - a, 1) for a, b in pairwise(xs)] == [11, 11]


def test_a_map_that_steps_has_the_look_of_every_place_on_every_day() -> None:
    chart = chart_of("map?day=2017-10-17&steps=all")
    told = json.loads(live(chart))
    edition = AnEdition()
    for moment in range(day("2013-12-01"), day("2017-12-31")):
        for place in TOWNS:
            number = [look for first, look in told["places"][place] if first is None or first <= moment][-1]
            expected = look(edition.control.on(place, moment).interval)
            assert [part["d"] for part in told["looks"][number]] == [part.path for part in expected], (place, moment)
    assert told["caption"].startswith("Who held what on {day}.")


def test_a_map_of_one_day_or_of_none_does_not_step() -> None:
    assert live(chart_of("map?day=2017-10-17")) == ""
    assert live(chart_of("map?place=harran")) == ""


def test_what_a_page_takes_over_can_end_no_element() -> None:
    chart = chart_of("map?day=2017-10-17&steps=all")
    broken = replace(chart, steps=tuple(((None, look(said_interval())),) for _ in chart.places))
    assert not {"<", "&"} & set(live(broken))


def said_interval() -> Any:
    return intervals("x", ("2017-10-01", None, said("</template>&lt;")))[0]


def test_the_key_explains_the_marks_of_the_day_and_a_map_that_steps_those_of_all_days() -> None:
    assert chart_of("map?day=2017-10-17&places=harran").marks == ("attested",)
    assert chart_of("map?day=2017-10-17&places=harran&steps=all").marks == ("attested", "carried", "split", "unknown")


def test_a_place_that_no_statement_speaks_of_is_unknown() -> None:
    edition = AnEdition(control=Control({"harran": CONTROL["harran"]}), layers=layers())
    assert words(chart_of("map?day=2017-10-17&places=harran,qaim", edition)).rows[1][:2] == (
        LABELS["qaim"],
        "nobody says",
    )
