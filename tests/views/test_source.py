"""A source's page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from fasti.language import speaking
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "source.html", content(page(edition(), "source", "letter")))


def test_what_rests_on_a_document_stands_in_the_order_of_its_lines():
    found = page(edition(), "source", "chronicle").view
    assert [
        (
            line["where"],
            [(row["title"], row["field"], row["text"]) for row in line["rows"]],
            [n["title"] for n in line["names"]],
        )
        for line in found["uses"]
    ][:4] == [
        ("Paragraphs 3–4", [("Siege of the city", "The whole record", "")], []),
        ("Paragraph 5", [("Fall of the city", "Who held what and whether it happened", "")], []),
        ("Paragraphs 5–6", [("Fall of the city", "The whole record", "")], []),
        ("Paragraph 6", [("Fall of the city", "Date", "")], []),
    ]


def test_a_record_that_rests_on_it_whole_says_so_in_the_language_of_the_site():
    with speaking("ar"):
        found = page(edition(), "source", "chronicle").view
    assert [row["field"] for line in found["uses"][:1] for row in line["rows"]] == ["السجل كله"]


def test_statements_on_one_line_follow_each_other_as_sentences():
    said = (
        "title: Words\ntype: statement\nwhen: 1481\nsources: letter page 4\nsays:\n"
        "  - {who: envoy, what: The walls fell., sources: letter page 4}\n"
        "  - {who: envoy, what: So did the tower, sources: letter page 4}\n"
        "  - {who: envoy, what: and the gate., sources: letter page 4}\n"
        "rivals: {when: 1482-03, sources: letter page 4}\n"
    )
    found = page(edition({"events/words.yml": said}), "source", "letter").view
    (line,) = (line for line in found["uses"] if line["where"] == "Page 4")
    assert [(row["field"], row["text"]) for row in line["rows"]] == [
        ("Another account and who said what", "sometime in March 1482; The walls fell. So did the tower; and the gate.")
    ]


def test_what_is_known_only_through_a_document_rests_on_it_too():
    known = "title: Known\ntype: statement\nwhen: 1481\nsources: {source: chronicle, at: p9, via: letter}\n"
    made = edition({"events/known.yml": known})
    rows = {line["where"]: line["rows"] for line in page(made, "source", "letter").view["uses"]}
    assert "Known" in [row["title"] for row in rows["no place named"]]


def test_what_would_fall_with_a_document_is_one_list_and_with_its_voice_another():
    files = {
        "sources/reprint.yml": "title: The letter again\nkind: news\npublished: 1455\ncopies: {source: letter}\n",
        "events/both.yml": "title: Both\ntype: statement\nwhen: 1481\nsources: [letter page 5, reprint p1]\n"
        "says: {who: envoy, what: It burnt., sources: letter page 5}\n",
    }
    made = edition(files)

    def groups(source: str) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        return [
            (g["title"], [(r["title"], r["field"], r["whole"]) for r in g["rows"]])
            for g in page(made, "source", source).view["falls"]
        ]

    assert groups("letter") == [
        (
            "Six claims in five records rest on this document alone",
            [
                ("An omen is told of", "", True),
                ("Fall of the city", "another account", False),
                ("Harbour taken", "", True),
                ("Both", "who said what", False),
                ("A battle nobody dates", "", True),
            ],
        ),
        (
            "One claim in one record rests on its voice alone, “A letter”, in other documents that print its words or in several",
            [("Both", "", True)],
        ),
    ]
    assert [title for title, _ in groups("reprint")] == [
        "One claim in one record rests on its voice alone, “A letter”, in other documents that print its words or in several"
    ]


def test_a_document_without_an_archived_copy_or_a_reason_says_so():
    bare = {"sources/bare.yml": "title: Bare\nkind: news\n"}
    for source, told in (
        ("bare", ("Archived copy", "no archived copy recorded")),
        ("letter", ("No archived copy", "Lost.")),
    ):
        facts = page(edition(bare), "source", source).view["facts"]
        assert [(row["name"], row["words"]) for row in facts if "rchived" in row["name"]] == [told]
