"""`fasti check --watch`, as a process of its own: what it tells after each edit, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from fasti.cli import cli
from tests.kit.builders import a_source, an_event
from tests.kit.corpus import SETTINGS, a_corpus

FILES = {
    "events/a.yml": an_event(when="2017-05-01", sources="paper p1"),
    "events/b.yml": an_event(when="2017-06-01", after="a", sources="paper p1"),
    "sources/paper.yml": a_source(no_archive="printed"),
}
EVENT = "content/events/a.yml"
DEADLINE = 40.0  # seconds until a test gives up; nothing is measured


class Watching:
    """A running watch: what it says until it rests, after each edit."""

    def __init__(self, project: Path, process: subprocess.Popen[str]) -> None:
        self.project, self.process = project, process

    def until(self, last: str) -> str:
        """Everything up to a line that begins so."""
        told = ""
        assert self.process.stdout
        for line in self.process.stdout:
            told += line
            if line.startswith(last):
                return told
        raise AssertionError(f"it ended with: {told}")

    def write(self, path: str, text: str | None) -> None:
        """Write a file as editors do: whole, under another name, then in its place. None takes it away."""
        file = self.project / path
        if text is None:
            file.unlink()
            return
        (file.parent / ".edit").write_text(text, encoding="utf-8")
        (file.parent / ".edit").replace(file)


@contextmanager
def watched(*arguments: str) -> Iterator[Watching]:
    project = a_corpus(FILES)
    process = subprocess.Popen(
        [sys.executable, "-m", "fasti.cli", "check", "--watch", *arguments, "--project", str(project)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    deadline = threading.Timer(DEADLINE, os.killpg, (process.pid, signal.SIGKILL))
    deadline.start()
    try:
        yield Watching(project, process)
    finally:
        deadline.cancel()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


def test_each_edit_is_answered_first_for_the_record_then_for_all_of_them():
    with watched() as watch:
        assert watch.until("no faults") == "reading the records; Ctrl-C ends it\nno faults\n"
        watch.write(EVENT, an_event(when="May", sources="paper p1"))
        told = watch.until("checking") + watch.until("1 error")
        parts = told.split("checking what the records say together …\n")
        assert parts[0].startswith(f"\n{EVENT} changed\nerror[FST204]: ") and parts[0].endswith("\n1 error in 1 file\n")
        assert parts[1].startswith("error[FST204]: ") and parts[1].endswith("\n1 error in 1 file\n")
        watch.write(EVENT, an_event(when="2017-07-01", sources="paper p1"))
        told = watch.until("1 error")
        assert told.startswith(f"\n{EVENT} changed\nchecking what the records say together …\nerror[FST402]: ")
        watch.write(EVENT, FILES["events/a.yml"])
        assert watch.until("no faults") == (f"\n{EVENT} changed\nchecking what the records say together …\nno faults\n")


def test_new_and_vanished_records_settings_and_pages_are_followed():
    with watched("--format", "concise") as watch:
        watch.until("no faults")
        watch.write(EVENT, None)
        assert watch.until("1 error") == (
            f"\n{EVENT} changed\nchecking what the records say together …\n"
            "content/events/b.yml:4:8: error FST301 no event is called `a` (use `b`)\n1 error in 1 file\n"
        )
        watch.write(EVENT, FILES["events/a.yml"])
        watch.until("no faults")
        watch.write("content/accepted.yml", "- {code: FST301, path: x}\n")
        assert watch.until("1 warning").startswith(
            "\nsomething other than a record changed\ncontent/accepted.yml:1:3: "
        )
        watch.write("mkdocs.yml", SETTINGS.replace("title: A small", "titel: A small"))
        told = watch.until("1 error")
        assert "mkdocs.yml:10:7: error FST114 fasti has no option `titel` (did you mean `title`?)\n" in told


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_and_leaves_no_process_behind(how: signal.Signals):
    with watched() as watch:
        watch.until("no faults")
        watch.write(EVENT, an_event(when="May"))
        watch.until("checking")
        os.killpg(watch.process.pid, how) if how is signal.SIGINT else watch.process.send_signal(how)
        watch.process.communicate()  # ends only when nobody holds the other end of the pipe
        assert watch.process.returncode == 0


@pytest.mark.parametrize("more", [["--content-only"], ["--format", "json"], ["--base", "main"]])
def test_what_programs_ask_for_is_not_watched(more: list[str]):
    done = CliRunner().invoke(cli, ["check", "--watch", *more, "--project", str(a_corpus(FILES))])
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (
        2,
        "Error: --watch is for people: without --content-only, --base, and formats for programs",
    )
