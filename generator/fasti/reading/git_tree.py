"""The files of a project as a commit has them: the tree to read for what compares two states.

Input: a project folder and a revision; Git. Output: the same answers as `Tree` gives, from Git's own store.
Invariant: the work tree is neither read nor touched; links and submodules are told apart and never followed.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from fasti.reading.git import PLAIN, git, repository
from fasti.reading.tree import LARGEST, Found, Tree, hidden


class _Listed(NamedTuple):
    mode: str
    blob: str
    size: int


class GitTree(Tree):
    """The project at a revision: `read(settings, report, tree=GitTree(project, "main"))`. Raises GitFault."""

    def __init__(self, root: Path, revision: str) -> None:
        super().__init__(root)
        self._repository = repository(root)
        self.commit = self._repository.commit(revision)
        self._held: dict[str, bytes] = {}

    @cached_property
    def _files(self) -> dict[str, _Listed]:
        """Every file of the commit below the project's folder, by its path in the project, as `walk` orders them."""
        out = git(self.root, "ls-tree", "--full-tree", "-r", "-z", "-l", f"{self.commit}:{self._repository.prefix}")
        found: dict[str, _Listed] = {}
        for line in out.split(b"\0")[:-1]:
            head, _, path = line.partition(b"\t")
            mode, _, blob, size = head.decode("ascii").split()
            found[os.fsdecode(path)] = _Listed(mode, blob, int(size) if size.isdigit() else 0)
        return dict(sorted(found.items(), key=lambda item: item[0].split("/")))

    def walk(self, folder: str) -> Iterator[Found]:
        """Every file below `folder`, by path; links and submodules are given as files that are not plain."""
        start = f"{folder}/"
        inside = [
            (path, listed)
            for path, listed in self._files.items()
            if path.startswith(start) and not any(hidden(name) for name in path[len(start) :].split("/"))
        ]
        small = [listed.blob for _, listed in inside if listed.mode in PLAIN and listed.size <= LARGEST]
        self._held |= self._repository.blobs(blob for blob in small if blob not in self._held)
        for path, listed in inside:
            yield Found(path, listed.mode in PLAIN, listed.size)

    def blob(self, path: str) -> str:
        """The id of what a path holds, empty where there is nothing."""
        return self._files[path].blob if path in self._files else ""

    def exists(self, path: str) -> bool:
        """Whether there is a plain file of that path."""
        return path in self._files and self._files[path].mode in PLAIN

    def read(self, path: str, *, most: int = LARGEST + 1) -> bytes:
        """The bytes of a plain file, at most so many (-1: all). Raises OSError."""
        if not self.exists(path):
            number = errno.ELOOP if path in self._files else errno.ENOENT
            raise OSError(number, os.strerror(number), path)
        blob = self._files[path].blob
        if blob not in self._held:
            self._held |= self._repository.blobs([blob])
        if blob not in self._held:  # a clone that left it with its origin
            raise OSError(errno.EIO, os.strerror(errno.EIO), path)
        return self._held[blob][: None if most < 0 else most]
