"""A series' page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "series.html", content(page(edition(), "series", "held")))
