"""Many events at few times of one day: what they cost, and that all is told as if each pair were a statement."""

from __future__ import annotations

import random

import pytest

from fasti.chronology import as_object, constraints
from tests.kit.builders import an_event
from tests.kit.reports import ordered


def at(hour: int) -> str:
    """A time of the one day of these tests."""
    return f"{{date: 2017-06-01, time: '{hour:02d}:00', zone: Z}}"


def a_day(seed: int) -> dict[str, str]:
    """Fourteen events at each of three times, with statements, a draft and a rival, some of which contradict them."""
    chance = random.Random(seed)
    ids = [f"{name}{number}" for number in range(14) for name in "abc"]
    files = {}
    for event_id in ids:
        more = (
            {chance.choice(("after", "before", "during", "includes")): chance.choice(ids)}
            if chance.random() < 0.2
            else {}
        )
        if chance.random() < 0.1:
            more["status"] = "draft"
        if chance.random() < 0.1:
            more["rivals"] = f"[{{after: {chance.choice(ids)}, who: one}}, {{when: 2017-06-02, who: one}}]"
        files[f"events/{event_id}.yml"] = an_event(when=at(9 + "abc".index(event_id[0])), **more)
    files["events/all.yml"] = an_event(when="2017-06-01", includes="a1", before="c1")
    return files


def test_a_thousand_events_at_two_times_cost_an_edge_each():
    files = {f"events/e{i}.yml": an_event(when=at(10 + i % 2)) for i in range(1000)}
    chronology, found = ordered(files)
    assert found.lines == []
    assert len(chronology.network.edges) == 1000
    evens = sorted(f"e{i}" for i in range(0, 1000, 2))
    odds = sorted(f"e{i}" for i in range(1, 1000, 2))
    assert [placed.id for placed in chronology.events] == evens + odds
    after = chronology.placed(odds[0])
    assert after and (after.basis, after.because) == ("dated", ())


@pytest.mark.parametrize("seed", range(12))
def test_the_order_is_that_of_a_constraint_for_every_pair(seed, monkeypatch):
    files = a_day(seed)
    chronology, _ = ordered(files)
    monkeypatch.setattr(constraints, "FEW", 10**9)
    singly, _ = ordered(files)
    assert len(chronology.network.edges) < len(singly.network.edges)
    assert as_object(chronology) == as_object(singly)


def test_a_contradiction_names_the_two_events_and_nothing_between_their_times():
    files = {f"events/{name}{i}.yml": an_event(when=at(9 + "abc".index(name))) for name in "abc" for i in range(14)}
    files |= {
        "events/a5.yml": an_event(when=at(9), after="c7"),
        "events/b3.yml": an_event(when=at(10), rivals="[{after: c2, who: one}]"),
        "events/draft.yml": an_event(when=at(11), before="b1", status="draft"),
    }
    _, found = ordered(files)
    assert [[r.message for r in d.related] for d in found.report.diagnostics if d.rule.code.startswith("FST4")] == [
        [
            "`b3` is after `c2`",
            "`c2` is later on the same day than `b3`",
            "`b3` is on 1 June 2017, 10:00 (Z)",
            "`c2` is on 1 June 2017, 11:00 (Z)",
        ],
        [
            "`a5` is after `c7`",
            "`c7` is later on the same day than `a5`",
            "`a5` is on 1 June 2017, 09:00 (Z)",
            "`c7` is on 1 June 2017, 11:00 (Z)",
        ],
        [
            "`draft` is before `b1`",
            "`draft` is later on the same day than `b1`",
            "`b1` is on 1 June 2017, 10:00 (Z)",
            "`draft` is on 1 June 2017, 11:00 (Z)",
        ],
    ]


def test_the_moment_between_two_times_is_no_step_of_its_own():
    files = {f"events/{name}{i}.yml": an_event(when=at(9 + "ab".index(name))) for name in "ab" for i in range(14)}
    files["events/march.yml"] = an_event(when="2017-05-30/2017-06-01", includes="a9", before="b0")
    chronology, found = ordered(files)
    assert found.lines == []
    first = chronology.placed("b0")
    assert [placed.id for placed in chronology.events[14:16]] == ["a9", "b0"]
    assert first and first.basis == "dated"
