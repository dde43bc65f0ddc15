"""HOT. The one place where files are written: inside the published folder, only what changed, whole or not at all.

Input: paths and texts from `pages.py` and its neighbours; output: the published folder and its manifest.
Invariant: nothing outside the folder is touched, no file is ever opened in place (it may be a hard link that the live
site shares), and files that are not in the manifest are never removed.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from fasti.writing.faults import WritingFault
from fasti.writing.manifest import FOLDER, Manifest, load, save

_NEW = "~fasti"
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}


class Output:
    """One round of writing into `site`. `key` is what all files rest on: another key means to write all anew."""

    def __init__(self, site: Path, key: str, carried: Iterable[str] = ()) -> None:
        self.site = site
        site.mkdir(parents=True, exist_ok=True)
        before = load(site)
        self._before = before.files
        self._trusted = before.files if before.key == key else {}
        self._now = Manifest(key=key)
        self._carried = frozenset(carried)
        self._folded: dict[str, str] = {}
        self._folders: set[str] = set()
        self._checked: set[str] = {""}
        self.written = self.kept = self.removed = 0
        for path in sorted(self._carried):
            self._claim(path)

    def put(self, path: str, fingerprint: str, make: Callable[[], bytes]) -> None:
        """The file at `path`, made only if its fingerprint is new or the file is gone or cut short."""
        self._claim(path)
        known = self._trusted.get(path)
        place = os.path.join(self.site, path)
        if known is not None and known[0] == fingerprint and _size(place) == known[1]:
            self._now.files[path] = known
            self.kept += 1
            return
        content = make()
        self._now.files[path] = (fingerprint, len(content))
        if _size(place) == len(content) and _same(place, content):
            self.kept += 1
            return
        self._write(path, content)
        self.written += 1

    def finish(self) -> None:
        """Remove what we wrote last time and not this time, and keep the manifest."""
        for path in sorted(self._before.keys() - self._now.files.keys()):
            if path not in self._carried and self._remove(path):
                self.removed += 1
        tops = set(self._now.tops)
        self._now.carried = frozenset(path for path in self._carried if path.partition("/")[0] in tops)
        save(self.site, self._now)

    def _claim(self, path: str) -> None:
        """Refuse a path that leaves the folder, or that a file system without case or forms would mix with another."""
        parts = path.split("/")
        if parts[0] == FOLDER or any(_improper(part) for part in parts):
            raise WritingFault(f"`{path}` is no proper path for a published file")
        folded = unicodedata.normalize("NFC", path).casefold()
        for end in range(1, len(parts)):
            # A folder is kept with a stroke, so that a file and a folder of one name are told apart.
            folder = "/".join(parts[:end])
            if folder in self._folders:
                continue
            self._folders.add(folder)
            name = unicodedata.normalize("NFC", folder).casefold()
            if self._folded.setdefault(name + "/", folder) != folder or name in self._folded:
                raise self._collision(path, self._folded.get(name) or self._folded[name + "/"] + "/")
        if folded in self._folded or folded + "/" in self._folded:
            raise self._collision(path, self._folded.get(folded) or self._folded[folded + "/"] + "/")
        self._folded[folded] = path

    @staticmethod
    def _collision(path: str, other: str) -> WritingFault:
        if path == other:
            return WritingFault(f"two things want to be published as `{path}`: rename one")
        return WritingFault(f"`{path}` and `{other}` would be one and the same file on some computers: rename one")

    def _write(self, path: str, content: bytes) -> None:
        folder, _, name = path.rpartition("/")
        self._folder(folder)
        place = os.path.join(self.site, folder, name)
        spare = place + _NEW
        try:
            handle = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:  # left by an interrupted run
            os.unlink(spare)
            handle = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(spare, place)

    def _folder(self, folder: str) -> None:
        """Make `folder`, each part checked to be a real folder, so that no link leads out of the site."""
        if folder in self._checked:
            return
        self._folder(folder.rpartition("/")[0])
        place = os.path.join(self.site, folder)
        try:
            os.mkdir(place)
        except FileExistsError:
            if not stat.S_ISDIR(os.lstat(place).st_mode):
                raise WritingFault(
                    f"`{folder}` in the published folder is no folder: remove it and build again"
                ) from None
        self._checked.add(folder)

    def _remove(self, path: str) -> bool:
        folder = path.rpartition("/")[0]
        part = ""
        for name in folder.split("/") if folder else ():
            part = f"{part}/{name}" if part else name
            if os.path.islink(os.path.join(self.site, part)):
                return False
        try:
            os.unlink(os.path.join(self.site, path))
        except OSError:
            return False
        while folder:
            try:
                os.rmdir(os.path.join(self.site, folder))
            except OSError:
                break
            folder = folder.rpartition("/")[0]
        return True


def _improper(part: str) -> bool:
    return (
        part in ("", ".", "..")
        or "\\" in part
        or ":" in part
        or not part.isprintable()
        or part[-1] in ". "
        or len(part.encode("utf-8", "surrogatepass")) > 240
        or part.partition(".")[0].casefold() in _DEVICES
    )


def _size(place: str) -> int:
    """The size of a plain file, -1 for anything else."""
    try:
        found = os.lstat(place)
    except OSError:
        return -1
    return found.st_size if stat.S_ISREG(found.st_mode) else -1


def _same(place: str, content: bytes) -> bool:
    with open(place, "rb") as file:
        return file.read() == content
