"""The page of the whole order, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

import pytest

from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "chronology.html", content(page(edition(), "chronology")))


def test_the_whole_order_is_on_one_page_until_it_is_long(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("fasti.views.chronology.MOST_WHOLE", 3)
    found = page(edition(), "chronology").view
    assert [
        (y["title"], y["count"], y["events"], [(m["title"], m["address"], m["count"]) for m in y["months"]])
        for y in found["years"]
    ] == [
        (
            "1453",
            "three entries",
            [],
            [("Mar", "chronology/1453/#m03", "one entry"), ("May", "chronology/1453/#m05", "one entry")],
        ),
        ("1461", "one entry", [], [("Aug", "chronology/1461/#m08", "one entry")]),
    ]


def test_what_is_known_only_to_the_year_is_counted_in_no_month():
    made = edition({"events/later.yml": "title: A\ntype: capture\nwhen: 1461\n"})
    assert [(y["title"], [m["title"] for m in y["months"]]) for y in page(made, "chronology").view["years"]] == [
        ("1453", ["Mar", "May"]),
        ("1461", []),
    ]
