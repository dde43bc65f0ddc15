"""The home page's lists of events are checked where they are written."""

from __future__ import annotations

from fasti.diagnostics import Report, render_concise
from fasti.pipeline import check
from fasti.reading import settings_for
from tests.kit.corpus import a_corpus
from tests.kit.reports import of_the_matter

EVENT = "title: A\ntype: battle\nwhen: 1453\n"


def report_of(index: str, **files: str) -> str:
    report = Report()
    project = a_corpus({"pages/index.md": index, "events/a.yml": EVENT, "events/b.yml": EVENT + "status: draft\n"})
    return render_concise(of_the_matter(check(settings_for(project, report), report).diagnostics))


def test_an_event_that_is_not_there_is_told_at_its_line() -> None:
    assert report_of("---\nturning_points:\n  - a\n  - aa\ndisagreements: c\n---\n# Home\n") == (
        "content/pages/index.md:4:5: error FST301 no event is called `aa` (use one of `a`, `b`)\n"
        "content/pages/index.md:5:16: error FST301 no event is called `c` (use one of `a`, `b`)\n"
    )


def test_a_draft_is_told_as_a_warning() -> None:
    assert report_of("---\nturning_points: b\n---\n# Home\n") == (
        "content/pages/index.md:2:17: warning FST308 the event `b` is a draft and will not be published "
        "(publish it, or make this record a draft too)\n"
    )


def test_lists_of_events_that_are_there_are_silent() -> None:
    assert report_of("---\nturning_points: [a]\n---\n# Home\n") == ""
