"""Every field of every record type, holding what does not belong there: always a fault at its line, never a crash."""

from __future__ import annotations

import pytest

from fasti.diagnostics import Report
from fasti.pipeline import Clock, examine
from fasti.reading import settings_for
from fasti.records import RECORD_TYPES
from tests.hostile.filled import FOLDER
from tests.kit.builders import a_place, a_series, a_source, an_actor, an_event
from tests.kit.corpus import a_corpus
from tests.kit.reports import of_the_matter

PLAIN = {"event": an_event, "place": a_place, "actor": an_actor, "source": a_source, "series": a_series}
NAMED = ("place", "actor")
GARBAGE = {
    "empty text": '""',
    "null": "~",
    "empty list": "[]",
    "empty mapping": "{}",
    "empty list in a list": "[[]]",
    "empty mapping in a list": "[{}]",
    "nothing in a list": "[~, '']",
    "a key without a value": "{a: }",
    "an empty key": '{"": ""}',
    "mappings in mappings": "{a: {b: {c: {d: {e: f}}}}}",
    "lists in lists": "[[[[[[[[x]]]]]]]]",
    "5000 digits": "9" * 5000,
    "no number": ".nan",
    "minus one": "-1",
    "a power": "1e400",
    "ten nines": "9999999999",
    "a far year": "Y17E8",
    "a path": "'../../etc/passwd'",
    "a script": "'<script>x</script>'",
    "an address that acts": "'javascript:x'",
    "100,000 letters": "a" * 100_000,
    "itself": "x",
}


def faults_of(kind: str, fields: list[str], raw: str) -> Report:
    """The report on records that are plain but for one field each."""
    report = Report()
    files = {
        f"{FOLDER[kind]}/x-{number}.yml": PLAIN[kind](
            **({"names": f"X{number}"} if kind in NAMED else {}) | {field: raw}
        )
        for number, field in enumerate(fields)
    }
    settings = settings_for(a_corpus(files), report)
    return examine(settings, report, Clock())[1]


@pytest.mark.parametrize("kind", PLAIN)
@pytest.mark.parametrize("raw", GARBAGE.values(), ids=GARBAGE)
def test_no_field_brings_the_check_down(kind: str, raw: str):
    fields = [field.alias or name for name, field in RECORD_TYPES[kind].model_fields.items()]
    for found in faults_of(kind, fields, raw).diagnostics:
        assert found.span and found.rule.code.startswith("FST"), f"{found.path}: {found.message}"
        assert "\n" not in found.message and "pydantic" not in found.message, found.path
        assert "cannot hold this" not in found.message, f"{found.path}: nobody worded this"


def test_a_field_that_holds_garbage_is_told_and_one_that_does_not_is_not():
    assert [d.rule.code for d in faults_of("event", ["when"], "9999999999").diagnostics] == ["FST204"]
    assert of_the_matter(faults_of("event", ["when"], "1453").diagnostics) == ()
