"""The control ledger holds to the rules of `model.md` "Control", one behaviour a test, whole ledgers compared."""

from __future__ import annotations

from fasti import edtf
from tests.derive.kit import an_edition, capture, ledger, line, snapshot


def test_a_change_on_a_known_day_is_attested_that_day_and_carried_after_it() -> None:
    edition = an_edition({"events/a.yml": capture("2017-10-17", "blues")})
    assert ledger(edition) == (
        "2017-10-17/2017-10-17 attested sole blues change day because a\n2017-10-18/.. carried sole blues because a"
    )


def test_inside_the_window_of_a_change_both_sides_are_candidates() -> None:
    edition = an_edition({"events/a.yml": capture("2016-05-01", "reds"), "events/b.yml": capture("2017-09", "blues")})
    assert ledger(edition) == (
        "2016-05-01/2016-05-01 attested sole reds change day because a\n"
        "2016-05-02/2017-08-31 carried sole reds because a\n"
        "2017-09-01/2017-09-30 between unknown - candidates reds or blues change window because a b\n"
        "2017-10-01/.. carried sole blues because b"
    )


def test_backwards_a_change_only_names_its_from() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-01-01", "{held_by: greens, place: port}"),
            "events/b.yml": "title: b\ntype: capture\nwhen: 2017-10-17\nwhere: town\ncontrol: {held_by: blues, from: reds}\n",
        }
    )
    assert ledger(edition) == (
        "2017-01-01/2017-10-16 inferred sole reds candidates reds because b\n"
        "2017-10-17/2017-10-17 attested sole blues change day because b\n"
        "2017-10-18/.. carried sole blues because b"
    )


def test_without_a_from_the_time_before_is_unknown() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-01-01", "{held_by: greens, place: port}"),
            "events/b.yml": capture("2017-10-17", "blues"),
        }
    )
    answer = edition.control.on("town", edtf.parse("2017-05-05").earliest or 0)
    assert line(answer.interval) == "2017-05-05/2017-05-05 unknown unknown - because"
    assert answer.last_word is None


def test_a_snapshot_dated_to_a_window_is_between_inside_it() -> None:
    edition = an_edition({"events/a.yml": snapshot("2017-09", "{held_by: reds}")})
    assert ledger(edition) == (
        "2017-09-01/2017-09-30 between unknown - candidates reds because a\n2017-10-01/.. carried sole reds because a"
    )


def test_a_snapshot_throughout_a_span_is_attested_on_every_day_of_it() -> None:
    edition = an_edition({"events/a.yml": snapshot("2017-09-01/2017-09-17", "{held_by: reds}")})
    assert ledger(edition) == (
        "2017-09-01/2017-09-17 attested sole reds because a\n2017-09-18/.. carried sole reds because a"
    )


def test_in_a_span_a_change_happens_at_its_end() -> None:
    edition = an_edition({"events/a.yml": capture("2017-06-06/2017-10-17", "blues")})
    assert ledger(edition) == (
        "2017-10-17/2017-10-17 attested sole blues change day because a\n2017-10-18/.. carried sole blues because a"
    )


def test_a_place_may_be_contested_and_besieged_and_the_two_end_apart() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2015-01-10", "{held_by: [reds, blues], besieged_by: reds}"),
            "events/b.yml": snapshot("2017-09-05", "{besieged_by: nobody}"),
            "events/c.yml": capture("2017-11-03", "blues"),
        }
    )
    assert ledger(edition) == (
        "2015-01-10/2015-01-10 attested contested reds+blues besieged by reds because a\n"
        "2015-01-11/2017-09-04 carried contested reds+blues besieged by reds because a\n"
        "2017-09-05/2017-11-02 carried contested reds+blues because a\n"
        "2017-11-03/2017-11-03 attested sole blues change day because c\n"
        "2017-11-04/.. carried sole blues because c"
    )


def test_a_claimed_change_is_marked_a_denied_one_never_enters() -> None:
    edition = an_edition(
        {
            "events/a.yml": capture("2017-10-17", "blues", "happened: claimed"),
            "events/b.yml": capture("2017-10-20", "reds", "happened: denied"),
        }
    )
    assert ledger(edition) == (
        "2017-10-17/2017-10-17 attested sole blues change day claimed because a\n"
        "2017-10-18/.. carried sole blues claimed because a"
    )


def test_a_disputed_change_leaves_both_holders_candidates() -> None:
    edition = an_edition(
        {
            "events/a.yml": capture("2016-05-01", "reds"),
            "events/b.yml": capture("2017-10-17", "blues", "happened: disputed"),
        }
    )
    assert ledger(edition) == (
        "2016-05-01/2016-05-01 attested sole reds change day because a\n"
        "2016-05-02/2017-10-16 carried sole reds because a\n"
        "2017-10-17/2017-10-17 between unknown - candidates reds or blues change window because a b\n"
        "2017-10-18/.. between unknown - candidates reds or blues because b"
    )


def test_not_said_and_nobody_are_kept_as_they_are() -> None:
    edition = an_edition(
        {"events/a.yml": capture("2017-07", "not-said"), "events/b.yml": capture("2017-10-05", "nobody")}
    )
    assert ledger(edition) == (
        "2017-07-01/2017-07-31 between unknown - candidates not-said change window because a\n"
        "2017-08-01/2017-10-04 carried unknown not-said because a\n"
        "2017-10-05/2017-10-05 attested nobody nobody change day because b\n"
        "2017-10-06/.. carried nobody nobody because b"
    )


def test_the_last_word_is_the_latest_statement_up_to_the_day() -> None:
    edition = an_edition({"events/a.yml": capture("2017-09", "reds"), "events/b.yml": capture("2017-10-17", "blues")})
    day = edtf.parse("2017-10-01").earliest or 0
    assert edition.control.on("town", day).last_word == ("2017-09", "a")
    assert edition.control.on("town", day + 16).last_word == ("2017-10-17", "b")


def test_a_draft_and_a_withdrawn_event_change_nothing() -> None:
    edition = an_edition(
        {
            "events/a.yml": capture("2016-05-01", "reds"),
            "events/b.yml": capture("2017-10-17", "blues", "status: draft"),
            "events/c.yml": capture(
                "2017-10-18", "greens", "status: withdrawn", "withdrawn: {on: 2018-01-01, why: mistaken}"
            ),
        }
    )
    assert ledger(edition) == (
        "2016-05-01/2016-05-01 attested sole reds change day because a\n2016-05-02/.. carried sole reds because a"
    )


def test_a_span_that_ends_on_the_day_of_a_change_keeps_its_own_days() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-10/2017-11-03", "{held_by: reds}"),
            "events/b.yml": capture("2017-11-03", "blues", "after: a"),
        }
    )
    assert ledger(edition) == (
        "2017-10-01/2017-10-30 between unknown - candidates reds because a\n"
        "2017-10-31/2017-11-02 attested sole reds because a\n"
        "2017-11-03/2017-11-03 attested sole blues change day because b\n"
        "2017-11-04/.. carried sole blues because b"
    )


def test_a_siege_that_ends_within_a_window_may_still_be_there_inside_it() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot(
                "{from: '[2014-09..2015-03]', to: 2017-09}", "{held_by: [reds, blues], besieged_by: reds}"
            ),
            "events/b.yml": snapshot("2017-09", "{besieged_by: nobody}", "after: a"),
        }
    )
    found = [(i.siege_basis, i.besieged_by) for i in edition.control.intervals("town")]
    assert found == [("between", ("reds",)), ("attested", ("reds",)), ("between", ("reds",)), ("unknown", ())]


def test_a_change_by_some_day_may_have_been_on_any_day_before_it() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-01-01", "{held_by: greens, place: port}"),
            "events/b.yml": "title: b\ntype: capture\nwhen: '[..2017-10-17]'\nwhere: town\n"
            "control: {held_by: blues, from: reds}\n",
        }
    )
    assert ledger(edition) == (
        "2017-01-01/2017-10-17 between unknown - candidates reds or blues because b\n"
        "2017-10-18/.. carried sole blues because b"
    )


def test_a_change_after_some_day_leaves_both_holders_candidates_until_another_statement() -> None:
    edition = an_edition(
        {
            "events/a.yml": capture("2016-05-01", "reds"),
            "events/b.yml": capture("'[2017-10-17..]'", "blues"),
            "events/c.yml": snapshot("2018-01-01", "{held_by: blues, place: town}"),
        }
    )
    assert ledger(edition) == (
        "2016-05-01/2016-05-01 attested sole reds change day because a\n"
        "2016-05-02/2017-10-16 carried sole reds because a\n"
        "2017-10-17/2017-10-17 between unknown - candidates reds or blues change window because a b\n"
        "2017-10-18/2017-12-31 between unknown - candidates reds or blues because b\n"
        "2018-01-01/2018-01-01 attested sole blues because c\n"
        "2018-01-02/.. carried sole blues because c"
    )


def test_a_statement_with_a_date_of_its_own_may_speak_of_a_day_before_the_first_event() -> None:
    edition = an_edition({"events/a.yml": snapshot("2017-01-01", "{held_by: reds, place: town, when: 2016-05-04}")})
    assert ledger(edition) == (
        "2016-05-04/2016-05-04 attested sole reds because a\n2016-05-05/.. carried sole reds because a"
    )


def test_a_claimed_change_knows_whose_claim_it_is_and_so_does_what_is_inferred_from_it() -> None:
    told = "happened: claimed\nevidence: {happened: {who: blues}}\n"
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-01-01", "{held_by: greens, place: port}"),
            "events/b.yml": "title: b\ntype: capture\nwhen: 2017-10-17\nwhere: town\n"
            f"control: {{held_by: blues, from: reds}}\n{told}",
        }
    )
    intervals = edition.control.intervals("town")
    assert [(i.basis, i.claimed, i.claimed_by) for i in intervals] == [
        ("inferred", True, ("blues",)),
        ("attested", True, ("blues",)),
        ("carried", True, ("blues",)),
    ]
