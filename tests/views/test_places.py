"""The page of all places, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "places.html", content(page(edition(), "places")))


def test_places_stand_under_what_they_lie_within():
    found = page(edition(), "places").view
    assert [(p["title"], p["depth"], p["events_words"]) for p in found["groups"]] == [
        ("Land", 0, "one entry"),
        ("City", 1, "three entries"),
        ("Harbour", 1, "one entry"),
    ]
