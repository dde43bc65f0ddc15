"""The density strip: every stretch with its entries in words, and bars of at most twelve steps."""

from __future__ import annotations

from fasti.language import speaking
from fasti.views._strip import steps
from tests.views.small import content, edition, page

EVENTS = {
    "events/a.yml": "title: A\ntype: battle\nwhen: 1470-02\n",
    "events/b.yml": "title: B\ntype: battle\nwhen: 1470-05\n",
    "events/c.yml": "title: C\ntype: statement\nwhen: 1470-05\n",
}


def test_a_year_shows_all_its_months_and_leads_to_those_with_entries():
    strip = page(edition(EVENTS), "year", "1470").view["strip"]
    assert [(s["title"], s["href"], s["words"]) for s in strip if s["words"] != "no entry"] == [
        ("Feb", "#m02", "one entry"),
        ("May", "#m05", "two entries"),
    ]
    assert len(strip) == 12
    assert {(s["href"], s["address"], s["certain"], s["possible"]) for s in strip if s["words"] == "no entry"} == {
        (None, None, 0, 0)
    }
    assert [(s["certain"], s["possible"]) for s in strip if s["href"]] == [(1, 0), (2, 0)]


def test_a_month_whose_name_is_too_long_for_its_bar_is_seen_by_its_number_and_heard_by_its_name():
    with speaking("ar"):
        found = page(edition(EVENTS), "year", "1470")
        html = content(found)
    february = next(s for s in found.view["strip"] if s["href"] == "#m02")
    assert (february["title"], february["mark"]) == ("شباط", "2")
    assert '<span class="strip-title" aria-hidden="true">2</span><span class="visually-hidden">شباط: ' in html
    assert {s["mark"] for s in page(edition(EVENTS), "year", "1470").view["strip"]} == {None}


def test_what_only_possibly_falls_in_a_month_is_counted_apart_and_leads_nowhere_without_an_entry():
    window = {"events/d.yml": "title: D\ntype: battle\nwhen: [1470-02-20..1470-04-03]\n"}
    strip = page(edition(EVENTS | window), "year", "1470").view["strip"]
    assert [(s["title"], s["href"], s["words"], s["certain"], s["possible"]) for s in strip[:5]] == [
        ("Jan", None, "no entry", 0, 0),
        ("Feb", "#m02", "one entry certainly, one more possibly", 1, 1),
        ("Mar", None, "one entry possibly", 0, 1),
        ("Apr", None, "one entry possibly", 0, 1),
        ("May", "#m05", "two entries", 2, 0),
    ]


def test_what_went_on_throughout_a_month_certainly_falls_in_it():
    siege = {"events/d.yml": "title: D\ntype: siege\nwhen: 1470-02/1470-04\n"}
    strip = page(edition(EVENTS | siege), "year", "1470").view["strip"]
    assert [s["words"] for s in strip[:4]] == ["no entry", "two entries", "one entry", "one entry"]


def test_every_anchor_of_a_strip_is_on_its_page():
    made = edition(EVENTS)
    for key, kind in (("1470", "year"), ("", "chronology")):
        found = page(made, kind, key)
        html = content(found)
        anchors = [s["href"] for s in found.view["strip"] if s["href"]]
        assert anchors and all(f'id="{anchor[1:]}"' in html for anchor in anchors), kind


def test_a_year_of_one_month_has_no_strip():
    assert page(edition({"events/a.yml": EVENTS["events/a.yml"]}), "year", "1470").view["strip"] == []


def test_few_entries_are_a_step_each_and_many_in_proportion():
    assert [steps(n, 12) for n in (0, 1, 12)] == [0, 1, 12]
    assert [steps(n, 300) for n in (0, 1, 150, 300)] == [0, 1, 6, 12]
