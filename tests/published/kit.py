"""Copies of this repository's chronology, built as a contributor builds them: by commands, as processes of their own."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.kit.git import Repo

ROOT = Path(__file__).parents[2]
GENERATOR_TAG = re.compile(rb'<meta name="generator" content="[^"]*">')


# What a build of more than two seconds tells of its steps; how many there are depends on the machine.
STEP = re.compile(r"(?m)^[a-zA-Z ]+ …\n")


@dataclass(frozen=True)
class Done:
    """What a command printed, and how it ended; the steps that a long build tells on the way are left out."""

    code: int
    out: str
    err: str


def a_copy(folder: Path) -> Path:
    """The content and settings of this repository in one of its own: all came on one day, and a date was corrected."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    (event,) = (folder / "content/events").rglob("capture-of-raqqa-2017.*")
    path, now = event.relative_to(folder).as_posix(), event.read_text("utf-8")
    repo = Repo(folder)
    repo.commit("The beginning", {path: re.sub(r"(?m)^when: .*$", "when: 2017-10", now)}, "2026-01-01")
    repo.commit("The day on which Raqqa fell", {path: now}, "2026-02-03")
    return folder


def run(project: Path, *command: str, **environment: str) -> Done:
    """Run a Python module in a project: `run(project, "fasti.cli", "build")`."""
    around = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=around, capture_output=True, text=True, check=False
    )
    return Done(done.returncode, done.stdout, STEP.sub("", done.stderr))


def published(site: Path) -> dict[str, str]:
    """The digest of every file of a site by its path, its own notes in `.fasti/` left out."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    paths = {path.relative_to(site).as_posix(): path for path in files}
    return {name: digest(path) for name, path in paths.items() if not name.startswith(".fasti/")}


def digest(path: Path) -> str:
    """The digest of a file without the one tag in which two engines may differ."""
    return hashlib.sha256(GENERATOR_TAG.sub(b"", path.read_bytes())).hexdigest()


def times(site: Path) -> dict[str, int]:
    """When each page was written last, in nanoseconds."""
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in sorted(site.rglob("*.html"))}


class Server:
    """A server of a project, as a process of its own that is ended in any case; its log and what it serves."""

    DEADLINE = 60.0  # seconds until a test gives up; nothing is measured

    def __init__(self, project: Path, scratch: Path, *command: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/fasti/"
        self.scratch = scratch
        scratch.mkdir()
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # tests in the background of a shell: servers inherit it
            signal.signal(signal.SIGINT, signal.default_int_handler)
        self._log = scratch.with_suffix(".log")
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *(command or ("fasti.cli", "serve", "--address")), f"127.0.0.1:{self.port}"],
                cwd=project,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(scratch)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def __enter__(self) -> Server:
        try:
            self.until(lambda: "Serving on" in self.log)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @property
    def log(self) -> str:
        """Everything the server said so far."""
        return self._log.read_text("utf-8", "replace")

    def get(self, address: str = "") -> tuple[int, str]:
        """The status and the text of a page."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(self.address + address, timeout=self.DEADLINE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def shows(self, text: str, address: str = "", status: int = 200) -> str:
        """Wait until a page shows `text`; gives the page."""
        self.until(lambda: (found := self.get(address))[0] == status and text in found[1], f"{address} shows {text!r}")
        return self.get(address)[1]

    def until(self, condition: Callable[[], bool], what: str = "it serves") -> None:
        """Wait for something; fails with the log if it never comes, or if the server has died."""
        end = time.monotonic() + self.DEADLINE
        while not condition():
            assert self.process.poll() is None, f"the server ended\n{self.log}"
            assert time.monotonic() < end, f"waited in vain until {what}\n{self.log}"
            time.sleep(0.05)

    def end(self, number: signal.Signals) -> int:
        """Send it a signal as a terminal does, and wait for its exit code."""
        os.killpg(self.process.pid, number)
        return self.process.wait(self.DEADLINE)
