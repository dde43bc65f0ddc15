"""Contradictions: reported once each, with the shortest loop and every date and step that takes part."""

from __future__ import annotations

from tests.kit.builders import an_event
from tests.kit.reports import ordered


def test_an_event_before_itself_through_another_is_reported_with_every_step():
    chronology, found = ordered({"events/a.yml": an_event(before="b"), "events/b.yml": an_event(before="a")})
    assert found.text == (
        "error[FST401]: `a` would have to come before itself\n"
        " --> content/events/a.yml:3:9\n"
        "  |\n"
        "3 | before: b\n"
        "  |         ^\n"
        "  = see content/events/a.yml:3:9: `a` is before `b`\n"
        "  = see content/events/b.yml:3:9: `b` is before `a`\n"
        "  = hint: delete or correct one of the statements\n"
    )
    assert len(chronology.undated) == 2


def test_an_event_after_itself_is_a_circle_of_one_step():
    _, found = ordered({"events/a.yml": an_event(after="a")})
    assert found.lines == [
        "content/events/a.yml:3:8: error FST401 `a` would have to come before itself (delete or correct one of the statements)"
    ]


def test_a_circle_of_after_is_a_contradiction_even_on_one_day():
    chronology, found = ordered(
        {
            "events/a.yml": an_event(when="2017-11-03", after="b"),
            "events/b.yml": an_event(when="2017-11-03", after="c"),
            "events/c.yml": an_event(when="2017-11-03", after="a"),
        }
    )
    assert [(d.rule.code, d.path, [r.message for r in d.related]) for d in found.report.diagnostics] == [
        ("FST401", "content/events/a.yml", ["`a` is after `b`", "`c` is after `a`", "`b` is after `c`"])
    ]
    assert len(chronology.events) == 3


def test_of_a_long_and_a_short_circle_through_one_statement_the_short_one_is_told():
    _, found = ordered(
        {
            "events/a.yml": an_event(after="b"),
            "events/b.yml": an_event(after="[c, a]"),
            "events/c.yml": an_event(after="d"),
            "events/d.yml": an_event(after="a"),
        }
    )
    assert [[(r.path, r.span and tuple(r.span)[:2]) for r in d.related] for d in found.report.diagnostics] == [
        [("content/events/a.yml", (3, 8)), ("content/events/b.yml", (3, 12))]
    ]


def test_two_circles_are_two_reports():
    _, found = ordered({f"events/{one}.yml": an_event(after=other) for one, other in ("ab", "ba", "cd", "dc")})
    assert [(d.rule.code, d.path) for d in found.report.diagnostics] == [
        ("FST401", "content/events/a.yml"),
        ("FST401", "content/events/c.yml"),
    ]


def test_during_each_other_and_meets_and_same_day_are_no_circles():
    _, found = ordered(
        {
            "events/a.yml": an_event(during="b", same_day="b"),
            "events/b.yml": an_event(during="a"),
            "events/c.yml": an_event(when="2017/2018", meets="d"),
            "events/d.yml": an_event(when="2018/2019", after="c"),
        }
    )
    assert found.lines == []


def test_a_statement_against_two_dates_names_both():
    _, found = ordered(
        {"events/a.yml": an_event(when="2017-09-01", after="b"), "events/b.yml": an_event(when="2017-10")}
    )
    assert found.text == (
        "error[FST402]: `a` cannot be after `b`\n"
        " --> content/events/a.yml:4:8\n"
        "  |\n"
        "4 | after: b\n"
        "  |        ^\n"
        "  = see content/events/a.yml:3:7: `a` is on 1 September 2017\n"
        "  = see content/events/b.yml:3:7: `b` is dated October 2017\n"
        "  = hint: correct the statement or one of the dates\n"
    )


def test_a_statement_against_dates_that_also_closes_a_circle_is_told_once():
    _, found = ordered(
        {
            "events/a.yml": an_event(when="2017-09-01", before="b"),
            "events/b.yml": an_event(when="2017-10-01", before="a"),
        }
    )
    assert [d.rule.code + d.path for d in found.report.diagnostics] == ["FST402content/events/b.yml"]


def test_dates_that_contradict_only_through_an_undated_event_are_reported_with_all_steps():
    _, found = ordered(
        {
            "events/a.yml": an_event(when="2017-09-01"),
            "events/b.yml": an_event(when="2017-10-01"),
            "events/m.yml": an_event(after="b", before="a"),
        }
    )
    assert found.text == (
        "error[FST402]: between `b` and `a` there is no room for what 2 statements say\n"
        " --> content/events/m.yml:3:8\n"
        "  |\n"
        "3 | after: b\n"
        "  |        ^\n"
        "  = see content/events/m.yml:3:8: `m` is after `b`\n"
        "  = see content/events/m.yml:4:9: `m` is before `a`\n"
        "  = see content/events/b.yml:3:7: `b` is on 1 October 2017\n"
        "  = see content/events/a.yml:3:7: `a` is on 1 September 2017\n"
        "  = hint: correct one of the statements or one of the dates\n"
    )


def test_a_gap_against_dates_is_reported_at_the_gap_with_the_days_between():
    _, found = ordered(
        {
            "events/a.yml": an_event(when="2017-09", after="{b: at most 10 days}"),
            "events/b.yml": an_event(when="2017-07-14"),
        }
    )
    assert found.text == (
        "error[FST403]: 49 to 78 days lie between `b` and `a`, not at most 10 days\n"
        " --> content/events/a.yml:4:12\n"
        "  |\n"
        "4 | after: {b: at most 10 days}\n"
        "  |            ^^^^^^^^^^^^^^^\n"
        "  = see content/events/a.yml:3:7: `a` is dated September 2017\n"
        "  = see content/events/b.yml:3:7: `b` is on 14 July 2017\n"
        "  = hint: correct the length of time or one of the dates\n"
    )


def test_gaps_that_contradict_each_other_are_a_circle():
    _, found = ordered(
        {"events/a.yml": an_event(after="[{b: at least 10 days}, {b: at most 5 days}]"), "events/b.yml": an_event()}
    )
    assert [(d.rule.code, [r.message for r in d.related]) for d in found.report.diagnostics] == [
        ("FST401", ["`a` is at least 10 days after `b`", "`a` is at most 5 days after `b`"])
    ]


def test_a_duration_against_its_own_date_is_reported_at_the_duration():
    _, found = ordered({"events/a.yml": an_event(when="2017-09/2017-10", lasted="about 4 months")})
    assert found.text == (
        "error[FST403]: by its date `a` lasted 2 to 61 days, not about 4 months\n"
        " --> content/events/a.yml:4:9\n"
        "  |\n"
        "4 | lasted: about 4 months\n"
        "  |         ^^^^^^^^^^^^^^\n"
        "  = see content/events/a.yml:3:7: `a` is dated from September to October 2017\n"
        "  = hint: correct the length of time, or give the dates of both ends: `when: {from: …, to: …}`\n"
    )


def test_a_length_of_nothing_is_told_with_the_days_that_the_dates_leave():
    _, found = ordered(
        {
            "events/a.yml": an_event(when="2017-06-01"),
            "events/b.yml": an_event(when="2017-06-03", after="{a: less than 1 day}"),
            "events/c.yml": an_event(when="2017-06-01/2017-06-02", lasted="less than 1 day"),
        }
    )
    assert [d.message for d in found.report.diagnostics] == [
        "2 days lie between `a` and `b`, not less than 1 day",
        "by its date `c` lasted 2 days, not less than 1 day",
    ]


def test_a_duration_of_days_against_a_date_that_is_one_moment_is_reported_at_the_duration():
    _, found = ordered({"events/a.yml": an_event(when="2017-06", lasted="3 days")})
    assert found.text == (
        "error[FST403]: by its date `a` lasted 1 day, not 3 days\n"
        " --> content/events/a.yml:4:9\n"
        "  |\n"
        "4 | lasted: 3 days\n"
        "  |         ^^^^^^\n"
        "  = see content/events/a.yml:3:7: `a` is dated June 2017, as one moment within it\n"
        "  = hint: correct the length of time, or give the dates of both ends: `when: {from: …, to: …}`\n"
    )


def test_between_two_times_of_one_day_no_third_takes_part_in_a_contradiction():
    def at(hour: int) -> str:
        return f"{{date: 2017-06-01, time: '{hour:02d}:00', zone: Z}}"

    files = {f"events/e{hour}.yml": an_event(when=at(hour)) for hour in (9, 10, 11)}
    _, found = ordered({**files, "events/e12.yml": an_event(when=at(12), before="e9")})
    assert [[r.message for r in d.related] for d in found.report.diagnostics] == [
        [
            "`e12` is before `e9`",
            "`e12` is later on the same day than `e9`",
            "`e9` is on 1 June 2017, 09:00 (Z)",
            "`e12` is on 1 June 2017, 12:00 (Z)",
        ]
    ]


def test_a_draft_that_contradicts_what_is_published_is_reported():
    files = {"events/a.yml": an_event(when="2017", after="b"), "events/b.yml": an_event(after="a", status="draft")}
    chronology, found = ordered(files)
    assert [d.rule.code for d in found.report.diagnostics if d.rule.code.startswith("FST4")] == ["FST401"]
    assert [p.id for p in chronology.events] == ["a"]


def test_times_of_one_day_and_spans_are_told_in_the_words_of_dates():
    _, found = ordered(
        {
            "events/a.yml": an_event(when="{date: 2017-11-03, time: '10:00', zone: '+03:00'}", after="b"),
            "events/b.yml": an_event(when="2017-11-03T11:00:00+03:00"),
            "events/c.yml": an_event(when="{from: 2017-06, to: 2017-09, edges_known: to}", before="d"),
            "events/d.yml": an_event(when="{to: '[2017-05-01..2017-05-04]'}"),
        }
    )
    assert [[r.message for r in d.related] for d in found.report.diagnostics] == [
        [
            "`c` is dated from June 2017 or earlier to September 2017",
            "`d` is dated until some time between 1 and 4 May 2017",
        ],
        [
            "`a` is after `b`",
            "`b` is later on the same day than `a`",
            "`a` is on 3 November 2017, 10:00 (+03:00)",
            "`b` is on 3 November 2017, 11:00 (UTC+03:00)",
        ],
    ]
