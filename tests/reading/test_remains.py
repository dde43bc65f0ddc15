"""What is left of a record with faults is checked in the same run, and is never published."""

from __future__ import annotations

from fasti.diagnostics import Report, render_concise
from fasti.pipeline import Clock, check, examine
from fasti.reading import settings_for
from tests.kit.corpus import a_corpus
from tests.kit.reports import of_the_matter

RECORD = """\
titel: A
type: captur
when: 2017-02-30
where: vienn
rivals:
  - {whn: 1453, who: sultann}
  - {when: 1454, who: sultann}
"""


def test_a_slip_in_one_field_hides_no_fault_of_another() -> None:
    report = Report()
    project = a_corpus({"events/a.yml": RECORD, "places/vienna.yml": "names: Vienna\nkind: city\n"})
    assert render_concise(of_the_matter(check(settings_for(project, report), report).diagnostics)) == (
        "content/events/a.yml:1:1: error FST202 an event has no field `titel` (did you mean `title`?)\n"
        "content/events/a.yml:2:7: error FST307 this chronology has no event type `captur` (did you mean `capture`?)\n"
        "content/events/a.yml:3:15: error FST204 February 2017 has 28 days "
        "(its last day is `2017-02-28`; write `2017-02` if the day is not known)\n"
        "content/events/a.yml:4:8: error FST301 no place is called `vienn` (did you mean `vienna`?)\n"
        "content/events/a.yml:6:6: error FST202 `rivals` has no field `whn` (did you mean `when`?)\n"
        "content/events/a.yml:7:23: error FST301 no actor is called `sultann` "
        "(add `actors/sultann.yml`, or correct the id)\n"
    )


def test_remains_stand_in_no_order_and_are_no_broken_reference() -> None:
    report = Report()
    project = a_corpus({"events/a.yml": RECORD, "events/b.yml": "title: B\ntype: battle\nafter: a\n"})
    edition, settled = examine(settings_for(project, report), report, Clock())
    assert [e.id for e in (*edition.chronology.events, *edition.chronology.undated)] == ["b"]
    assert [d.path for d in of_the_matter(settled.diagnostics) if d.path.endswith("b.yml")] == []
