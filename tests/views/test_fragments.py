"""Every page kind as it is printed, on a small chronology; the whole fragment is compared with a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fasti.prose import Html
from fasti.views._base import kinds
from tests.kit.golden import Golden
from tests.views.small import content, edition, page

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "event": "fall",
    "place": "harbour",
    "actor": "sultan",
    "source": "letter",
    "series": "held",
    "year": "1453",
    "undated": "undated",
    "chronology": "",
    "places": "",
    "actors": "",
    "sources": "",
    "figures": "",
    "data": "",
    "home": "",
}


def test_every_page_kind_is_here():
    assert {kind.name for kind in kinds()} == set(PAGES)


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_printed_as_its_file_has_it(kind: str, golden: Golden):
    found = page(edition(), kind, PAGES[kind])
    if kind == "home":
        found = replace(found, view={**found.view, "opening": Html("<p>Claim.</p>"), "rest": Html("<h2>How sure</h2>")})
    golden.check(GOLDEN / f"{kind}.html", content(found).rstrip("\n") + "\n")


def test_a_withdrawn_page_says_when_and_why():
    html = content(page(edition(), "event", "gone"))
    assert "<p><strong>Withdrawn, 31 January 2026.</strong> The letter was forged.</p>" in html
    assert page(edition(), "event", "gone").previous is None
