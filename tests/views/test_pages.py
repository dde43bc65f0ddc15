"""What pages say: which of them there are, in which order, and in which words."""

from __future__ import annotations

import pytest

from fasti.edtf import Bounds
from fasti.records import When
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views import view, way
from fasti.views._chip import chip
from tests.views.small import edition


def when(**fields: object) -> When:
    return When.model_validate(fields)


def test_there_is_a_page_for_every_record_but_drafts():
    assert [(p.kind, p.address, p.stub) for p in view(edition())] == [
        ("actor", "actors/empire/", False),
        ("actor", "actors/envoy/", False),
        ("actor", "actors/sultan/", False),
        ("actors", "actors/", True),
        ("changes", "changes/", True),
        ("chronology", "chronology/", True),
        ("data", "data/", True),
        ("disagreements", "disagreements/", True),
        ("event", "events/fall/", False),
        ("event", "events/gone/", False),
        ("event", "events/later/", False),
        ("event", "events/lost/", False),
        ("event", "events/omen/", False),
        ("event", "events/siege/", False),
        ("explore", "explore/", True),
        ("figures", "figures/", True),
        ("home", "", True),
        ("place", "places/city/", False),
        ("place", "places/empire-land/", False),
        ("place", "places/harbour/", False),
        ("places", "places/", True),
        ("series", "figures/held/", False),
        ("source", "sources/chronicle/", False),
        ("source", "sources/letter/", False),
        ("sources", "sources/", True),
        ("undated", "chronology/undated/", False),
        ("year", "chronology/1453/", False),
        ("year", "chronology/1461/", False),
    ]


def test_two_makings_of_the_pages_are_equal():
    assert view(edition()) == view(edition())


@pytest.mark.parametrize(
    ("given", "words_of_it"),
    [
        ({"date": "2017-09-01"}, "1 September 2017"),
        ({"date": "2017-09", "time": "14:30", "zone": "+03:00"}, "sometime in September 2017, 14:30 (+03:00)"),
        ({"from": "2017-09", "to": "2017-11-03"}, "from September 2017 to 3 November 2017"),
        (
            {"from": "2017-09", "to": "2017-11-03", "edges_known": ["to"]},
            "from September 2017 or earlier to 3 November 2017",
        ),
        ({"from": "2017-11-03", "to": "2017-11-03", "edges_known": []}, "3 November 2017, before and after not said"),
        ({"from": "[..2017-06-16]", "to": "2017-10-17"}, "from 16 June 2017 or earlier to 17 October 2017"),
        ({"from": "2017-09"}, "since September 2017"),
        ({"to": "2017-09", "edges_known": []}, "until September 2017 or later"),
    ],
)
def test_a_span_is_worded_with_its_edges(given: dict[str, object], words_of_it: str):
    assert dates.when_words(when(**given)) == words_of_it


def test_the_four_marks_of_the_ruler():
    marks = {
        "2017-09-15": [("day", 34, 2, False, False)],
        "[2017-09-01..2017-09-15]": [("within", 0, 36, False, False)],
        "2017-09-01/2017-09-15": [("throughout", 0, 36, False, False)],
        "2017-01-01/..": [("throughout", 0, 72, False, True)],
        "[..2017-06-30]": [("within", 0, 36, True, False)],
    }
    for text, expected in marks.items():
        ruler = chip(when(date=text))["ruler"]
        assert [
            tuple(mark[key] for key in ("mark", "x", "width", "fade_start", "fade_end")) for mark in ruler["marks"]
        ] == expected, text
    vague = chip(when(**{"from": "[2014-09..2014-12]", "to": "2016"}))["ruler"]
    assert [(mark["mark"], mark["x"], mark["width"]) for mark in vague["marks"]] == [
        ("within", 16, 8),
        ("throughout", 24, 24),
        ("within", 48, 24),
    ]


def test_an_undated_event_says_what_its_order_leaves_it():
    assert chip(None, Bounds(None, 736542))["words"] == "Undated, by 1 Aug 2017"
    assert chip(None) == {"words": "Undated", "ruler": None, "datetime": None}


def test_numbers_have_their_units():
    told = [
        ("nearly 96", "percent"),
        ("1", "town"),
        ("5 to 7", "town"),
        ("about 30", "km"),
        ("dozens", "person"),
        ("3", "times"),
        ("2", "city"),
    ]
    assert [words.unit_words(*pair) for pair in told] == [
        "nearly 96 percent",
        "1 town",
        "5 to 7 towns",
        "about 30 km",
        "dozens of people",
        "3 times",
        "2 cities",
    ]


def test_a_link_from_a_page_is_relative_to_it():
    assert [way(*pair) for pair in (("", "places/a/"), ("", ""), ("events/x/", "places/a/"), ("events/x/", ""))] == [
        "places/a/",
        "./",
        "../../places/a/",
        "../../",
    ]
