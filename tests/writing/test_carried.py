from __future__ import annotations

from dataclasses import replace
from typing import Any

from fasti.writing import Carried, Carrier
from tests.writing.plain import SETTINGS, event

EDIT = "https://example.org/repository/edit/main/"
STUB = replace(
    event("places"), kind="places", address="places/", title="All <places>", description="Every one", stub=True
)


def carrier(*pages: Any) -> Carrier:
    return Carrier(pages, {}, settings=SETTINGS, clean=lambda html, address: f"cleaned at {address}: {html}")


def test_an_index_page_shows_its_fragment_and_nothing_else(fragments):
    assert carrier(STUB, event("a")).page("places/", "<script>", None) == Carried(
        "<h1>All &lt;places&gt;</h1>", "places", "All <places>", "Every one", None
    )


def test_a_hand_written_page_is_cleaned_and_links_to_its_file(fragments):
    assert carrier(STUB).page("method/", "<p>x</p>", "content/pages/method.md") == Carried(
        "cleaned at method/: <p>x</p>", "", None, None, EDIT + "content/pages/method.md"
    )


def test_an_index_page_with_a_file_of_its_own_links_to_it(fragments):
    assert (
        carrier(replace(STUB, address="")).page("", "", "content/pages/index.md").edit
        == EDIT + "content/pages/index.md"
    )


def test_only_stubs_ask_the_platform_for_a_page(fragments):
    assert carrier(STUB, replace(STUB, address=""), event("a")).paths == ("index.md", "places/index.md")
