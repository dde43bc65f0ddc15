"""Writes what authors are given: whole files, put in their place in one step.

Input: a path below the project and its bytes. Output: the file. Invariant: a reader of the file sees the old text or
the new one; a link is never followed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Put a file in its place, with the rights of the one that it replaces. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        raise OSError(f"{path.name} is a link, not a file")
    spare = path.with_name(f".{path.name}.{os.getpid()}~")  # reading passes such names over
    try:
        with os.fdopen(os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(data)
        if path.exists():
            os.chmod(spare, path.stat().st_mode & 0o7777)
        os.replace(spare, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(spare)
        raise
