"""The page of downloads, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from fasti.records import KINDS, RECORD_TYPES
from fasti.views import Download, view
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "data.html", content(page(edition(), "data")))


def test_downloads_are_listed_with_their_size_and_losses():
    given = Download(
        name="a.csv", path="data/v1/a.csv", media_type="text/csv", size=13_400, summary="All.", loses=("x", "y")
    )
    found = next(p for p in view(edition(), [given]) if p.kind == "data")
    assert found.view["downloads"] == [
        {"name": "a.csv", "path": "data/v1/a.csv", "size": "13 kB", "summary": "All.", "loses": ["x", "y"]}
    ]


def test_every_field_of_every_kind_is_in_the_codebook():
    found = page(edition(), "data").view["codebook"]
    assert {group["kind"].lower(): [field["name"] for field in group["fields"]] for group in found} == {
        kind: [info.alias or name for name, info in RECORD_TYPES[kind].model_fields.items()] for kind in KINDS
    }
