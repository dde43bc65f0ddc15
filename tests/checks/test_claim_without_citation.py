"""Every claim that is published rests on a document, and one that does not is told once, where the author must write."""

from __future__ import annotations

import pytest

from tests.kit.builders import a_place, a_source, an_actor, an_event
from tests.kit.reports import checked

AROUND = {
    "sources/s.yml": a_source(reading_notes="See [the city](place:p) and [them](actor:a)."),
    "places/p.yml": a_place(names="Vienna", sources="s"),
    "actors/a.yml": an_actor(names="Envoy", sources="s"),
    "events/other.yml": an_event(type="statement", sources="s"),
}
ADD = "(add `sources` to it, or to the record)"


def lines_of(**fields: str) -> list[str]:
    found = checked({**AROUND, "events/e.yml": an_event(**fields)}).lines
    return [line.removeprefix("content/events/e.yml:") for line in found]


def test_an_event_without_any_document_is_told_once_at_its_title():
    whole = "1:1: warning FST501 `e` rests on no source (add `sources`: which document says so, and where in it)"
    assert lines_of(when="1529") == [whole]
    assert lines_of(when="1529", where="p", says="[{who: a, what: x}]", control="{held_by: a}") == [whole]
    assert lines_of(when="1529", sources="s p1") == []


@pytest.mark.parametrize("status", ["draft", "withdrawn\nwithdrawn: {on: 2026, why: no}"])
def test_what_is_not_published_is_not_looked_at(status: str):
    assert lines_of(when="1529", status=status) == []


def test_beside_a_backed_claim_each_other_is_told_at_its_own_line():
    says = "\n  - {who: a, what: x, sources: s p1}\n  - {who: a, what: y}"
    assert lines_of(when="1529", where="p", says=says, figures="\n  - {measure: defenders, value: 9}") == [
        "3:1: warning FST501 `when` and `where` rest on no source "
        "(add `sources`, or say under `evidence` what it rests on)",
        f"7:5: warning FST501 this statement rests on no source {ADD}",
        f"9:5: warning FST501 this figure rests on no source {ADD}",
    ]


def test_evidence_of_a_field_backs_every_claim_of_it():
    evidence = "{when: {sources: s p1}, figures: {sources: s p2}}"
    figures = "\n  - {measure: defenders, value: 9}"
    assert lines_of(when="1529", figures=figures, evidence=evidence) == []
    assert lines_of(when="1529", figures=figures, evidence="{when: {sources: s p1}, figures: {basis: inferred}}") == [
        f"5:5: warning FST501 this figure rests on no source {ADD}"
    ]


def test_a_rival_rests_on_its_own_documents_or_on_those_of_its_record():
    assert lines_of(when="1529", evidence="{when: {sources: s p1}}", rivals="\n  - {title: Siege of Vienna}") == [
        f"6:5: warning FST501 this rival `title` rests on no source {ADD}"
    ]
    assert lines_of(when="1529", sources="s", rivals="\n  - {title: Siege of Vienna}") == []
    assert lines_of(when="1529", evidence="{when: {sources: s}}", rivals="[{title: X, sources: s p2}]") == []


def test_the_evidence_of_the_headline_is_none_of_its_rival():
    rivals = "\n  - {when: 1530, who: a}"
    assert lines_of(when="1529", evidence="{when: {sources: s p1}}", rivals=rivals) == [
        f"6:5: warning FST501 this rival `when` rests on no source {ADD}"
    ]
    rivals = "\n  - {when: 1530, who: a, sources: s p2}"
    assert lines_of(when="1529", evidence="{when: {sources: s p1}}", rivals=rivals) == []


def test_the_rival_of_a_place_needs_a_document_too():
    place = a_place(names="Vienna", rivals="\n  - {kind: country}")
    assert checked({**AROUND, "places/p.yml": place}).lines == [
        f"content/places/p.yml:4:5: warning FST501 this rival `kind` rests on no source {ADD}"
    ]


def test_a_number_of_a_series_is_refused_without_a_document():
    series = "title: Defenders\nmeasure: defenders\npoints:\n  - {value: 9, at: 1529}\n"
    assert checked({**AROUND, "series/n.yml": series}).lines == [
        "content/series/n.yml:4:5: error FST201 `points` needs `sources` (add `sources: …`)"
    ]
