"""Every sentence of a document is held by records or left out for a reason, and every citation is accounted for.

Input: `coverage.yml` beside this file, written by hand after reading each document in both directions, and the records
of `content/`. Invariant: the records a row names are exactly those that cite its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from fasti.diagnostics import Report
from fasti.reading import read
from fasti.records import Citation
from fasti.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]
COVERAGE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "coverage.yml").read_text(encoding="utf-8"))
ENTRIES = read(Settings(project=PROJECT), Report()).entries


def citations(value: Any) -> Iterator[Citation]:
    """Every citation in a record, however deep."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from citations(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from citations(item)
    elif fields := getattr(type(value), "model_fields", None):
        for name in fields:
            yield from citations(getattr(value, name))


def citing(document: str) -> dict[str, set[str]]:
    """Paragraph to the records that cite it, as `kind:id`."""
    found: dict[str, set[str]] = {}
    for entry in ENTRIES:
        for citation in citations(entry.record):
            if citation.source == document and citation.at and citation.at.unit == "paragraph":
                for number in range(citation.at.first, citation.at.last + 1):
                    found.setdefault(f"p{number}", set()).add(f"{entry.kind}:{entry.id}")
    return found


def held(rows: Mapping[str, Any]) -> dict[str, set[str]]:
    """Paragraph to the records that its sentences name."""
    named = {name: {i for s in sentences.values() for i in s.get("holds", ())} for name, sentences in rows.items()}
    return {name: ids for name, ids in named.items() if ids}


def test_every_paragraph_of_each_document_has_a_row_in_order() -> None:
    for document, cover in COVERAGE.items():
        assert list(cover["rows"]) == [f"p{n}" for n in range(1, cover["paragraphs"] + 1)], document


def test_every_sentence_has_its_number_and_none_is_missing() -> None:
    for document, cover in COVERAGE.items():
        numbers = [list(sentences) for sentences in cover["rows"].values()]
        assert numbers == [list(range(1, len(found) + 1)) for found in numbers], document
        assert sum(len(found) for found in numbers) == cover["sentences"], document


def test_every_sentence_is_held_by_records_or_left_out_for_a_reason() -> None:
    for cover in COVERAGE.values():
        for name, sentences in cover["rows"].items():
            for number, row in sentences.items():
                assert bool(row.get("holds")) != bool(row.get("left_out")), f"{name} sentence {number}"


def test_every_record_that_a_row_names_exists() -> None:
    known = {f"{entry.kind}:{entry.id}" for entry in ENTRIES}
    for cover in COVERAGE.values():
        assert sorted(set().union(*held(cover["rows"]).values()) - known) == []


def test_rows_and_citations_name_the_same_records() -> None:
    for document, cover in COVERAGE.items():
        assert held(cover["rows"]) == citing(document)


def test_a_row_that_forgets_a_record_differs_from_the_citations() -> None:
    rows = {"p4": {1: {"holds": sorted(citing("ann-2017-11-04")["p4"])[1:]}}}
    assert held(rows)["p4"] != citing("ann-2017-11-04")["p4"]


def test_every_event_and_series_cites_a_covered_document_paragraph_by_paragraph() -> None:
    for entry in ENTRIES:
        if entry.kind in ("event", "series"):
            cited = list(citations(entry.record))
            assert cited and all(c.source in COVERAGE and c.at for c in cited), f"{entry.kind}:{entry.id}"
