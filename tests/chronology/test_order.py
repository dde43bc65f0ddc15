"""The total order: dates, statements, ties, and for each step how it is known."""

from __future__ import annotations

from fasti.chronology import Because, Chronology
from fasti.edtf import iso
from tests.kit.builders import an_event
from tests.kit.reports import ordered


def row(chronology: Chronology) -> list[str]:
    """Each event with its bounds and basis."""
    shown = [
        f"{p.position} {p.id} {iso(p.earliest) if p.earliest else '..'} {iso(p.latest) if p.latest else '..'} {p.basis}"
        for p in chronology.events
    ]
    return shown + [f"- {p.id}" for p in chronology.undated]


def test_dates_order_events_and_ties_go_by_earliest_day_then_latest_then_id():
    chronology, found = ordered(
        {
            "events/year.yml": an_event(when="2017"),
            "events/month.yml": an_event(when="2017-01"),
            "events/b-day.yml": an_event(when="2017-01-01"),
            "events/a-day.yml": an_event(when="2017-01-01"),
            "events/later.yml": an_event(when="2017-02-03"),
            "events/old.yml": an_event(when="-0043-03-15"),
        }
    )
    assert found.lines == []
    assert row(chronology) == [
        "1 old -0043-03-15 -0043-03-15 dated",
        "2 a-day 2017-01-01 2017-01-01 dated",
        "3 b-day 2017-01-01 2017-01-01 tie",
        "4 month 2017-01-01 2017-01-31 tie",
        "5 year 2017-01-01 2017-12-31 tie",
        "6 later 2017-02-03 2017-02-03 tie",
    ]


def test_a_statement_stands_above_a_tie_and_names_its_line():
    chronology, found = ordered(
        {"events/a.yml": an_event(when="2017", after="b"), "events/b.yml": an_event(when="2017-05-04")}
    )
    assert found.lines == []
    assert row(chronology) == ["1 b 2017-05-04 2017-05-04 dated", "2 a 2017-05-04 2017-12-31 stated"]
    placed = chronology.placed("a")
    assert placed and placed.because == (Because("b", "after", "content/events/a.yml", 4),)


def test_a_statement_in_the_other_record_is_told_from_this_ones_side():
    chronology, _ = ordered({"events/a.yml": an_event(when="2017"), "events/b.yml": an_event(when="2017", before="a")})
    placed = chronology.placed("a")
    assert placed and placed.basis == "stated" and placed.because == (Because("b", "after", "content/events/b.yml", 4),)


def test_an_undated_event_stands_where_statements_put_it_and_one_without_any_stands_apart():
    chronology, found = ordered(
        {
            "events/a.yml": an_event(when="2017-05-01"),
            "events/m.yml": an_event(after="{a: at most 10 days}", before="z"),
            "events/z.yml": an_event(when="2017-06-01"),
            "events/x.yml": an_event(after="w"),
            "events/w.yml": an_event(),
            "events/v.yml": an_event(),
        }
    )
    assert found.lines == []
    assert row(chronology) == [
        "1 a 2017-05-01 2017-05-01 dated",
        "2 m 2017-05-01 2017-06-01 stated",
        "3 z 2017-06-01 2017-06-01 stated",
        "- v",
        "- w",
        "- x",
    ]
    placed = chronology.placed("m")
    assert placed and placed.because == (
        Because("a", "after", "content/events/m.yml", 3),
        Because("z", "before", "content/events/m.yml", 4),
    )


def test_an_open_side_sorts_by_the_known_one():
    chronology, _ = ordered(
        {
            "events/a.yml": an_event(when="2016"),
            "events/open-start.yml": an_event(when="../2015-06"),
            "events/open-end.yml": an_event(when="2015-01/.."),
            "events/under-way.yml": an_event(when="{from: 2014, to: 2017, edges_known: []}"),
        }
    )
    assert row(chronology) == [
        "1 under-way .. .. dated",
        "2 open-end 2015-01-01 .. dated",
        "3 open-start .. 2015-06-30 tie",
        "4 a 2016-01-01 2016-12-31 dated",
    ]


def test_one_event_after_another_on_the_same_day_is_no_contradiction():
    chronology, found = ordered(
        {"events/a.yml": an_event(when="2017-11-03", after="b"), "events/b.yml": an_event(when="2017-11-03")}
    )
    assert found.lines == []
    assert [p.id for p in chronology.events] == ["b", "a"]


def test_events_within_one_day_are_ordered_among_themselves():
    _, found = ordered(
        {
            "events/battle.yml": an_event(when="2017-11-03"),
            "events/a.yml": an_event(during="battle"),
            "events/b.yml": an_event(during="battle", after="a"),
        }
    )
    assert found.lines == []


def test_times_with_zones_order_events_within_a_day():
    chronology, found = ordered(
        {
            "events/a.yml": an_event(when="{date: 2017-11-03, time: '10:00', zone: '+03:00'}"),
            "events/b.yml": an_event(when="2017-11-03T06:30:00Z"),
            "events/c.yml": an_event(when="{date: 2017-11-03, time: '05:00'}"),
        }
    )
    assert found.lines == []
    order = [p.id for p in chronology.events]
    assert order.index("b") < order.index("a")
    assert {p.id: p.basis for p in chronology.events}["a"] == "dated"


def test_all_the_words_of_order_bound_an_undated_event():
    dated = {
        "events/s.yml": an_event(type="siege", when="{from: 2014-09-01, to: 2017-09-05}"),
        "events/d.yml": an_event(when="2017-10-10"),
    }
    bounds = {}
    for name, words in {
        "after": {"after": "s"},
        "after-start": {"after": "s.start"},
        "before": {"before": "s"},
        "before-end": {"before": "s.end"},
        "during": {"during": "s"},
        "includes": {"includes": "s"},
        "same-day": {"same_day": "d"},
        "meets": {"meets": "d"},
        "gap": {"after": "{s: 2 to 3 weeks}"},
        "lasted": {"after": "s", "lasted": "4 days", "before": "d"},
    }.items():
        chronology, found = ordered({**dated, "events/x.yml": an_event(**words)})
        assert found.lines == []
        placed = chronology.placed("x")
        assert placed
        bounds[name] = tuple(iso(day) if day is not None else None for day in (placed.earliest, placed.latest))
    assert bounds == {
        "after": ("2017-09-05", None),
        "after-start": ("2014-09-01", None),
        "before": (None, "2014-09-01"),
        "before-end": (None, "2017-09-05"),
        "during": ("2014-09-01", "2017-09-05"),
        "includes": (None, None),
        "same-day": ("2017-10-10", "2017-10-10"),
        "meets": (None, "2017-10-10"),
        "gap": ("2017-09-19", None),
        "lasted": ("2017-09-05", "2017-10-10"),
    }


def test_the_tie_break_of_the_settings_is_followed_where_nothing_else_decides():
    settings = "site_name: S\nplugins:\n  - fasti:\n      tie_break: [id]\n"
    files = {
        "events/a.yml": an_event(when="2017-06"),
        "events/b.yml": an_event(when="2017"),
        "events/c.yml": an_event(when="2016-01-01/2017-02"),
        "events/z.yml": an_event(when="2015"),
    }
    assert [p.id for p in ordered(files)[0].events] == ["z", "c", "b", "a"]
    assert [p.id for p in ordered({**files, "mkdocs.yml": settings})[0].events] == ["z", "c", "a", "b"]


def test_what_is_said_of_another_event_on_the_way_is_not_told_of_this_one():
    chronology, found = ordered(
        {
            "events/a.yml": an_event(when="2017-06-15", during="siege"),
            "events/b.yml": an_event(when="../2017-07", after="siege"),
            "events/siege.yml": an_event(type="siege", when="2017-06-01/2017-06-30"),
        }
    )
    assert found.lines == []
    placed = chronology.placed("b")
    assert placed and placed.position == 3 and placed.basis == "inferred"
    assert placed.because == (Because("siege", "after", "content/events/b.yml", 4),)


def test_an_open_beginning_sorts_no_later_than_what_must_follow_it():
    # 10 days before m, which is at most 3 days after l: so 7 days before l, although no statement joins the two.
    chronology, found = ordered(
        {
            "events/l.yml": an_event(when="2017-06"),
            "events/m.yml": an_event(after="{l: at most 3 days}"),
            "events/u.yml": an_event(before="{m: 10 days}"),
        }
    )
    assert found.lines == []
    assert row(chronology) == [
        "1 u .. 2017-06-23 inferred",
        "2 l 2017-06-01 2017-06-30 tie",
        "3 m 2017-06-01 .. stated",
    ]


def test_what_is_days_before_the_end_of_a_moment_stands_before_it_whatever_decides_ties():
    settings = "site_name: S\nplugins:\n  - fasti:\n      tie_break: [id]\n"
    files = {"events/c.yml": an_event(when="2017-06"), "events/d.yml": an_event(before="{c.end: 1 week}")}
    assert [p.id for p in ordered({**files, "mkdocs.yml": settings})[0].events] == ["d", "c"]


def test_events_that_are_one_moment_stand_together_and_what_follows_waits_for_both():
    chronology, found = ordered(
        {
            "events/a.yml": an_event(when="2016-02", during="c", includes="c"),
            "events/b.yml": an_event(after="a"),
            "events/c.yml": an_event(during="a"),
        }
    )
    assert found.lines == []
    assert [p.id for p in chronology.events] == ["a", "c", "b"]


def test_withdrawn_events_and_drafts_stand_in_no_order_and_bound_nothing():
    chronology, found = ordered(
        {
            "events/a.yml": an_event(when="2017", after="w"),
            "events/w.yml": an_event(when="2018", status="withdrawn", withdrawn="{on: 2026, why: wrong}"),
            "events/d.yml": an_event(when="2017-03-01", before="a", status="draft"),
        }
    )
    assert found.lines == [
        "content/events/a.yml:4:8: warning FST308 the event `w` is withdrawn, so that nothing is placed by it "
        "(name another event, or delete this statement)"
    ]
    assert row(chronology) == ["1 a 2017-01-01 2017-12-31 dated"]
