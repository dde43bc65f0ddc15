"""Keeps our folders out of MkDocs' way: it empties the published folder before it builds, but leaves dot entries alone.

`shelter` runs before that, `unshelter` after MkDocs has written its own; both only rename, so that ten thousand pages
cost nothing. Invariant: after both, the folder holds what MkDocs wrote and, beside it, what the manifest lists.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from fasti.writing.manifest import FOLDER, forget, load

_SHELTER = "shelter"


def shelter(site: Path) -> None:
    """Move what we wrote last time into `.fasti/`, without the platform's own files among it."""
    place = site / FOLDER / _SHELTER
    if place.is_symlink() or place.exists():
        # A build was interrupted while our files lay here. Nobody knows which are whole: write all anew.
        _discard(place)
        forget(site)
    known = load(site)
    if not known.files:
        return
    for path in known.carried:
        (site / path).unlink(missing_ok=True)
    place.mkdir()
    for top in known.tops:
        source = site / top
        if source.exists() and not source.is_symlink():
            os.rename(source, place / top)


def unshelter(site: Path) -> None:
    """Move our files back among what the platform has written meanwhile; where both have one, the platform's stays."""
    place = site / FOLDER / _SHELTER
    if not place.is_dir() or place.is_symlink():
        return
    _merge(place, site)
    place.rmdir()


def _merge(source: Path, target: Path) -> None:
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        other = target / entry.name
        if not os.path.lexists(other):
            os.rename(entry.path, other)
        elif entry.is_dir(follow_symlinks=False) and other.is_dir() and not other.is_symlink():
            _merge(Path(entry.path), other)
            os.rmdir(entry.path)
        elif entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)


def _discard(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink()
