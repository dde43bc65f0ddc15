"""What changed since a base: which files of a project, and which of the whole repository, in commits and on the disk.

Input: a project folder, a revision or the default branch; Git. Output: answers for `fasti check`, which tells faults of
changed files first and can hold a change to records. Invariant: a file is compared by the bytes that lie on the disk,
never through a filter that a repository names; what cannot be known is a `GitFault`, never "nothing changed".
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fasti.reading.git import GitFault, Repository, git, repository
from fasti.reading.git_tree import GitTree
from fasti.reading.tree import Tree, blob_id

FILE, PROGRAM, LINK, MODULE = "100644", "100755", "120000", "160000"
GONE = ("", "")  # the mode and blob of what is not there


@dataclass(frozen=True, slots=True)
class Touch:
    """A path of the repository that differs from the base, with its modes; empty where it is not there."""

    path: str
    before: str
    now: str


class Since:
    """A project since the commit from which its change began: the merge base of HEAD and `revision`, by default of
    HEAD and the default branch. Raises GitFault."""

    def __init__(self, project: Path, revision: str | None, *, branch: str = "main") -> None:
        self.project = project
        self.repository = repository(project)
        self.name = revision or default_branch(self.repository, branch)
        self.bases = merge_bases(self.repository, self.name)
        self._known: dict[str, bool] = {}

    @cached_property
    def _before(self) -> GitTree:
        return GitTree(self.project, self.bases[0])

    def changed(self, path: str) -> bool:
        """Whether a file of the project is another than it was, or is new or gone."""
        if path not in self._known:
            try:
                self._known[path] = not same(Tree(self.project).read(path, most=-1), self._before.blob(path))
            except OSError:
                self._known[path] = True
        return self._known[path]

    def touched(self) -> tuple[Touch, ...]:
        """Every path of the whole repository that differs from a base: committed, staged, or only on the disk."""
        if self.repository.shallow:
            raise GitFault("shallow", "this clone holds only a part of the history")
        found: set[Touch] = set()
        head, staged = listed(self.project, "HEAD"), indexed(self.project)
        disk = dict(on_disk(self.repository, staged))
        for base in self.bases:
            before = listed(self.project, base)
            for now in (head, {path: state for path, (_, state) in staged.items()}, disk):
                for path in before.keys() | now.keys():
                    old, new = before.get(path, GONE), now.get(path, GONE)
                    if old != new:
                        found.add(Touch(path, old[0], new[0]))
        return tuple(sorted(found, key=lambda touch: (touch.path, touch.before, touch.now)))


def default_branch(found: Repository, branch: str) -> str:
    """The name of the default branch: what the origin says it is, else `branch` there or here."""
    for name in ("refs/remotes/origin/HEAD", f"refs/remotes/origin/{branch}", f"refs/heads/{branch}"):
        try:
            found.commit(name)
        except GitFault:
            continue
        return name
    raise GitFault("revision", f"no branch `{branch}` is known here")


def merge_bases(found: Repository, revision: str) -> tuple[str, ...]:
    """The commits from which HEAD and a revision went apart, mostly one."""
    other, head = found.commit(revision), found.commit("HEAD")
    told = git(found.project, "merge-base", "--all", other, head, fails=True).decode("ascii", "replace").split()
    if not told:
        raise GitFault("unrelated", f"`{revision}` and HEAD have no history in common here")
    return tuple(sorted(told))


def listed(project: Path, commit: str) -> dict[str, tuple[str, str]]:
    """Mode and blob of every path of a commit."""
    found = {}
    for line in git(project, "ls-tree", "--full-tree", "-r", "-z", commit).split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, _, blob = head.decode("ascii").split()
        found[os.fsdecode(path)] = (mode, blob)
    return found


def indexed(project: Path) -> dict[str, tuple[bool, tuple[str, str]]]:
    """Every path of the index: whether it is kept off the disk, as in a sparse checkout, and its mode and blob."""
    found = {}
    for line in git(project, "ls-files", "-s", "-t", "-z", "--full-name", "--", ":/").split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        tag, mode, blob, _ = head.decode("ascii").split()
        found[os.fsdecode(path)] = (tag == "S", (mode, blob))
    return found


def on_disk(
    found: Repository, staged: dict[str, tuple[bool, tuple[str, str]]]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Mode and blob of every path of the index as it lies on the disk, and of every new one that is not ignored."""
    top = found.project.joinpath(*[".."] * found.prefix.count("/")).resolve()
    asked = git(found.project, "ls-files", "-o", "--exclude-standard", "-z", "--full-name", "--", ":/")
    modes = git(found.project, "config", "--type=bool", "core.filemode", fails=True).strip() != b"false"
    for path in (*staged, *(os.fsdecode(path) for path in asked.split(b"\0")[:-1])):
        off, (mode, blob) = staged.get(path, (False, GONE))
        try:
            told = (top / path).lstat()
            if stat.S_ISLNK(told.st_mode):
                data, kind = os.fsencode(os.readlink(top / path)), LINK
            elif stat.S_ISREG(told.st_mode):
                data, kind = (top / path).read_bytes(), PROGRAM if modes and told.st_mode & 0o100 else FILE
                kind = mode if not modes and mode in (FILE, PROGRAM) else kind
            elif stat.S_ISDIR(told.st_mode):  # a submodule, or a repository that lies in this one
                yield path, (MODULE, blob)
                continue
            else:
                continue
        except OSError:
            if off:
                yield path, (mode, blob)
            continue
        yield path, (kind, blob if same(data, blob) else blob_id(data))


def same(data: bytes, blob: str) -> bool:
    """Whether bytes on the disk are those of a blob; a checkout may have given lines other ends."""
    algorithm = "sha256" if len(blob) == 64 else "sha1"
    return blob in (blob_id(data, algorithm), blob_id(data.replace(b"\r\n", b"\n"), algorithm))
