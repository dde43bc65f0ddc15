"""The row of `make bench` for `fasti check --watch`: how soon a person is answered after one saved edit.

Input: a project and how many edits. Output: seconds from saving a file until its own faults are told, and until those of
all records together are. Measured on a whole process, from outside, as the person meets it; nothing is asserted.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

COUNTED = r"no faults|[\d,]+ (error|warning)"


def watch(project: Path, edits: int) -> tuple[float, float]:
    """The medians: answered for the record, answered for all."""
    target = project / "content/events/event-00001.md"
    before = target.read_text(encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "fasti.cli", "check", "--watch", "--format", "concise", "--project", str(project)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    at_once, together = [], []
    try:
        until(process, COUNTED)
        for number in range(edits):
            saved = time.perf_counter()
            target.write_text(f"{before}\nEdit {number}.\n", encoding="utf-8")
            until(process, "checking")
            at_once.append(time.perf_counter() - saved)
            until(process, COUNTED)
            together.append(time.perf_counter() - saved)
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()
        target.write_text(before, encoding="utf-8")
    return median(at_once), median(together)


def until(process: subprocess.Popen[str], form: str) -> None:
    """Read what the process says up to a line that begins in this form. Ends the bench if it never does."""
    assert process.stdout
    if not any(re.match(form, line) for line in process.stdout):
        sys.exit(f"fasti check --watch ended before it said `{form}`")
