"""The map of the page that explores: a dot for each place where entries were, as large as they are many."""

from __future__ import annotations

import pytest

from fasti.charts._base import kinds
from fasti.charts._entries_map import counted, radius
from fasti.derive import Edition
from fasti.records import ChartCall
from tests.views.small import edition
from tests.views.test_map import LAND

CALL = ChartCall("map", (("entries", "all"),))
FILES = {
    "maps/countries.geojson": LAND,
    "events/passed.yml": "title: Passed by\ntype: battle\nwhere: {near: city, to: harbour}\nsources: letter\n",
    "events/spoken.yml": "title: Spoken of\ntype: statement\ncontrol: [{place: harbour, held_by: empire}]\nsources: letter\n",
}


@pytest.fixture(scope="module")
def made() -> Edition:
    return edition(FILES)


def test_an_entry_is_counted_where_it_was_and_not_where_it_only_speaks_of(made: Edition):
    assert counted(made) == {"city": 4, "empire-land": 1, "harbour": 2}


def test_the_dots_are_those_places_that_have_a_point_and_the_table_says_the_same(made: Edition):
    kind = kinds()["map"]
    rows = kind.rows(made, CALL)
    spots = kind.layout(rows, "narrow").data["spots"]
    assert {spot["place"]: spot["area"] for spot in spots} == {
        place: round(4 * radius(number) ** 2, 2) for place, number in (("city", 4), ("harbour", 2))
    }
    words = kind.words(rows)
    assert (words.columns, words.rows) == (("Place", "Entries"), (("City", "4"), ("Harbour", "2")))
    assert words.description == "Most: City 4, Harbour 2."


def test_there_is_no_map_without_a_base_map():
    assert kinds()["map"].rows(edition(), CALL) is None
