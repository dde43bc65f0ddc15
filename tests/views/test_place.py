"""A place's page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "place.html", content(page(edition(), "place", "harbour")))


def test_a_thin_place_shows_its_one_entry_whole_and_what_happened_near_it():
    made = edition(
        {
            "events/raid.md": "---\ntitle: A raid\ntype: battle\nwhen: 1453-06-10\nwhere: harbour\n---\nOne.\n\nTwo.\n",
            "events/later.yml": "title: L\ntype: battle\nwhen: 1461\n",
        }
    )
    found = page(made, "place", "harbour").view
    assert (found["thin"], [e["body"] for e in found["events"]]) == (True, ["<p>One.</p>\n<p>Two.</p>"])
    assert [e["title"] for e in found["nearby"]] == ["Siege of the city", "Fall of the city"]


def test_a_siege_of_a_place_that_nobody_is_said_to_hold_rests_on_the_document_that_tells_it():
    ring = "title: Ring\ntype: siege\nwhen: 1453-06-10\nwhere: harbour\ncontrol: {besieged_by: sultan}\n"
    spans = page(edition({"events/ring.yml": ring}), "place", "harbour").view["held"]
    assert [(s["words"], s["state"], s["basis"]) for s in spans][:1] == [
        ("10 June 1453", "unknown, besieged by Sultan", "a document speaks of that day")
    ]


def test_a_name_in_arabic_has_its_language_and_direction():
    found = page(edition(), "place", "city").view["names"]
    assert [(n["text"], n["lang"], n["dir"], n["about"]) for n in found["line"]] == [("مدينة", "ar", "rtl", "Arabic")]


def test_every_name_says_what_sort_it_is_and_who_prints_it():
    names = (
        "[City, {text: Madina, lang: ar, script: Latn, romanisation: IJMES, kind: former, when: 1400/1453, "
        "used_by: [chronicle, letter]}, {text: قسطنطينيه, lang: ota, script: Arab}, {text: CTY, kind: acronym}]"
    )
    found = page(edition({"places/city.yml": f"names: {names}\nkind: city\n"}), "place", "city").view["names"]
    assert [(n["lang"], n["dir"], n["about"], [link["title"] for link in n["used_by"]]) for n in found["rows"]] == [
        (None, None, "name used here", []),
        ("ar-Latn", "ltr", "former name, Arabic, in Latin script, romanised after IJMES, from 1400 to 1453",
         ["Chronicle", "A letter"]),
        ("ota-Arab", "rtl", "Ottoman Turkish, in Arabic script", []),
        (None, None, "short form", []),
    ]  # fmt: skip


def test_a_place_that_nobody_speaks_of_has_no_empty_parts():
    found = page(edition({"places/empty.yml": "names: Empty\nkind: city\n"}), "place", "empty")
    assert [
        key
        for key in ("events", "nearby", "figures", "loose", "inside", "near", "disputes", "sources", "evidence")
        if found.view[key]
    ] == []
    assert (found.view["last_word"], found.view["control"], found.view["map"], found.charts) == (None, None, None, ())


def test_what_a_place_lay_within_is_told_with_its_time_and_documents():
    made = edition(
        {
            "places/there.yml": "names: There\nkind: city\nwithin: [{place: empire-land, when: 1400/1453, sources: letter p3}]\n"
        }
    )
    (row,) = page(made, "place", "there").view["within_when"]
    assert (row["place"]["title"], row["when"], [s["where"] for s in row["sources"]]) == (
        made.place_label("empire-land"),
        "from 1400 to 1453",
        ["paragraph 3"],
    )
    assert page(made, "place", "city").view["within_when"] == []
