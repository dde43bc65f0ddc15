"""Tells who waits what is being done: a bar on a terminal, plain lines elsewhere, nothing in the first two seconds.

Input: the names of steps, from a `Clock` of this process or of a subprocess, through a pipe. Output: standard error
alone. Invariant: what is told on standard output is never touched, and a terminal is left as it was found.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fasti.pipeline import DOING, PATIENCE, PROGRESS

if TYPE_CHECKING:
    from rich.progress import Progress


class Waiting:
    """What a run is doing. Call it with the name of each step as it begins."""

    def __init__(self, steps: tuple[str, ...]) -> None:
        self._steps, self._now, self._shown = steps, "", ""
        self._bar: Progress | None = None
        self._impatient = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(PATIENCE, self._begin)
        self._timer.daemon = True

    def __call__(self, step: str) -> None:
        """A step begins."""
        with self._lock:
            if step in self._steps and step in DOING:
                self._now = step
                if self._impatient:
                    self._show()

    def __enter__(self) -> Waiting:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._steps = ()
            if self._bar:
                self._bar.stop()

    def _begin(self) -> None:
        with self._lock:
            if not self._steps:
                return  # it ended just now
            self._impatient = True
            if can_draw():
                self._bar = a_bar(len(self._steps))
            if self._now:
                self._show()

    def _show(self) -> None:
        if self._now == self._shown:
            return
        self._shown = self._now
        if self._bar:
            done = self._steps.index(self._now)
            self._bar.update(self._bar.task_ids[0], completed=done, description=DOING[self._now])
        else:
            sys.stderr.write(f"{DOING[self._now]} …\n")
            sys.stderr.flush()


def can_draw() -> bool:
    """Whether standard error is a terminal that can draw a line anew."""
    return sys.stderr.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", "unknown")


def a_bar(total: int) -> Progress:
    """A bar of so many steps, on standard error, that goes when it has ended; without colour if `NO_COLOR` says so."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        BarColumn(30), TextColumn("{task.description} …", markup=False), TimeElapsedColumn(),
        console=Console(file=sys.stderr), transient=True,
    )  # fmt: skip
    bar.add_task("", total=total)
    bar.start()
    return bar


@contextmanager
def from_subprocess(tell: Callable[[str], None]) -> Iterator[tuple[int, dict[str, str]]]:
    """A pipe for a subprocess to tell its steps by: the end to hand on, and the environment that names it."""
    ours, theirs = os.pipe()

    def relay() -> None:
        with open(ours, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                tell(line.strip())

    reader = threading.Thread(target=relay, daemon=True)
    reader.start()
    try:
        yield theirs, {PROGRESS: str(theirs)}
    finally:
        os.close(theirs)
        reader.join(timeout=1)
