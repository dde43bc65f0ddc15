"""The downloads, whole, on a small chronology; each compared with a file, and each saying what it cannot carry."""

from __future__ import annotations

import csv
import io
import json

from fasti.exports import downloads, export, exports
from fasti.exports._csv import cell
from fasti.records import KINDS
from tests.views.small import edition

LISTED = [plug.name for plug in exports() if plug.listed]


def test_two_exports_of_one_edition_are_equal():
    assert export(edition()) == export(edition())


def test_a_record_is_the_same_in_its_own_file_and_among_all():
    files = export(edition())
    for kind in KINDS:
        name = "series" if kind == "series" else f"{kind}s"
        for found in json.loads(files[f"data/v1/{name}.json"])["records"]:
            address = found["address"].removeprefix("https://example.org/fasti/")
            alone = json.loads(files[f"{address}index.json"])
            assert {key: alone[key] for key in found} == found


def test_every_table_is_read_back_with_its_columns_and_described_in_the_codebook():
    files = export(edition())
    book = {table["file"]: table for table in json.loads(files["data/v1/codebook.json"])["files"]}
    for plug in exports():
        if not plug.listed or plug.name == "codebook.json":
            continue
        assert (book[plug.name]["holds"], tuple(book[plug.name]["loses"])) == (plug.summary, plug.loses)
        if plug.columns:
            rows = list(csv.reader(io.StringIO(files[f"data/v1/{plug.name}"].decode())))
            assert rows[0] == [column["name"] for column in book[plug.name]["columns"]]
            assert all(column["holds"] for column in book[plug.name]["columns"])
            assert {len(row) for row in rows} == {len(rows[0])}


def test_the_codebook_has_words_for_every_field():
    fields = json.loads(export(edition())["data/v1/codebook.json"])["fields"]
    assert [(kind, field["name"]) for kind in KINDS for field in fields[kind] if not field["holds"]] == []


def test_every_export_but_the_codebook_says_what_it_loses():
    assert [plug.name for plug in exports() if not plug.loses] == ["codebook.json"]


def test_the_data_page_is_offered_every_file_with_its_size():
    files = export(edition())
    assert [(d["name"], d["path"], d["size"]) for d in downloads(files)] == [
        (name, f"data/v1/{name}", len(files[f"data/v1/{name}"])) for name in LISTED
    ]


def test_text_is_never_a_formula():
    formulas = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        '=HYPERLINK("https://evil.example")',
        "-2+3",
        "-0043-xx",
    ]
    assert [cell(text) for text in formulas] == [
        "'=1+1", "'+1", "'-1", "'@SUM(A1)", "'=1", "'=1", "'=1", "'=HYPERLINK(\"https://evil.example\")", "'-2+3", "'-0043-xx",
    ]  # fmt: skip
    assert cell(["=1", "b"]) == "'=1; b"


def test_numbers_dates_and_truth_are_plain():
    assert [cell(v) for v in (-5, 66.666667, True, False, None, "-0043-03-15", "a\nb", ("a", "b"))] == [
        -5, 66.666667, "true", "false", "", "-0043-03-15", "a b", "a; b",
    ]  # fmt: skip
