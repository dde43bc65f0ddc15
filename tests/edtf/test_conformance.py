"""Every example of the specification is read, bounded and worded as `conformance.yml` says, or refused as it says."""

from pathlib import Path

import pytest
import yaml

from fasti import edtf

TABLE = yaml.load(Path(__file__).with_name("conformance.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("row", TABLE["accepted"], ids=lambda row: row[0])
def test_an_expression_has_its_level_bounds_marks_and_wording(row: list[str]):
    date = edtf.parse(row[0])
    found = [
        date.text,
        str(date.level),
        date.start if date.earliest is None else edtf.iso(date.earliest),
        date.end if date.latest is None else edtf.iso(date.latest),
        "~" * date.approximate + "?" * date.uncertain,
        edtf.wording(date),
    ]
    assert found == row


@pytest.mark.parametrize("row", TABLE["refused"], ids=lambda row: row[0])
def test_what_is_no_date_is_refused_at_the_character_to_blame(row: list[str]):
    with pytest.raises(edtf.EdtfError) as caught:
        edtf.parse(row[0])
    assert [row[0], str(caught.value.offset), caught.value.message] == row
