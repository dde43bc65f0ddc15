"""A small site through MkDocs, Material and the plugin as they are; only its pages are given instead of read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from fasti import pipeline, resources, writing
from fasti.diagnostics import Report
from fasti.prose import Html, sanitise_page
from fasti.settings import Repository, Settings
from fasti.views import Page
from fasti.writing import carried, pages
from tests.writing.plain import a_page, event

MKDOCS = """\
site_name: A & B <chronology>
site_url: https://example.org/fasti/
docs_dir: content/pages
theme:
  name: material
  font: false
  palette: [{scheme: default}, {scheme: slate}]
nav: [{Home: index.md}, {Chronology: chronology/index.md}, {Places: places/index.md}, {Method: method.md}]
plugins: [fasti]
markdown_extensions: [tables, footnotes]
"""
METHOD = """\
# Method

Words <script>alert(1)</script> and a [link](index.md).[^1]

| a long heading of a column | another long heading of a column | and one more of them | and the last one |
|---|---|---|---|
| 1 | 2 | 3 | 4 |

[^1]: A note.
"""
FRAGMENTS = {
    "event": '{% from "_parts.html" import chip %}{{ chip(view.chip) }}<h1>{{ page.title }}</h1>{{ view.body }}',
    "chronology": '<h1>{{ page.title }}</h1><p><a href="{{ url("events/a/") }}">A</a></p>',
    "places": "<h1>{{ page.title }}</h1>",
}
CHIP = {
    "words": "in September 2017",
    "datetime": "2017-09",
    "ruler": {
        "marks": [{"mark": "within", "x": 40, "width": 20, "fade_start": True, "fade_end": False}],
        "label": "2017",
    },
}


def an_event(key: str, **fields: Any) -> Page:
    """A page of an event with a date chip."""
    page = event(key, source=f"content/events/{key}.md", **fields)
    return replace(page, view={"chip": CHIP, "body": Html("<p>Prose.</p>")})


def stub(kind: str) -> Page:
    """An index page."""
    return a_page(kind, "", address=f"{kind}/", title=f"All <{kind}>", view={}, stub=True)


@dataclass
class Given:
    """What `pipeline.build` would have found."""

    settings: Settings
    report: Report
    pages: tuple[Page, ...]


@dataclass
class Small:
    """A project in a folder; `pages` and `report` may be changed between builds."""

    folder: Path
    pages: tuple[Page, ...] = (stub("chronology"), stub("places"), an_event("a"), an_event("b", title="B <i>"))
    report: Report | None = None

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def build(self, **options: Any) -> None:
        """One build, as `mkdocs build` does it."""
        config = load_config(config_file=str(self.folder / "mkdocs.yml"), site_dir=str(self.site), **options)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    """The project, with its fragments before the ones of the theme."""
    return make(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Small]:
    """The project, built once for the tests that only look at it."""
    with pytest.MonkeyPatch.context() as patch:
        project = make(tmp_path_factory.mktemp("small"), patch)
        project.build(strict=True)
        yield project


def make(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    """Write the project and let the plugin find `Given` where it would ask the pipeline."""
    for path, text in {
        "mkdocs.yml": MKDOCS,
        "content/pages/index.md": "# Home\n",
        "content/pages/method.md": METHOD,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / "fragments").mkdir()
    for kind, template in FRAGMENTS.items():
        (folder / f"fragments/{kind}.html").write_text(template, "utf-8")
    project = Small(folder)
    # MkDocs keeps the plugin objects of a server for the life of the process; each project is a server of its own.
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]

    def fragments_for(settings: Settings, drawn: Any) -> writing.Fragments:
        return writing.Fragments((folder / "fragments", resources.theme_dir() / "fragments"), drawn)

    def given(settings: Settings, report: Report) -> Given:
        report.extend(project.report.diagnostics if project.report else ())
        settings = replace(settings, repository=Repository("https://example.org/repository"))
        return Given(settings, report, project.pages)

    def carrier(found: Given) -> writing.Carrier:
        clean: Callable[[str, str], str] = lambda html, address: sanitise_page(html)  # noqa: E731
        return writing.Carrier(found.pages, {}, settings=found.settings, clean=clean)

    def publish(found: Given, theme: writing.Theme, site: Path) -> writing.Written:
        files = {"assets/actors.css": b""}
        return writing.write(found.pages, {}, files, theme, found.settings, site)

    for module in (pages, carried):
        monkeypatch.setattr(module, "fragments_for", fragments_for)
    for name, function in (("build", given), ("carrier", carrier), ("publish", publish)):
        monkeypatch.setattr(pipeline, name, function, raising=False)
    return project
