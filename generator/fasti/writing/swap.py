"""Puts a finished site in the place of the published one in one step, and keeps a spare folder to build the next in.

Input: two folders on one file system; output: the same two, exchanged. Invariant: at every moment the published place
holds a whole site, and a file that did not change keeps its inode and its times: both folders share it as a hard link.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are relative to the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE, Linux 3.15


def spare_for(live: Path, cache: Path) -> Path:
    """Where to build the site that shall lie at `live`: in `cache` if that is on the same file system, else beside it.

    What lies in `cache` is kept from one build to the next, what lies beside a site is removed after each.
    """
    there = next(folder for folder in live.parents if folder.exists())
    near = os.stat(there).st_dev == os.stat(cache).st_dev
    return cache / "spare" if near else live.with_name(f".{live.name}.spare")


def mirror(live: Path, spare: Path) -> None:
    """Make `spare` hold exactly the files of `live`, shared as hard links, so that the next build starts from them.

    Whatever else lies in `spare` goes. Nobody may then open a file of `spare` for writing in place: unlink it first.
    """
    spare.mkdir(parents=True, exist_ok=True)
    if live.is_dir():
        _mirror(live, spare)
    else:
        _empty(spare)


def swap_in(spare: Path, live: Path) -> None:
    """Publish `spare` at `live`; the site published until now lies in `spare` afterwards.

    Files that are byte for byte as published are first replaced by links to the published ones.
    """
    if not live.exists():
        live.parent.mkdir(parents=True, exist_ok=True)
        os.rename(spare, live)
        return
    _share_unchanged(spare, live)
    if _exchange(spare, live):
        return
    # Two renames: for one moment nothing is published, which is all that other systems allow.
    aside = spare.with_name(spare.name + ".old")
    if aside.exists():
        shutil.rmtree(aside)
    os.rename(live, aside)
    try:
        os.rename(spare, live)
    except OSError:
        os.rename(aside, live)
        raise
    os.rename(aside, spare)


def _mirror(live: Path, spare: Path) -> None:
    wanted = {entry.name: entry for entry in os.scandir(live)}
    for entry in list(os.scandir(spare)):
        source = wanted.get(entry.name)
        if source is None or _is_folder(source) != _is_folder(entry) or entry.is_symlink():
            _remove(entry)
        elif not _is_folder(entry):
            if entry.inode() == source.inode():
                del wanted[entry.name]
            else:
                os.unlink(entry.path)
    for name, source in wanted.items():
        place = spare / name
        if _is_folder(source):
            place.mkdir(exist_ok=True)
            _mirror(Path(source.path), place)
        else:
            os.link(source.path, place, follow_symlinks=False)


def _share_unchanged(spare: Path, live: Path) -> None:
    published = {entry.name: entry for entry in os.scandir(live)}
    for entry in list(os.scandir(spare)):
        other = published.get(entry.name)
        if other is None or other.is_symlink() or entry.is_symlink():
            continue
        if _is_folder(entry):
            if _is_folder(other):
                _share_unchanged(Path(entry.path), Path(other.path))
        elif not _is_folder(other) and entry.inode() != other.inode() and _same(entry, other):
            linked = entry.path + "~fasti"
            os.link(other.path, linked)
            os.replace(linked, entry.path)


def _same(one: os.DirEntry[str], other: os.DirEntry[str]) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    return Path(one.path).read_bytes() == Path(other.path).read_bytes()


def _exchange(one: Path, other: Path) -> bool:
    """Whether the system could exchange the two names in one step."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(one))


def _empty(folder: Path) -> None:
    for entry in list(os.scandir(folder)):
        _remove(entry)


def _remove(entry: os.DirEntry[str]) -> None:
    if _is_folder(entry):
        shutil.rmtree(entry.path)
    else:
        os.unlink(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
