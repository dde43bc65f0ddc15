"""The page of all disagreements, whole on a small chronology; and one event told in three ways, through every page."""

from __future__ import annotations

import json

import pytest

from fasti.derive import Edition
from fasti.exports import export
from fasti.views import view
from tests.derive.kit import an_edition, capture
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page

STRIKE = {
    "events/strike.md": """\
---
title: Strike on the harbour
type: battle
happened: denied
when: 1461-11-02
where: harbour
participants: {attacker: sultan, defender: empire}
figures:
  - {series: lost, value: more than 96, who: sultan, sources: report p9}
  - {series: lost, value: nearly 96, who: envoy, sources: gazette p2}
says:
  - {who: envoy, what: Ships of the sultan burnt the harbour., sources: gazette p4}
  - {who: sultan, stance: denies, what: No ship of ours left port., on: 1461-11-05, sources: report p3}
rivals:
  - {when: 1461-11-01, who: envoy, sources: gazette p4, why: The envoy counts from the evening.}
  - {when: 1461-11-03, sources: [report p3, reprint p1]}
evidence:
  happened: {who: sultan, sources: report p3}
  when: {sources: chronicler page 12}
sources: [gazette p4, report p3, chronicler page 12]
---
A harbour burnt, or did not.
""",
    "series/lost.yml": "title: Share lost\nmeasure: share-of-empire\ndirection: lost\nabout: empire\nof: the harbour\n",
    "sources/gazette.yml": "title: News of the harbour\nkind: news\npublisher: The gazette\npublished: 1461-11-05\n"
    "archive: {url: 'https://archive.example/1', at: 2020-01-01}\n",
    "sources/report.yml": "title: A report\nkind: news\npublisher: The port\npublished: 1461-11-06\nclose_to: sultan\n",
    "sources/reprint.yml": "title: The report again\nkind: news\npublished: 1461-11-07\ncopies: {source: report}\n",
    "sources/chronicler.yml": "title: Of harbours\nkind: book\npublished: 1490\ntertiary: true\nno_archive: In print.\n",
}


def told(edition: Edition, key: str = "") -> list[tuple[str, list[tuple[str, str, list[str]]]]]:
    """What the page shows: subject by subject, record, spread, and each label with its value."""
    return [
        (
            group["title"],
            [
                (row["record"]["title"], row["spread"], [f"{a['label']}: {a['value']}" for a in row["accounts"]])
                for row in group["rows"]
            ],
        )
        for group in page(edition, "disagreements", key).view["groups"]
    ]


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "disagreements.html", content(page(edition(), "disagreements")))


def test_an_event_with_three_dates_a_denial_and_two_numbers_is_told_whole_and_attributed(golden: Golden):
    made = edition(STRIKE)
    golden.check(GOLDEN / "strike.html", content(page(made, "event", "strike")))
    golden.check(GOLDEN / "strike-disagreements.html", content(page(made, "disagreements")))
    golden.check(GOLDEN / "strike.json", export(made)["events/strike/index.json"].decode())


def test_no_value_is_merged_moved_or_left_out():
    made = edition(STRIKE)
    assert [(title, [row for row in rows if row[0] == "Strike on the harbour"]) for title, rows in told(made)] == [
        (
            "Whether it happened",
            [
                (
                    "Strike on the harbour",
                    "Denied by Sultan",
                    [
                        "Headline: Denied",
                        "Statement: Ships of the sultan burnt the harbour.",
                        "Denial: No ship of ours left port.",
                    ],
                )
            ],
        ),
        (
            "Dates",
            [
                (
                    "Strike on the harbour",
                    "Three dates from three voices: 1 to 3 November 1461",
                    [
                        "Headline: 2 November 1461",
                        "Another account: 1 November 1461",
                        "Another account: 3 November 1461",
                    ],
                )
            ],
        ),
        (
            "Numbers",
            [
                (
                    "Strike on the harbour",
                    "Two numbers from two voices: more than 96 percent and nearly 96 percent",
                    ["Headline: More than 96 percent", "Another account: Nearly 96 percent"],
                )
            ],
        ),
    ]
    derived = json.loads(export(made)["events/strike/index.json"])["derived"]
    assert [(d["field"], [(a["headline"], a["stance"]) for a in d["accounts"]]) for d in derived["disagreements"]] == [
        ("happened", [(True, "asserts"), (False, "asserts"), (False, "denies")]),
        ("when", [(True, "asserts"), (False, "asserts"), (False, "asserts")]),
        ("figures", [(True, "asserts"), (False, "asserts")]),
    ]
    assert [(f["text"], f["low"], f["high"], f["headline"]) for f in derived["figures"]] == [
        ("more than 96", 96, None, True),
        ("nearly 96", None, 96, False),
    ]


def test_of_one_voice_in_two_documents_the_voice_is_counted():
    dates = next(row for row in page(edition(STRIKE), "event", "strike").view["disputes"] if row["field"] == "Date")
    assert [(a["voices"], [s["title"] for s in a["speakers"]]) for a in dates["accounts"]] == [
        ("", ["Of harbours"]),
        ("", ["Envoy"]),
        ("one voice (The port), in two documents", ["The port"]),
    ]


def test_numbers_of_two_entries_stand_side_by_side_on_the_pages_of_both():
    more = {
        "events/later-count.yml": "title: A later count\ntype: count\nwhen: 1461-12\nsources: gazette\n"
        "figures: {series: lost, value: 80, at: 1461-11-02, who: empire, sources: gazette p7}\n"
    }
    made = edition({**STRIKE, **more})
    for event in ("strike", "later-count"):
        (row,) = (r for r in page(made, "event", event).view["disputes"] if r["field"].startswith("Share lost"))
        assert [(a["value"], a["event"] and a["event"]["title"]) for a in row["accounts"]] == [
            ("More than 96 percent", None),
            ("Nearly 96 percent", None),
            ("80 percent", "A later count"),
        ]
    assert [f["number"] for f in page(made, "event", "later-count").view["figures"]] == ["80 percent"]


def test_what_one_side_claims_and_nobody_contradicts_is_no_disagreement():
    raid = "title: A raid\ntype: battle\nhappened: claimed\nwhen: 1470\nsources: letter\n"
    said = "evidence: {happened: {who: sultan, sources: letter page 3}}\n"
    found = page(edition({"events/raid.yml": raid + said}), "disagreements")
    assert found.view["count"] == (
        "Three disagreements in one record, and one claim of one side that nobody here contradicts."
    )
    (group,) = (g for g in found.view["groups"] if g["claimed"])
    assert [(row["record"]["title"], row["spread"]) for row in group["rows"]] == [("A raid", "Claimed by Sultan")]


def test_where_nothing_is_in_dispute_the_page_says_so():
    found = page(an_edition({"events/a.yml": capture("2017-03-01", "reds")}), "disagreements").view
    assert (found["count"], found["groups"], found["jumps"]) == (
        "No record of this chronology holds two values for one thing.",
        [],
        [],
    )


def test_many_disagreements_stand_in_parts_and_each_subject_is_reached_on_the_part_it_begins(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("fasti.views.disagreements.MOST", 2)
    made = edition()
    found = [p for p in view(made) if p.kind == "disagreements"]
    assert [(p.address, p.stub) for p in found] == [("disagreements/", True), ("disagreements/2/", False)]
    assert [(j["title"], j["count"], j["address"]) for j in found[1].view["jumps"]] == [
        ("Whether it happened", 1, "disagreements/#happened"),
        ("Dates", 1, "disagreements/#when"),
        ("Numbers", 1, "#figures"),
    ]
    assert [title for p in ("", "2") for title, _ in told(made, p)] == ["Whether it happened", "Dates", "Numbers"]
