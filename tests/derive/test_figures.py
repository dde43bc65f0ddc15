"""Numbers gathered by their series: which is the headline, what each rests on, and what a withdrawn entry said."""

from __future__ import annotations

from fasti.derive import Edition
from tests.derive.kit import an_edition

COUNT = "title: A count\ntype: count\n"


def points(edition: Edition) -> list[tuple[str, bool, bool]]:
    """The numbers of the series: as told, whether the headline, whether authored as a rival."""
    return [(p.words, p.headline, p.rival) for p in edition.figures.series("dead").points]


def a_count(fields: str, series: str = "") -> Edition:
    """An edition with one event of type count and one series."""
    return an_edition(
        {
            "events/a.yml": COUNT + fields,
            "series/dead.yml": f"title: Dead\nmeasure: defenders\n{series}",
            "sources/s.yml": "title: S\nkind: news\n",
            "sources/t.yml": "title: T\nkind: news\n",
        }
    )


def test_of_two_numbers_of_one_group_and_day_the_first_is_the_headline():
    edition = a_count(
        "when: 2017-03-01\nfigures: [{series: dead, value: 5}, {series: dead, value: 7}, {series: dead, value: 5},"
        " {series: dead, value: 9, group: civilians}, {series: dead, value: 8, at: 2017-03}]\n"
    )
    assert points(edition) == [
        ("5", True, False),
        ("7", False, False),
        ("5", True, False),
        ("9", True, False),
        ("8", True, False),
    ]


def test_across_events_the_earlier_in_the_order_is_the_headline():
    edition = an_edition(
        {
            "events/a.yml": COUNT + "when: 2017-04-01\nfigures: {series: dead, value: 5, at: 2017-03-01}\n",
            "events/b.yml": COUNT + "when: 2017-03-01\nfigures: {series: dead, value: 7}\n",
            "series/dead.yml": "title: Dead\nmeasure: defenders\n",
        }
    )
    assert points(edition) == [("7", True, False), ("5", False, False)]


def test_a_rival_number_of_a_series_stands_in_it_beside_its_headline():
    edition = a_count(
        "when: 2017\n",
        "points: {value: 5, at: 2017-03-01, sources: s}\n"
        "rivals: {points: {value: 7, at: 2017-03-01, sources: s}, who: blues, why: w}\n",
    )
    assert points(edition) == [("5", True, False), ("7", False, True)]
    assert edition.figures.series("dead").points[1].voices.words == "one voice (BLUES), in one document"


def test_a_number_without_a_speaker_or_documents_of_its_own_rests_on_those_of_its_field_then_of_its_event():
    told = "when: 2017\nsources: s\nfigures: [{series: dead, value: 5}, {series: dead, value: 6, who: reds}]\n"
    plain = a_count(told).figures.of_event("a")
    shown = a_count(told + "evidence: {figures: {sources: t p2, basis: estimated}}\n").figures.of_event("a")
    assert [(p.own, p.citation_words, p.basis) for p in plain] == [(False, ("s",), None), (True, ("s",), None)]
    assert [(p.own, p.citation_words, p.basis) for p in shown] == [
        (True, ("t p2",), "estimated"),
        (True, ("t p2",), "estimated"),
    ]


def test_what_a_withdrawn_event_said_stands_with_it_and_in_no_series():
    edition = a_count(
        "when: 2017\nfigures: {series: dead, value: 5}\nstatus: withdrawn\nwithdrawn: {on: 2018, why: w}\n"
    )
    assert points(edition) == []
    assert [p.words for p in edition.figures.of_event("a")] == ["5"]
