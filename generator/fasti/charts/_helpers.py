"""Many pictures at once: helpers, which are processes of their own, draw their share of them into the cache.

Input: what `draw` is about to draw; output: files of `_prerender.py` in the cache, and nothing else, so that a helper
that fails costs time and never a picture. Invariant: who draws a picture changes no byte of it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fasti.charts._prerender import digest_of, is_kept, prerender_all
from fasti.language import also_read, speaking, spoken

if TYPE_CHECKING:
    from fasti.charts._base import ChartKind

_WORTH_IT = 400  # charts: a helper needs two seconds to start, in which ours draws about so many
_HELPER = "from fasti.charts._helpers import help_out; help_out()"


def draw_ahead(charts: Iterable[tuple[ChartKind, Any]], cache: Path, workers: int) -> None:
    """Draw the charts that `cache` lacks; with as many processes as `workers` says, if they are many."""
    missing = {digest: chart for chart in charts if not is_kept(cache, digest := digest_of(*chart))}
    workers = workers if len(missing) >= _WORTH_IT else 1
    todo = list(missing.items())
    # The library keeps threads of its own, so a process that has drawn must not fork: helpers start afresh.
    helpers = [_helper(todo[number::workers], cache) for number in range(1, workers)]
    try:
        _draw(todo[::workers], cache)
    finally:
        for helper in helpers:
            helper.wait()


def _draw(todo: Iterable[tuple[str, tuple[ChartKind, Any]]], cache: Path) -> None:
    by_kind: dict[ChartKind, dict[str, Any]] = {}
    for digest, (kind, rows) in todo:
        by_kind.setdefault(kind, {})[digest] = rows
    for kind, found in by_kind.items():
        for _made in prerender_all(kind, found, cache):
            pass


def _helper(share: list[tuple[str, tuple[ChartKind, Any]]], cache: Path) -> subprocess.Popen[bytes]:
    path = os.pathsep.join(part for part in sys.path if part)
    helper = subprocess.Popen(
        [sys.executable, "-P", "-c", _HELPER, str(cache), spoken(), *also_read()],
        stdin=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert helper.stdin
    with suppress(BrokenPipeError), helper.stdin as todo:
        pickle.dump([(digest, kind.name, rows) for digest, (kind, rows) in share], todo)
    return helper


def help_out() -> None:
    """What a helper does: draw what comes in on standard input into the folder named by its argument."""
    from fasti.charts._base import kinds

    cache, languages = Path(sys.argv[1]), sys.argv[2:]
    with speaking(*languages):
        _draw(((digest, (kinds()[name], rows)) for digest, name, rows in pickle.load(sys.stdin.buffer)), cache)
