"""A series' page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from typing import Any

from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "series.html", content(page(edition(), "series", "held")))


TOLD = """\
title: Defenders of the city
measure: defenders
about: empire
scope: city
baseline: 1453-04
definition: Armed men within the walls.
comparable_with: held-by-others
sources: chronicle
points:
  - {value: about 7000, at: 1453-04-05, who: sultan, sources: chronicle p1, as_reported: seven thousand}
  - {value: more than 960, at: 1453-05-28, who: sultan, sources: chronicle p2}
  - {value: nearly 960, at: '[1453-05-28]', who: envoy, sources: letter p2}
  - {value: dozens, at: 1453-05, group: civilians, sources: [chronicle p3, letter p3]}
rivals:
  - {points: {value: 4000, at: 1453-04-05, sources: letter}, who: envoy, status: superseded, why: Counted again later.}
  - {points: {value: 960, at: 1453-05-28, sources: letter}, who: empire, stance: denies}
"""
OTHERS = "title: Defenders, by others\nmeasure: defenders\npoints: {value: 10 to 20, at: 1453, sources: letter}\n"


def told(**changes: str) -> dict[str, Any]:
    """The view of the series above, with other series beside it."""
    files = {"series/told.yml": TOLD, "series/held-by-others.yml": OTHERS, **changes}
    return page(edition(files), "series", "told").view


def test_everything_a_series_says_of_itself_and_its_numbers_is_printed(golden: Golden):
    files = {"series/told.yml": TOLD, "series/held-by-others.yml": OTHERS}
    golden.check(GOLDEN / "series-told.html", content(page(edition(files), "series", "told")))


def test_a_series_is_drawn_beside_those_it_may_be_compared_with_whichever_says_so():
    made = edition({"series/told.yml": TOLD, "series/held-by-others.yml": OTHERS})
    calls = [call.text for key in ("told", "held-by-others") for call in page(made, "series", key).charts]
    assert calls == ["figures?series=told,held-by-others", "figures?series=held-by-others,told"]
    assert [link["title"] for link in page(made, "series", "held-by-others").view["comparable"]] == [
        "Defenders of the city"
    ]


def test_a_number_says_how_it_stands_beside_the_headline_of_its_day():
    assert [(row["number"], row["standing"], row["aside"]) for row in told()["points"]] == [
        ("about 7000 people", "", False),
        ("4000 people", "superseded", True),
        ("dozens of people", "", False),
        ("more than 960 people", "", False),
        ("nearly 960 people", "another account", False),
        ("960 people", "denies it", True),
    ]


def test_what_is_derived_names_both_numbers_its_sum_and_all_the_accounts():
    assert told()["derived"][0] == {
        "result": "More than −8,000 people",
        "group": "",
        "from": "about 7000 people (Sultan, 5 Apr 1453)",
        "to": "more than 960 people (Sultan, 28 May 1453)",
        "since": True,
        "sum": "(more than 960) − (about 7000): more than 960 − 8,750 = −7,790; rounded",
        "spread": "Three numbers are told of these two days: together they leave it open on both sides",
    }


def test_a_number_of_which_nothing_follows_is_told_so():
    two = "points:\n  - {value: nearly 9, at: 1453-04-05, sources: letter}\n  - {value: nearly 5, at: 1454, sources: letter}\n"
    view = told(**{"series/told.yml": TOLD.split("points:")[0] + two})
    assert [(row["result"], row["sum"]) for row in view["derived"]] == [
        ("No change can be reckoned", "(nearly 5) − (nearly 9): open on both sides")
    ]


def test_a_long_series_shows_its_latest_numbers_and_counts_the_rest():
    many = "".join(f"  - {{value: {n}, at: {1300 + n}, sources: letter}}\n" for n in range(1, 204))
    view = told(**{"series/told.yml": TOLD.split("points:")[0] + "points:\n" + many})
    assert (len(view["points"]), view["points"][0]["number"], view["earlier"]) == (
        200,
        "4 people",
        "Three earlier numbers in the data.",
    )
