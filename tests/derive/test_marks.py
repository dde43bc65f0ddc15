"""Marks: who is a party to what it says, and which documents rest on others or were printed before the fact."""

from __future__ import annotations

import pytest

from fasti.derive import before_the_fact, close_to, is_tertiary, parties
from tests.derive.kit import an_edition

PEOPLE = {
    "actors/general.yml": "names: General\nkind: person\ncommands: reds\n",
    "actors/soldier.yml": "names: Soldier\nkind: person\nmember_of: reds\n",
    "actors/friend.yml": "names: Friend\nkind: state\nally_of: reds\n",
    "sources/early.yml": "title: Early\nkind: news\npublished: 2017-03-01\nclose_to: [reds, blues]\n",
    "sources/late.yml": "title: Late\nkind: book\npublished: 2017-03\ntertiary: true\ncopies: {source: early}\n",
    "sources/undated.yml": "title: Undated\nkind: news\n",
}
CAPTURE = "title: A capture\ntype: capture\nwhen: 2017-03-02\nwhere: town\nnow_held_by: reds\n"
BATTLE = "title: A battle\ntype: battle\nwhen: 2017-03-02\nparticipants: {attacker: reds, defender: blues}\n"
SAID = "title: Words\ntype: statement\nwhen: 2017-03-02\nparticipants: {speaker: reds, about: blues}\n"


@pytest.mark.parametrize(
    ("event", "stance", "found"),
    [
        (CAPTURE, "asserts", {"reds": "reds", "general": "reds", "soldier": "reds"}),
        (CAPTURE, "denies", {}),
        (BATTLE, "asserts", {}),
        (BATTLE, "denies", {"reds": "reds", "blues": "blues", "general": "reds", "soldier": "reds"}),
        (BATTLE, "doubts", {"reds": "reds", "blues": "blues", "general": "reds", "soldier": "reds"}),
        (BATTLE, "suspects", {}),
        (SAID, "denies", {}),
    ],
)
def test_a_party_asserts_what_it_gains_by_or_denies_what_it_took_part_in(
    event: str, stance: str, found: dict[str, str]
):
    edition = an_edition({**PEOPLE, "events/a.yml": event})
    everyone = ("reds", "blues", "greens", "general", "soldier", "friend")
    marked = parties(edition.corpus, everyone, stance, edition.fact("a"))
    assert {party.speaker: party.actor for party in marked} == found


def test_nobody_gains_by_a_place_that_nobody_holds():
    edition = an_edition({**PEOPLE, "events/a.yml": CAPTURE.replace("held_by: reds", "held_by: nobody")})
    assert edition.fact("a").gainers == frozenset()


@pytest.mark.parametrize(
    ("when", "rival", "early", "late"),
    [
        ("2017-03-02", "", True, False),
        ("2017-03-01", "", False, False),
        ("2017-03", "", False, False),
        ("2017-04-02", "", True, True),
        ("2017-04-02", "rivals: {when: 2017-03-01, who: reds, sources: late}\n", False, False),
        ("2017-04-02", "rivals: {when: 2017-03-01, who: reds, sources: late, status: rejected}\n", True, True),
    ],
)
def test_a_document_is_older_than_the_fact_only_if_no_account_lets_it_be_younger(
    when: str, rival: str, early: bool, late: bool
):
    edition = an_edition({**PEOPLE, "events/a.yml": CAPTURE.replace("2017-03-02", when) + rival})
    fact = edition.fact("a")
    assert [before_the_fact(edition.corpus, source, fact) for source in ("early", "late", "undated")] == [
        early,
        late,
        False,
    ]


def test_a_document_is_close_to_who_gains_itself_or_in_what_it_reprints():
    edition = an_edition({**PEOPLE, "events/a.yml": CAPTURE})
    assert [close_to(edition.corpus, source, edition.fact("a")) for source in ("early", "late", "undated")] == [
        ("reds",),
        ("reds",),
        (),
    ]
    assert [is_tertiary(edition.corpus, source) for source in ("early", "late", "undated")] == [False, True, False]
