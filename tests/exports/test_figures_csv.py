"""`figures.csv`, whole on a small chronology."""

from __future__ import annotations

import csv

from fasti.exports import export
from tests.exports.download import GOLDEN, download
from tests.kit.golden import Golden
from tests.views.small import edition


def test_the_download_is_what_its_file_has(golden: Golden):
    golden.check(GOLDEN / "figures.csv", download("figures.csv"))


def test_numbers_that_disagree_stand_in_rows_of_their_own_each_with_its_speakers():
    told = (
        "title: Share\nmeasure: share-of-empire\ndirection: held\nof: the city\npoints:\n"
        "  - {value: more than 96, at: 1453-05-28, who: [sultan, empire], sources: letter p2}\n"
        "  - {value: nearly 96, at: 1453-05-28, who: envoy, sources: letter p3}\n"
        "rivals: {points: {value: 95, at: 1453-05-28, sources: letter}, status: rejected, stance: doubts, who: envoy}\n"
    )
    text = export(edition({"series/told.yml": told}))["data/v1/figures.csv"].decode()
    keys = ("value", "low", "best", "high", "low_open", "high_open", "speaker", "headline", "status", "stance")
    rows = [[row[key] for key in keys] for row in csv.DictReader(text.splitlines()) if row["series"] == "told"]
    assert rows == [
        ["more than 96", "96", "", "", "true", "true", "sultan; empire", "true", "", "asserts"],
        ["nearly 96", "", "", "96", "true", "true", "envoy", "false", "", "asserts"],
        ["95", "95", "95", "95", "false", "false", "envoy", "false", "rejected", "doubts"],
    ]
