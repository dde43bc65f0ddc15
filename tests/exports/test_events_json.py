"""`events.json`, whole on a small chronology."""

from __future__ import annotations

import pytest

from fasti.exports._values import value_of
from fasti.records import When
from tests.exports.download import GOLDEN, download
from tests.kit.golden import Golden


def test_the_download_is_what_its_file_has(golden: Golden):
    golden.check(GOLDEN / "events.json", download("events.json"))


@pytest.mark.parametrize(
    ("known", "days"),
    [
        (["from"], {"earliest": "1683-07-14", "latest": None}),
        (["to"], {"earliest": None, "latest": "1683-09-12"}),
        ([], {"earliest": None, "latest": None}),
    ],
)
def test_an_edge_of_knowledge_is_told_and_limits_nothing(known: list[str], days: dict[str, str | None]):
    when = When.model_validate({"from": "1683-07-14", "to": "1683-09-12", "edges_known": known})
    told = {"from": "1683-07-14", "to": "1683-09-12", "mode": "throughout", **days, "edges_known": known}
    assert value_of(when) == told
