"""Ids: one record each, for ever."""

from __future__ import annotations

from tests.kit.builders import a_place, an_event
from tests.kit.reports import gathered


def test_two_files_with_one_id_are_reported_at_the_later_path_and_the_first_stands():
    corpus, found = gathered(
        {"events/2017/a.yml": an_event(title="First"), "events/a.md": f"---\n{an_event(title='Second')}---\nProse.\n"}
    )
    assert found.text == (
        "error[FST302]: another event is called `a`\n"
        " --> content/events/a.md:1:1\n"
        "  |\n"
        "1 | ---\n"
        "  | ^\n"
        "  = see content/events/2017/a.yml:1:1: the other one\n"
        "  = hint: rename one of the two files\n"
    )
    event = corpus.event("a")
    assert event and event.title == "First"


def test_one_id_for_records_of_two_kinds_is_no_fault():
    _, found = gathered({"events/a.yml": an_event(), "places/a.yml": a_place()})
    assert found.lines == []


def test_a_former_id_that_another_record_has_or_had_is_reported_at_that_id():
    _, found = gathered(
        {
            "events/a.yml": an_event(formerly="[x, b]"),
            "events/b.yml": an_event(),
            "events/c.yml": an_event(formerly="x"),
            "events/d.yml": an_event(formerly="d"),
        }
    )
    assert found.lines == [
        "content/events/a.yml:3:15: error FST302 another event is called `b` (an id is never given again: rename that file, or delete this former id)",
        "content/events/c.yml:3:11: error FST302 an event called `a` was formerly `x` too (keep it in one of the two)",
        "content/events/d.yml:3:11: error FST302 `d` is the id of this record itself (delete it: only ids that it no longer has belong here)",
    ]
