"""`series.json`, whole on a small chronology, and what follows from the numbers of a series."""

from __future__ import annotations

import json
from typing import Any

from fasti.exports import export
from tests.exports.download import GOLDEN, download
from tests.kit.golden import Golden
from tests.views.small import edition

TOLD = """\
title: Share held
measure: share-of-empire
direction: held
of: the city
baseline: 1453-04
comparable_with: other
points:
  - {value: 100, at: 1453-04-05, sources: letter}
  - {value: more than 96, at: 1453-05-28, who: sultan, sources: letter p2}
  - {value: nearly 96, at: 1453-05-28, who: envoy, sources: letter p3}
"""
OTHER = "title: Other\nmeasure: share-of-empire\ndirection: held\nof: The city\n"


def of_series(series: str) -> dict[str, Any]:
    """What follows from a series, as the file beside its page has it."""
    files = export(edition({"series/told.yml": TOLD, "series/other.yml": OTHER}))
    found: dict[str, Any] = json.loads(files[f"figures/{series}/index.json"])["derived"]
    return found


def test_the_download_is_what_its_file_has(golden: Golden):
    golden.check(GOLDEN / "series.json", download("series.json"))


def test_a_derived_number_is_marked_and_has_both_its_numbers_and_its_sum():
    assert of_series("told")["sums"] == [
        {
            "derived": True,
            "kind": "difference",
            "unit": "percentage point",
            "group": None,
            "from": {
                "text": "100",
                "at": "1453-04-05",
                "event": None,
                "voices": [{"kind": "source", "id": "letter"}],
            },
            "to": {
                "text": "more than 96",
                "at": "1453-05-28",
                "event": None,
                "voices": [{"kind": "actor", "id": "sultan"}],
            },
            "since_baseline": True,
            "low": -4,
            "best": None,
            "high": None,
            "low_open": True,
            "high_open": True,
            "text": "more than −4",
            "sum": "(more than 96) − 100: more than 96 − 100 = −4",
            "accounts": 3,
            "all_accounts": "",
        }
    ]


def test_more_than_96_and_nearly_96_are_two_numbers_with_two_speakers():
    told = [
        (found["text"], found["low"], found["high"], found["headline"], found["voices"]["voices"][0]["id"])
        for found in of_series("told")["numbers"]
    ]
    assert told == [
        ("100", 100, 100, True, "letter"),
        ("more than 96", 96, None, True, "sultan"),
        ("nearly 96", None, 96, False, "envoy"),
    ]


def test_series_that_may_be_compared_say_so_of_each_other():
    assert [of_series(series)["comparable"] for series in ("told", "other")] == [["other"], ["told"]]
