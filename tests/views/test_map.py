"""The page of the map: it says of every place and day what the ledger answers, drawn, in words, and to its script."""

from __future__ import annotations

import json

import pytest

from fasti.derive import Edition
from fasti.edtf import civil, iso
from fasti.views import _words as words
from fasti.views import map as of_the_map
from fasti.views import view
from fasti.views._base import Desk
from fasti.views._control import date_words, state_words
from fasti.views._ledger import on, stretches
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page

LAND = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"name": "Land"},
                "geometry": {"type": "Polygon", "coordinates": [[[25, 38], [33, 38], [33, 44], [25, 44], [25, 38]]]},
            }
        ],
    }
)
MORE = {
    "maps/countries.geojson": LAND,
    "places/tower.yml": "names: Tower <of> the sea\nkind: city\nwithin: empire-land\n",
    "events/tower.yml": "title: Tower taken\ntype: capture\nwhen: 1461-09\nwhere: tower\ncontrol:\n"
    "  - {held_by: sultan, from: empire}\nsources: letter page 9\n",
    "events/tower-lost.yml": "title: Tower in doubt\ntype: capture\nhappened: disputed\nwhen: 1463-01\nwhere: tower\n"
    "now_held_by: not-said\nsources: letter page 9\n",
    # changes nothing but the last word
    "events/peace.yml": "title: No siege\ntype: statement\nwhen: 1458-05-01\nwhere: city\ncontrol:\n"
    "  - {besieged_by: nobody}\nsources: letter page 9\n",
    "events/blockade.yml": "title: Blockade\ntype: siege\nwhen: 1462-02-01/1462-03-31\nwhere: harbour\ncontrol:\n"
    "  - {besieged_by: empire}\nsources: letter page 9\n",
}


@pytest.fixture(scope="module")
def made() -> Edition:
    return edition(MORE)


def days(of: Edition) -> range:
    first, last = of_the_map.span(of)
    return range(first - 40, last + 40)


def test_the_page_is_printed_as_its_file_has_it(made: Edition, golden: Golden):
    golden.check(GOLDEN / "map.html", content(page(made, "map")))


def test_a_chronology_without_a_base_map_has_no_such_page_and_no_link_to_it(made: Edition):
    without = edition({key: text for key, text in MORE.items() if not key.startswith("maps/")})
    assert [found.address for found in view(without) if found.kind == "map"] == []
    for kind, key in (("home", ""), ("place", "city")):
        assert page(without, kind, key).view["any_day"] is False
        assert page(made, kind, key).view["any_day"] is True
    assert 'href="../../map/"' in content(page(made, "place", "city"))


def test_on_every_day_a_place_is_told_as_the_ledger_answers(made: Edition):
    for place in made.control.places:
        found = stretches(made, place)
        for day in days(made):
            answer, said = made.control.on(place, day), on(found, day)
            assert said.who == words.sentence(state_words(made, answer.interval)), (place, iso(day))
            assert said.unknown == (answer.interval.basis == "unknown")
            date, event = answer.last_word or ("", "")
            assert (said.since, said.event) == (date_words(date) if date else "", event)


def test_the_script_is_given_the_same_for_every_day(made: Edition):
    told = json.loads(page(made, "map").view["data"])
    for place in made.control.places:
        found = stretches(made, place)
        for day in days(made):
            first, who, basis, unknown, actors, since, event, changed = [
                row for row in told["places"][place] if row[0] is None or row[0] <= day
            ][-1]
            said = on(found, day)
            texts = (told["texts"][who], told["texts"][basis], told["texts"][actors], told["texts"][since])
            assert texts == (said.who, said.basis, " ".join(said.actors), said.since)
            assert (first, unknown, changed) == (said.first, said.unknown, said.changed)
            expected = f"../events/{said.event}/" if said.event else None
            assert (told["events"][event] if event >= 0 else None) == expected


def test_a_carried_state_says_since_when_of_the_holder_even_if_a_siege_was_told_of_later(made: Edition):
    found = stretches(made, "harbour")
    told = {iso(s.first) if s.first else "ever": (s.who, s.basis, s.since) for s in found}
    assert told["1462-02-01"] == (
        "Sultan, besieged by Empire",
        "Nothing said since Aug 1461",
        "31 Mar 1462",
    )


def test_a_change_is_a_day_on_which_another_is_said_to_hold_the_place(made: Edition):
    listed = {
        change["iso"]: [p["place"]["title"] for p in change["places"]] for change in page(made, "map").view["changes"]
    }
    expected: dict[str, list[str]] = {}
    for place in sorted(made.control.places, key=lambda p: words.fold(made.place_label(p))):
        for day in days(made):
            before, now = (state_words(made, made.control.on(place, at).interval) for at in (day - 1, day))
            if before != now:
                expected.setdefault(iso(day), []).append(made.place_label(place))
    assert listed == dict(sorted(expected.items()))
    assert [civil(day)[0] for day in json.loads(page(made, "map").view["data"])["changes"]] == [
        int(day[:4]) for day in listed
    ]


def test_the_unknown_are_always_counted(made: Edition):
    found = page(made, "map").view
    last = of_the_map.span(made)[1]
    unknown = sum(made.control.on(place, last).interval.basis == "unknown" for place in made.control.places)
    assert found["unknown"] == f"Unknown: {unknown} of {len(made.control.places)}."


def test_a_place_without_a_point_is_in_the_table_and_said_to_be_off_the_map(made: Edition):
    found = page(made, "map").view
    assert {row["id"]: row["drawn"] for row in found["rows"]} == {"city": True, "harbour": True, "tower": False}
    assert found["off"] == "One place with no known point: here, not on the map."


def test_many_changes_are_counted_day_by_day_instead_of_told(made: Edition, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(of_the_map, "MOST_LINES", 3)
    found = page(made, "map").view["changes"]
    assert len(found) > 3
    assert {tuple(change["places"]) for change in found} == {()}
    assert {change["count"] for change in found} == {"one place", "two places"}


def test_of_many_places_that_changed_on_one_day_six_are_named(made: Edition):
    desk = Desk(made, "map/")
    assert of_the_map.changed_words(desk, ["city"] * 8) == f"Changed on this day: {', '.join(['City'] * 6)} and 2 more."
    assert of_the_map.changed_words(desk, []) == ""


def test_what_the_script_reads_can_end_no_element(made: Edition):
    named = edition({**MORE, "actors/sultan.yml": "names: Sultan & <b>Sons</b></template>\nkind: person\n"})
    data = page(named, "map").view["data"]
    assert not {"<", "&"} & set(data)
    assert "Sultan & <b>Sons</b></template>" in json.loads(data)["texts"]


def test_years_that_a_field_for_dates_does_not_know_are_typed():
    events = {
        "events/old.yml": "title: Old\ntype: capture\nwhen: -0043-03-15\nwhere: harbour\nnow_held_by: empire\nsources: letter\n"
    }
    assert page(edition(MORE), "map").view["picker"] is True
    old = page(edition({**MORE, **events}), "map").view
    assert (old["picker"], old["first"]["words"]) == (False, "15 March 44 BC")
    assert json.loads(old["data"])["before"] == "{year} BC"
