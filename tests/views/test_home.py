"""The parts of the home page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from dataclasses import replace

from fasti.prose import Html
from fasti.views import view
from tests.derive.kit import an_edition, capture
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
    assert found["turning_points"] == []
    calm = an_edition({"events/a.yml": capture("2017-03-01", "reds"), "pages/index.md": "# A\n"})
    assert page(calm, "home").view["disagreements"] == []


def test_where_the_editors_chose_no_disagreements_those_with_the_most_voices_are_shown():
    two = "type: battle\nsources: letter\nevidence: {when: {sources: letter page 1}}\n"
    more = {
        "events/a.yml": f"title: A\nwhen: 1470\n{two}rivals: {{when: 1471, who: [envoy, empire], sources: letter page 2}}\n",
        "events/b.yml": f"title: B\nwhen: 1472\n{two}rivals: {{when: 1473, who: envoy, sources: letter page 2}}\n",
        "events/c.yml": f"title: C\nwhen: 1474\n{two}rivals: {{when: 1475, who: envoy, sources: letter page 2}}\n",
    }
    found = page(edition({**more, "pages/index.md": "# A\n"}), "home").view
    assert [(d["title"], d["brief"]) for d in found["disagreements"]] == [
        ("A", "two dates from three voices: 1470 to 1471"),
        ("C", "two dates from two voices: 1474 to 1475"),
        ("B", "two dates from two voices: 1472 to 1473"),
    ]
    assert found["disagreement_count"] == "six disagreements"


def test_a_withdrawn_event_is_no_turning_point():
    made = edition({"pages/index.md": "---\nturning_points: [gone, siege]\n---\nClaim.\n"})
    assert [e["title"] for e in page(made, "home").view["turning_points"]] == ["Siege of the city"]


def test_a_chronology_without_a_dated_entry_begins_with_its_documents():
    found = page(an_edition({"pages/index.md": "# A\n"}), "home")
    prose = {"opening": Html(""), "rest": Html("")}
    assert content(replace(found, view={**found.view, **prose})).startswith('<p class="kicker wide">no documents')
    assert found.description == "No documents, no entries"
