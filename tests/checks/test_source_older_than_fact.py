"""A document that cannot know what it is cited for is told at the citation; what it expects is its good right."""

from __future__ import annotations

import pytest

from tests.kit.builders import a_place, a_series, a_source, an_actor, an_event
from tests.kit.reports import checked

AROUND = {
    "sources/old.yml": a_source(published="1529-09-03", reading_notes="Of [p](place:p) [a](actor:a) [n](series:n)"),
    "sources/new.yml": a_source(published="1529-12"),
    "sources/undated.yml": a_source(),
    "events/named.yml": an_event(type="statement", sources="[old, new, undated]"),
    "places/p.yml": a_place(names="Vienna"),
    "actors/a.yml": an_actor(),
    "series/n.yml": a_series(),
}
OLD = (
    "warning FST506 `old` (3 September 1529) is older than what it is cited for "
    "(correct one of the dates; cite what the document expected under `says`, with `stance: expects`)"
)


def lines_of(**fields: str) -> list[str]:
    event = an_event(**{"type": "siege", "when": "1529-10-14", "sources": "new p1", **fields})
    found = checked({**AROUND, "events/e.yml": event}).lines
    return [line.removeprefix("content/events/e.yml:") for line in found]


def test_a_document_published_before_the_event_is_told_at_its_citation():
    assert lines_of(sources="[new p1, old p5]") == [f"4:19: {OLD}"]


@pytest.mark.parametrize(
    "when", ["1529", "1529-09", "[..1529-10]", "1529-09-03", "1529-09-04", "1529-10-14~", "1529-10?", ""]
)
def test_what_it_may_have_known_is_not_told(when: str):
    assert lines_of(when=when, sources="old p1") == []


def test_a_document_without_a_sure_day_of_publication_is_not_told():
    assert lines_of(sources="undated") == []
    assert checked({**AROUND, "sources/old.yml": a_source(published="1529-09~", reading_notes="Of [p](place:p) [a](actor:a) [n](series:n)"),
                    "events/e.yml": an_event(when="1530", sources="old")}).lines == []  # fmt: skip


def test_a_rival_date_that_it_gives_is_the_day_to_measure_by():
    rivals = "[{when: 1529-09-02, sources: old p1}]"
    assert lines_of(sources="[new, old]", rivals=rivals) == []
    assert lines_of(rivals="[{when: 1529-09-20, sources: old p1}]") == [f"5:38: {OLD}"]


def test_each_claim_is_measured_by_its_own_day():
    assert lines_of(figures="[{measure: defenders, value: 9, at: 1529-08, sources: old}]") == []
    assert lines_of(figures="[{measure: defenders, value: 9, sources: old}]") == [f"5:51: {OLD}"]
    assert lines_of(control="{place: p, held_by: a, when: 1530, sources: old}", when="1529") == [f"5:54: {OLD}"]


def test_a_statement_can_foretell_but_not_be_printed_before_it_was_made():
    assert lines_of(says="[{who: a, what: x, stance: expects, sources: old}]", sources="[new, old]") == []
    assert lines_of(says="[{who: a, what: x, stance: plans}]", sources="[old]") == []
    assert lines_of(says="[{who: a, what: x, sources: old}]") == []
    assert lines_of(says="[{who: a, what: x, on: 1529-11, sources: old}]") == [f"5:48: {OLD}"]


def test_evidence_of_the_date_must_know_it_and_evidence_of_the_place_need_not():
    assert lines_of(where="p", evidence="{where: {sources: old}}") == []
    assert lines_of(evidence="{when: {sources: old}}") == [f"5:28: {OLD}"]


def test_a_number_of_a_series_is_measured_by_its_day():
    series = a_series(points="[{value: 9, at: 1530, sources: old}]")
    assert checked({**AROUND, "series/n.yml": series}).lines == [f"content/series/n.yml:3:40: {OLD}"]
