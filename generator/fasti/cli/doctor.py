"""`fasti doctor`: what is installed, what is missing, how long a check takes, and what a chronology still lacks.

Invariant: nothing is changed and nothing is asked of the network; only what keeps fasti from working counts as missing.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import click

from fasti import __version__
from fasti.cli._common import EXIT_FAULTS, cli, project_option, read_settings
from fasti.cli.build import plural
from fasti.diagnostics import summary
from fasti.diagnostics.display import visible
from fasti.pipeline import Clock, counts, examine
from fasti.reading import WHY, GitFault, find_project
from fasti.reading.git import git, repository
from fasti.settings import Settings

OLDEST = (3, 11)
REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[^\]]*\])?\s*([^;]*)")
BOUND = re.compile(r"(>=|<=|==|!=|<|>)\s*([\d.]+)")
SLOW = 60.0
"""Seconds of a check beyond which it is called slow: CI and people wait for it on every change."""
MATERIAL = "Material for MkDocs, which dresses the pages, is maintained until 5 May 2027"


class Found(NamedTuple):
    """One thing looked at: `ok`, `note` or `missing`, and what is to be known of it."""

    mark: str
    words: str


@cli.command(epilog="Example: fasti doctor")
@project_option
def doctor(project: Path | None) -> None:
    """Say what is installed, missing or slow, and what the chronology here still lacks.

    Ends with 1 if something is missing that fasti cannot do without.
    """
    folder = project or find_project(Path.cwd())
    parts = {"installed": [*of_python(), *of_packages(requirements()), *of_programs()], "chronology": []}
    parts["chronology"] = (
        list(of_project(folder)) if folder else [Found("note", "there is no mkdocs.yml here or above")]
    )
    for heading, found in parts.items():
        click.echo(heading)
        for one in found:
            click.echo(f"  {one.mark:<7}  {visible(one.words)}")
    missing = sum(one.mark == "missing" for found in parts.values() for one in found)
    click.echo(f"{missing} missing" if missing else "nothing is missing")
    sys.exit(EXIT_FAULTS if missing else 0)


def of_python() -> Iterator[Found]:
    """Python and fasti themselves."""
    old = sys.version_info < OLDEST
    yield Found("missing" if old else "ok", f"Python {platform.python_version()}{', needs 3.11' if old else ''}")
    yield Found("ok", f"fasti {__version__}")


def requirements() -> list[str]:
    """What the installed package says it needs; empty in a checkout that was never installed."""
    try:
        return metadata.requires("fasti") or []
    except metadata.PackageNotFoundError:
        return []


def of_packages(needed: list[str]) -> Iterator[Found]:
    """Each package that fasti needs, against the range in which it is known to work."""
    if not needed:
        yield Found(
            "note", "fasti runs from a checkout that is not installed: the ranges of its packages are not known"
        )
    for line in sorted(needed):
        match = REQUIREMENT.match(line)
        if match is None or "extra ==" in line:
            continue
        name, wanted = match[1], match[2].strip()
        version = version_of(name)
        if version is None:
            yield Found("missing", f"{name} {wanted}")
        elif not in_range(version, wanted):
            yield Found("missing", f"{name} {version}, needs {wanted}")
        else:
            yield Found("ok", f"{name} {version}")
    yield Found("note", MATERIAL)


def version_of(name: str) -> str | None:
    """The installed version of a package, if it is installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def in_range(version: str, wanted: str) -> bool:
    """Whether a version lies in a range such as `>=1.6.1,<2`."""
    have = numbers(version)
    for sign, bound in BOUND.findall(wanted):
        limit = numbers(bound)
        length = max(len(have), len(limit))
        a, b = have + (0,) * (length - len(have)), limit + (0,) * (length - len(limit))
        if not {">=": a >= b, "<=": a <= b, "==": a == b, "!=": a != b, "<": a < b, ">": a > b}[sign]:
            return False
    return True


def numbers(version: str) -> tuple[int, ...]:
    """The numbers that a version begins with: `9.8.1rc2` is 9, 8, 1."""
    match = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(part) for part in match[0].split(".")) if match else (0,)


def of_programs() -> Iterator[Found]:
    """Git and pagefind, the two programs that fasti runs."""
    from fasti.writing import SearchFault
    from fasti.writing.pagefind import executable
    from fasti.writing.pagefind import version as version_of_pagefind

    try:
        yield Found("ok", git(Path.cwd(), "--version").decode("utf-8", "replace").strip().replace(" version", ""))
    except GitFault:
        yield Found("note", "Git is not installed: no /changes/, no `fasti diff`, no faults of changed files first")
    try:
        yield Found("ok", f"pagefind {version_of_pagefind(executable())}")
    except SearchFault as fault:
        yield Found("missing", str(fault))


def of_project(folder: Path) -> Iterator[Found]:
    """What a chronology holds, what it lacks, and how long it takes to check."""
    settings, report = read_settings(folder)
    clock = Clock()
    edition, report = examine(settings, report, clock)
    yield Found("ok", ", ".join(f"{number:,} {plural(kind, number)}" for kind, number in counts(edition).items()))
    bad = "missing" if report.errors else "note" if report.diagnostics else "ok"
    yield Found(bad, f"{summary(report.diagnostics)}{': `fasti check` tells them' if report.diagnostics else ''}")
    took = sum(clock.steps.values())
    slowest = max(clock.steps, key=lambda step: clock.steps[step])
    told = f"a check takes {took:.1f} seconds, most of it in the step `{slowest}`"
    yield Found("note" if took > SLOW else "ok", f"{told}: that is slow" if took > SLOW else told)
    yield from of_settings(settings)
    yield of_history(folder)


def of_settings(settings: Settings) -> Iterator[Found]:
    """What must be filled in before a chronology is published."""
    if "example.org" in settings.site_url:
        yield Found("note", f"`site_url` is {settings.site_url}: set it to the address of the site before you publish")
    if settings.repository is None or "example.org" in settings.repository.address:
        yield Found("note", "`repository` is not set: pages have no links to edit, add and dispute")


def of_history(folder: Path) -> Found:
    """Whether Git can tell what was changed when."""
    try:
        found = repository(folder)
        reason = "shallow" if found.shallow else "commits" if found.empty else ""
    except GitFault as fault:
        reason = fault.reason
    words = {str(name): why for name, why in WHY.items()}
    return (
        Found("note", f"no /changes/: {words.get(reason, words['broken'])}") if reason else Found("ok", "whole history")
    )
