"""Whatever records say: no event is lost, the order is one, and every statement that holds is respected."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.chronology import Chronology, order
from fasti.chronology.network import Network
from fasti.corpus import gather
from fasti.diagnostics import Report
from fasti.reading import Entry, Reading, parse_entry
from fasti.records import Vocabulary
from fasti.settings import Settings
from tests.kit.builders import an_event

IDS = ("a", "b", "c", "d", "e")
DATES = (
    "",
    "2017",
    "2017-05",
    "2017-05-04",
    "2017-05-09",
    "2016/2018",
    "../2017-05-05",
    "2017-05-02/..",
    "[2017-04..2017-06]",
)
GAPS = ("", "at most 10 days", "at least 3 days", "about 2 weeks", "0 days", "within hours")


@st.composite
def an_entry(draw: st.DrawFn, event_id: str) -> str:
    """One event with a date or none and a few statements."""
    fields: dict[str, str] = {"when": draw(st.sampled_from(DATES))}
    for word in draw(
        st.lists(
            st.sampled_from(("after", "before", "during", "includes", "same_day", "meets")), max_size=2, unique=True
        )
    ):
        other = draw(st.sampled_from(IDS)) + draw(st.sampled_from(("", "", ".start", ".end")))
        gap = draw(st.sampled_from(GAPS)) if word in ("after", "before") else ""
        fields[word] = f"{{{other}: {gap}}}" if gap else other
    if draw(st.integers(0, 5)) == 0:
        fields["lasted"] = draw(st.sampled_from(("4 days", "about 2 months")))
    return an_event(title=event_id, **fields)


corpora = st.tuples(*(an_entry(event_id) for event_id in IDS))


def read(texts: tuple[str, ...]) -> tuple[Entry, ...]:
    report, site = Report(), Settings(project=None)  # type: ignore[arg-type]
    entries = [
        parse_entry(text, f"content/events/{name}.yml", "event", site, report)
        for name, text in zip(IDS, texts, strict=True)
    ]
    assert report.diagnostics == ()
    return tuple(entry for entry in entries if entry)


def run(entries: tuple[Entry, ...]) -> tuple[Chronology, Report]:
    report, site = Report(), Settings(project=None)  # type: ignore[arg-type]
    reading = Reading(entries, (), frozenset(), Vocabulary(), (), frozenset())
    return order(gather(reading, site, report), report), report


@settings(max_examples=150, deadline=None)
@given(corpora, st.randoms(use_true_random=False))
def test_no_event_is_lost_and_the_order_does_not_depend_on_how_records_are_found(texts, random):
    entries = read(texts)
    chronology, report = run(entries)
    assert sorted(p.id for p in (*chronology.events, *chronology.undated)) == list(IDS)
    assert [p.position for p in chronology.events] == list(range(1, len(chronology.events) + 1))
    shuffled = list(entries)
    random.shuffle(shuffled)
    again, told_again = run(tuple(shuffled))
    assert again == chronology and told_again.diagnostics == report.diagnostics


@settings(max_examples=300, deadline=None)
@given(corpora)
def test_every_statement_that_was_not_reported_is_respected(texts):
    entries = read(texts)
    chronology, report = run(entries)
    network = Network.of(entries, Settings(project=None).about_widens)  # type: ignore[arg-type]
    loops = network.settle()
    assert len(loops) >= len([d for d in report.diagnostics if d.rule.code.startswith("FST4")])
    at = {p.id: i for i, p in enumerate(chronology.events)}
    for edge in network.standing():
        tail, head = edge.tail // 2, edge.head // 2
        first, second = network.ids[tail], network.ids[head]
        # The beginning of the later event is not before any end of the earlier: so its place is later too.
        if edge.strict == 1 and edge.head % 2 == 0 and first in at and second in at:
            assert at[first] < at[second], (first, second)
    for placed, following in zip(chronology.events, chronology.events[1:], strict=False):
        last, first_day = network.window(following.id)[0].latest, network.window(placed.id)[0].earliest
        assert last is None or first_day is None or first_day <= last


@settings(max_examples=300, deadline=None)
@given(corpora)
def test_what_stays_can_hold_all_at_once(texts):
    """The earliest days that the network gives satisfy every difference that was not set aside."""
    network = Network.of(read(texts), Settings(project=None).about_widens)  # type: ignore[arg-type]
    network.settle()
    # Days from nowhere, for ends that nothing bounds below: as early as can be, then pushed up like the rest.
    day = [low if low is not None else -(10**6) for low in network.low]
    for _ in range(200):
        moved = False
        for edge in network.standing():
            if day[edge.tail] + edge.days > day[edge.head]:
                day[edge.head], moved = day[edge.tail] + edge.days, True
        for start, end, _ in network.twin_steps():
            if day[start] > day[end]:
                day[end], moved = day[start], True
        if not moved:
            break
    else:
        raise AssertionError("the differences never settle")
    assert all(high is None or value <= high for value, high in zip(day, network.given_high, strict=True))
