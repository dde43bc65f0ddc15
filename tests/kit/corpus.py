"""Whole small projects on disk, for tests that read as a contributor's files would be read."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

SETTINGS = """\
site_name: A small chronology
site_description: Events of a test
site_url: https://example.org/fasti/
docs_dir: content/pages
theme:
  name: material
  font: false
plugins:
  - fasti:
      title: A small chronology
"""

VOCABULARY = """\
event_types:
  capture: {label: Capture, icon: flag, class: happened, roles: [attacker, defender, supporter], changes_control: true}
  siege: {label: Siege, icon: ring, class: happened, roles: [attacker, defender, supporter]}
  battle: {label: Battle, icon: cross, class: happened, roles: [attacker, defender, supporter]}
  statement: {label: Statement, icon: quote, class: said, roles: [speaker, about]}
  count: {label: Figures, icon: tally, class: said, roles: [speaker, about]}
place_kinds:
  city: {label: City}
  country: {label: Country}
actor_kinds:
  state: {label: State}
  person: {label: Person}
measures:
  defenders: {label: Defenders, unit: person}
  share-of-empire: {label: Share of the empire, unit: percent, share: true, directions: [held, lost]}
source_kinds:
  book: {label: Book}
  news: {label: News report}
"""

HOME = "# A small chronology\n"

_BASE = {"mkdocs.yml": SETTINGS, "content/vocabulary.yml": VOCABULARY, "content/pages/index.md": HOME}
_WITHIN_CONTENT = {
    *("events", "places", "actors", "sources", "series", "pages", "media", "maps"),
    *("vocabulary.yml", "accepted.yml"),
}


def a_corpus(files: Mapping[str, str | bytes] | None = None) -> Path:
    """A project with these files, settings, a small vocabulary and a home page; files of the same path replace those.

    Paths are those of the project (`content/events/a.yml`), or shorter, without `content/` (`events/a.yml`). The folder
    is gone when the tests end.
    """
    project = Path(mkdtemp(prefix="fasti-test-"))
    atexit.register(shutil.rmtree, project, ignore_errors=True)
    given = {_in_project(path): text for path, text in (files or {}).items()}
    for path, text in {**_BASE, **given}.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return project


def _in_project(path: str) -> str:
    return f"content/{path}" if path.split("/")[0] in _WITHIN_CONTENT else path
