"""What a site says of itself: the fasti block of `mkdocs.yml` and the few lines of it that MkDocs shares with us.

Filled by `reading/site.py`, handed to every floor above. Invariant: plain frozen values; `project` alone is a place on
this machine, and it never reaches an output.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the records are kept: makes the links to edit, add and dispute."""

    address: str
    branch: str = "main"


@dataclass(frozen=True, slots=True)
class MapSettings:
    """What maps show: west, south, east, north in degrees, and the layers of `content/maps/` to draw, lowest first."""

    bounds: tuple[float, float, float, float] | None = None
    layers: tuple[str, ...] = ()


TIE_BREAKS = ("earliest", "latest", "id")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one site. Paths are relative to `project`, with forward slashes."""

    project: Path
    config_file: str = "mkdocs.yml"
    content: str = "content"
    title: str = ""
    about: str | None = None
    tie_break: tuple[str, ...] = TIE_BREAKS
    about_widens: Fraction = Fraction(1, 4)
    languages: tuple[str, ...] = ("en",)
    repository: Repository | None = None
    preview_url: str | None = None
    event_pages: str = "each"
    map: MapSettings = field(default_factory=MapSettings)
    search: bool = True
    workers: int = 0
    site_name: str = ""
    site_url: str = "https://example.org/fasti/"
    site_dir: str = "site"
    docs_dir: str = "content/pages"
    copyright: str = ""

    def in_content(self, name: str) -> str:
        """The path of something in the content folder, relative to the project."""
        return f"{self.content}/{name}"
