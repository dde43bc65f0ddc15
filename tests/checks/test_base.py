"""The room of checks: every plug runs over every record, and a fault knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest

import fasti.checks
from fasti.checks._base import Check, Fault, checks, diagnostic_of, faults_of
from fasti.derive import Edition
from fasti.diagnostics import Rule, Severity
from fasti.reading import Entry
from tests.kit.builders import a_place, an_event
from tests.kit.reports import gathered

RULE = Rule("FST599", "untitled", Severity.ERROR, "A title is too short.")


def test_every_module_of_the_room_is_found():
    modules = [found.stem for found in sorted(Path(fasti.checks.__path__[0]).glob("[!_]*.py"))]
    assert [check.rule for check in checks()] == [import_module(f"fasti.checks.{name}").CHECK.rule for name in modules]


def test_a_check_over_records_sees_drafts_too_and_points_at_the_key_it_names():
    def short(entry: Entry, edition: Any) -> Iterator[Fault]:
        if entry.kind == "event":
            yield Fault(("title",), f"`{entry.id}` has a short title", key=entry.id == "b")

    class Whole:
        corpus, _ = gathered(
            {"events/a.yml": an_event(), "events/b.yml": an_event(status="draft"), "places/p.yml": a_place()}
        )

    found = [
        (d.path, d.span and d.span.column, d.message)
        for d in faults_of(Check(RULE, "record", short), cast(Edition, Whole))
    ]
    assert found == [
        ("content/events/a.yml", 8, "`a` has a short title"),
        ("content/events/b.yml", 1, "`b` has a short title"),
    ]


def test_a_fault_that_names_no_file_is_our_own_mistake():
    with pytest.raises(ValueError, match="FST599 names no file"):
        diagnostic_of(Fault((), "lost"), RULE, None)
