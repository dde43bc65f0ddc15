"""Drawing: the same bytes every time, fit for a strict policy, small, kept by digest, and never an empty frame."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import vl_convert

from fasti.charts import Drawn, _paint, actors_css, draw, support
from fasti.charts._base import kinds
from fasti.charts._paint import paint, specification
from fasti.charts._prerender import prerender
from fasti.charts._svg import tidy
from fasti.charts.control import CHART as CONTROL_CHART
from fasti.charts.control import rows as control_rows
from fasti.records import ChartCall, chart_call
from tests.charts.an_edition import AnEdition
from tests.charts.test_map import real_layers

CALLS = tuple(
    chart_call(address)
    for address in (
        "control",
        "control?places=harran",
        "entries",
        "figures",
        "figures?series=north-lost",
        "map?place=harran",
        "map?places=harran,qaim,border-post,last-town",
        "map?day=2017-10-17&places=harran,qaim",
        "map?day=2017-10-17&steps=all",
    )
)


@pytest.fixture(scope="module")
def drawn() -> dict[ChartCall, Drawn]:
    return draw(AnEdition(layers=real_layers()), CALLS)


def pictures(drawn: dict[ChartCall, Drawn]) -> list[str]:
    return [picture.svg("a b") for chart in drawn.values() for picture in (chart.wide, chart.narrow) if picture]


def test_every_call_is_drawn_once_and_one_with_nothing_to_show_is_left_out(drawn: dict[ChartCall, Drawn]) -> None:
    assert sorted(drawn) == sorted(CALLS)
    assert draw(AnEdition(), [chart_call("control?places=nowhere-said")]) == {}


def test_a_second_drawing_in_one_process_is_the_same_bytes(drawn: dict[ChartCall, Drawn]) -> None:
    assert draw(AnEdition(layers=real_layers()), reversed(CALLS)) == drawn


def test_pictures_hold_no_style_no_id_and_no_class(drawn: dict[ChartCall, Drawn]) -> None:
    for svg in pictures(drawn):
        root = ElementTree.fromstring(svg)
        names = {name for element in root.iter() for name in element.attrib}
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert tags <= {"svg", "g", "path", "line", "text"}
        assert names & {"style", "id", "class", "clip-path", "href", "role"} == {"role"}
        assert [element.get("role") for element in root.iter() if element.get("role")] == ["img"]


def test_every_colour_is_one_that_the_page_decides(drawn: dict[ChartCall, Drawn]) -> None:
    for svg in pictures(drawn):
        colours = set(re.findall(r' (?:fill|stroke)="([^"]+)"', svg)) - {"none", "transparent"}
        assert colours and all(re.fullmatch(r"var\(--[a-z0-9-]+\)", colour) for colour in colours)


def test_words_are_words_and_none_is_smaller_than_twelve_pixels(drawn: dict[ChartCall, Drawn]) -> None:
    for svg in pictures(drawn):
        assert min(int(size) for size in re.findall(r'font-size="(\d+)"', svg)) >= 12
    assert ">Port of the Two Mouths</text>" in drawn[chart_call("control")].narrow.body


def test_pictures_stay_below_sixty_kilobytes(drawn: dict[ChartCall, Drawn]) -> None:
    assert max(len(svg.encode()) for svg in pictures(drawn)) < 60_000


def test_specifications_carry_their_data_and_no_address(drawn: dict[ChartCall, Drawn]) -> None:
    specs = [chart.spec for chart in drawn.values() if chart.spec]
    assert len(specs) == 5
    for spec in specs:
        assert "//" not in spec and '"url"' not in spec
        assert sorted(json.loads(spec)) == ["narrow", "wide"]


def test_what_is_kept_is_what_is_drawn_and_a_damaged_keeping_is_drawn_again(tmp_path: Path) -> None:
    edition = AnEdition()
    first = draw(edition, CALLS[:1], tmp_path)
    (kept,) = tmp_path.glob("*.json")
    assert draw(edition, CALLS[:1], tmp_path) == first == draw(edition, CALLS[:1])
    kept.write_text(kept.read_text("utf-8")[:100], "utf-8")
    assert draw(edition, CALLS[:1], tmp_path) == first


def test_a_picture_that_is_kept_is_drawn_without_altair(tmp_path: Path) -> None:
    draw(AnEdition(), CALLS[:1], tmp_path)
    code = (
        "import sys; from pathlib import Path; from fasti.charts import draw; from fasti.records import chart_call;"
        "from tests.charts.an_edition import AnEdition;"
        "assert draw(AnEdition(), [chart_call('control')], Path(sys.argv[1]));"
        "sys.exit('altair' in sys.modules or 'vl_convert' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=root, check=False).returncode == 0


def test_a_layout_that_names_unknown_data_is_refused() -> None:
    chart = control_rows(AnEdition(), chart_call("control"))

    def misspelt(rows: object, variant: str) -> object:
        layout = CONTROL_CHART.layout(rows, variant)
        return replace(layout, data={**layout.data, "barz": []})

    with pytest.raises(LookupError, match="chart `control` has no data named barz"):
        prerender(replace(CONTROL_CHART, layout=misspelt), chart)  # type: ignore[arg-type]


def test_what_vega_writes_is_made_small_and_says_the_same() -> None:
    assert (
        drawn_small(
            '<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="9" height="9"><g fill="none" stroke-miterlimit="10">'
            '<g class="mark-group" role="graphics-object" aria-roledescription="x"><path class="background" d="M0,0h9"/>'
            '<g clip-path="url(#clip7)"><path d="M0.123456,1h1" fill="a" opacity="1"/><path d="M1,1" fill="a"/></g>'
            '<text style="x:y" font-size="13px" text-anchor="start" transform="translate(0,0)" font-family="sans">a &lt; b</text></g></g></svg>'
        )
        == '<g fill="none"><g fill="a"><path d="M0.12,1h1"/><path d="M1,1"/></g><text font-size="13">a &lt; b</text></g>'
    )


def drawn_small(svg: str) -> str:
    return tidy(ElementTree.fromstring(svg))


def test_charts_drawn_together_are_those_drawn_one_by_one() -> None:
    """`paint` leaves texts empty and lays pictures over each other, for the sake of speed alone."""
    edition = AnEdition(layers=real_layers())
    for name in sorted({call.name for call in CALLS}):
        kind = kinds()[name]
        found = [rows for call in CALLS if call.name == name and (rows := kind.rows(edition, call)) is not None]
        layouts = [kind.layout(rows, variant) for rows in found for variant in kind.variants]
        assert len(layouts) > 1, name
        alone = [
            tidy(ElementTree.fromstring(vl_convert.vega_to_svg(specification(kind, layout)))) for layout in layouts
        ]
        assert paint(kind, layouts) == alone, name
        assert any("<text" in body for body in alone), name


def test_a_drawing_in_which_a_mark_is_missing_is_drawn_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    kind, rows = CONTROL_CHART, control_rows(AnEdition(), chart_call("control"))
    layouts = [kind.layout(rows, variant) for variant in kind.variants]
    together = paint(kind, layouts)
    monkeypatch.setattr(_paint, "_taken_apart", lambda *_: None)
    assert paint(kind, layouts) == together


def test_actors_have_their_colours_in_light_dark_and_print() -> None:
    css = actors_css(AnEdition())
    assert css.splitlines()[0] == (
        ":root{--actor-league:#C18615;--actor-north:#343331;--actor-river:#AA3D25;--actor-south:#5752B7;}"
    )
    assert css.count("--actor-league:#E6A22B;") == 2
    assert ".actor-league{--actor:var(--actor-league)}" in css


def test_charts_bring_their_files_and_vega_only_where_one_can_be_explored(
    drawn: dict[ChartCall, Drawn], tmp_path: Path
) -> None:
    files = support(AnEdition(), drawn, tmp_path)
    specs = sorted(f"assets/charts/{chart.spec_name}" for chart in drawn.values() if chart.spec)
    assert sorted(files) == sorted(["assets/actors.css", "assets/fasti-vega.js", *specs])
    assert files == support(AnEdition(), drawn, tmp_path)
    maps = {call: chart for call, chart in drawn.items() if chart.kind == "map"}
    assert sorted(support(AnEdition(), maps)) == ["assets/actors.css"]
