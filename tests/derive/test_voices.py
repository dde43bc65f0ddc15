"""Voices are counted, not documents."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from fasti.derive import Edition
from fasti.records import Citation
from tests.derive.kit import an_edition

SOURCES = {
    "sources/wire.yml": "title: Wire\nkind: news\ncopies: {actor: reds}\n",
    "sources/paper.yml": "title: Paper\nkind: news\npublisher: The paper\ncopies: {source: wire}\n",
    "sources/blog.yml": "title: Blog\nkind: news\ncopies: {source: paper}\n",
    "sources/book.yml": "title: Book\nkind: book\n",
    "sources/one.yml": "title: One\nkind: news\npublisher: The post\n",
    "sources/two.yml": "title: Two\nkind: news\npublisher: The post\n",
}


@pytest.fixture(scope="module")
def edition() -> Edition:
    return an_edition(SOURCES)


@pytest.mark.parametrize(
    ("cited", "who", "words"),
    [
        ("wire", (), "one voice (REDS), in one document"),
        ("wire paper blog", (), "one voice (REDS), in three documents"),
        ("blog book", (), "two voices (REDS and Book), in two documents"),
        ("blog book", ("blues",), "one voice (BLUES), in two documents"),
        ("book", ("blues", "greens", "blues"), "two voices (BLUES and GREENS), in one document"),
        ("", ("blues",), "one voice (BLUES)"),
        ("book book", (), "one voice (Book), in one document"),
        ("one two", (), "two voices (One and Two), in two documents"),
        ("", (), ""),
    ],
)
def test_who_really_speaks(edition: Edition, cited: str, who: Sequence[str], words: str):
    citations = tuple(Citation.model_validate({"source": source}) for source in cited.split())
    assert edition.voices(citations, tuple(who)).words == words
