"""What we wrote last time: path, fingerprint and size of every file of ours in a published folder.

Kept in the folder itself as `.fasti/manifest`, so that it moves with it when folders are swapped; MkDocs leaves dot
entries alone. Invariant: relative paths, sorted, no clock: two builds of one state hold the same manifest.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = ".fasti"
NAME = "manifest"
_FORM = "fasti manifest 1"


@dataclass(slots=True)
class Manifest:
    """`files`: path to (fingerprint, size); `carried`: the platform's files among ours; `key`: what all rest on."""

    key: str = ""
    files: dict[str, tuple[str, int]] = field(default_factory=dict)
    carried: frozenset[str] = frozenset()

    @property
    def tops(self) -> tuple[str, ...]:
        """The entries of the published folder that hold files of ours."""
        return tuple(sorted({path.partition("/")[0] for path in self.files}))

    def text(self) -> str:
        """The manifest as it is kept."""
        lines = [f"{_FORM} {self.key}\n"]
        lines += [f"= {path}\n" for path in sorted(self.carried)]
        lines += [f"{digest} {size} {path}\n" for path, (digest, size) in sorted(self.files.items())]
        return "".join(lines)


def load(site: Path) -> Manifest:
    """The manifest of a published folder; empty if there is none or it is not whole."""
    try:
        lines = (site / FOLDER / NAME).read_text("utf-8").splitlines()
    except (OSError, UnicodeError):
        return Manifest()
    if not lines or not lines[0].startswith(_FORM + " "):
        return Manifest()
    found = Manifest(key=lines[0][len(_FORM) + 1 :])
    carried = set()
    for line in lines[1:]:
        if line.startswith("= "):
            carried.add(line[2:])
            continue
        digest, _, rest = line.partition(" ")
        size, _, path = rest.partition(" ")
        if not (digest and size.isdigit() and path):
            return Manifest()
        found.files[path] = (digest, int(size))
    found.carried = frozenset(carried)
    # A folder may come from elsewhere (a CI cache): no path of its manifest may lead out of it.
    leads_out = any(".." in path.split("/") or path.startswith("/") for path in (*found.files, *carried))
    return Manifest() if leads_out else found


def save(site: Path, manifest: Manifest) -> None:
    """Keep `manifest` with its folder, whole or not at all; untouched when it says the same as before."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    kept, text = folder / NAME, manifest.text().encode()
    try:
        if kept.read_bytes() == text:
            return
    except OSError:
        pass
    spare = folder / f"{NAME}.new"
    spare.unlink(missing_ok=True)  # it may be a hard link that another folder shares
    spare.write_bytes(text)
    os.replace(spare, kept)


def forget(site: Path) -> None:
    """Drop the manifest: the next build writes everything."""
    (site / FOLDER / NAME).unlink(missing_ok=True)
