"""The parts of the home page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from dataclasses import replace

from fasti.prose import Html
from fasti.views import view
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    found = page(edition(), "home")
    words = {"opening": Html("<p>Claim.</p>"), "rest": Html("<h2>How sure</h2>")}
    golden.check(GOLDEN / "home.html", content(replace(found, view={**found.view, **words})))


def test_a_site_without_a_home_page_of_its_own_has_none_of_ours():
    assert [p for p in view(edition({"pages/index.md": "", "pages/other.md": "# A\n"})) if p.kind == "home"][1:] == []


def test_a_part_without_entries_is_not_shown():
    made = edition({"pages/index.md": "---\ntitle: A\n---\nClaim.\n"})
    found = page(made, "home").view
    assert (found["turning_points"], found["disagreements"]) == ([], [])


def test_a_withdrawn_event_is_no_turning_point():
    made = edition({"pages/index.md": "---\nturning_points: [gone, siege]\n---\nClaim.\n"})
    assert [e["title"] for e in page(made, "home").view["turning_points"]] == ["Siege of the city"]
