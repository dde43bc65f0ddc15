"""The four checks of control: each fault at its line, and silence where the dates or the words leave a way out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from fasti.diagnostics import Report, render_concise
from fasti.pipeline import check
from fasti.reading import settings_for
from tests.derive.kit import PEOPLE, capture, snapshot
from tests.kit.corpus import a_corpus

CODES = ("FST601", "FST602", "FST603", "FST604")


def report_of(files: Mapping[str, str]) -> str:
    """What the four checks say of a project, a line each."""
    report = Report()
    settings = settings_for(
        a_corpus({**PEOPLE, **{f"events/{name}.yml": text for name, text in files.items()}}), report
    )
    found = check(settings, report)
    assert found.errors == 0, render_concise(found.diagnostics)
    return render_concise([d for d in found.diagnostics if d.rule.code in CODES])


def taken(when: str, control: str, *more: str) -> str:
    """A change with a control statement of its own."""
    return snapshot(when, control, *more).replace("type: statement", "type: capture")


# FST601

TWICE = {"a": capture("2017-05-01", "blues"), "b": capture("2017-09", "blues")}


def test_a_second_capture_with_no_loss_between_is_told_at_its_holder() -> None:
    assert report_of(TWICE) == (
        "content/events/b.yml:5:14: warning FST601 `blues` took `town` before, and no record says that it was lost since "
        "(add the entry in which the place was lost, or make one entry of the two if they tell one capture)\n"
    )


@pytest.mark.parametrize(
    "mended",
    [
        {"c": capture("2017-07-01", "reds")},
        {"c": capture("2017-07-01", "not-said")},
        {"c": capture("2017-07-01", "reds", "happened: disputed")},
        {"c": snapshot("2017", "{held_by: [reds, blues]}")},
        {"c": snapshot("2017-07-01", "{held_by: blues, extent: most}")},
        {"b": capture("2017-05", "blues")},
        {"b": capture("2017-09", "greens")},
        {"b": capture("2017-09", "blues", "happened: claimed")},
        {"b": taken("2017-09", "{held_by: blues, from: reds, place: town}"), "c": snapshot("2017", "{held_by: reds}")},
        {"a": taken("2017-05-01", "{held_by: blues, extent: part}")},
        {"a": capture("2017-05-01", "blues", "rivals: {now_held_by: greens}")},
        {"a": snapshot("2017-05-01", "{held_by: blues}")},
        {"a": capture("2017-05-01", "blues", "status: draft")},
    ],
)
def test_a_loss_that_may_lie_between_makes_it_no_fault(mended: dict[str, str]) -> None:
    assert report_of({**TWICE, **mended}) == ""


def test_a_loss_after_the_second_capture_excuses_nothing() -> None:
    assert report_of({**TWICE, "c": capture("2018-01-01", "reds")}) == report_of(TWICE)
    same_day = {"b": capture("2017-09-10", "blues"), "c": capture("2017-09-10", "reds", "after: b")}
    assert report_of({**TWICE, **same_day}) == report_of(TWICE)


def test_a_second_capture_that_names_who_lost_the_place_is_another_fault() -> None:
    (line,) = report_of({**TWICE, "b": taken("2017-09", "{held_by: blues, from: reds}")}).splitlines()
    assert line.startswith("content/events/b.yml:5:33: warning FST602 `town` is taken from `reds`, but `blues` held it")


def test_a_denied_loss_is_none() -> None:
    denied = {"c": capture("2017-07-01", "reds", "happened: denied")}
    assert report_of({**TWICE, **denied}) == report_of(TWICE)


def test_of_two_captures_on_one_day_a_record_can_say_which_was_later() -> None:
    files = {"a": capture("2017-05-01", "blues"), "b": capture("2017-05-01", "blues", "after: a")}
    assert report_of(files).startswith("content/events/b.yml:5:14: warning FST601 ")
    assert report_of({**files, "b": capture("2017-05-01", "blues")}) == ""


# FST602

ROBBED = {"a": capture("2017-05-01", "greens"), "b": taken("2017-09", "{held_by: blues, from: reds}")}


def test_a_place_taken_from_who_did_not_hold_it_is_told_at_from() -> None:
    assert report_of(ROBBED) == (
        "content/events/b.yml:5:33: warning FST602 `town` is taken from `reds`, but `greens` held it "
        "(correct `from`, or add the entry in which `reds` took it)\n"
    )


@pytest.mark.parametrize(
    "mended",
    [
        {"c": capture("2017-07-01", "reds")},
        {"c": capture("2017-07-01", "reds", "happened: claimed")},
        {"c": capture("2017", "reds")},
        {"c": capture("2017-09-01", "not-said")},
        {"a": capture("2017-05-01", "not-said")},
        {"a": capture("2017-09", "greens")},
        {"a": capture("2017-05-01", "greens", "happened: claimed")},
        {"a": taken("2017-05-01", "{held_by: greens, extent: most}")},
        {"a": taken("2017-05-01", "{held_by: [greens, reds]}")},
        {"a": capture("2017-05-01", "greens", "rivals: {now_held_by: reds}")},
        {"b": taken("2017-09", "{held_by: blues, from: reds}", "happened: claimed")},
        {"b": taken("2017-09", "{held_by: blues, from: greens}")},
        {"b": snapshot("2017-09", "{held_by: greens, from: reds}")},
    ],
)
def test_a_holder_that_may_have_been_robbed_makes_it_no_fault(mended: dict[str, str]) -> None:
    assert report_of({**ROBBED, **mended}) == ""


def test_a_side_and_what_it_belongs_to_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    greens = "names: GREENS\nkind: state\nmember_of: league\n"
    league = {"actors/league.yml": "names: League\nkind: state\n", "actors/greens.yml": greens}
    monkeypatch.setattr("tests.checks.test_control_faults.PEOPLE", {**PEOPLE, **league})
    assert report_of({**ROBBED, "b": taken("2017-09", "{held_by: blues, from: league}")}) == ""
    two = {"a": snapshot("2017-09-10", "{held_by: greens}"), "b": snapshot("2017-09-10", "{held_by: league}")}
    assert report_of(two) == ""


# FST603

TORN = {"a": snapshot("2017-09-10", "{held_by: reds}"), "b": snapshot("2017-09-10", "{held_by: blues}")}


def test_two_holders_on_one_day_are_told_at_the_later_statement() -> None:
    assert report_of(TORN) == (
        "content/events/b.yml:5:20: warning FST603 on 2017-09-10 `town` is held by `blues` here, and by `reds` elsewhere "
        "(write one list if both held it, a rival if documents disagree, or `after` if it changed hands that day)\n"
    )


def test_two_statements_of_one_event_conflict_as_well() -> None:
    files = {"a": snapshot("2017-09-10", "[{held_by: reds}, {held_by: blues}]")}
    assert report_of(files).startswith("content/events/a.yml:5:38: warning FST603 on 2017-09-10 ")


@pytest.mark.parametrize(
    "conflicting",
    [
        {"a": snapshot("2017-09-01/2017-09-30", "{held_by: reds}")},
        {"a": snapshot("2017-09-01/2017-09-30", "{held_by: reds}"), "b": capture("2017-09-10", "blues")},
        {"a": snapshot("2017-09-10/2017-09-30", "{held_by: reds}"), "b": capture("2017-09-10", "blues")},
        {"a": capture("2017-09-10", "reds"), "b": capture("2017-09-10", "blues")},
        {"a": snapshot("2017-09-10", "{held_by: [reds, blues]}")},
    ],
)
def test_no_hour_of_the_day_leaves_room_for_both(conflicting: dict[str, str]) -> None:
    assert " FST603 on 2017-09-10 `town` is held by " in report_of({**TORN, **conflicting})


@pytest.mark.parametrize(
    "mended",
    [
        {"b": snapshot("2017-09-10", "{held_by: reds}")},
        {"b": snapshot("2017-09-10", "{held_by: not-said}")},
        {"b": snapshot("2017-09", "{held_by: blues}")},
        {"b": snapshot("2017-09-11", "{held_by: blues}")},
        {"b": snapshot("2017-09-10/2017-09-20", "{held_by: blues}")},
        {"b": snapshot("2017-09-10", "{held_by: blues}", "after: a")},
        {"b": snapshot("2017-09-10", "{held_by: blues}", "happened: claimed")},
        {"b": snapshot("2017-09-10", "{held_by: blues}", "rivals: {control: {held_by: reds}}")},
        {"b": capture("2017-09-10", "blues")},
        {
            "b": snapshot("2017-09-10", "{held_by: blues, extent: part}"),
            "a": snapshot("2017-09-10", "{held_by: reds, extent: most}"),
        },
        {"b": "title: b\ntype: statement\nwhen: 2017-09-10\nwhere: port\ncontrol: {held_by: blues}\n"},
    ],
)
def test_a_way_out_makes_it_no_fault(mended: dict[str, str]) -> None:
    assert report_of({**TORN, **mended}) == ""


# FST604

RINGED = {"a": snapshot("2017-05-01", "{held_by: reds, besieged_by: blues}")}


def test_a_siege_that_nobody_ends_is_told_at_its_last_statement() -> None:
    files = {**RINGED, "b": snapshot("2017-06-01/2017-07-01", "{besieged_by: blues}")}
    assert report_of(files) == (
        "content/events/b.yml:5:24: warning FST604 no record says when the siege of `town` by `blues` ended "
        "(add `besieged_by: nobody` where it ended; if it went on, leave the end of its date open (`/..`))\n"
    )


@pytest.mark.parametrize(
    "mended",
    [
        {"b": snapshot("2017-09", "{besieged_by: nobody}")},
        {"b": capture("2017-09", "blues")},
        {"b": snapshot("2017-06-01/..", "{besieged_by: blues}")},
        {"b": snapshot("{from: 2017-06-01, to: 2017-07-01, edges_known: [from]}", "{besieged_by: blues}")},
        {"b": snapshot("2017", "{besieged_by: nobody}", "happened: disputed")},
        {"a": snapshot("2017-05-01", "{held_by: reds, besieged_by: blues}", "happened: disputed")},
    ],
)
def test_a_siege_that_ended_or_that_its_date_leaves_open_is_no_fault(mended: dict[str, str]) -> None:
    assert report_of({**RINGED, **mended}) == ""


def test_a_place_taken_by_others_is_still_besieged() -> None:
    assert " FST604 " in report_of({**RINGED, "b": capture("2017-09", "greens")})
