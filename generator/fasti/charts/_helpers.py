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

from fasti.charts._prerender import digest_of, is_kept, prerender

if TYPE_CHECKING:
    from fasti.charts._base import ChartKind

_WORTH_IT = 100  # charts: a helper needs two seconds to start, in which ours draws about so many
_HELPER = "from fasti.charts._helpers import help_out; help_out()"


def draw_ahead(charts: Iterable[tuple[ChartKind, Any]], cache: Path, workers: int) -> None:
    """Draw the charts that `cache` lacks, with as many processes as `workers` says; leave them be if they are few."""
    missing = {digest: chart for chart in charts if not is_kept(cache, digest := digest_of(*chart))}
    if workers < 2 or len(missing) < _WORTH_IT:
        return
    todo = list(missing.values())
    # The library keeps threads of its own, so a process that has drawn must not fork: helpers start afresh.
    helpers = [_helper(todo[number::workers], cache) for number in range(1, workers)]
    try:
        for kind, rows in todo[::workers]:
            prerender(kind, rows, cache)
    finally:
        for helper in helpers:
            helper.wait()


def _helper(share: list[tuple[ChartKind, Any]], cache: Path) -> subprocess.Popen[bytes]:
    path = os.pathsep.join(part for part in sys.path if part)
    helper = subprocess.Popen(
        [sys.executable, "-P", "-c", _HELPER, str(cache)], stdin=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
    )
    assert helper.stdin
    with suppress(BrokenPipeError), helper.stdin as todo:
        pickle.dump([(kind.name, rows) for kind, rows in share], todo)
    return helper


def help_out() -> None:
    """What a helper does: draw what comes in on standard input into the folder named by its argument."""
    from fasti.charts._base import kinds

    cache = Path(sys.argv[1])
    for name, rows in pickle.load(sys.stdin.buffer):
        prerender(kinds()[name], rows, cache)
