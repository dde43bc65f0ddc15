"""The files of a project, read through one door: names and bytes, never more than a project holds.

Input: a project folder. Output: file names in one order, and their bytes. The other tree, a Git revision, is in
`git_tree.py`. Invariant: nothing outside the folder is ever read; a link or a device is told apart before it is opened.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import new
from pathlib import Path

LARGEST = 1 << 20
"""The largest file that is read, in bytes (1 MiB)."""


@dataclass(frozen=True, slots=True)
class Found:
    """One file of a folder: its path relative to the project, whether it is a plain file, its size, and on a disk when
    it was changed, in nanoseconds."""

    path: str
    plain: bool
    size: int
    changed: int = 0


class Tree:
    """The work tree of a project."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def walk(self, folder: str) -> Iterator[Found]:
        """Every file below `folder`, by path; folders that are links are given as files that are not plain."""
        base = self.root / folder
        if not base.is_dir() or base.is_symlink():
            return
        for entry in sorted(os.scandir(base), key=lambda e: e.name):
            if hidden(entry.name):
                continue
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from self.walk(path)
            else:
                try:
                    info = entry.stat(follow_symlinks=False)
                except FileNotFoundError:
                    continue  # an editor has put another in its place, or taken it away, just now
                yield Found(path, stat.S_ISREG(info.st_mode), info.st_size, info.st_mtime_ns)

    def exists(self, path: str) -> bool:
        """Whether there is a plain file of that path."""
        full = self.root / path
        return full.is_file() and not full.is_symlink()

    def read(self, path: str, *, most: int = LARGEST + 1) -> bytes:
        """The bytes of a plain file, at most so many (one more than a record may have; -1: all). Raises OSError."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(self.root / path, flags), "rb") as file:
            return file.read(most)

    def text(self, path: str) -> str | None:
        """A file as text for the lines that a report shows, or None where there is nothing to show."""
        try:
            return self.read(path).decode("utf-8", "replace") if self.exists(path) else None
        except OSError:
            return None


def hidden(name: str) -> bool:
    """Whether a name is that of what editors and systems keep beside the files of people."""
    return name.startswith((".", "#")) or name.endswith("~")


def blob_id(data: bytes, algorithm: str = "sha1") -> str:
    """The id that Git gives to a file of these bytes; it needs no Git, and names what the file says for good."""
    found = new(algorithm, b"blob %d\0" % len(data), usedforsecurity=False)
    found.update(data)
    return found.hexdigest()
