"""What sources disagree on: the headline first, every other value beside it, and nobody's words merged."""

from __future__ import annotations

from fasti.derive import Disagreement, Edition
from tests.derive.kit import an_edition

SOURCES = {
    "sources/s.yml": "title: S\nkind: news\npublisher: S news\n",
    "sources/t.yml": "title: T\nkind: news\ncopies: {source: s}\n",
    "sources/u.yml": "title: U\nkind: news\ncopies: {actor: reds}\n",
}
FIGHT = "title: A fight\ntype: battle\nwhen: 2017-03-02\nwhere: town\nsources: s p1\n"


def line(found: Disagreement) -> str:
    """One disagreement: subject, record, field, and each account as standing, stance, value and voices."""
    told = []
    for account in found.accounts:
        value = getattr(account.value, "text", None) or getattr(account.value, "words", None) or account.value
        voices = ",".join(key for _, key in account.voices.ids) if account.own else "-"
        told.append(f"{account.standing} {account.stance} {value} [{voices}]")
    return f"{found.subject} {found.kind}/{found.id} {found.field}: " + "; ".join(told)


def lines(edition: Edition) -> list[str]:
    return [line(found) for found in edition.disagreements.all]


def test_a_rival_stands_beside_the_headline_which_rests_on_its_evidence_or_its_entrys_sources():
    rival = "rivals: {when: 2017-03-01, who: blues, sources: t p2, why: w}\n"
    evidence = "evidence: {when: {sources: [t p3, s p4]}}\n"
    assert lines(an_edition({**SOURCES, "events/a.yml": FIGHT + rival})) == [
        "when event/a when: headline asserts 2017-03-02 [-]; alternative asserts 2017-03-01 [blues]"
    ]
    (found,) = an_edition({**SOURCES, "events/a.yml": FIGHT + rival + evidence}).disagreements.all
    assert line(found) == "when event/a when: headline asserts 2017-03-02 [s]; alternative asserts 2017-03-01 [blues]"
    assert found.heard is not None
    assert found.heard.words == "two voices (S news and BLUES), in two documents"


def test_what_the_editors_set_aside_is_kept_and_does_not_widen_the_spread():
    rivals = (
        "rivals:\n  - {when: 2017-03-01, who: blues, sources: s p2}\n"
        "  - {when: 2016, who: greens, sources: s p3, status: rejected}\n"
        "  - {when: 2015, who: greens, sources: s p3, status: superseded}\n"
    )
    (found,) = an_edition({**SOURCES, "events/a.yml": FIGHT + rivals}).disagreements.all
    assert [account.standing for account in found.accounts] == ["headline", "alternative", "rejected", "superseded"]
    alone = an_edition({**SOURCES, "events/a.yml": FIGHT.replace("2017-03-02", "[2017-03-01..2017-03-02]")})
    when = alone.event("a").when
    assert when is not None
    assert (found.distinct, found.bounds) == (2, when.bounds)


def test_a_denial_stands_against_what_the_entry_tells_and_need_not_repeat_it():
    says = "says:\n  - {who: blues, what: It was fought., sources: s}\n  - {who: reds, stance: denies, what: Never.}\n"
    plans = "  - {who: greens, stance: plans, what: To come., sources: s}\n"
    assert lines(an_edition({**SOURCES, "events/a.yml": FIGHT + says + plans})) == [
        "said event/a said: headline asserts A fight [-]; said asserts It was fought. [blues]; said denies Never. [reds]"
    ]
    denied = "happened: denied\nevidence: {happened: {who: reds, sources: u p1}}\n"
    assert lines(an_edition({**SOURCES, "events/a.yml": FIGHT + denied + says})) == [
        "happened event/a happened: headline asserts denied [reds]; said asserts It was fought. [blues];"
        " said denies Never. [reds]"
    ]


def test_a_claim_that_nobody_contradicts_is_listed_apart():
    edition = an_edition({**SOURCES, "events/a.yml": FIGHT + "happened: claimed\n"})
    assert (lines(edition), [found.id for found in edition.disagreements.claimed]) == ([], ["a"])
    assert edition.disagreements.of("event", "a") == ()


def test_what_is_disputed_is_no_claim_of_one_side():
    edition = an_edition({**SOURCES, "events/a.yml": FIGHT + "happened: disputed\n"})
    assert [found.id for found in edition.disagreements.all] == ["a"]
    assert edition.disagreements.claimed == ()


def test_holders_stand_by_place_whichever_way_they_are_written():
    capture = (
        "title: A capture\ntype: capture\nwhen: 2017-03-02\nsources: s p1\ncontrol:\n"
        "  - {place: town, held_by: reds, who: reds}\n  - {place: port, held_by: blues}\n"
        "rivals:\n  - {control: {place: port, held_by: greens}, sources: s p2}\n"
        "  - {control: {place: town, held_by: blues}, sources: u p2}\n"
    )
    short = "title: B\ntype: capture\nwhen: 2017-04-02\nwhere: port\nnow_held_by: reds\nsources: s p1\n"
    rival = "rivals: {now_held_by: [reds, blues], sources: s p2}\n"
    edition = an_edition({**SOURCES, "events/a.yml": capture, "events/b.yml": short + rival})
    assert [
        (d.id, d.item, [[str(a) for a in account.value.held_by] for account in d.accounts])
        for d in edition.disagreements.all
    ] == [
        ("a", "port", [["blues"], ["greens"]]),
        ("a", "town", [["reds"], ["blues"]]),
        ("b", "port", [["reds"], ["reds", "blues"]]),
    ]


def test_who_took_part_stands_by_role():
    rival = (
        "participants: {attacker: reds, defender: blues}\nrivals: {participants: {defender: greens}, sources: s p2}\n"
    )
    (found,) = an_edition({**SOURCES, "events/a.yml": FIGHT + rival}).disagreements.all
    assert [(found.item, {k: list(v) for k, v in a.value.items()}) for a in found.accounts] == [
        ("defender", {"defender": ["blues"]}),
        ("defender", {"defender": ["greens"]}),
    ]


def test_numbers_of_one_series_group_and_day_are_rivals_by_themselves_even_between_entries():
    count = (
        "title: A count\ntype: count\nwhen: {}\nsources: s\nfigures: {{series: dead, value: {}, at: 2017-03-01{}}}\n"
    )
    files = {
        "series/dead.yml": "title: Dead\nmeasure: defenders\n",
        "events/a.yml": count.format("2017-03-03", "nearly 96", ", who: reds"),
        "events/b.yml": count.format("2017-03-02", "more than 96", ", who: blues"),
        "events/c.yml": count.format("2017-03-04", "more than 96", ", who: greens"),
        "events/d.yml": count.format("2017-03-04", "5", ", group: civilians"),
    }
    edition = an_edition({**SOURCES, **files})
    assert lines(edition) == [
        "figures event/b figures: headline asserts more than 96 [blues]; same asserts more than 96 [greens];"
        " alternative asserts nearly 96 [reds]"
    ]
    assert [len(edition.disagreements.of("event", e)) for e in "abcd"] == [1, 1, 1, 0]


def test_every_kind_of_record_can_be_disagreed_about():
    files = {
        "places/hill.yml": "names: Hill\nkind: city\nrivals: {kind: country, sources: s p1}\n",
        "actors/king.yml": "names: King\nkind: person\nrivals: {names: Kyng, sources: s p2}\n",
        "sources/v.yml": "title: V\nkind: news\nrivals: {tertiary: true, who: reds}\n",
        "series/dead.yml": "title: Dead\nmeasure: defenders\nrivals: {title: The dead, who: reds}\n",
    }
    assert [(d.subject, d.kind, d.id, d.field) for d in an_edition({**SOURCES, **files}).disagreements.all] == [
        ("other", "place", "hill", "kind"),
        ("other", "actor", "king", "names"),
        ("other", "source", "v", "tertiary"),
        ("other", "series", "dead", "title"),
    ]


def test_what_a_withdrawn_entry_disputed_stands_on_its_own_page_only():
    gone = "rivals: {when: 2017-03-01, sources: s}\nstatus: withdrawn\nwithdrawn: {on: 2018, why: w}\n"
    edition = an_edition({**SOURCES, "events/a.yml": FIGHT + gone})
    assert (lines(edition), [d.field for d in edition.disagreements.of("event", "a")]) == ([], ["when"])
