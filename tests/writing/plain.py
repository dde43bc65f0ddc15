"""A plain theme and small pages, for tests of the writer that need no MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fasti.settings import Repository, Settings
from fasti.views import Page

SETTINGS = Settings(
    project=Path("."),
    site_name="A chronology",
    site_url="https://example.org/fasti/",
    repository=Repository("https://example.org/repository"),
)


@dataclass
class PlainTheme:
    """Slots one to a line, in the order of a page."""

    layout: str = "{title}\n{description}\n{address}\n{head}\n{content}\n{turn}\n{edit}\n"
    addresses: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()
    asked: list[tuple[str, int]] = field(default_factory=list)

    def shell(self, kind: str, depth: int, tokens: Mapping[str, str]) -> str:
        self.asked.append((kind, depth))
        return f"{kind} {depth}\n" + self.layout.format(**tokens)


def a_page(kind: str = "event", key: str = "a", **fields: Any) -> Page:
    """A page of any kind, at `KINDs/KEY/` unless `address` says otherwise."""
    given: dict[str, Any] = {"title": "A title", "description": "What it says", "view": {"body": "words"}}
    return Page(kind=kind, key=key, **{"address": f"{kind}s/{key}/", **given, **fields})


def event(key: str, **fields: Any) -> Page:
    """A page of an event; `body` is all of its view."""
    return a_page("event", key, view={"body": fields.pop("body", "words")}, **fields)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of every file below a folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            state = os.stat(path)
            found[path.relative_to(folder).as_posix()] = (state.st_ino, state.st_mtime_ns)
    return found
