"""The one door of Git, asked as a command: what a repository is, what its commits touched, what its blobs hold.

Input: the folder of a project. Output: plain values for `history.py` and `git_tree.py`. Invariant: nothing that a
repository, its configuration or the environment names is ever run (pager, textconv, external diff, signature check,
monitor, hook, transport), nothing is written, and what is told depends on commits alone.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fasti.reading.text import HIDDEN

# What would run a program, ask the network, or tell one machine's history otherwise than another's. The user's own
# configuration is read all the same: it alone says whose repositories may be trusted (`safe.directory`).
QUIET = (
    "--no-pager", "--no-replace-objects",
    "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never",
    "-c", "log.showRoot=true",
)  # fmt: skip
LOG = (
    "log", "--first-parent", "--diff-merges=first-parent", "--raw", "-z", "--no-renames", "--no-abbrev",
    "--no-relative", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--encoding=UTF-8",
    "--format=%H%x00%P%x00%ct%x00%s%x00%b%x00", "HEAD",
)  # fmt: skip
PLAIN = ("100644", "100755", "100664")
ADDRESS = re.compile(r"[^\s<>(),;:]+@[^\s<>(),;:]+\.[^\s<>(),;:]+")
LATEST = 253_402_300_799  # the last second of the year 9999, beyond which no feed can name a time
EPOCH = 719_163  # the day number of 1970-01-01
LONGEST = 200


class GitFault(Exception):
    """Git cannot tell. `reason`: `git` (none installed), `repository` (none here), `foreign`, `revision`, `broken`."""

    def __init__(self, reason: str, words: str = "") -> None:
        super().__init__(words or reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: its id, when it was made in seconds since 1970 (UTC), and its subject as plain text on one line."""

    id: str
    time: int
    subject: str

    @property
    def short(self) -> str:
        """The first ten digits of its id."""
        return self.id[:10]

    @property
    def day(self) -> int:
        """The number of its day in UTC."""
        return self.time // 86_400 + EPOCH


@dataclass(frozen=True, slots=True)
class Touched:
    """A path of the repository that a commit changed, with the blobs before and after; None where there is no file."""

    path: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Repository:
    """The repository that a project lies in. `prefix` is the project's folder in it: empty, or ending with `/`."""

    project: Path
    prefix: str
    shallow: bool

    @cached_property
    def empty(self) -> bool:
        """Whether nothing was ever committed."""
        return git(self.project, "rev-parse", "--verify", "--quiet", "HEAD", fails=True) == b""

    def log(self) -> Iterator[tuple[Commit, tuple[Touched, ...]]]:
        """Every commit of the main line, newest first, with what it touched in the whole repository.

        The main line follows first parents: a merge is one change, that of the day on which it was merged. No path is
        given to Git, which would compare every tree twice; renames are told by ids (see `history.py`), not by likeness.
        """
        return parsed(git(self.project, *LOG))

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names. Raises GitFault."""
        named = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        found = git(self.project, *named, fails=True).decode("ascii", "replace").strip()
        if not found:
            raise GitFault("revision", f"`{revision}` names no commit of this repository")
        return found

    def blobs(self, ids: Iterable[str]) -> dict[str, bytes]:
        """What blobs hold. Those that cannot be read are left out, as in a clone that leaves blobs with its origin."""
        wanted = "".join(f"{one}\n" for one in sorted(set(ids))).encode()
        out = git(self.project, "cat-file", "--batch", given=wanted, fails=True) if wanted else b""
        found: dict[str, bytes] = {}
        at = 0
        while (end := out.find(b"\n", at)) >= 0:
            head = out[at:end].split()
            at = end + 1
            if len(head) == 3 and head[2].isdigit():
                size = int(head[2])
                if head[1] == b"blob" and at + size <= len(out):
                    found[head[0].decode()] = out[at : at + size]
                at += size + 1
        return found


def repository(project: Path) -> Repository:
    """The repository that a project lies in. Raises GitFault."""
    told = git(project, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
    inside, shallow, prefix = os.fsdecode(told).split("\n", 2)
    if inside != "true":
        raise GitFault("repository")
    return Repository(project, prefix.removesuffix("\n"), shallow == "true")


def command(*arguments: str) -> list[str]:
    """A command of Git as it is run here."""
    return ["git", *QUIET, *arguments]


def environment() -> dict[str, str]:
    """The environment without what would tell Git of another repository, configuration or program."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return kept | {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "LC_ALL": "C",
    }


def git(project: Path, *arguments: str, given: bytes = b"", fails: bool = False) -> bytes:
    """What a command of Git prints. Raises GitFault if it fails; if it may, what it printed until then."""
    try:
        done = subprocess.run(
            command(*arguments), cwd=project, env=environment(), input=given, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise GitFault("git") from None
    except OSError as fault:
        raise GitFault("git", str(fault.strerror)) from None
    if done.returncode and not fails:
        words = done.stderr.decode("utf-8", "replace")
        reason = "foreign" if "dubious ownership" in words else "repository" if "not a git" in words else "broken"
        raise GitFault(reason, plain(words))
    return done.stdout


def parsed(out: bytes) -> Iterator[tuple[Commit, tuple[Touched, ...]]]:
    """The commits that `LOG` prints."""
    tokens = iter(out.split(b"\0"))
    token = next(tokens, b"")
    while token:
        parents, time, subject, body = (next(tokens, b"") for _ in range(4))
        told = subject.decode("utf-8", "replace")
        if b" " in parents and told.startswith("Merge "):
            # Hosts write the title of what was merged below a line that names only branches.
            told = next((line for line in body.decode("utf-8", "replace").split("\n") if line.strip()), told)
        commit = Commit(token.decode("ascii", "replace"), seconds(time), plain(told))
        next(tokens, b"")
        touched, token = [], next(tokens, b"")
        while token.lstrip(b"\n").startswith(b":"):
            mode, other, old, new_, _ = token.lstrip(b"\n:").decode("ascii", "replace").split(" ")
            path = os.fsdecode(next(tokens, b""))
            touched.append(Touched(path, old if mode in PLAIN else None, new_ if other in PLAIN else None))
            token = next(tokens, b"")
        yield commit, tuple(touched)


def seconds(text: bytes) -> int:
    """A time of Git; one that no calendar has is brought to the nearest that feeds can tell."""
    try:
        return min(max(int(text), 0), LATEST)
    except ValueError:
        return 0


def plain(text: str) -> str:
    """A line of a commit as plain text: nothing hidden in it, no address of a person, and not endless."""
    text = " ".join(HIDDEN.sub(" ", text).split())
    text = ADDRESS.sub("…", text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
