"""Further entries: a long list in parts, each entry once, each part leading to the others."""

from __future__ import annotations

from fasti.views import Page, view
from fasti.views._listing import MOST, count, parts
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page

RAIDS = {
    f"events/raid-{day:03d}.yml": f"title: Raid {day}\ntype: battle\nwhen: 1470-{day // 28 + 1:02d}-{day % 28 + 1:02d}\n"
    "where: harbour\nparticipants: {attacker: envoy}\n"
    for day in range(MOST)
}


def entries(found: Page) -> list[str]:
    groups = found.view["groups"] if "groups" in found.view else [found.view]
    return [entry["id"] for group in groups for entry in group["events"]]


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "more.html", content(page(edition(RAIDS), "more", "place/harbour/2")))


def test_every_entry_stands_once_on_the_page_of_its_record_or_on_a_further_one():
    made = edition(RAIDS)
    first, second = page(made, "place", "harbour"), page(made, "more", "place/harbour/2")
    assert (len(entries(first)), entries(first) + entries(second)) == (MOST, list(made.events_at("harbour")))
    first, second = page(made, "actor", "envoy"), page(made, "more", "actor/envoy/2")
    assert sorted(entries(first) + entries(second)) == sorted(event for event, _ in made.events_of("envoy"))


def test_every_part_leads_to_the_others_and_has_a_page():
    made = edition(RAIDS)
    assert [(p.key, p.address) for p in view(made) if p.kind == "more"] == [
        ("place/harbour/2", "places/harbour/2/"),
        ("actor/envoy/2", "actors/envoy/2/"),
    ]
    assert [
        page(made, kind, key).view["parts"] for kind, key in (("place", "harbour"), ("more", "place/harbour/2"))
    ] == [
        [{"title": "1 to 100", "address": None}, {"title": "101 to 101", "address": "places/harbour/2/"}],
        [{"title": "1 to 100", "address": "places/harbour/"}, {"title": "101 to 101", "address": None}],
    ]


def test_a_short_list_says_nothing_of_parts():
    assert (count(0), count(MOST), count(MOST + 1), parts("places/x/", 1, MOST)) == (1, 1, 2, [])
    assert [p.address for p in view(edition()) if p.kind == "more"] == []
