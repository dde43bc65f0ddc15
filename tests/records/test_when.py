"""When something was: the windows of both ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.edtf import Bounds, iso
from fasti.records import Event, When
from tests.kit.builders import an_event
from tests.records.parsed import faults, record

MEMBERS = st.sampled_from("2017-06-03 2017-06-30 2017-06 2017-06-1X 2017-06-2X~ 2017-07-01 2017-06-29?".split())
RANGES = st.sampled_from(["2017-06-05..2017-06-09", "2017-06-28..2017-07-02", "2017-06..2017-06"])
EDGES = st.one_of(
    MEMBERS,
    st.lists(MEMBERS, min_size=2, max_size=2).map(lambda two: f"[{','.join(two)}]"),
    RANGES.map(lambda r: f"[{r}]"),
)


def texts(brackets: str) -> st.SearchStrategy[str]:
    inside = st.lists(MEMBERS | RANGES, min_size=1, max_size=3).map(",".join)
    return inside.map(lambda members: f"{brackets[0]}{members}{brackets[1]}")


DATES = st.one_of(MEMBERS, texts("[]"), texts("{}"), st.tuples(MEMBERS, MEMBERS).map("/".join))
WHENS = st.one_of(
    st.builds(
        lambda date, mode: {"date": date} | ({"mode": mode} if mode else {}),
        DATES,
        st.sampled_from([None, "within", "throughout"]),
    ),
    st.builds(lambda a, b: {"from": a, "to": b}, EDGES, EDGES),
)


def a_when(fields: dict[str, str]) -> When | None:
    """None for one that is refused, such as a span that ends before it begins."""
    try:
        return When.model_validate(fields)
    except ValueError:
        return None


def days(bounds: Bounds) -> range:
    assert bounds.earliest is not None and bounds.latest is not None
    return range(bounds.earliest, bounds.latest + 1)


@given(WHENS)
def test_both_ends_lie_within_the_bounds_and_are_windows(fields: dict[str, str]):
    when = a_when(fields)
    if when is None:
        return
    start, end, bounds = when.start, when.end, when.bounds
    assert bounds.earliest == start.earliest
    assert bounds.latest == end.latest
    assert len(days(start)) and len(days(end))
    assert not when.throughout or min(days(start)) <= max(days(end))
    assert when.throughout or start == end == bounds


@given(DATES)
def test_the_text_is_never_changed_and_marks_never_widen(date: str):
    when = a_when({"date": date})
    if when is None:
        return
    plain = a_when({"date": date.replace("~", "").replace("?", "")})
    assert when.text == date
    assert plain is not None and (when.start, when.end) == (plain.start, plain.end)


def window(bounds: Bounds) -> str:
    return "/".join("" if day is None else iso(day) for day in bounds)


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({"date": "2017-09"}, "2017-09-01/2017-09-30", "2017-09-01/2017-09-30"),
        ({"date": "2017-09", "mode": "throughout"}, "2017-09-01/2017-09-01", "2017-09-30/2017-09-30"),
        ({"date": "2017-06/2017-08"}, "2017-06-01/2017-06-30", "2017-08-01/2017-08-31"),
        ({"date": "2017-06/2017-08", "mode": "within"}, "2017-06-01/2017-08-31", "2017-06-01/2017-08-31"),
        ({"date": "[2016,2018]", "mode": "throughout"}, "2016-01-01/2018-01-01", "2016-12-31/2018-12-31"),
        ({"date": "[2017-09-01..2017-09-17]", "mode": "throughout"}, "2017-09-01/2017-09-01", "2017-09-17/2017-09-17"),
        ({"date": "2017-XX", "mode": "throughout"}, "2017-01-01/2017-12-31", "2017-01-01/2017-12-31"),
        ({"date": "201X", "mode": "throughout"}, "2010-01-01/2010-01-01", "2019-12-31/2019-12-31"),
        ({"date": "{2017-06,2017-08}"}, "2017-06-01/2017-06-30", "2017-08-01/2017-08-31"),
        ({"date": "{2017-06,2017-08}", "mode": "throughout"}, "2017-06-01/2017-06-01", "2017-08-31/2017-08-31"),
        ({"date": "{2017-06-06,2017-10-17}"}, "2017-06-06/2017-06-06", "2017-10-17/2017-10-17"),
        ({"date": "{..2017-06}"}, "/", "2017-06-01/2017-06-30"),
        ({"date": "2017-06/.."}, "2017-06-01/2017-06-30", "/"),
        ({"from": "[2017-06-01..2017-06-10]", "to": "2017-10"}, "2017-06-01/2017-06-10", "2017-10-01/2017-10-31"),
        ({"from": "2017-06", "to": "2017-10", "edges_known": "to"}, "/2017-06-30", "2017-10-01/2017-10-31"),
        ({"from": "2017-06", "to": "2017-10", "edges_known": "from"}, "2017-06-01/2017-06-30", "2017-10-01/"),
        ({"from": "2017-06"}, "2017-06-01/2017-06-30", "/"),
        ({"to": "2017-10"}, "/", "2017-10-01/2017-10-31"),
    ],
    ids=str,
)
def test_each_end_has_its_window(fields: dict[str, str], start: str, end: str):
    when = When.model_validate(fields)
    assert (window(when.start), window(when.end)) == (start, end)


@pytest.mark.parametrize(
    ("when", "fault"),
    [
        ("{date: 2017, edges_known: from}", "3:7: error FST209 `edges_known` needs `from` or `to` (write the ends as `from` and `to`)"),
        ("{date: '2017-06-01T10:00:00', time: '10:00'}", "3:7: error FST209 `time` stands beside a date with a time of its own (keep one of them)"),
        ("{from: 2017, to: 2018, mode: within}", "3:7: error FST209 `mode` needs `date`: a span with `from` and `to` is always throughout"),
        ("{from: 2018, to: 2017}", "3:7: error FST204 `to` ends before `from` begins (exchange the two, or mend one)"),
        ("late June 2017", "3:7: error FST204 `late` is not part of a date (write `[2017-06-21..2017-06-30]`)"),
        ("2017-09-01 - 2017-09-17", "3:17: error FST204 a blank does not belong here (write `2017-09-01/2017-09-17` for all of that time, or `[2017-09-01..2017-09-17]` for once within it)"),
    ],
)  # fmt: skip
def test_what_a_date_cannot_be_is_told_where_it_stands(when: str, fault: str):
    assert faults(an_event(when=when)) == [fault]


def test_a_span_that_is_offered_for_words_can_be_written_as_it_stands():
    event = record(an_event(when="{from: [2017-06-21..2017-06-30], to: [2017-07-01..2017-07-10]}"))
    assert isinstance(event, Event) and event.when
    assert event.when.text == "[2017-06-21..2017-06-30]/[2017-07-01..2017-07-10]"


@pytest.mark.parametrize(
    "when",
    [
        "2017-06-10/2017-06-20",
        "[2017-06-10, 2017-06-20]",
        "{from: 2017-06-10, to: 2017-06-20, edges_known: []}",
        "{from: [2017-06..2017-08], to: 2017-10}",
        "{to: 2017-10, edges_known: [to]}",
        "{date: 2017-06, mode: throughout}",
        "{date: 2017-06-01, time: 10:00, zone: Z}",
    ],
)
def test_a_date_is_told_as_it_was_written(when: str):
    event = record(an_event(when=when))
    assert isinstance(event, Event) and event.when
    assert event.when.written == when


def test_a_list_under_when_is_offered_as_a_set():
    assert faults("title: A\ntype: battle\nwhen:\n  - 2017-06-01\n  - 2017-06-03\n") == [
        "4:3: error FST204 this holds a list where a date belongs (write `[2017-06-01, 2017-06-03]` for one of these "
        "dates, `'{2017-06-01, 2017-06-03}'` for each of them)"
    ]


def test_a_folded_date_is_asked_for_on_one_line():
    assert faults("title: A\ntype: battle\nwhen: >\n  2017-06-01\n") == [
        "3:7: error FST204 a line break does not belong here (write the date on one line, beside its key)"
    ]
