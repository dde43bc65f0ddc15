"""An actor's page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "actor.html", content(page(edition(), "actor", "sultan")))


def test_links_between_actors_are_shown_from_both_ends():
    def links(actor: str) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (row["relation"], [(a["actor"]["title"], a["when"]) for a in row["actors"]])
            for row in page(edition(), "actor", actor).view["links"]
        ]

    assert links("envoy") == [("Member of", [("Empire", "1453")])]
    assert links("empire") == [("Parts and members", [("Envoy", "1453")])]


def test_events_stand_under_the_first_role_in_each():
    found = page(edition(), "actor", "sultan").view
    assert [(g["role"], [(e["title"], e["roles"]) for e in g["events"]]) for g in found["groups"]] == [
        (
            "Attacker",
            [("Siege of the city", ["besieger"]), ("Fall of the city", ["holder"]), ("Harbour taken", ["holder"])],
        ),
    ]


def test_an_actor_has_its_ids_in_other_datasets():
    made = edition({"actors/they.yml": "names: They\nkind: state\nmatch: {wikidata: Q7, ucdp: 42, acled: The They}\n"})
    assert [(m["name"], m["id"], m["href"]) for m in page(made, "actor", "they").view["match"]] == [
        ("Wikidata", "Q7", "https://www.wikidata.org/wiki/Q7"),
        ("UCDP", "42", None),
        ("ACLED", "The They", None),
    ]
