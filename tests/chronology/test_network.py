"""The order network: sets with holes, chains of reasons, rivals, ranges, and the faults of a whole site at once."""

from __future__ import annotations

import json

import pytest

from fasti.chronology import Because, as_lines, as_object, falling_in
from fasti.edtf import Bounds, iso, parse
from tests.kit.builders import an_event
from tests.kit.reports import Read, ordered


def loops_of(found: Read) -> list[tuple[str, int]]:
    """Code and number of steps and dates of every contradiction, in the order of the report."""
    return [(d.rule.code, len(d.related)) for d in found.report.diagnostics if d.rule.code.startswith("FST4")]


def test_a_bound_within_the_hole_of_a_set_moves_to_the_next_day_that_the_set_names():
    chronology, found = ordered(
        {
            "events/a.yml": an_event(when="2017-02-10"),
            "events/b.yml": an_event(when="[2017-01, 2017-03]", after="a"),
            "events/c.yml": an_event(after="b"),
        }
    )
    assert found.lines == []
    bounds = {p.id: (iso(p.earliest or 0), p.latest and iso(p.latest)) for p in chronology.events}
    assert bounds["b"] == ("2017-03-01", "2017-03-31")
    assert bounds["c"] == ("2017-03-01", None)
    assert chronology.chains("c").earliest == (
        Because("b", "after", "content/events/c.yml", 3),
        Because("a", "after", "content/events/b.yml", 4),
    )


def test_bounds_that_leave_only_the_hole_of_a_set_are_a_contradiction():
    _, found = ordered(
        {
            "events/a.yml": an_event(when="2017-02-10"),
            "events/b.yml": an_event(when="[2017-01, 2017-03]", after="a", before="c"),
            "events/c.yml": an_event(when="2017-02-20"),
        }
    )
    assert found.text == (
        "error[FST402]: `b` is left only days that its date does not name\n"
        " --> content/events/b.yml:4:8\n"
        "  |\n"
        "4 | after: a\n"
        "  |        ^\n"
        "  = see content/events/b.yml:4:8: `b` is after `a`\n"
        "  = see content/events/b.yml:5:9: `b` is before `c`\n"
        "  = see content/events/b.yml:3:7: `b` is dated January or March 2017\n"
        "  = see content/events/a.yml:3:7: `a` is on 10 February 2017\n"
        "  = see content/events/c.yml:3:7: `c` is on 20 February 2017\n"
        "  = hint: correct one of the statements or one of the dates\n"
    )


def test_a_span_that_once_within_cannot_have_names_the_date_that_says_once():
    _, found = ordered(
        {
            "events/a.yml": an_event(when="2017"),
            "events/b.yml": an_event(after="{a.start: at least 50 days}", before="a.end"),
        }
    )
    assert [[r.message for r in d.related] for d in found.report.diagnostics] == [
        [
            "`b` is at least 50 days after the start of `a`",
            "`b` is before the end of `a`",
            "`a` is dated 2017, as one moment within it",
        ]
    ]


def test_the_chain_behind_a_bound_leads_to_an_event_with_a_date():
    chronology, found = ordered(
        {
            "events/a.yml": an_event(when="2017-05-01"),
            "events/b.yml": an_event(after="{a: at least 10 days}"),
            "events/c.yml": an_event(after="b", before="d"),
            "events/d.yml": an_event(before="e"),
            "events/e.yml": an_event(when="2017-06-01"),
        }
    )
    assert found.lines == []
    chains = chronology.chains("c")
    assert [(s.gap, s.relation, s.event, s.path, s.line) for s in chains.earliest] == [
        ("", "after", "b", "content/events/c.yml", 3),
        ("at least 10 days", "after", "a", "content/events/b.yml", 3),
    ]
    assert [(s.relation, s.event) for s in chains.latest] == [("before", "d"), ("before", "e")]
    assert chronology.chains("a") == ((), ())


FAULTY = {
    # a three-step cycle
    "events/a1.yml": an_event(after="a2"),
    "events/a2.yml": an_event(after="a3"),
    "events/a3.yml": an_event(after="a1"),
    # a cycle through a gap of at most 10 days
    "events/b1.yml": an_event(after="{b2: at most 10 days}"),
    "events/b2.yml": an_event(before="{b3: at least 8 days}"),
    "events/b3.yml": an_event(before="{b1: at least 8 days}"),
    # a capture dated before the siege it ends
    "events/c1.yml": an_event(when="2017-09-01"),
    "events/c2.yml": an_event(type="siege", when="2017-08-01/2017-09-09", before="c1"),
    # a during whose inner event ends later
    "events/d1.yml": an_event(when="2017-03-01/2017-03-09", during="d2"),
    "events/d2.yml": an_event(when="2017-02-01/2017-03-05"),
    # two contradictions that share an event
    "events/e1.yml": an_event(after="[e2, e3]"),
    "events/e2.yml": an_event(after="e1"),
    "events/e3.yml": an_event(after="e1"),
}


TOLD = """\
error[FST402]: `c2` cannot be before `c1`
 --> content/events/c2.yml:4:9
  |
4 | before: c1
  |         ^^
  = see content/events/c2.yml:3:7: `c2` is dated from 1 August to 9 September 2017
  = see content/events/c1.yml:3:7: `c1` is on 1 September 2017
  = hint: correct the statement or one of the dates

error[FST402]: `d1` cannot be within `d2`
 --> content/events/d1.yml:4:9
  |
4 | during: d2
  |         ^^
  = see content/events/d1.yml:3:7: `d1` is dated from 1 to 9 March 2017
  = see content/events/d2.yml:3:7: `d2` is dated from 1 February to 5 March 2017
  = hint: correct the statement or one of the dates

error[FST401]: `e1` would have to come before itself
 --> content/events/e1.yml:3:9
  |
3 | after: [e2, e3]
  |         ^^
  = see content/events/e1.yml:3:9: `e1` is after `e2`
  = see content/events/e2.yml:3:8: `e2` is after `e1`
  = hint: delete or correct one of the statements

error[FST401]: `e1` would have to come before itself
 --> content/events/e1.yml:3:13
  |
3 | after: [e2, e3]
  |             ^^
  = see content/events/e1.yml:3:13: `e1` is after `e3`
  = see content/events/e3.yml:3:8: `e3` is after `e1`
  = hint: delete or correct one of the statements

error[FST401]: `a1` would have to come before itself
 --> content/events/a1.yml:3:8
  |
3 | after: a2
  |        ^^
  = see content/events/a1.yml:3:8: `a1` is after `a2`
  = see content/events/a3.yml:3:8: `a3` is after `a1`
  = see content/events/a2.yml:3:8: `a2` is after `a3`
  = hint: delete or correct one of the statements

error[FST401]: no order of events fits what 3 statements say of the time between them
 --> content/events/b1.yml:3:9
  |
3 | after: {b2: at most 10 days}
  |         ^^
  = see content/events/b1.yml:3:9: `b1` is at most 10 days after `b2`
  = see content/events/b2.yml:3:10: `b2` is at least 8 days before `b3`
  = see content/events/b3.yml:3:10: `b3` is at least 8 days before `b1`
  = hint: delete or correct one of the statements
"""


def test_a_site_with_these_faults_reports_exactly_these_each_once_and_the_shortest_loop_first():
    _, found = ordered(FAULTY)
    assert found.text == TOLD


@pytest.mark.parametrize(
    ("mended", "left"),
    [
        ({"events/e2.yml": an_event()}, "content/events/e1.yml:3:13"),
        ({"events/e3.yml": an_event()}, "content/events/e1.yml:3:9"),
        ({"events/e1.yml": an_event(after="e2")}, "content/events/e1.yml:3:8"),
    ],
    ids=["one", "the other", "at the event they share"],
)
def test_of_two_contradictions_that_share_an_event_mending_one_leaves_the_other(mended: dict[str, str], left: str):
    shared = {path: text for path, text in FAULTY.items() if path.startswith("events/e")}
    _, found = ordered(shared | mended)
    assert [line.split(": error")[0] for line in found.lines] == [left]


def test_faults_of_one_place_are_told_before_every_contradiction():
    _, found = ordered({**FAULTY, "events/z.yml": an_event(when="June 2017")})
    assert [(d.path, d.rule.code, d.steps) for d in found.report.diagnostics] == [
        ("content/events/z.yml", "FST204", 0),
        ("content/events/c2.yml", "FST402", 1),
        ("content/events/d1.yml", "FST402", 1),
        ("content/events/e1.yml", "FST401", 2),
        ("content/events/e1.yml", "FST401", 2),
        ("content/events/a1.yml", "FST401", 3),
        ("content/events/b1.yml", "FST401", 3),
    ]


def test_a_long_plain_ring_is_one_loop():
    ring = {f"events/e{i:03}.yml": an_event(after=f"e{(i + 1) % 150:03}") for i in range(150)}
    _, found = ordered(ring)
    assert loops_of(found) == [("FST401", 150)]


RIVAL = "[{when: 2017-10-02, why: another paper}, {when: 2017-09-20, why: a third}]"


def test_each_rival_is_tried_on_its_own_and_told_if_it_cannot_hold():
    files = {
        "events/a.yml": an_event(when="2017-09-10", before="b", rivals=RIVAL),
        "events/b.yml": an_event(when="2017-09-30"),
    }
    chronology, found = ordered(files)
    assert found.lines == [
        "content/events/a.yml:5:17: warning FST404 the rival `when` of `a` cannot hold: `a` cannot be before `b`"
        " (correct it, or say `status: rejected` and `why` if the source is wrong)"
    ]
    # The headline alone enters the order.
    assert [(p.id, iso(p.latest or 0)) for p in chronology.events] == [("a", "2017-09-10"), ("b", "2017-09-30")]
    files["events/a.yml"] = an_event(
        when="2017-09-10", before="b", rivals="{when: 2017-10-02, status: rejected, why: misprint}"
    )
    assert ordered(files)[1].lines == []


def test_a_rival_order_statement_or_duration_is_tried_in_place_of_the_headlines():
    _, found = ordered(
        {
            "events/a.yml": an_event(when="2017-09-10", before="b", rivals="{before: c, why: other}"),
            "events/b.yml": an_event(when="2017-09-30"),
            "events/c.yml": an_event(
                when="2017-09-01/2017-09-05",
                lasted="5 days",
                rivals="[{lasted: 4 months, why: x}, {lasted: 4 to 6 days}]",
            ),
        }
    )
    assert [(d.path, d.message, [r.span and r.span[:2] for r in d.related]) for d in found.report.diagnostics] == [
        (
            "content/events/a.yml",
            "the rival `before` of `a` cannot hold: `a` cannot be before `c`",
            [(5, 18), (3, 7), (3, 7)],
        ),
        (
            "content/events/c.yml",
            "the rival `lasted` of `c` cannot hold: by its date `c` lasted 5 days, not 4 months",
            [(5, 19), (3, 7)],
        ),
    ]


def test_a_rival_is_tried_through_events_that_have_no_date():
    _, found = ordered(
        {
            "events/a.yml": an_event(when="2017-09-10", before="m", rivals="{when: 2017-10-02, why: x}"),
            "events/m.yml": an_event(before="b"),
            "events/b.yml": an_event(when="2017-09-30"),
        }
    )
    assert [d.message for d in found.report.diagnostics] == [
        "the rival `when` of `a` cannot hold: between `a` and `b` there is no room for what 2 statements say"
    ]


def test_what_falls_in_a_range_is_certain_or_possible_or_neither():
    chronology, found = ordered(
        {
            "events/day.yml": an_event(when="2017-06-10"),
            "events/month.yml": an_event(when="2017-06"),
            "events/touches.yml": an_event(when="[2017-05-20..2017-06-01]"),
            "events/year.yml": an_event(when="2017"),
            "events/siege.yml": an_event(type="siege", when="2016/2018"),
            "events/vague-end.yml": an_event(type="siege", when="{from: 2017-04-01, to: [2017-05-20..2017-06-05]}"),
            "events/open.yml": an_event(when="2017-05-01/.."),
            "events/hole.yml": an_event(when="[2017-05, 2017-07]"),
            "events/before.yml": an_event(when="2017-05-31"),
            "events/narrowed.yml": an_event(when="2017", after="day", before="month-end"),
            "events/month-end.yml": an_event(when="2017-06-30"),
            "events/nowhere.yml": an_event(),
        }
    )
    assert found.lines == []
    falling = falling_in(chronology, parse("2017-06").bounds)
    assert sorted(falling.certain) == ["day", "month", "month-end", "narrowed", "siege"]
    assert sorted(falling.possible) == ["open", "touches", "vague-end", "year"]
    assert falling.counts == (5, 4)
    assert falling_in(chronology, Bounds(None, None)).counts == (11, 0)


def test_the_order_is_told_as_an_object_and_as_lines():
    chronology, _ = ordered(
        {
            "events/a.yml": an_event(when="2017-05-01"),
            "events/m.yml": an_event(after="a"),
            "events/u.yml": an_event(),
        }
    )
    assert json.loads(json.dumps(as_object(chronology))) == {
        "version": 1,
        "events": [
            {
                "id": "a",
                "position": 1,
                "earliest": "2017-05-01",
                "latest": "2017-05-01",
                "basis": "dated",
                "because": [],
            },
            {
                "id": "m",
                "position": 2,
                "earliest": "2017-05-01",
                "latest": None,
                "basis": "stated",
                "because": [{"event": "a", "relation": "after", "path": "content/events/m.yml", "line": 3}],
            },
        ],
        "undated": [
            {"id": "u", "position": None, "earliest": None, "latest": None, "basis": "tie", "because": []},
        ],
    }
    assert list(as_lines(chronology)) == [
        "1  2017-05-01    dated     a",
        "2  2017-05-01..  stated    m",
        "     after a  (content/events/m.yml:3)",
        "undated",
        "-  u",
    ]
