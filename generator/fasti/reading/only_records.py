"""Holds a change to records: whatever else it touches belongs to the maintainers, and is a fault.

Input: what changed since a base. Output: diagnostics, outside of the report that `accepted.yml` can settle. Invariant:
a path is a record's only if it lies in a folder of records or pictures, is a plain file there, and cannot hide.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePosixPath

from fasti.diagnostics import Diagnostic
from fasti.diagnostics.catalogue import NOT_ONLY_RECORDS
from fasti.reading.reader import FOLDERS
from fasti.reading.since import FILE, LINK, MODULE, PROGRAM, Since, Touch
from fasti.reading.tree import hidden
from fasti.settings import Settings

LEAVE = "leave it out of this change, and ask a maintainer for it"


def beyond_records(since: Since, settings: Settings) -> Iterator[Diagnostic]:
    """A fault for every path that a change to records alone may not touch. Raises GitFault."""
    prefix = since.repository.prefix
    folders = [PurePosixPath(prefix, settings.in_content(name)) for name in (*FOLDERS, "media")]
    told: set[str] = set()
    for touch in since.touched():
        if (found := fault_of(touch, folders)) and touch.path not in told:
            told.add(touch.path)
            path = os.path.relpath(touch.path, prefix or ".").replace(os.sep, "/")
            yield Diagnostic(NOT_ONLY_RECORDS, path, None, *found)


def fault_of(touch: Touch, folders: list[PurePosixPath]) -> tuple[str, str] | None:
    """Why a change to records may not touch this path, and what to do; or None."""
    path = PurePosixPath(touch.path)
    folder = next((folder for folder in folders if folder in path.parents), None)
    if folder is None:
        verb = "added" if not touch.before else "taken away" if not touch.now else "changed"
        return f"this file was {verb}, and it is no record", LEAVE
    if any(hidden(part) for part in path.relative_to(folder).parts):
        return "this file lies among the records where the check does not look", LEAVE
    if touch.now == LINK:
        return "a link stands here, not a file", "put the file itself here"
    if touch.now == MODULE:
        return "another repository stands here, not a file", "put the files themselves here"
    if touch.now == PROGRAM:
        return "this file was made a program that can be run", f"take that right away: `chmod -x {path.name}`"
    return None if touch.now in ("", FILE) else ("this is no plain file", LEAVE)
