"""`fasti build` cut short, refused by the system, or started twice: what readers see stays whole."""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.published.kit import Done, a_copy, published, run

FILE = "content/events/2017/capture-of-deir-ez-zor-city-2017.md"
TITLE = "Syrian army says it holds all of Deir ez-Zor city"
STAYS = "the site was not built; what was published before stays\n"


@pytest.fixture
def copy(tmp_path: Path, first: Done, project: Path) -> Path:
    """The chronology as it was built first, with its caches."""
    copy = a_copy(tmp_path / "copy")
    for made in (".cache", "site"):
        shutil.copytree(project / made, copy / made)
    return copy


@pytest.fixture
def edited(copy: Path) -> Path:
    """One title changed since."""
    place = copy / FILE
    place.write_text(place.read_text("utf-8").replace(TITLE, "An edited title"), "utf-8")
    return copy


def started(project: Path) -> subprocess.Popen[bytes]:
    """A build that runs, in a group of its own; `fasti` and MkDocs die together."""
    return subprocess.Popen(
        [sys.executable, "-m", "fasti.cli", "build"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def until_held(project: Path, build: subprocess.Popen[bytes]) -> None:
    """Wait until a build holds the lock."""
    with (project / ".cache/fasti/lock").open("ab") as lock:
        while build.poll() is None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            fcntl.flock(lock, fcntl.LOCK_UN)
            time.sleep(0.01)
    raise AssertionError("the build ended before it held the lock")


def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(tmp_path: Path, edited: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(edited, other)
    began = time.monotonic()
    assert run(other, "fasti.cli", "build").code == 0
    whole = time.monotonic() - began
    old, new = published(edited / "site"), published(other / "site")
    assert old != new
    for part in (0.4, 0.6, 0.75, 0.9, 0.97):
        build = started(edited)
        time.sleep(part * whole)  # a share of what a build takes here: any moment must do
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        assert published(edited / "site") in (old, new)
    assert run(edited, "fasti.cli", "build", "--strict").code == 0
    assert published(edited / "site") == new
    assert sorted(path.name for path in edited.iterdir()) == [".cache", ".git", "content", "mkdocs.yml", "site"]


def test_a_second_build_at_the_same_time_is_refused_and_harms_nothing(edited: Path) -> None:
    build = started(edited)
    try:
        until_held(edited, build)
        os.killpg(build.pid, signal.SIGSTOP)
        assert run(edited, "fasti.cli", "build") == Done(
            2, "", "error: another build of this chronology is running; wait until it has ended, and build again\n"
        )
        os.killpg(build.pid, signal.SIGCONT)
        assert build.wait(60) == 0
    finally:
        if build.poll() is None:
            os.killpg(build.pid, signal.SIGKILL)
            build.wait()
    assert run(edited, "fasti.cli", "build").code == 0


def test_a_build_counts_as_running_while_its_mkdocs_lives(edited: Path) -> None:
    build = started(edited)
    try:
        until_held(edited, build)
        mkdocs = child_of(build)
        os.kill(mkdocs, signal.SIGSTOP)
        build.kill()
        build.wait()
        assert run(edited, "fasti.cli", "build").code == 2
    finally:
        os.killpg(build.pid, signal.SIGKILL)
    assert [run(edited, "fasti.cli", "build").code, (edited / "site/index.html").is_file()] == [0, True]


def child_of(build: subprocess.Popen[bytes]) -> int:
    """The process that a build has started, as soon as it has."""
    while build.poll() is None:
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(build.pid)], capture_output=True, text=True, check=False
        )
        if listed.stdout.split():
            return int(listed.stdout.split()[0])
        time.sleep(0.01)
    raise AssertionError("the build ended before it started MkDocs")


def test_a_disk_that_is_full_is_said_in_one_line_and_the_site_stays(edited: Path) -> None:
    before = published(edited / "site")
    # No file may grow beyond 64 KiB: the system refuses as it does on a full disk.
    done = subprocess.run(
        [sys.executable, "-m", "fasti.cli", "build"],
        cwd=edited,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"error: cannot write the site: File too large\n{STAYS}")
    assert "Traceback" not in done.stderr
    assert published(edited / "site") == before
    assert run(edited, "fasti.cli", "build").code == 0


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path, edited: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    for output in (tmp_path / "file", tmp_path / "file/site"):
        done = run(edited, "fasti.cli", "build", "--output", str(output))
        assert (done.code, done.out) == (2, "")
        assert done.err.splitlines()[-1] == f"Error: {tmp_path / 'file'} is no folder; move it away first"
    shutil.rmtree(edited / ".cache")
    (edited / ".cache").write_text("in the way", "utf-8")
    done = run(edited, "fasti.cli", "build")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: cannot write the site: Not a directory: {edited / '.cache/fasti'}\n"


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder on another file system than the project, where the machine has one."""
    place = Path("/dev/shm" if os.path.isdir("/dev/shm") else "/tmp") / f"fasti-test-{os.getpid()}"
    place.mkdir()
    yield place
    shutil.rmtree(place)


def test_the_site_can_lie_anywhere_and_is_the_same(tmp_path: Path, edited: Path, elsewhere: Path) -> None:
    outputs = ["public", str(tmp_path / "deep/er/public"), str(elsewhere / "public")]
    for output in (*outputs, outputs[-1]):
        done = run(edited, "fasti.cli", "build", "--output", output)
        assert (done.code, done.out.splitlines()[-1]) == (0, f"site     {output}/index.html")
    assert done.out.splitlines()[1].startswith("files    0 written, ")
    one, *others = [published(edited / output) for output in outputs]
    assert others == [one, one]
    assert [path.name for path in elsewhere.iterdir()] == ["public"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "deep"]
    assert [path.name for path in (tmp_path / "deep/er").iterdir()] == ["public"]
    assert sorted(path.name for path in edited.iterdir()) == [
        ".cache",
        ".git",
        "content",
        "mkdocs.yml",
        "public",
        "site",
    ]
