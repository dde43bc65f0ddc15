"""Words of the vocabulary: declared, in the right place, and with what they ask for."""

from __future__ import annotations

import pytest

from tests.kit.builders import a_place, a_series, a_source, an_actor, an_event
from tests.kit.reports import gathered

CASES = {
    "an event type": (
        "events/x.yml",
        an_event(type="captur"),
        "2:7: error FST307 this chronology has no event type `captur` (did you mean `capture`?)",
    ),
    "a role": (
        "events/x.yml",
        an_event(participants="{atacker: a}"),
        "3:16: error FST307 an event of type `capture` has no role `atacker` (did you mean `attacker`?)",
    ),
    "a place kind": (
        "places/x.yml",
        a_place(kind="citty"),
        "2:7: error FST307 this chronology has no place kind `citty` (did you mean `city`?)",
    ),
    "an actor kind": (
        "actors/x.yml",
        an_actor(kind="staate"),
        "2:7: error FST307 this chronology has no actor kind `staate` (did you mean `state`?)",
    ),
    "a source kind": (
        "sources/x.yml",
        a_source(kind="newz"),
        "2:7: error FST307 this chronology has no source kind `newz` (did you mean `news`?)",
    ),
    "a measure of a series": (
        "series/x.yml",
        a_series(measure="defender"),
        "2:10: error FST307 this chronology has no measure `defender` (did you mean `defenders`?)",
    ),
    "a measure of a figure": (
        "events/x.yml",
        an_event(figures="[{measure: defender, value: 5}]"),
        "3:21: error FST307 this chronology has no measure `defender` (did you mean `defenders`?)",
    ),
    "a share without its series": (
        "events/x.yml",
        an_event(figures="[{measure: share-of-empire, value: 2/3}]"),
        "3:21: error FST209 `share-of-empire` is a share, and this figure does not say of what (name its `series` instead, which has the denominator under `of`)",
    ),
    "a series of shares without direction": (
        "series/x.yml",
        a_series(measure="share-of-empire", of="the empire of 1400"),
        "2:10: error FST201 a series of `share-of-empire` needs `direction` (add `direction`, `held` or `lost`)",
    ),
    "a series of shares without denominator": (
        "series/x.yml",
        a_series(measure="share-of-empire", direction="held"),
        "2:10: error FST201 a series of `share-of-empire` needs `of` (add `of`: what it is a share of)",
    ),
    "a direction where there is none": (
        "series/x.yml",
        a_series(direction="held"),
        "3:12: error FST307 `defenders` has no direction `held` (delete `direction`, or use another measure)",
    ),
    "a rival's word": (
        "events/x.yml",
        an_event(rivals="[{type: seige, why: w}]"),
        "3:17: error FST307 this chronology has no event type `seige` (did you mean `siege`?)",
    ),
}


@pytest.mark.parametrize("path, text, fault", CASES.values(), ids=CASES)
def test_a_word_that_is_not_declared_is_reported_where_it_stands(path: str, text: str, fault: str):
    _, found = gathered({path: text, "actors/a.yml": an_actor()})
    assert found.lines == [f"content/{path}:{fault}"]


def test_a_vocabulary_that_cannot_be_read_is_one_fault_and_not_one_for_each_record():
    _, found = gathered(
        {
            "vocabulary.yml": "event_types: {capture: {lable: C}}\n",
            "events/a.yml": an_event(),
            "places/b.yml": a_place(),
        }
    )
    assert [line.split(": ")[0] for line in found.lines] == [
        "content/vocabulary.yml:1:25",
    ]
