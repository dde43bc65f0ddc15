from __future__ import annotations

import pytest

from fasti.writing.links import relative


@pytest.mark.parametrize(
    ("page", "address", "link"),
    [
        ("", "", "./"),
        ("", "events/a/", "events/a/"),
        ("events/a/", "", "../../"),
        ("events/a/", "places/b/", "../../places/b/"),
        ("chronology/", "data/v1/events.csv", "../data/v1/events.csv"),
        ("events/a/", "events/b/#says", "../../events/b/#says"),
        ("events/a/", "explore/?q=a b/c", "../../explore/?q=a b/c"),
        ("events/a/", "#says", "#says"),
        ("events/a/", "https://example.org/x", "https://example.org/x"),
        ("events/a/", "javascript:alert(1)", "../../javascript%3Aalert%281%29"),
    ],
)
def test_links_are_relative_to_their_page(page, address, link):
    assert relative(page, address) == link
