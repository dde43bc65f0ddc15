"""One record from its text, or the faults of it, as tests of the record types need them."""

from __future__ import annotations

from pathlib import Path

from fasti.diagnostics import Report, render_concise
from fasti.reading import parse_entry
from fasti.records import Record
from fasti.settings import Settings

SITE = Settings(project=Path("unused"))


def record(text: str, kind: str = "event") -> Record:
    """The record that a text holds; it must be without fault."""
    report = Report()
    entry = parse_entry(text, f"{kind}.yml", kind, SITE, report)
    assert entry is not None, render_concise(report.diagnostics)
    return entry.record


def faults(text: str, kind: str = "event") -> list[str]:
    """The faults of a text, one line each, without the name of the file; empty if there are none."""
    report = Report()
    parse_entry(text, f"{kind}.yml", kind, SITE, report)
    return [line.removeprefix(f"{kind}.yml:") for line in render_concise(report.diagnostics).splitlines()]
