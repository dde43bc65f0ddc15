"""A year's page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

import pytest

from fasti.views import view
from fasti.views._base import View
from fasti.views.year import certainty_words
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "year.html", content(page(edition(), "year", "1453")))


def test_the_years_before_1_have_addresses_of_four_digits():
    made = edition(
        {
            "events/old.yml": "title: Ides\ntype: battle\nwhen: -0043-03-15\n",
            "events/early.yml": "title: A\ntype: battle\nwhen: 0476\n",
        }
    )
    years = [(p.title, p.address) for p in view(made) if p.kind == "year"]
    assert years == [
        ("44 BC", "chronology/-0043/"),
        ("AD 476", "chronology/0476/"),
        ("1453", "chronology/1453/"),
        ("1461", "chronology/1461/"),
    ]


def test_silence_is_said_in_words_and_what_went_on_is_named():
    made = edition(
        {
            "events/a.yml": "title: A\ntype: battle\nwhen: 1470-02\n",
            "events/b.yml": "title: B\ntype: battle\nwhen: 1470-05\n",
            "events/c.yml": "title: C\ntype: battle\nwhen: 1470-12\n",
            "events/long.yml": "title: Long\ntype: siege\nwhen: 1470-06/1470-10-03\n",
            "events/d.yml": "title: D\ntype: battle\nwhen: 1473-07\n",
        }
    )
    found = page(made, "year", "1470").view
    assert [
        (m["title"], m["gap"] and (m["gap"]["words"], [g["title"] for g in m["gap"]["going"]])) for m in found["months"]
    ] == [
        ("February 1470", None),
        ("May 1470", ("No document speaks of March and April 1470.", [])),
        ("June 1470", None),
        ("December 1470", ("Nothing is dated to July to November 1470.", ["Long"])),
    ]
    whole = page(made, "chronology").view
    assert [(y["title"], y["gap"] and y["gap"]["words"]) for y in whole["years"]] == [
        ("1453", None),
        ("1461", "No document speaks of 1454 to 1460."),
        ("1470", "No document speaks of 1462 to 1469."),
        ("1473", "No document speaks of 1471 and 1472."),
    ]


def test_no_month_is_silent_while_something_without_end_goes_on():
    made = edition(
        {
            "events/a.yml": "title: A\ntype: battle\nwhen: 1480-02\n",
            "events/b.yml": "title: B\ntype: battle\nwhen: 1485-05\n",
            "events/long.yml": "title: Long\ntype: siege\nwhen: 1480-03/..\n",
        }
    )
    years = page(made, "chronology").view["years"]
    assert [y["gap"]["words"] for y in years if y["title"] == "1485"] == ["Nothing is dated to 1481 to 1484."]


def test_what_is_known_only_to_the_year_is_put_into_no_month():
    made = edition(
        {
            "events/x.yml": "title: X\ntype: battle\nwhen: 1470\n",
            "events/y.yml": "title: Y\ntype: battle\nwhen: 1470-11/1471-02\n",
            "events/z.yml": "title: Z\ntype: battle\nwhen: [1470-11..1471-02]\n",
            "events/w.yml": "title: W\ntype: battle\nwhen: [..1470-02]\n",
            "events/v.yml": "title: V\ntype: battle\nwhen: 1470-03\n",
        }
    )
    found = page(made, "year", "1470").view
    assert [(g["title"], [e["title"] for e in g["events"]]) for g in found["loose"]] == [
        ("1470 or earlier", ["W"]),
        ("Some time in 1470", ["X"]),
        ("1470 or later", ["Z"]),
    ]
    assert told(found) == [
        ("March 1470", [("", ["V"])]),
        ("November 1470", [("", ["Y"])]),
    ]


def told(view: View) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """The months of a page, each with its runs of entries."""
    return [
        (m["title"], [(run["title"], [e["title"] for e in run["events"]]) for run in m["runs"]]) for m in view["months"]
    ]


def test_what_is_known_only_to_the_month_stands_between_no_two_of_its_days():
    made = edition(
        {
            "events/b.yml": "title: First of September\ntype: battle\nwhen: 1470-09-01\n",
            "events/a.yml": "title: September\ntype: battle\nwhen: 1470-09\n",
            "events/c.yml": "title: About September\ntype: battle\nwhen: 1470-09~\n",
            "events/d.yml": "title: Autumn weeks\ntype: battle\nwhen: [1470-09-20..1470-10-31]\n",
            "events/e.yml": "title: September or October\ntype: battle\nwhen: [1470-09..1470-10]\n",
            "events/f.yml": "title: Some days\ntype: battle\nwhen: [1470-09-05..1470-09-09]\n",
            "events/g.yml": "title: All month\ntype: battle\nwhen: 1470-09/1470-09\n",
            "events/h.yml": "title: October\ntype: battle\nwhen: 1470-10\n",
        }
    )
    assert told(page(made, "year", "1470").view) == [
        (
            "September 1470",
            [
                ("", ["First of September"]),
                ("Some time in September 1470", ["September", "About September"]),
                ("", ["All month"]),
                ("September 1470 or later", ["September or October"]),
                ("", ["Some days", "Autumn weeks"]),
            ],
        ),
        ("October 1470", [("", ["October"])]),
    ]


def test_a_statement_keeps_what_is_known_only_to_the_month_after_the_day_it_names():
    made = edition(
        {
            "events/a.yml": "title: Bridge\ntype: battle\nwhen: 1470-09-17\n",
            "events/b.yml": "title: Town\ntype: battle\nwhen: 1470-09\nafter: a\n",
            "events/c.yml": "title: Fort\ntype: battle\nwhen: 1470-09-20\n",
            "events/d.yml": "title: Found after the fort\ntype: battle\nafter: c\nbefore: f\n",
            "events/f.yml": "title: Truce\ntype: battle\nwhen: 1470-09-28\n",
        }
    )
    assert told(page(made, "year", "1470").view) == [
        (
            "September 1470",
            [
                ("", ["Bridge"]),
                ("Some time in September 1470", ["Town"]),
                ("", ["Fort", "Found after the fort", "Truce"]),
            ],
        )
    ]


@pytest.mark.parametrize(
    ("certain", "possible", "told"),
    [
        (12, 0, "Twelve entries certainly fall in 1453, and no other may."),
        (1, 1, "One entry certainly falls in 1453, and one more possibly does."),
        (2, 13, "Two entries certainly fall in 1453, and 13 more possibly do."),
        (0, 1, "One entry possibly falls in 1453, none certainly."),
        (0, 2, "Two entries possibly fall in 1453, none certainly."),
    ],
)
def test_what_is_certain_and_what_is_only_possible_are_two_numbers(certain: int, possible: int, told: str):
    assert certainty_words(certain, possible, "1453") == told


def test_a_far_year_is_called_a_year_where_it_stands_in_a_sentence():
    made = edition(
        {
            "events/x.yml": "title: X\ntype: battle\nwhen: Y12345\n",
            "events/y.yml": "title: Y\ntype: battle\nwhen: [Y12344..Y12345]\n",
        }
    )
    found = page(made, "year", "12345").view
    assert (found["title"], found["certainty"], [g["title"] for g in found["loose"]]) == (
        "12,345",
        "One entry certainly falls in the year 12,345, and one more possibly does.",
        ["Some time in the year 12,345"],
    )


def test_a_window_that_only_touches_the_year_is_possible_and_a_siege_that_went_on_through_it_certain():
    made = edition(
        {
            "events/a.yml": "title: A\ntype: battle\nwhen: [1470-12..1471-01]\n",
            "events/b.yml": "title: B\ntype: siege\nwhen: 1469-05/1472-03\n",
            "events/c.yml": "title: C\ntype: battle\nwhen: 1471-05-05\n",
        }
    )
    view = page(made, "year", "1471").view
    assert (view["count"], view["certainty"]) == (
        "One event.",
        "Two entries certainly fall in 1471, and one more possibly does.",
    )
    assert view["timeline"].text == "timeline?from=1471&to=1471"


def test_a_year_beyond_four_digits_has_its_timeline_and_a_year_of_one_entry_none():
    made = edition(
        {
            "events/a.yml": "title: A\ntype: battle\nwhen: Y12000\n",
            "events/b.yml": "title: B\ntype: battle\nwhen: Y12000\n",
            "events/c.yml": "title: C\ntype: battle\nwhen: Y-15000\n",
        }
    )
    assert page(made, "chronology").view["period"] == "January 15,001 BC to December 12,000"
    years = {p.key: p.view["timeline"] for p in view(made) if p.kind == "year"}
    assert years["12000"].text == "timeline?from=Y12000&to=Y12000"
    assert years["-15000"] is None
    assert [p.title for p in view(made) if p.kind == "year"] == ["15,001 BC", "1453", "1461", "12,000"]
