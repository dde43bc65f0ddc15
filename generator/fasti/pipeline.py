"""The conductor: read, gather, order, derive, check; then export, view, draw, write. It decides nothing itself.

Input: settings. Output: `Build`, which holds the report and, if there is nothing wrong, the pages. The front doors
(`plugin.py`, `cli.py`) call nothing else. Invariant: nothing is written before everything has been checked.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fasti.checks import check as run_checks
from fasti.chronology import order
from fasti.corpus import gather
from fasti.derive import Edition, derive
from fasti.diagnostics import Report, settle
from fasti.prose import charts as charts_in
from fasti.reading import picture, read, read_layers, read_pages
from fasti.records import KINDS, ChartCall, chart_call
from fasti.settings import Settings

if TYPE_CHECKING:
    from fasti.charts import Drawn
    from fasti.views import Page
    from fasti.writing import Carrier, Theme, Written

CACHE = ".cache/fasti"
WORD = "last-build.json"
PATIENCE = 2.0  # seconds of silence on a terminal
DOING = {
    "derive": "working out who held what",
    "check": "checking",
    "export": "making the downloads",
    "view": "making the pages",
    "draw": "drawing the charts",
    "write": "writing what changed",
}


@dataclass(slots=True)
class Clock:
    """How long each step took, in seconds; told to people, never written into a page."""

    steps: dict[str, float] = field(default_factory=dict)
    began: float = field(default_factory=time.perf_counter)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time one step; a step that runs twice is summed. Who waits at a terminal is told what takes so long."""
        began = time.perf_counter()
        if began - self.began > PATIENCE and name in DOING and sys.stderr.isatty():
            sys.stderr.write(f"{DOING[name]} …\n")
        yield
        self.steps[name] = self.steps.get(name, 0.0) + time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class Build:
    """What one run found. `pages` and what follows are empty where the report holds errors."""

    settings: Settings
    report: Report
    edition: Edition
    clock: Clock
    pages: tuple[Page, ...] = ()
    drawn: Mapping[ChartCall, Drawn] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)


def examine(settings: Settings, report: Report, clock: Clock) -> tuple[Edition, Report]:
    """Read, gather, order, derive, check. The report given back has the accepted faults set aside."""
    with clock.step("read"):
        reading = read(settings, report)
        pages = read_pages(settings, report)
        layers = read_layers(settings, report)
    with clock.step("gather"):
        corpus = gather(reading, settings, report)
    with clock.step("order"):
        chronology = order(corpus, report)
    with clock.step("derive"):
        edition = derive(corpus, chronology, pages=pages, layers=layers)
    with clock.step("check"):
        run_checks(edition, report)
        report = settle(report, reading.accepted, path=settings.in_content("accepted.yml"))
    return edition, report


def check(settings: Settings, report: Report | None = None) -> Report:
    """Every fault of the content, accepted ones set aside."""
    return examine(settings, report or Report(), Clock())[1]


def build(settings: Settings, report: Report | None = None) -> Build:
    """Everything but writing. `report` may hold what reading the settings found."""
    clock = Clock()
    edition, report = examine(settings, report or Report(), clock)
    if report.errors:
        return Build(settings, report, edition, clock)
    from fasti.charts import draw, support
    from fasti.exports import downloads, export
    from fasti.views import view

    with clock.step("export"):
        data = export(edition)
    with clock.step("view"):
        pages = view(edition, downloads(data))
    with clock.step("draw"):
        drawn = draw(edition, wanted(pages, edition), settings.project / CACHE)
        files = {**data, **pictures(edition), **support(edition, drawn, settings.project / CACHE)}
    return Build(settings, report, edition, clock, pages, drawn, files, redirects(edition))


def wanted(pages: tuple[Page, ...], edition: Edition) -> tuple[ChartCall, ...]:
    """Every chart that a page asks for, hand-written ones included, each once."""
    calls = {call for page in pages for call in page.charts}
    calls |= {chart_call(found.address) for page in edition.pages for found in charts_in(page.body)}
    return tuple(sorted(calls))


def pictures(edition: Edition) -> dict[str, bytes]:
    """The pictures that pages show, by their path in the site."""
    shown = {media.file for kind in KINDS for entry in edition.corpus.of(kind) for media in entry.record.media}
    return {f"media/{name}": picture(edition.settings, name) for name in sorted(shown)}


def redirects(edition: Edition) -> dict[str, str]:
    """Former addresses of records, and where they lead now."""
    return {
        edition.address(entry.kind, former): edition.address(entry.kind, entry.id)
        for kind in KINDS
        for entry in edition.corpus.of(kind)
        for former in entry.record.formerly
    }


def carrier(build: Build) -> Carrier:
    """Makes the content of the pages that MkDocs carries: our index pages, and hand-written ones, cleaned."""
    from fasti.prose import sanitise_page
    from fasti.views import way
    from fasti.writing import Carrier

    def clean(html: str, page: str) -> str:
        def resolve(kind: str, record_id: str) -> str | None:
            public = build.edition.is_public(kind, record_id)
            return way(page, build.edition.address(kind, record_id)) if public else None

        return sanitise_page(html, resolve)

    return Carrier(build.pages, build.drawn, settings=build.settings, clean=clean)


def publish(build: Build, theme: Theme, site_dir: Path) -> Written:
    """Write the pages of a build into the folder of the site, only those that changed."""
    from fasti.writing import write

    with build.clock.step("write"):
        written = write(
            build.pages,
            build.drawn,
            build.files,
            theme=theme,
            settings=build.settings,
            site=site_dir,
            redirects=build.redirects,
        )
    leave_word(build, written)
    return written


def counts(edition: Edition) -> dict[str, int]:
    """How many records of each kind have a page."""
    return {kind: len(edition.corpus.of(kind)) for kind in KINDS}


def leave_word(build: Build, written: Written) -> None:
    """Tell the command line, which ran MkDocs as a subprocess, what was done and how long each step took."""
    word = {
        "records": counts(build.edition),
        "written": written.written,
        "kept": written.kept,
        "removed": written.removed,
        "seconds": {name: round(seconds, 3) for name, seconds in build.clock.steps.items()},
    }
    place = build.settings.project / CACHE
    place.mkdir(parents=True, exist_ok=True)
    (place / WORD).write_text(json.dumps(word), encoding="utf-8")
