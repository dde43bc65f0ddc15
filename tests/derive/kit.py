"""Editions of small projects, and their control ledgers as text, so that a test compares a whole ledger."""

from __future__ import annotations

from collections.abc import Mapping

from fasti import edtf
from fasti.derive import ControlInterval, Edition
from fasti.diagnostics import Report, render_concise
from fasti.pipeline import Clock, examine
from fasti.reading import settings_for
from tests.kit.corpus import a_corpus

PEOPLE = {f"actors/{name}.yml": f"names: {name.upper()}\nkind: state\n" for name in ("reds", "blues", "greens")} | {
    f"places/{name}.yml": f"names: {name.title()}\nkind: city\n" for name in ("town", "port")
}


def an_edition(files: Mapping[str, str]) -> Edition:
    """The edition of a project with these files besides three actors and two places; errors fail the test."""
    report = Report()
    settings = settings_for(a_corpus({**PEOPLE, **files}), report)
    edition, report = examine(settings, report, Clock())
    assert report.errors == 0, render_concise(report.diagnostics)
    return edition


def ledger(edition: Edition, place: str = "town") -> str:
    """The intervals of a place, a line each."""
    return "\n".join(line(interval) for interval in edition.control.intervals(place))


def line(i: ControlInterval) -> str:
    """One interval in words."""
    last = edtf.iso(i.last) if i.last is not None else ".."
    parts = [f"{edtf.iso(i.first)}/{last}", i.basis, i.how, "+".join(i.held_by) or "-"]
    if i.candidates:
        parts.append("candidates " + " or ".join("+".join(side) for side in i.candidates))
    if i.besieged_by:
        parts.append("besieged by " + "+".join(i.besieged_by))
    if i.extent != "whole":
        parts.append(i.extent)
    if i.change:
        parts.append(f"change {i.change}")
    if i.claimed:
        parts.append("claimed")
    return " ".join([*parts, "because", *i.because])


def capture(when: str, holder: str, *more: str) -> str:
    """An event in which the town changes hands."""
    return "\n".join(
        [
            f"title: {holder} take the town",
            "type: capture",
            f"when: {when}",
            "where: town",
            f"now_held_by: {holder}",
            *more,
            "",
        ]
    )


def snapshot(when: str, control: str, *more: str) -> str:
    """An event in which somebody says who holds the town."""
    return "\n".join(
        ["title: word of the town", "type: statement", f"when: {when}", "where: town", f"control: {control}", *more, ""]
    )
