"""What pages say: which of them there are, in which order, and in which words."""

from __future__ import annotations

import pytest

from fasti.edtf import Bounds
from fasti.records import When
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views import view, way
from fasti.views._chip import chip
from tests.views.small import edition, page


def when(**fields: object) -> When:
    return When.model_validate(fields)


def test_there_is_a_page_for_every_record_but_drafts():
    assert [(p.kind, p.address, p.stub) for p in view(edition())] == [
        ("actor", "actors/empire/", False),
        ("actor", "actors/envoy/", False),
        ("actor", "actors/sultan/", False),
        ("actors", "actors/", True),
        ("chronology", "chronology/", True),
        ("data", "data/", True),
        ("event", "events/fall/", False),
        ("event", "events/gone/", False),
        ("event", "events/later/", False),
        ("event", "events/lost/", False),
        ("event", "events/omen/", False),
        ("event", "events/siege/", False),
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


def test_events_lead_to_their_neighbours_in_the_order():
    turns = {
        p.key: (p.previous and p.previous["title"], p.next and p.next["title"])
        for p in view(edition())
        if p.kind == "event"
    }
    assert turns == {
        "siege": (None, "An omen is told of"),
        "omen": ("Siege of the city", "Fall of the city"),
        "fall": ("An omen is told of", "Harbour taken"),
        "later": ("Fall of the city", None),
        "lost": (None, None),
        "gone": (None, None),
    }


def test_a_site_without_a_home_page_of_its_own_has_none_of_ours():
    assert [p for p in view(edition({"pages/index.md": "", "pages/other.md": "# A\n"})) if p.kind == "home"][1:] == []


def test_the_years_before_1_have_addresses_of_four_digits():
    made = edition(
        {
            "events/old.yml": "title: Ides\ntype: battle\nwhen: -0043-03-15\n",
            "events/early.yml": "title: A\ntype: battle\nwhen: 0476\n",
        }
    )
    years = [(p.title, p.address) for p in view(made) if p.kind == "year"]
    assert years == [
        ("44 BC", "chronology/-0043/"),
        ("AD 476", "chronology/0476/"),
        ("1453", "chronology/1453/"),
        ("1461", "chronology/1461/"),
    ]


def test_silence_is_said_in_words_and_what_went_on_is_named():
    made = edition(
        {
            "events/a.yml": "title: A\ntype: battle\nwhen: 1470-02\n",
            "events/b.yml": "title: B\ntype: battle\nwhen: 1470-05\n",
            "events/c.yml": "title: C\ntype: battle\nwhen: 1470-12\n",
            "events/long.yml": "title: Long\ntype: siege\nwhen: 1470-06/1470-10-03\n",
            "events/d.yml": "title: D\ntype: battle\nwhen: 1473-07\n",
        }
    )
    found = page(made, "year", "1470").view
    assert [
        (m["title"], m["gap"] and (m["gap"]["words"], [g["title"] for g in m["gap"]["going"]])) for m in found["months"]
    ] == [
        ("February 1470", None),
        ("May 1470", ("No document speaks of March and April 1470.", [])),
        ("June 1470", None),
        ("December 1470", ("Nothing is dated to July to November 1470.", ["Long"])),
    ]
    whole = page(made, "chronology").view
    assert [(y["title"], y["gap"] and y["gap"]["words"]) for y in whole["years"]] == [
        ("1453", None),
        ("1461", "No document speaks of 1454 to 1460."),
        ("1470", "No document speaks of 1462 to 1469."),
        ("1473", "No document speaks of 1471 and 1472."),
    ]


def test_what_is_known_only_to_the_year_is_put_into_no_month():
    made = edition(
        {
            "events/x.yml": "title: X\ntype: battle\nwhen: 1470\n",
            "events/y.yml": "title: Y\ntype: battle\nwhen: 1470-11/1471-02\n",
            "events/z.yml": "title: Z\ntype: battle\nwhen: [1470-11..1471-02]\n",
            "events/w.yml": "title: W\ntype: battle\nwhen: [..1470-02]\n",
            "events/v.yml": "title: V\ntype: battle\nwhen: 1470-03\n",
        }
    )
    found = page(made, "year", "1470").view
    assert [(g["title"], [e["title"] for e in g["events"]]) for g in found["loose"]] == [
        ("1470 or earlier", ["W"]),
        ("Some time in 1470", ["X"]),
        ("1470 or later", ["Z"]),
    ]
    assert [(m["title"], [e["title"] for e in m["events"]]) for m in found["months"]] == [
        ("March 1470", ["V"]),
        ("November 1470", ["Y"]),
    ]


def test_a_thin_place_shows_its_one_entry_whole_and_what_happened_near_it():
    made = edition(
        {
            "events/raid.md": "---\ntitle: A raid\ntype: battle\nwhen: 1453-06-10\nwhere: harbour\n---\nOne.\n\nTwo.\n",
            "events/later.yml": "title: L\ntype: battle\nwhen: 1461\n",
        }
    )
    found = page(made, "place", "harbour").view
    assert (found["thin"], [e["body"] for e in found["events"]]) == (True, ["<p>One.</p>\n<p>Two.</p>"])
    assert [e["title"] for e in found["nearby"]] == ["Siege of the city", "Fall of the city"]


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
            [("Mar 1453", "chronology/1453/#m03", "one entry"), ("May 1453", "chronology/1453/#m05", "two entries")],
        ),
        ("1461", "one entry", [], [("Aug 1461", "chronology/1461/#m08", "one entry")]),
    ]


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
        "dozens people",
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
