"""The conductor: read, gather, order, derive, check; then export, view, draw, write. It decides nothing itself.

Input: settings. Output: `Build`, which holds the report and, if there is nothing wrong, the pages. The front doors
(`plugin.py`, `cli.py`) call nothing else. Invariant: nothing is written before everything has been checked.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fasti.checks import check as run_checks
from fasti.chronology import order
from fasti.corpus import gather
from fasti.derive import Edition, derive
from fasti.diagnostics import Report, settle
from fasti.language import speaking
from fasti.prose import charts as charts_in
from fasti.reading import (
    NOT_ASKED,
    WHY,
    GitTree,
    Kept,
    Tree,
    picture,
    read,
    read_history,
    read_layers,
    read_pages,
    settings_for,
)
from fasti.records import KINDS, ChartCall, chart_call
from fasti.settings import Settings

if TYPE_CHECKING:
    from fasti.charts import Drawn
    from fasti.diff import Difference
    from fasti.views import Page
    from fasti.writing import Carrier, Theme, Written

CACHE = ".cache/fasti"
WORD = "last-build.json"
PATIENCE = 2.0  # seconds of silence
PROGRESS = "FASTI_PROGRESS"  # names an open file in which a build leaves a line as each step begins
DOING = {
    "copy": "making ready",
    "read": "reading the records",
    "history": "asking Git what was changed",
    "gather": "bringing the records together",
    "order": "putting the events in order",
    "derive": "working out who held what",
    "check": "checking",
    "export": "making the downloads",
    "view": "making the pages",
    "draw": "drawing the charts",
    "mkdocs": "dressing the pages",
    "search": "making the search index",
    "write": "writing what changed",
}


def leave_line(step: str) -> None:
    """Tell the command that runs this build, if there is one, that a step begins."""
    place = os.environ.get(PROGRESS, "")
    if place.isdigit():
        with suppress(OSError):
            os.write(int(place), f"{step}\n".encode())


@dataclass(slots=True)
class Clock:
    """How long each step took, in seconds; told to people, never written into a page."""

    steps: dict[str, float] = field(default_factory=dict)
    tell: Callable[[str], None] | None = None

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time one step; a step that runs twice is summed. `tell` hears of each as it begins."""
        if self.tell:
            self.tell(name)
        began = time.perf_counter()
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


def examine(
    settings: Settings,
    report: Report,
    clock: Clock,
    *,
    history: bool = False,
    tree: Tree | None = None,
    kept: Kept | None = None,
) -> tuple[Edition, Report]:
    """Read, gather, order, derive, check. The report given back has the accepted faults set aside.

    `history`: ask Git what became of the records, which only pages tell. `tree`: a revision, in place of the work tree.
    `kept`: what was read of the records before.
    """
    with clock.step("read"):
        reading = read(settings, report, tree=tree, kept=kept)
        pages = read_pages(settings, report, tree=tree)
        layers = read_layers(settings, report, tree=tree)
    with clock.step("history"):
        past = read_history(settings, reading) if history else NOT_ASKED
    with clock.step("gather"):
        corpus = gather(reading, settings, report)
    with clock.step("order"):
        chronology = order(corpus, report)
    with clock.step("derive"):
        edition = derive(corpus, chronology, pages=pages, layers=layers, history=past)
    with clock.step("check"):
        run_checks(edition, report)
        report = settle(report, reading.accepted, path=settings.in_content("accepted.yml"))
    return edition, report


def check(
    settings: Settings,
    report: Report | None = None,
    *,
    tell: Callable[[str], None] | None = None,
    kept: Kept | None = None,
) -> Report:
    """Every fault of the content, accepted ones set aside. `tell` hears of each step as it begins."""
    return examine(settings, report or Report(), Clock(tell=tell), kept=kept)[1]


def compare(project: Path, base: str, head: str | None) -> Difference:
    """What the records say otherwise at `head` (None: in the work tree) than at `base`. Raises `GitFault`."""
    from fasti.diff import Side, difference
    from fasti.views import value_words

    def side(tree: Tree) -> Side:
        report = Report()
        settings = settings_for(project, report, tree=tree)
        edition, report = examine(settings, report, Clock(), tree=tree)
        return Side(edition, report.errors)

    trees = GitTree(project, base), GitTree(project, head) if head else Tree(project)
    return difference(side(trees[0]), side(trees[1]), value_words)


def build(settings: Settings, report: Report | None = None) -> Build:
    """Everything but writing. `report` may hold what reading the settings found."""
    clock = Clock(tell=leave_line)
    edition, report = examine(settings, report or Report(), clock, history=True)
    if report.errors:
        return Build(settings, report, edition, clock)
    from fasti.charts import draw, previews, support
    from fasti.exports import downloads, export
    from fasti.views import headings, view

    with clock.step("export"):
        data = export(edition)
    with speaking(*settings.languages), clock.step("view"):
        pages = view(edition, downloads(data))
    with speaking(*settings.languages), clock.step("draw"):
        drawn = draw(edition, wanted(pages, edition), settings.project / CACHE)
        files = {**data, **beside(pages), **pictures(edition), **support(edition, drawn, settings.project / CACHE)}
        files |= previews(edition, headings(pages), settings.project / CACHE)
    leave_line("mkdocs")
    return Build(settings, report, edition, clock, pages, drawn, files, redirects(edition))


def wanted(pages: tuple[Page, ...], edition: Edition) -> tuple[ChartCall, ...]:
    """Every chart that a page asks for, hand-written ones included, each once."""
    calls = {call for page in pages for call in page.charts}
    calls |= {chart_call(found.address) for page in edition.pages for found in charts_in(page.body)}
    return tuple(sorted(calls))


def beside(pages: tuple[Page, ...]) -> dict[str, bytes]:
    """What the scripts of pages load, by path."""
    return {path: content for page in pages for path, content in page.files.items()}


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
    from fasti.writing import addresses, search, write

    with speaking(*build.settings.languages), build.clock.step("search"):
        index = search(build.edition, build.pages, theme.addresses, cache=build.settings.project / CACHE)
    with speaking(*build.settings.languages), build.clock.step("write"):
        written = write(
            build.pages,
            build.drawn,
            {**build.files, **index, **addresses(build.pages, theme.addresses, build.redirects)},
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
        "left_out": WHY.get(build.edition.history.left_out, ""),
        "written": written.written,
        "kept": written.kept,
        "removed": written.removed,
        "seconds": {name: round(seconds, 3) for name, seconds in build.clock.steps.items()},
    }
    place = build.settings.project / CACHE
    place.mkdir(parents=True, exist_ok=True)
    (place / WORD).write_text(json.dumps(word), encoding="utf-8")
