"""The page of all figures, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from fasti.views import view
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


def series(count: int, more: str = "") -> dict[str, str]:
    """So many series of one number each."""
    return {
        f"series/s{n:03d}.yml": f"title: Series {n}\nmeasure: defenders\n{more}points: {{value: {n}, at: 1453, sources: letter}}\n"
        for n in range(count)
    }


def test_series_that_may_be_compared_share_the_chart_of_the_first_and_the_others_say_so():
    made = series(3) | {"series/s002.yml": series(3, "comparable_with: s000\n")["series/s002.yml"]}
    found = page(edition(made), "figures")
    assert [call.text for call in found.charts] == [
        "figures?series=s000,s002",
        "figures?series=s001",
        "figures?series=held",
    ]
    rows = [row for group in found.view["groups"] for row in group["series"]]
    assert [(row["title"], row["chart"] is not None, row["above"] and row["above"]["title"]) for row in rows] == [
        ("Series 0", True, None),
        ("Series 1", True, None),
        ("Series 2", False, "Series 0"),
        ("Share held", True, None),
    ]


def test_many_series_stand_a_line_each_without_charts_and_in_parts(golden: Golden):
    made = edition(series(401, "baseline: 1400\n"))
    pages = [found for found in view(made) if found.kind == "figures"]
    assert [(found.address, len(found.charts), found.stub) for found in pages] == [
        ("figures/", 0, True),
        ("figures/part/2/", 0, False),
        ("figures/part/3/", 0, False),
    ]
    lines = [len(group["series"]) for found in pages for group in found.view["groups"] if group["series"]]
    assert lines == [200, 200, 1, 1]
    assert [len(group["loose"]) for found in pages for group in found.view["groups"] if group["loose"]] == [2]
    golden.check(GOLDEN / "figures-part.html", content(pages[2]))
