"""The codebook and the tables that it describes."""

from __future__ import annotations

import csv
import io
import json

from fasti.exports import export, exports
from fasti.records import KINDS
from tests.views.small import edition


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
