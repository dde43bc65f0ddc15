"""A source's page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

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
