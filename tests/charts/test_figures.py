"""Figures: one panel a definition, each number in the form of its words."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from fasti.charts.figures import CHART, rows, words
from fasti.records import chart_call
from tests.charts.an_edition import AnEdition
from tests.kit.golden import Golden

GOLDEN = Path(__file__).parent / "golden"


def test_the_specification_is_the_one_we_read(golden: Golden) -> None:
    golden.check(GOLDEN / "figures.spec.json", json.dumps(CHART.spec().to_dict(), indent=1) + "\n")


def test_the_rows_are_the_ones_we_read(golden: Golden) -> None:
    chart = rows(AnEdition(), chart_call("figures"))
    assert chart is not None
    golden.check(GOLDEN / "figures.rows.json", json.dumps(asdict(chart), indent=1, ensure_ascii=False) + "\n")


def test_lost_and_held_never_share_a_panel() -> None:
    chart = rows(AnEdition(), chart_call("figures?actor=north"))
    assert chart is not None
    assert [(panel.series, panel.measured) for panel in chart.panels] == [
        ("fighters-left", "Fighters"),
        ("north-holds", "percent of the province, held"),
        ("north-lost", "percent of what it once held in both countries, lost"),
    ]


@pytest.mark.parametrize(
    ("call", "series"),
    [
        ("figures?series=north-lost,fighters-left", ["north-lost", "fighters-left"]),
        ("figures?place=harran", ["north-lost"]),
        ("figures?actor=north&place=harran", ["north-lost"]),
    ],
)
def test_a_call_chooses_series_by_name_actor_or_place(call: str, series: list[str]) -> None:
    chart = rows(AnEdition(), chart_call(call))
    assert chart is not None
    assert [panel.series for panel in chart.panels] == series


@pytest.mark.parametrize("call", ["figures?actor=south", "figures?place=qaim", "figures?series=not-there"])
def test_nothing_to_show_is_no_chart(call: str) -> None:
    assert rows(AnEdition(), chart_call(call)) is None


def test_a_number_that_leaves_out_its_bound_is_a_ring_and_one_that_includes_it_a_dot() -> None:
    chart = rows(AnEdition(), chart_call("figures?series=north-lost,fighters-left"))
    assert chart is not None
    drawn = [dot for dot in CHART.layout(chart, "narrow").data["dots"] if "tip" in dot]
    fills = {dot["tip"].partition(": ")[2].partition(",")[0]: dot["fill"] for dot in drawn}
    assert {words: fill == "var(--paper)" for words, fill in fills.items()} == {
        "more than 90": True,
        "nearly 96": True,
        "96": False,
        "up to 2": False,
        "about 1500": False,
        "at least 300": False,
        "less than 900": True,
    }


def test_a_range_and_a_word_have_a_box_and_no_dot() -> None:
    chart = rows(AnEdition(), chart_call("figures?series=fighters-left"))
    assert chart is not None
    data = CHART.layout(chart, "narrow").data
    boxes = [box["tip"] for box in data["ranges"]]
    dots = [dot["tip"] for dot in data["dots"] if "tip" in dot]
    for told in ("dozens", "500 to 700"):
        assert any(told in tip for tip in boxes)
        assert not any(told in tip for tip in dots)


def test_nearly_ends_at_its_value_and_more_than_leaves_it() -> None:
    chart = rows(AnEdition(), chart_call("figures?series=north-lost"))
    assert chart is not None
    data = CHART.layout(chart, "narrow").data
    at = {dot["tip"].partition(": ")[2].partition(",")[0]: dot["x"] for dot in data["dots"] if "tip" in dot}
    arrow, whisker = data["lines"]
    assert arrow["x"] == at["more than 90"] < arrow["x2"]
    assert whisker["x"] < whisker["x2"] == at["nearly 96"]


def test_the_words_name_every_speaker_with_the_number_as_told() -> None:
    chart = rows(AnEdition(), chart_call("figures?series=north-lost"))
    assert chart is not None
    assert words(chart).description == (
        "Land the north has lost, percent of what it once held in both countries, lost: The League’s spokesman at the "
        "ferry more than 90 (17 Oct 2017); The river command nearly 96 (3 Nov 2017); The Gazette 96 (4 Nov 2017)."
    )
