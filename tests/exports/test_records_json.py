"""The data beside each record's page."""

from __future__ import annotations

import json

from fasti.exports import export
from fasti.records import KINDS
from tests.views.small import edition


def test_every_record_that_has_a_page_has_its_data_beside_it():
    files = export(edition())
    assert sorted(path for path in files if path.endswith("/index.json")) == [
        "actors/empire/index.json",
        "actors/envoy/index.json",
        "actors/sultan/index.json",
        "events/fall/index.json",
        "events/gone/index.json",
        "events/later/index.json",
        "events/lost/index.json",
        "events/omen/index.json",
        "events/siege/index.json",
        "figures/held/index.json",
        "places/city/index.json",
        "places/empire-land/index.json",
        "places/harbour/index.json",
        "sources/chronicle/index.json",
        "sources/letter/index.json",
    ]
    gone = json.loads(files["events/gone/index.json"])
    assert gone["record"]["withdrawn"]["why"] == "The letter was forged."
    assert gone["derived"] == {}


def test_a_record_is_the_same_in_its_own_file_and_among_all():
    files = export(edition())
    for kind in KINDS:
        name = "series" if kind == "series" else f"{kind}s"
        for found in json.loads(files[f"data/v1/{name}.json"])["records"]:
            address = found["address"].removeprefix("https://example.org/fasti/")
            alone = json.loads(files[f"{address}index.json"])
            assert {key: alone[key] for key in found} == found
