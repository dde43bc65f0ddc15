"""The page of all figures, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "figures.html", content(page(edition(), "figures")))


def test_numbers_that_the_page_has_no_room_for_are_counted():
    many = {
        f"events/count-{n:02d}.yml": f"title: Count {n}\ntype: battle\nfigures: {{measure: defenders, value: {n}}}\n"
        for n in range(70)
    }
    shown = [
        (len(group["loose"]), group["more"])
        for group in page(edition(many), "figures").view["groups"]
        if group["loose"]
    ]
    assert shown == [(60, "And twelve more numbers, each on the page of its event.")]
