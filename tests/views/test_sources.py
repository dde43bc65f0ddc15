"""The page of all sources, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

import pytest

from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "sources.html", content(page(edition(), "sources")))


def test_documents_stand_by_the_day_they_were_published():
    found = page(edition(), "sources").view
    assert [(s["title"], s["published"], s["uses"]) for s in found["sources"]] == [
        ("A letter", "July 1453", "six statements"),
        ("Chronicle", "about 1480", "eight statements"),
    ]
    assert found["count"] == "Two documents, two voices: documents that reprint one report count as one voice."


def test_many_sources_stand_in_parts(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("fasti.views.sources.MOST", 1)
    made = edition()
    found = [page(made, "sources"), page(made, "sources", "2")]
    assert [(p.address, p.stub, [s["title"] for s in p.view["sources"]]) for p in found] == [
        ("sources/", True, ["A letter"]),
        ("sources/2/", False, ["Chronicle"]),
    ]
    assert found[0].view["parts"] == [
        {"title": "1 to 1", "address": None},
        {"title": "2 to 2", "address": "sources/2/"},
    ]
