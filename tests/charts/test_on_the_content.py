"""The charts of this repository's own records: they can be drawn, they say something, and every label fits its place."""

from pathlib import Path

import pytest

from fasti.charts import draw
from fasti.charts._text import width
from fasti.chronology import order
from fasti.corpus import gather
from fasti.derive import Edition, derive
from fasti.diagnostics import Report
from fasti.reading import read, read_layers, settings_for
from fasti.records import chart_call

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def edition() -> Edition:
    report = Report()
    settings = settings_for(ROOT, report)
    corpus = gather(read(settings, report), settings, report)
    return derive(corpus, order(corpus, report), layers=read_layers(settings, report))


def test_control_figures_entries_and_timeline_are_drawn_from_the_real_edition(edition: Edition) -> None:
    calls = [chart_call(name) for name in ("control", "figures", "entries", "timeline")]
    drawn = draw(edition, calls)
    assert sorted(drawn) == sorted(calls)
    for chart in drawn.values():
        assert chart.caption and chart.description and chart.rows
        assert chart.wide is not None and len(chart.wide.body) < 60_000
        assert len(chart.narrow.body) < 60_000


def test_every_place_with_a_statement_has_its_own_strip(edition: Edition) -> None:
    calls = [chart_call(f"control?places={place}") for place in edition.control.places]
    drawn = draw(edition, calls)
    told = [
        place
        for place in edition.control.places
        if any(run.basis != "unknown" for run in edition.control.intervals(place))
    ]
    assert sorted(call.params[0][1] for call in drawn) == sorted(told)


def test_no_label_and_no_bar_is_cut_off_by_the_edge_of_its_picture(edition: Edition) -> None:
    from fasti.charts._base import kinds

    for name in ("control", "figures", "entries", "timeline"):
        kind = kinds()[name]
        rows = kind.rows(edition, chart_call(name))
        for variant in kind.variants:
            layout = kind.layout(rows, variant)
            for label in layout.data["labels"]:
                long = width(label["text"], label["size"], bold=label["weight"] == 600)
                left = label["x"] - {"left": 0, "center": long / 2, "right": long}[label["align"]]
                assert left >= -1 and left + long <= layout.width + 1, label["text"]
            boxes = [box for name in layout.data for box in layout.data[name] if "x2" in box]
            assert all(0 <= box["x"] <= box["x2"] <= layout.width + 0.01 for box in boxes)
