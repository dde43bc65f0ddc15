"""What a site says of itself: the fasti block of `mkdocs.yml` and the few lines of it that MkDocs shares with us.

Filled by `reading/site.py`, handed to every floor above. Invariant: plain frozen values; `project` alone is a place on
this machine, and it never reaches an output.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from urllib.parse import quote, urlsplit

HOSTS = ("github", "gitlab", "forgejo")
MOST_OF_AN_ADDRESS = 8000  # characters; longer ones are refused by servers


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the records are kept: makes the links to edit, add and dispute. `host` is one of HOSTS, or unknown."""

    address: str
    branch: str = "main"
    host: str = ""

    @property
    def kind(self) -> str:
        """What sort of host it is: what the settings say, else what its name says; empty if neither does."""
        name = urlsplit(self.address).hostname or ""
        known = {
            "github": "github",
            "gitlab": "gitlab",
            "codeberg": "forgejo",
            "forgejo": "forgejo",
            "gitea": "forgejo",
        }
        return self.host or next((known[part] for part in name.split(".") if part in known), "")

    def file(self, path: str) -> str:
        """Where a file can be read."""
        way = {"gitlab": "-/blob", "forgejo": "src/branch"}.get(self.kind, "blob")
        return f"{self.address}/{way}/{_quoted(self.branch)}/{_quoted(path)}"

    def edit(self, path: str) -> str:
        """Where a file can be changed in the browser."""
        way = {"gitlab": "-/edit", "forgejo": "_edit"}.get(self.kind, "edit")
        return f"{self.address}/{way}/{_quoted(self.branch)}/{_quoted(path)}"

    def new(self, path: str, text: str) -> str | None:
        """The editor for a new file with its name and text filled in; None where a host takes no such text."""
        way = {"github": "new", "forgejo": "_new"}.get(self.kind)
        asked = f"filename={_quoted(path)}&value={_quoted(text, safe='')}"
        address = f"{self.address}/{way}/{_quoted(self.branch)}?{asked}"
        return address if way and len(address) < MOST_OF_AN_ADDRESS else None

    def place_for(self, path: str) -> str:
        """Where a new file is begun without its text: the editor of a host that takes a name, else the folder."""
        folder = _quoted(path.rpartition("/")[0])
        if self.kind == "gitlab":
            return f"{self.address}/-/new/{_quoted(self.branch)}/{folder}?file_name={_quoted(path.rpartition('/')[2])}"
        way = {"github": "new", "forgejo": "_new"}.get(self.kind, "tree")
        return f"{self.address}/{way}/{_quoted(self.branch)}/{folder}"


def _quoted(text: str, *, safe: str = "/") -> str:
    """Text as part of an address; names of files may hold bytes that are no text."""
    return quote(text.encode("utf-8", "surrogateescape"), safe=safe)


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
