"""The page of undated events, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from fasti.views import view
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "undated.html", content(page(edition(), "undated", "undated")))


def test_without_undated_events_there_is_no_such_page():
    made = edition({"events/lost.yml": "title: A battle\ntype: battle\nwhen: 1400\n"})
    assert [p.address for p in view(made) if p.kind == "undated"] == []
