"""What a person who waits is told: a bar on a terminal, plain lines elsewhere, nothing to programs."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys

import pytest

from tests.kit.builders import a_source, an_event
from tests.kit.corpus import a_corpus

FILES = {
    "events/a.yml": an_event(when="2017-05-01", sources="paper p1"),
    "sources/paper.yml": a_source(no_archive="printed"),
}
TOLD = "reading the records …\nchecking …\n"
WAIT = """\
import time
from fasti.cli import _progress
_progress.PATIENCE = 0
with _progress.Waiting(("read", "check")) as waiting:
    waiting("read")
    waiting._timer.join()
    waiting("no step of ours")
    time.sleep(0.3)
    waiting("check")
    time.sleep(0.3)
"""
AT_ONCE = """\
import sys
from fasti.cli import _progress, main
_progress.PATIENCE = 0
begun = _progress.Waiting.__enter__
def enter(self):
    begun(self)
    self._timer.join()
    return self
_progress.Waiting.__enter__ = enter
sys.argv[0] = "fasti"
main()
"""


def on_a_terminal(code: str, **environment: str) -> str:
    """What a program writes to a terminal that is its standard error."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-c", code], stderr=theirs, stdout=subprocess.DEVNULL, env=os.environ | environment
    )
    os.close(theirs)
    told = b""
    try:
        while part := os.read(ours, 4096):
            told += part
    except OSError:
        pass  # how a terminal of Linux says that nobody is left
    os.close(ours)
    assert child.wait() == 0
    return told.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_a_bar_that_goes_when_it_has_ended():
    told = on_a_terminal(WAIT, TERM="xterm", NO_COLOR="")
    assert "reading the records …" in told and "checking …" in told and "━" in told
    assert told.endswith("\x1b[?25h\r\x1b[1A\x1b[2K")  # the cursor is back, the line is gone


def test_without_colour_the_bar_has_none():
    coloured = r"\x1b\[[0-9;]*3[0-9][0-9;]*m"
    assert re.search(coloured, on_a_terminal(WAIT, TERM="xterm", NO_COLOR=""))
    told = on_a_terminal(WAIT, TERM="xterm", NO_COLOR="1")
    assert "checking …" in told and not re.search(coloured, told)


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_cannot_draw_gets_lines(term: str):
    assert on_a_terminal(WAIT, TERM=term) == TOLD


def test_a_log_gets_lines():
    assert subprocess.run([sys.executable, "-c", WAIT], capture_output=True, text=True).stderr == TOLD


def run(*arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-c", AT_ONCE, *arguments, "--project", str(a_corpus(FILES))]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


CHECKED = (
    "reading the records …\nbringing the records together …\nputting the events in order …\n"
    "working out who held what …\nchecking …\n"
)


def test_a_check_tells_its_steps_beside_what_it_found_and_nothing_to_programs():
    assert run("check") == (0, "no faults\n", CHECKED)
    assert run("check", "--format", "json") == (0, "", "")
    code, _, told = run("check", "--format", "sarif")
    assert (code, told) == (0, "")


def test_a_build_tells_the_steps_of_the_process_that_it_runs():
    code, out, told = run("build")
    assert code == 0 and out.startswith("records  1 event,"), told
    assert [line for line in told.splitlines() if line.endswith(" …")] == [
        "reading the records …",
        "asking Git what was changed …",
        *CHECKED.splitlines()[1:],
        "making the downloads …",
        "making the pages …",
        "drawing the charts …",
        "dressing the pages …",
        "making the search index …",
        "writing what changed …",
    ]
