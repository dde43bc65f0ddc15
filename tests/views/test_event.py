"""An event's page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from fasti.views import view
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "event.html", content(page(edition(), "event", "fall")))


def test_events_lead_to_their_neighbours_in_the_order():
    turns = {
        p.key: (p.previous and p.previous["title"], p.next and p.next["title"])
        for p in view(edition())
        if p.kind == "event"
    }
    assert turns == {
        "siege": (None, "An omen is told of"),
        "omen": ("Siege of the city", "Fall of the city"),
        "fall": ("An omen is told of", "Harbour taken"),
        "later": ("Fall of the city", None),
        "lost": (None, None),
        "gone": (None, None),
    }


def test_a_withdrawn_event_says_when_and_why_and_stands_in_no_order():
    gone = page(edition(), "event", "gone")
    assert gone.view["withdrawn"] == {"on": "31 January 2026", "why": "The letter was forged."}
    assert (gone.previous, gone.next, gone.view["dates"][1:]) == (
        None,
        None,
        [{"name": "Possible days", "words": "Between 1 January and 31 December 1454", "code": False, "because": []}],
    )


def test_a_bound_that_follows_from_other_events_names_them():
    rows = page(edition(), "event", "omen").view["dates"]
    assert [(row["name"], row["words"], [(b["relation"], b["title"]) for b in row["because"]]) for row in rows] == [
        ("By the order", "By 29 May 1453", [("before", "Fall of the city")]),
        (
            "In the order",
            "Entry 2 of 4, by the rule for events that nothing else tells apart: earliest possible day, then latest, then name",
            [],
        ),
    ]


def test_a_bound_that_follows_through_other_events_is_told_step_by_step():
    sign = "title: A sign\ntype: statement\nsources: letter\n"
    shown = page(edition({"events/sign.yml": sign + "before: omen.end\n"}), "event", "sign").view["dates"]
    assert [(b["relation"], b["title"]) for b in shown[0]["because"]] == [
        ("before", "An omen is told of"),
        ("which is before", "Fall of the city"),
    ]


def test_a_rival_figure_is_told_once():
    found = page(edition(), "event", "fall").view
    assert [f["number"] for f in found["figures"]] == ["nearly 2/3", "about 7000 people"]
    assert [(r["field"], r["value"], r["status"]) for r in found["rivals"]] == [
        ("Date", "30 May 1453", "another account"),
        ("Figures", "at most 5000 people (Defenders, Empire)", "set aside by the editors"),
    ]
