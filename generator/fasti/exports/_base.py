"""What an export is, and `export`, which writes every file of the room.

Input: an edition. Output: bytes by path: `data/v1/events.csv`, `events/x/index.json`.
Invariant: an export names everything that its format cannot carry; the same edition gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from fasti.derive import Edition
from fasti.plugs import discover

FOLDER = "data/v1/"


class Download(TypedDict):
    """What the data page says of a file; `size` is in bytes."""

    name: str
    path: str
    media_type: str
    size: int
    summary: str
    loses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name, and what it holds, for the codebook."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Export:
    """A plug of this room. `write` gives bytes by path; `columns` describes a table; `name` is its file in `data/v1/`.

    `listed`: whether the data page offers it; the files beside each record's page are not.
    """

    name: str
    media_type: str
    summary: str
    loses: tuple[str, ...]
    write: Callable[[Edition], Mapping[str, bytes]]
    columns: tuple[Column, ...] = ()
    listed: bool = field(default=True, kw_only=True)


def exports() -> tuple[Export, ...]:
    """Every export of the room, by the name of its module."""
    return discover("fasti.exports", "EXPORT")


def export(edition: Edition) -> dict[str, bytes]:
    """Every file of every export, by path."""
    files: dict[str, bytes] = {}
    for plug in exports():
        files.update(plug.write(edition))
    return {path: files[path] for path in sorted(files)}


def downloads(files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """What the data page offers of the files that `export` made: name, path, type, size in bytes, summary, losses."""
    return tuple(
        {
            "name": plug.name,
            "path": FOLDER + plug.name,
            "media_type": plug.media_type,
            "size": len(files[FOLDER + plug.name]),
            "summary": plug.summary,
            "loses": plug.loses,
        }
        for plug in exports()
        if plug.listed and FOLDER + plug.name in files
    )


def credit(edition: Edition) -> dict[str, dict[str, str]]:
    """Whose data this is, where it is from, and under which terms, for formats that have a place for it."""
    settings = edition.settings
    told = {
        "title": settings.title or settings.site_name,
        "address": settings.site_url,
        "terms": f"{settings.site_url.rstrip('/')}/data/",
    }
    return {"site": {**told, "licence": settings.copyright} if settings.copyright else told}
