"""`fasti check --watch`: the faults told anew after each change, those of the changed records at once.

Input: a project. Output: text for a person. What a record says alone is checked within a fifth of a second, however
many there are; what records say together is worked out in a process of its own, which the next change begins anew.
Invariant: nothing is written, and no process stays behind.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from fasti.cli._common import read_settings
from fasti.diagnostics import Diagnostic, Report
from fasti.diagnostics.display import visible
from fasti.pipeline import check
from fasti.reading import Kept, keep
from fasti.settings import Settings

PAUSE = 0.1  # seconds between two looks
MOST_NAMED = 5
ENDING = (signal.SIGINT, signal.SIGTERM)
Tell = Callable[[list[Diagnostic], Settings], None]


def watch(project: Path, tell: Tell) -> None:
    """Follow the edits of a project until Ctrl-C. `tell` says what faults there are."""
    for one in ENDING:
        signal.signal(one, signal.default_int_handler)
    running: int | None = None
    stamp = -1
    say("reading the records; Ctrl-C ends it")
    try:
        while True:
            began = stamp == (stamp := time_of(project / "mkdocs.yml"))
            if not began:
                settings, faults = read_settings(project)
                kept = keep(settings)
            changed, other = kept.look()
            if changed or other or not began:
                signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)  # else a process could begin that nobody knows of
                end(running)
                if began and changed:
                    tell_at_once(changed, settings, tell)
                elif began:
                    say("\nsomething other than a record changed")
                running = aside(partial(tell_whole, tell, settings, faults, kept))
                signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        end(running)


def tell_whole(tell: Tell, settings: Settings, faults: Report, kept: Kept) -> None:
    """Every fault of the content, those of the settings among them."""
    tell(list(check(settings, Report(faults.diagnostics), kept=kept).diagnostics), settings)


def tell_at_once(changed: dict[str, tuple[Diagnostic, ...]], settings: Settings, tell: Tell) -> None:
    """What the changed records say wrongly by themselves, and that the rest is to come."""
    for path in sorted(changed)[:MOST_NAMED]:
        say(f"\n{visible(path)} changed")
    if len(changed) > MOST_NAMED:
        say(f"and {len(changed) - MOST_NAMED:,} more files")
    if found := [one for path in sorted(changed) for one in changed[path]]:
        tell(found, settings)
    say("checking what the records say together …")


def aside(act: Callable[[], None]) -> int:
    """Run something in a process of its own, which shares what was read until now; the number of the process."""
    gc.freeze()
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        for one in ENDING:  # it ends quietly, with the one that began it
            signal.signal(one, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        act()
        sys.stdout.flush()
        code = 0
    except Exception as fault:  # a mistake of ours must not end the watching
        say(f"fasti made a mistake: {type(fault).__name__}: {visible(str(fault))}; `fasti check` tells more")
    finally:
        os._exit(code)


def end(child: int | None) -> None:
    """End a process if it still runs."""
    if child is not None:
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)


def time_of(path: Path) -> int:
    """When a file was changed, in nanoseconds; 0 if it is not there just now."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def say(words: str) -> None:
    """A line for the person who watches, at once."""
    click.echo(words)
    sys.stdout.flush()
