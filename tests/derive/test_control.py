"""The control ledger holds to the rules of `model.md` "Control", one behaviour a test, whole ledgers compared."""

from __future__ import annotations

from fasti import edtf
from fasti.derive.as_of import as_of_lines
from tests.derive.kit import an_edition, capture, ledger, line, snapshot
from tests.kit.corpus import VOCABULARY


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


def taken(holder: str, loser: str, when: str, *more: str) -> str:
    """An event in which somebody takes the town from somebody."""
    control = f"control: {{held_by: {holder}, from: {loser}}}"
    return "\n".join(["title: t", "type: capture", f"when: {when}", "where: town", control, *more, ""])


def test_of_several_changes_on_a_day_the_first_names_who_held_the_place_before() -> None:
    files = {
        "events/a.yml": taken("blues", "greens", "2017-10-17"),
        "events/b.yml": taken("reds", "blues", "2017-10-17", "after: a"),
    }
    start = {"events/start.yml": snapshot("2017-01-01", "{held_by: greens, place: port}")}
    assert ledger(an_edition({**start, **files})).splitlines()[0] == (
        "2017-01-01/2017-10-16 inferred sole greens candidates greens because a"
    )
    files["events/a.yml"] = capture("2017-10-17", "blues")
    assert ledger(an_edition({**start, **files})).splitlines()[0].startswith("2017-10-17/2017-10-17 attested sole reds")


def test_where_either_change_may_be_the_first_nobody_is_inferred_before_them() -> None:
    start = {"events/start.yml": snapshot("2017-01-01", "{held_by: greens, place: port}")}
    files = {
        "events/a.yml": taken("blues", "reds", "2017-09"),
        "events/b.yml": taken("reds", "greens", "2017-09-05"),
    }
    assert ledger(an_edition({**start, **files})).splitlines()[0].startswith("2017-09-01/2017-09-04 between")
    files["events/a.yml"] = taken("blues", "reds", "2017-09", "before: b")
    assert ledger(an_edition({**start, **files})).splitlines()[0] == (
        "2017-01-01/2017-08-31 inferred sole reds candidates reds because a"
    )


def test_the_day_on_which_the_ledger_begins_is_no_date_of_a_window_that_is_open_before() -> None:
    files = {
        "events/start.yml": snapshot("2017-01-01", "{held_by: greens, place: port}"),
        "events/end.yml": "title: e\ntype: battle\nwhen: 2017-03-05\n",
        "events/a.yml": taken("blues", "reds", "[..2017-03-05]"),
    }
    edition = an_edition(files)
    told = list(as_of_lines(edition, edtf.parse("2017-02-01").earliest or 0))
    assert "  Town  until 5 March 2017: REDS or BLUES" in told
    files["events/a.yml"] = taken("blues", "reds", "[2017-01-15..2017-03-05]")
    told = list(as_of_lines(an_edition(files), edtf.parse("2017-02-01").earliest or 0))
    assert "  Town  between 15 January and 5 March 2017: REDS or BLUES" in told


def test_without_a_from_the_time_before_is_unknown() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-01-01", "{held_by: greens, place: port}"),
            "events/b.yml": capture("2017-10-17", "blues"),
        }
    )
    answer = edition.control.on("town", edtf.parse("2017-05-05").earliest or 0)
    assert line(answer.interval) == "2017-01-01/2017-10-16 unknown unknown - because"
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
        "2017-10-17/.. between unknown - candidates reds or blues change window because a b"
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
        "2017-10-17/2017-12-31 between unknown - candidates reds or blues change window because a b\n"
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


def test_a_statement_with_its_events_date_has_the_days_that_other_events_leave_it() -> None:
    edition = an_edition(
        {
            "events/a.yml": "title: a\ntype: battle\nwhen: 2017-09-10\n",
            "events/b.yml": capture("2017-09", "blues", "after: a", "before: c"),
            "events/c.yml": "title: c\ntype: battle\nwhen: 2017-09-12\n",
        }
    )
    assert ledger(edition) == (
        "2017-09-10/2017-09-12 between unknown - candidates blues change window because b\n"
        "2017-09-13/.. carried sole blues because b"
    )


def test_a_date_of_the_statement_itself_is_not_narrowed_by_the_events() -> None:
    edition = an_edition(
        {
            "events/a.yml": "title: a\ntype: battle\nwhen: 2017-09-10\n",
            "events/b.yml": snapshot("2017-09", "{held_by: blues, when: 2017-09}", "after: a"),
        }
    )
    assert ledger(edition).splitlines()[0] == "2017-09-01/2017-09-30 between unknown - candidates blues because b"


def test_an_event_without_a_date_speaks_of_the_days_that_its_order_leaves() -> None:
    edition = an_edition(
        {
            "events/a.yml": "title: a\ntype: battle\nwhen: 2017-09-10\n",
            "events/b.yml": "title: b\ntype: capture\nwhere: town\nnow_held_by: blues\nafter: {a: at most 3 days}\nbefore: c\n",
            "events/c.yml": "title: c\ntype: battle\nwhen: 2017-09-12\n",
        }
    )
    assert ledger(edition).splitlines() == [
        "2017-09-10/2017-09-12 between unknown - candidates blues change window because b",
        "2017-09-13/.. carried sole blues because b",
    ]
    assert edition.control.on("town", edition.control.intervals("town")[0].first).last_word == (
        "[2017-09-10..2017-09-12]",
        "b",
    )


def test_a_place_whose_statements_have_no_date_is_spoken_of_and_unknown() -> None:
    edition = an_edition({"events/a.yml": "title: a\ntype: capture\nwhere: town\nnow_held_by: blues\n"})
    assert (edition.control.places, edition.control.spoken_of) == ((), ("town",))
    assert edition.control.on("town", 730000).interval.basis == "unknown"


def test_a_siege_whose_end_another_event_tells_is_certain_until_then() -> None:
    edition = an_edition(
        {
            "events/a.yml": "title: a\ntype: siege\nlasted: 10 days\nwhere: town\nmeets: b\n"
            "control: {held_by: reds, besieged_by: blues}\n",
            "events/b.yml": snapshot("2017-09-20", "{besieged_by: nobody}"),
        }
    )
    assert ledger(edition) == (
        "2017-09-10/2017-09-10 between unknown - candidates reds besieged by blues because a\n"
        "2017-09-11/2017-09-19 attested sole reds besieged by blues because a\n"
        "2017-09-20/2017-09-20 attested sole reds because a\n"
        "2017-09-21/.. carried sole reds because a"
    )


def test_two_snapshots_of_one_day_that_disagree_are_both_candidates_from_then_on() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-09-10", "{held_by: reds}"),
            "events/b.yml": snapshot("2017-09-10", "{held_by: blues}"),
            "events/c.yml": snapshot("2017-10-01", "{held_by: blues}"),
        }
    )
    assert ledger(edition) == (
        "2017-09-10/2017-09-30 between unknown - candidates reds or blues because a b\n"
        "2017-10-01/2017-10-01 attested sole blues because c\n"
        "2017-10-02/.. carried sole blues because c"
    )


def test_the_later_of_two_on_one_day_counts_where_a_record_says_which_it_is() -> None:
    edition = an_edition(
        {
            "events/a.yml": capture("2017-09-10", "reds", "after: b"),
            "events/b.yml": capture("2017-09-10", "blues"),
        }
    )
    assert ledger(edition) == (
        "2017-09-10/2017-09-10 attested sole reds change day because a\n2017-09-11/.. carried sole reds because a"
    )
    zoned = {
        "events/a.yml": capture("{date: 2017-09-10, time: '18:00', zone: '+03:00'}", "reds"),
        "events/b.yml": capture("{date: 2017-09-10, time: '06:00', zone: '+03:00'}", "blues"),
    }
    assert ledger(an_edition(zoned)) == ledger(edition)


def test_two_that_are_each_within_the_other_have_no_order() -> None:
    edition = an_edition(
        {
            "events/a.yml": capture("2017-09-10", "reds", "during: b"),
            "events/b.yml": capture("2017-09-10", "blues", "during: a"),
        }
    )
    assert ledger(edition) == "2017-09-10/.. between unknown - candidates reds or blues change day because a b"


def test_a_tie_of_the_order_decides_nothing() -> None:
    """Two vague captures stand one after the other in the chronology, which is no reason to believe the second."""
    edition = an_edition({"events/a.yml": capture("2017-09", "reds"), "events/b.yml": capture("2017-09", "blues")})
    assert ledger(edition) == ("2017-09-01/.. between unknown - candidates reds or blues change window because a b")


def test_where_their_order_is_open_a_snapshot_is_taken_to_be_from_before_a_change() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017", "{held_by: reds}"),
            "events/b.yml": capture("2017-09-10", "blues"),
        }
    )
    assert ledger(edition) == (
        "2017-01-01/2017-09-09 between unknown - candidates reds because a\n"
        "2017-09-10/2017-09-10 attested sole blues change day because b\n"
        "2017-09-11/2017-12-31 between unknown - candidates blues or reds because b a\n"
        "2018-01-01/.. carried sole blues because b"
    )


def test_a_change_within_a_span_throughout_which_another_holds_the_place_leaves_both_possible() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-09-01/2017-09-20", "{held_by: reds}"),
            "events/b.yml": capture("2017-09-10", "blues"),
        }
    )
    assert ledger(edition) == (
        "2017-09-01/2017-09-09 attested sole reds because a\n"
        "2017-09-10/2017-09-10 between unknown - candidates blues or reds change day because b a\n"
        "2017-09-11/2017-09-20 attested sole reds because a\n"
        "2017-09-21/.. carried sole reds because a"
    )


def test_a_change_that_names_no_captor_gives_way_to_one_of_the_same_day_that_does() -> None:
    edition = an_edition(
        {"events/a.yml": capture("2017-09-10", "not-said"), "events/b.yml": capture("2017-09-10", "blues")}
    )
    assert ledger(edition).splitlines()[0] == "2017-09-10/2017-09-10 attested sole blues change day because a b"


def test_each_of_several_days_is_attested_and_those_between_are_carried() -> None:
    edition = an_edition({"events/a.yml": snapshot("'{2017-09-01,2017-09-05}'", "{held_by: reds}")})
    assert ledger(edition) == (
        "2017-09-01/2017-09-01 attested sole reds because a\n"
        "2017-09-02/2017-09-04 carried sole reds because a\n"
        "2017-09-05/2017-09-05 attested sole reds because a\n"
        "2017-09-06/.. carried sole reds because a"
    )


def test_beyond_an_edge_of_knowledge_nothing_is_said() -> None:
    when = "{from: 2017-09-05, to: 2017-09-09, edges_known: []}"
    assert ledger(an_edition({"events/a.yml": snapshot(when, "{held_by: reds}")})) == (
        "2017-09-05/2017-09-09 attested sole reds because a\n2017-09-10/.. carried sole reds because a"
    )


def test_of_a_part_taken_the_side_before_may_hold_the_rest() -> None:
    edition = an_edition(
        {
            "events/a.yml": capture("2017-05-01", "reds"),
            "events/b.yml": "title: b\ntype: capture\nwhen: 2017-06-01\nwhere: town\n"
            "control: {held_by: blues, extent: part}\n",
            "events/c.yml": snapshot("2017-07-01", "{held_by: blues, extent: most}"),
            "events/d.yml": snapshot("2017-08-01", "{held_by: blues}"),
        }
    )
    found = [(i.held_by, i.extent, i.rest) for i in edition.control.intervals("town") if i.basis == "carried"]
    assert found == [
        (("reds",), "whole", ()),
        (("blues",), "part", (("reds",),)),
        (("blues",), "most", (("reds",),)),
        (("blues",), "whole", ()),
    ]


def test_two_who_hold_a_part_each_hold_it_together() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-09-10", "{held_by: reds, extent: a third}"),
            "events/b.yml": snapshot("2017-09-10", "{held_by: blues, extent: most}"),
        }
    )
    assert ledger(edition).splitlines()[0] == ("2017-09-10/2017-09-10 attested contested reds+blues part because a b")


def test_a_rival_holder_is_marked_as_long_as_the_headline_is_carried() -> None:
    rivals = (
        "rivals:\n  - {now_held_by: reds, who: reds}\n  - {now_held_by: greens, status: rejected, why: a slip}\n"
        "  - {now_held_by: greens, stance: denies, who: reds}\n"
    )
    edition = an_edition(
        {
            "events/a.yml": capture("2017-09-10", "blues", rivals),
            "events/b.yml": snapshot("2017-10-01", "{held_by: blues}"),
        }
    )
    found = [(i.basis, i.held_by, i.rivals) for i in edition.control.intervals("town")]
    assert found == [
        ("attested", ("blues",), (("reds",),)),
        ("carried", ("blues",), (("reds",),)),
        ("attested", ("blues",), ()),
        ("carried", ("blues",), ()),
    ]


def test_a_rival_that_names_a_candidate_says_nothing_more() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-08-01", "{held_by: reds}"),
            "events/b.yml": capture("2017-09", "blues", "rivals: [{now_held_by: reds}, {now_held_by: greens}]"),
        }
    )
    found = [i.rivals for i in edition.control.intervals("town") if i.basis == "between"]
    assert found == [(("greens",),)]


def test_a_siege_is_perhaps_there_while_a_besieger_may_have_taken_the_place() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-05-01", "{held_by: reds, besieged_by: blues}"),
            "events/b.yml": capture("2017-06", "blues"),
        }
    )
    found = [(i.basis, i.siege_basis) for i in edition.control.intervals("town")]
    assert found == [("attested", "attested"), ("carried", "carried"), ("between", "between"), ("carried", "unknown")]


def test_a_siege_is_over_when_a_besieger_takes_the_place() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-05-01", "{held_by: reds, besieged_by: blues}"),
            "events/b.yml": capture("2017-06-01", "blues"),
            "events/c.yml": capture("2017-07-01", "reds"),
        }
    )
    assert ledger(edition) == (
        "2017-05-01/2017-05-01 attested sole reds besieged by blues because a\n"
        "2017-05-02/2017-05-31 carried sole reds besieged by blues because a\n"
        "2017-06-01/2017-06-01 attested sole blues change day because b\n"
        "2017-06-02/2017-06-30 carried sole blues because b\n"
        "2017-07-01/2017-07-01 attested sole reds change day because c\n"
        "2017-07-02/.. carried sole reds because c"
    )


def test_a_siege_goes_on_when_somebody_else_takes_the_place() -> None:
    edition = an_edition(
        {
            "events/a.yml": snapshot("2017-05-01", "{held_by: reds, besieged_by: blues}"),
            "events/b.yml": capture("2017-06-01", "greens"),
        }
    )
    assert ledger(edition).splitlines()[-1] == "2017-06-02/.. carried sole greens besieged by blues because b a"


PROVINCE = {
    "vocabulary.yml": VOCABULARY.replace(
        "place_kinds:\n",
        "place_kinds:\n  province: {label: Province, flows_down: true}\n  district: {label: District}\n",
    ),
    "places/province.yml": "names: Province\nkind: province\n",
    "places/district.yml": "names: District\nkind: district\nwithin: province\n",
    "places/town.yml": "names: Town\nkind: city\nwithin: district\n",
}


def of_the_province(when: str, control: str) -> str:
    return f"title: word of the province\ntype: statement\nwhen: {when}\ncontrol: {{place: province, {control}}}\n"


def test_control_flows_down_to_all_that_lies_within_a_place_of_such_a_kind() -> None:
    edition = an_edition({**PROVINCE, "events/a.yml": of_the_province("2017-05-01", "held_by: reds")})
    assert edition.control.places == ("district", "province", "town")
    assert ledger(edition, "town") == (
        "2017-05-01/2017-05-01 attested sole reds because a\n2017-05-02/.. carried sole reds because a"
    )
    assert [(held.place, held.distance) for held in edition.control.statements("town")] == [("province", 2)]


def test_nothing_flows_down_from_a_place_of_another_kind() -> None:
    edition = an_edition(
        {
            **PROVINCE,
            "events/a.yml": of_the_province("2017-05-01", "held_by: reds").replace(
                "place: province", "place: district"
            ),
        }
    )
    assert edition.control.places == ("district",)


def test_a_part_a_contest_a_siege_and_a_loser_do_not_flow_down() -> None:
    for control in ("held_by: reds, extent: most", "held_by: [reds, blues]", "besieged_by: blues"):
        edition = an_edition({**PROVINCE, "events/a.yml": of_the_province("2017-05-01", control)})
        assert edition.control.places == ("province",)
    edition = an_edition(
        {
            **PROVINCE,
            "events/a.yml": of_the_province("2017-05-01", "held_by: reds, from: blues").replace("statement", "capture"),
        }
    )
    assert edition.control.on("town", edition.control.intervals("town")[0].first - 1).interval.basis == "unknown"


def test_what_a_place_says_itself_outranks_what_flows_down_for_the_same_day() -> None:
    edition = an_edition(
        {
            **PROVINCE,
            "events/a.yml": of_the_province("2017-05-01", "held_by: reds"),
            "events/b.yml": snapshot("2017-05-01", "{held_by: blues}"),
            "events/c.yml": of_the_province("2017-06-01", "held_by: reds"),
        }
    )
    assert ledger(edition, "town") == (
        "2017-05-01/2017-05-01 attested sole blues because b\n"
        "2017-05-02/2017-05-31 carried sole blues because b\n"
        "2017-06-01/2017-06-01 attested sole reds because c\n"
        "2017-06-02/.. carried sole reds because c"
    )


def test_control_flows_down_only_while_the_place_lies_within_the_other() -> None:
    within = "names: Town\nkind: city\nwithin: [{place: province, when: 2016-01-01/2017-12-31}]\n"
    files = {**PROVINCE, "places/town.yml": within}
    inside = an_edition({**files, "events/a.yml": of_the_province("2017-05-01", "held_by: reds")})
    outside = an_edition({**files, "events/a.yml": of_the_province("2018-05-01", "held_by: reds")})
    assert (inside.control.places, outside.control.places) == (
        ("district", "province", "town"),
        ("district", "province"),
    )


def test_backwards_nobody_held_a_place_before_he_was_there() -> None:
    edition = an_edition(
        {
            "actors/reds.yml": "names: REDS\nkind: state\nactive: 2016-03/..\n",
            "events/a.yml": snapshot("2017-01-01", "{held_by: greens, place: port}"),
            "events/b.yml": "title: b\ntype: capture\nwhen: 2017-10-17\nwhere: town\ncontrol: {held_by: blues, from: reds}\n",
        }
    )
    start = edtf.parse("2016-03-01").earliest or 0
    assert [edition.control.on("town", day).interval.basis for day in (start - 1, start)] == ["unknown", "inferred"]


def test_before_the_chronology_begins_a_change_still_names_who_lost_the_place() -> None:
    edition = an_edition(
        {
            "events/b.yml": "title: b\ntype: capture\nwhen: 2017-10-17\nwhere: town\ncontrol: {held_by: blues, from: reds}\n"
        }
    )
    interval = edition.control.on("town", edtf.parse("2017-10-16").earliest or 0).interval
    assert line(interval) == "2017-10-16/2017-10-16 inferred sole reds candidates reds because b"
