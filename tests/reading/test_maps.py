"""The base map: what the settings list or the folder holds; a layer that cannot be used is told."""

from dataclasses import replace
from pathlib import Path

from fasti.diagnostics import Report, render_concise
from fasti.reading import read_layers
from fasti.settings import MapSettings, Settings

LAYER = '{"type": "FeatureCollection", "features": []}'


def a_project(folder: Path, files: dict[str, str]) -> Settings:
    (folder / "content/maps").mkdir(parents=True)
    for name, text in files.items():
        (folder / "content/maps" / name).write_text(text, "utf-8")
    return Settings(project=folder)


def test_every_layer_of_the_folder_is_read_by_name(tmp_path: Path) -> None:
    settings = a_project(tmp_path, {"rivers.geojson": LAYER, "lakes.geojson": LAYER, "README.md": "# Maps"})
    assert list(read_layers(settings, Report())) == ["lakes.geojson", "rivers.geojson"]


def test_layers_of_the_settings_are_read_in_their_order_and_a_missing_one_is_told(tmp_path: Path) -> None:
    settings = a_project(tmp_path, {"a.geojson": LAYER, "b.geojson": LAYER, "c.geojson": LAYER})
    chosen = replace(settings, map=MapSettings(layers=("c.geojson", "a.geojson", "gone.geojson")))
    report = Report()
    assert list(read_layers(chosen, report)) == ["c.geojson", "a.geojson"]
    assert render_concise(report.diagnostics) == (
        "content/maps/gone.geojson: error FST114 there is no such layer (see `content/maps/README.md`)\n"
    )


def test_a_layer_that_cannot_be_used_is_left_out_and_told(tmp_path: Path) -> None:
    settings = a_project(tmp_path, {"a.geojson": "{", "b.geojson": "[]", "c.geojson": '{"type": "Topology"}'})
    report = Report()
    assert read_layers(settings, report) == {}
    assert [d.message for d in report.diagnostics] == [
        "this layer is not JSON",
        "this layer is no GeoJSON feature collection",
        "this layer is no GeoJSON feature collection",
    ]


def test_a_site_without_a_maps_folder_has_no_base_map(tmp_path: Path) -> None:
    report = Report()
    assert read_layers(Settings(project=tmp_path), report) == {}
    assert report.diagnostics == ()
