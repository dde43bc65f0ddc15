"""A year's page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from fasti.views import view
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
    assert [(m["title"], [e["title"] for e in m["events"]]) for m in found["months"]] == [
        ("March 1470", ["V"]),
        ("November 1470", ["Y"]),
    ]
