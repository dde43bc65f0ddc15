"""One build of a project at a time: two would write into one spare folder.

Input: the project's cache folder; output: a lock file in it that `cli.py` holds and hands to the MkDocs it starts.
Invariant: the system drops the lock when its last holder ends, however it ends, so that none is ever left behind.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: nothing keeps two builds apart there
    fcntl = None  # type: ignore[assignment]


class Locked(Exception):
    """Another build holds the lock."""


@contextmanager
def lock(cache: Path) -> Iterator[int]:
    """Hold the lock of a project; gives the descriptor that a child must inherit to hold it too. Raises Locked."""
    cache.mkdir(parents=True, exist_ok=True)
    handle = os.open(cache / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Locked from None
        yield handle
    finally:
        os.close(handle)
