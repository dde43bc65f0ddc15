"""What would fall if a source fell: what stands on nothing else, and what stands on its voice alone."""

from __future__ import annotations

from tests.derive.kit import an_edition

SOURCES = {
    "sources/wire.yml": "title: Wire\nkind: news\ncopies: {actor: reds}\n",
    "sources/paper.yml": "title: Paper\nkind: news\ncopies: {source: wire}\n",
    "sources/book.yml": "title: Book\nkind: book\n",
}
EVENT = "title: A\ntype: battle\nwhen: 2017-03-02\n"


def falls(event: str, source: str) -> list[tuple[str, str, list[str]]]:
    """What falls with a source: record, by which, and the path of each claim."""
    edition = an_edition({**SOURCES, "events/a.yml": EVENT + event})
    return [(f.id, f.by, [" ".join(map(str, claim)) for claim in f.claims]) for f in edition.falls(source)]


def test_a_claim_with_another_document_of_another_voice_stays():
    assert falls("sources: [wire p1, book p2]\n", "wire") == []


def test_what_rests_on_one_document_falls_with_it_claim_by_claim():
    event = (
        "sources: [wire p1, book p2]\nevidence: {when: {sources: [wire p1, wire p3]}}\n"
        "says:\n  - {who: reds, what: W., sources: book p1}\n  - {who: reds, what: X., sources: wire p1}\n"
    )
    assert falls(event, "wire") == [("a", "document", ["evidence when sources", "says 1 sources"])]
    assert falls(event, "book") == [("a", "document", ["says 0 sources"])]


def test_what_rests_on_several_documents_of_one_voice_falls_with_the_voice():
    assert falls("sources: [wire p1, paper p2]\n", "wire") == [("a", "voice", ["sources"])]
    assert falls("sources: [wire p1, paper p2]\n", "paper") == [("a", "voice", ["sources"])]
    assert falls("sources: paper p2\n", "wire") == []  # it does not cite the wire, which is a reprint itself
    assert falls("sources: paper p2\n", "paper") == [("a", "document", ["sources"])]


def test_what_is_known_only_through_a_document_falls_with_it():
    assert falls("sources: {source: book, at: p1, via: wire}\n", "wire") == [("a", "document", ["sources"])]
    assert falls("sources: [{source: book, at: p1, via: wire}, book p2]\n", "wire") == []
