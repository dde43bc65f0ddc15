"""Numbers gathered by their series: which is the headline, what each rests on, and what a withdrawn entry said."""

from __future__ import annotations

import pytest

from fasti.derive import Edition, measured, read_as
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


@pytest.mark.parametrize(
    ("at", "headline"),
    [
        ("'[2017-03-01]'", False),
        ("2017-03-01?", False),
        ("2017-03-01/2017-03-01", False),
        ("{date: 2017-03-01, time: '14:00'}", True),
        ("'[2017-03-01,2017-03-02]'", True),
        ("2017-03", True),
    ],
)
def test_days_are_compared_as_days_and_not_as_they_are_written(at: str, headline: bool):
    edition = a_count(
        f"when: 2017-03-01\nfigures: [{{series: dead, value: 5}}, {{series: dead, value: 7, at: {at}}}]\n"
    )
    assert {words: head for words, head, _ in points(edition)} == {"5": True, "7": headline}


def test_once_in_a_month_and_throughout_it_are_two_days():
    edition = a_count(
        "when: 2017-03\nfigures: [{series: dead, value: 5}, {series: dead, value: 7, at: 2017-03-01/2017-03-31}]\n"
    )
    assert points(edition) == [("5", True, False), ("7", True, False)]


def test_a_rival_number_is_matched_by_its_day_however_that_is_written():
    edition = a_count(
        "when: 2017-03-01\nfigures: {series: dead, value: 5}\n"
        "rivals: {figures: {series: dead, value: 7, at: '[2017-03-01]'}, who: blues, why: w}\n"
    )
    assert points(edition) == [("5", True, False), ("7", False, True)]


def test_one_number_written_in_two_ways_is_no_rival_of_itself():
    edition = a_count("when: 2017-03-01\nfigures: [{series: dead, value: 1500}, {series: dead, value: '1,500'}]\n")
    assert points(edition) == [("1500", True, False), ("1,500", True, False)]


def test_numbers_of_one_undated_event_are_of_one_day_and_those_of_two_are_not():
    edition = an_edition(
        {
            "events/a.yml": COUNT + "figures: [{series: dead, value: 5}, {series: dead, value: 7}]\n",
            "events/b.yml": COUNT + "figures: {series: dead, value: 9}\n",
            "series/dead.yml": "title: Dead\nmeasure: defenders\npoints: {value: 4, sources: s}\n",
            "sources/s.yml": "title: S\nkind: news\n",
        }
    )
    assert points(edition) == [("4", True, False), ("5", True, False), ("7", False, False), ("9", True, False)]


def test_an_undated_event_comes_after_all_dated_ones_and_undated_numbers_at_the_end():
    edition = an_edition(
        {
            "events/a.yml": COUNT + "figures: [{series: dead, value: 5, at: 2017-03-01}, {series: dead, value: 6}]\n",
            "events/b.yml": COUNT + "when: 2017-04\nfigures: [{series: dead, value: 7, at: 2017-03-01}]\n",
            "events/c.yml": COUNT + "when: -0043\nfigures: {series: dead, value: 8}\n",
            "events/d.yml": COUNT + "when: '[..2016]'\nfigures: {series: dead, value: 9}\n",
            "series/dead.yml": "title: Dead\nmeasure: defenders\n",
        }
    )
    assert points(edition) == [
        ("8", True, False),
        ("9", True, False),
        ("7", True, False),
        ("5", False, False),
        ("6", True, False),
    ]


def test_what_is_rejected_superseded_denied_or_doubted_is_set_aside():
    rivals = (
        "{points: {value: 1, at: 2017, sources: s}, status: rejected, who: reds}",
        "{points: {value: 2, at: 2017, sources: s}, status: superseded, who: reds}",
        "{points: {value: 3, at: 2017, sources: s}, stance: denies, who: reds}",
        "{points: {value: 4, at: 2017, sources: s}, stance: doubts, who: reds}",
        "{points: {value: 6, at: 2017, sources: s}, stance: expects, who: reds}",
        "{points: {value: 7, at: 2017, sources: s}, who: reds}",
    )
    edition = a_count("when: 2017\n", f"points: {{value: 5, at: 2017, sources: s}}\nrivals: [{', '.join(rivals)}]\n")
    found = edition.figures.series("dead").points
    assert [(p.words, p.status, p.stance, p.set_aside) for p in found] == [
        ("5", "alternative", "asserts", False),
        ("1", "rejected", "asserts", True),
        ("2", "superseded", "asserts", True),
        ("3", "alternative", "denies", True),
        ("4", "alternative", "doubts", True),
        ("6", "alternative", "expects", False),
        ("7", "alternative", "asserts", False),
    ]


def test_a_number_of_two_voices_names_both_and_one_of_three_says_how_many():
    edition = a_count(
        "when: 2017\nfigures: [{series: dead, value: 5, who: [reds, blues]}, {series: dead, value: 6, at: 2018,"
        " who: [reds, blues, greens]}]\n"
    )
    assert [p.speaker_label for p in edition.figures.series("dead").points] == ["REDS and BLUES", "REDS and 2 others"]


READ_AS = {
    "96": "",
    "nearly 96": "less than 96, by how little is not said",
    "more than 96": "",
    "at most 5": "",
    "about 1500": "1,125 to 1,875",
    "up to 40": "0 to 40",
    "5 to 7": "",
    "dozens": "24 to 99",
}


def test_words_that_do_not_say_their_bounds_are_explained():
    told = ", ".join(f"{{series: dead, value: {words}}}" for words in READ_AS)
    found = a_count(f"when: 2017\nfigures: [{told}]\n").figures.series("dead").points
    assert {point.words: read_as(point) for point in found} == READ_AS


SHARES = {
    "1/2": "50 percent",
    "about 2/3": "50 to 83.33… percent",
    "nearly 2/3": "less than 66.66… percent, by how little is not said",
    "more than 1/4": "more than 25 percent",
    "1/4 to 1/2": "25 to 50 percent",
    "nearly 96": "less than 96, by how little is not said",
}


def test_a_fraction_of_a_whole_is_explained_in_percent():
    told = ", ".join(f"{{value: {words}, at: 2017, sources: s}}" for words in SHARES)
    share = f"title: T\nmeasure: share-of-empire\ndirection: held\nof: the city\npoints: [{told}]\n"
    series = an_edition({"series/a.yml": share, "sources/s.yml": "title: S\nkind: news\n"}).figures.series("a")
    assert {p.words: read_as(p) for p in series.points} == SHARES
    assert measured(series) == "percent of the city, held"
