"""What pages say to machines: whole for every record of a small chronology, and never more certain than the record."""

from __future__ import annotations

import json

import pytest

from fasti.records import When
from fasti.views import Download, view
from fasti.views._iso import coverage, times
from tests.kit.golden import Golden
from tests.views.small import FILES, GOLDEN, edition, page

CSV = Download(
    name="events.csv", path="data/v1/events.csv", media_type="text/csv", size=9, summary="Every event.", loses=()
)
PLACE = "names: {}\nkind: city\nat: 41.01, 28.96\n"


def linked(kind: str, key: str = "", **files: str) -> dict[str, object]:
    """What one page says, the names of changed files with `__` for the stroke."""
    made = page(edition({name.replace("__", "/") + ".yml": text for name, text in files.items()}), kind, key)
    assert made.linked is not None
    return made.linked


def test_every_kind_says_what_its_file_has(golden: Golden):
    told = {f"{found.kind} {found.key}".strip(): found.linked for found in view(edition(), [CSV]) if found.linked}
    golden.check(GOLDEN / "metadata.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ({"date": "2017-11-03"}, {"startDate": "2017-11-03"}),
        ({"date": "2017-11-03/2017-11-05"}, {"startDate": "2017-11-03", "endDate": "2017-11-05"}),
        ({"date": "2017-09"}, {"temporalCoverage": "2017-09-01/2017-09-30"}),
        ({"date": "[2017-09-01..2017-09-17]"}, {"temporalCoverage": "2017-09-01/2017-09-17"}),
        ({"date": "[..2017-09-17]"}, {"temporalCoverage": "../2017-09-17"}),
        ({"date": "2017-11-03~"}, {"temporalCoverage": "2017-11-03~"}),
        ({"date": "2017-09?"}, {"temporalCoverage": "2017-09?"}),
        ({"date": "2017-09-1X"}, {"temporalCoverage": "2017-09-10/2017-09-19"}),
        ({"date": "{2017-06-01,2017-08-01}"}, {"temporalCoverage": "{2017-06-01,2017-08-01}"}),
        ({"date": "2017-11-03/.."}, {"startDate": "2017-11-03", "temporalCoverage": "2017-11-03/.."}),
        ({"from": "2014-09", "to": "2017-09-05"}, {"endDate": "2017-09-05", "temporalCoverage": "2014-09-01/2017-09-05"}),
        ({"from": "2014-09-02", "to": "2017-09-05", "edges_known": ["to"]},
         {"endDate": "2017-09-05", "temporalCoverage": "../2017-09-05"}),
        ({"from": "2014-09-02?", "to": "2017-09-05"}, {"endDate": "2017-09-05", "temporalCoverage": "2014-09-02?/2017-09-05"}),
        ({"date": "-0043-03-15"}, {"startDate": "-0043-03-15"}),
        ({"date": "Y-17000"}, {}),
    ],
)  # fmt: skip
def test_a_day_is_given_only_where_nothing_leaves_another_open(when: dict[str, object], told: dict[str, str]):
    assert times(When.model_validate(when)) == told


def test_what_is_not_agreed_to_have_happened_has_no_day():
    assert times(When.model_validate({"date": "1453-05-29"}), agreed=False) == {"temporalCoverage": "1453-05-29"}


def test_an_undated_event_has_no_time():
    assert times(None) == {}
    assert not {"startDate", "endDate", "temporalCoverage"} & linked("event", "lost").keys()


def test_a_day_that_a_rival_disputes_is_none():
    first, other = When.model_validate({"date": "2017-11-03"}), When.model_validate({"date": "[2017-10..]"})
    assert times(first, [When.model_validate({"date": "2017-11-02"})]) == {"temporalCoverage": "2017-11-02/2017-11-03"}
    assert times(first, [other]) == {"temporalCoverage": "2017-10-01/.."}


def test_a_rival_that_was_set_aside_leaves_the_day():
    event = "title: A\ntype: battle\nwhen: 1453-05-29\nrivals: [{{when: 1453-05-30, sources: letter{}}}]\n"
    told = linked("event", "b", events__b=event.format(", status: rejected"))
    assert told["startDate"] == "1453-05-29"
    assert linked("event", "b", events__b=event.format(""))["temporalCoverage"] == "1453-05-29/1453-05-30"


def test_an_interval_is_given_only_in_years_of_four_digits():
    assert coverage(None, None) is None
    assert coverage(736542, 736542) == "2017-08-01"
    assert coverage(736542, None) == "2017-08-01/.."
    assert coverage(736542, 10_000_000) is None


@pytest.mark.parametrize("standing", ["claimed", "disputed", "denied"])
def test_what_is_not_sure_to_have_happened_says_so(standing: str):
    told = linked("event", "b", events__b=f"title: A\ntype: battle\nhappened: {standing}\nwhen: 1453\n")
    assert told["description"] == f"A. Sometime in 1453, {standing}."
    assert "eventStatus" not in told


def test_what_is_withdrawn_is_not_described():
    assert page(edition(), "event", "gone").linked is None


def test_a_point_that_only_stands_for_a_place_is_not_given():
    assert linked("place", "p", places__p=PLACE.format("P"))["geo"] == {
        "@type": "GeoCoordinates", "latitude": 41.01, "longitude": 28.96
    }  # fmt: skip
    assert "geo" not in linked("place", "p", places__p=PLACE.format("P") + "precision: district\n")


def test_names_have_their_languages_and_misspellings_are_none():
    names = "[P, {text: بي, lang: ar}, {text: Pee, kind: misspelling}, {text: Q, lang: '\"><b>'}]"
    told = linked("place", "p", places__p=PLACE.format(names))
    assert (told["name"], told["alternateName"]) == ("P", [{"@value": "بي", "@language": "ar"}, "Q"])


def test_the_same_thing_elsewhere_is_an_address_or_an_id():
    match = "match: {wikidata: Q1, geonames: 2, ucdp: U3}\nexternal: {acled: A4, atlas: 'https://atlas.example/5'}\n"
    told = linked("place", "p", places__p=PLACE.format("P") + match)
    assert told["sameAs"] == [
        "https://www.wikidata.org/wiki/Q1", "https://www.geonames.org/2", "https://atlas.example/5"
    ]  # fmt: skip
    assert told["identifier"] == [
        {"@type": "PropertyValue", "propertyID": "acled", "value": "A4"},
        {"@type": "PropertyValue", "propertyID": "UCDP", "value": "U3"},
    ]


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ("Texts and data: CC BY 4.0.", "https://creativecommons.org/licenses/by/4.0/"),
        ("<a href='x'>CC BY-NC-SA 3.0</a>", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("Ask us.", {"@type": "CreativeWork", "name": "Ask us."}),
    ],
)
def test_the_terms_are_an_address_where_they_have_one(terms: str, told: object):
    settings = FILES["mkdocs.yml"] + f'copyright: "{terms}"\n'
    found = page(edition({"mkdocs.yml": settings}), "data").linked
    assert found is not None and found["license"] == told
