"""Keeps what was read of each record until its file changes, for who follows a contributor's edits.

Input: settings. Output: what changed since the last look with the faults of those files alone, and entries for `read`.
Invariant: a file is read again if its size, its time or its being a plain file is another; nothing else is trusted.
"""

from __future__ import annotations

from collections.abc import Callable

from fasti.diagnostics import Diagnostic, Report
from fasti.reading.entry import Entry
from fasti.reading.tree import Found, Tree
from fasti.settings import Settings

ReadOne = Callable[[Found, str, str, Tree, Settings, Report], Entry | None]


class Kept:
    """The records of a project as they were read last."""

    def __init__(self, settings: Settings, folders: dict[str, str], read_one: ReadOne) -> None:
        self.settings, self._read_one = settings, read_one
        self._kinds = {f"{settings.in_content(folder)}/": (folder, kind) for folder, kind in folders.items()}
        self._tree = Tree(settings.project)
        self._held: dict[Found, tuple[Entry | None, tuple[Diagnostic, ...]]] = {}
        self._others: frozenset[Found] = frozenset()

    def look(self) -> tuple[dict[str, tuple[Diagnostic, ...]], bool]:
        """What changed since the last look: the faults of each record by its path, none for one that is gone; and
        whether any other file of the content did."""
        held: dict[Found, tuple[Entry | None, tuple[Diagnostic, ...]]] = {}
        others: set[Found] = set()
        changed: dict[str, tuple[Diagnostic, ...]] = {}
        folders = {self.settings.content, self.settings.docs_dir}
        for top in folders:
            if any(top.startswith(f"{other}/") for other in folders):
                continue
            for found in self._tree.walk(top):
                folder = next((start for start in self._kinds if found.path.startswith(start)), None)
                if folder is None:
                    others.add(found)
                elif found in self._held:
                    held[found] = self._held[found]
                else:
                    held[found] = self._read(found, *self._kinds[folder])
                    changed[found.path] = held[found][1]
        now = {found.path for found in held}
        changed |= {found.path: () for found in self._held if found.path not in now}
        other = frozenset(others) != self._others
        self._held, self._others = held, frozenset(others)
        return changed, other

    def entry(self, found: Found, folder: str, kind: str, report: Report) -> Entry | None:
        """The entry of a file, its faults reported; read now only if it is not as it was at the last look."""
        if found not in self._held:
            self._held[found] = self._read(found, folder, kind)
        entry, faults = self._held[found]
        report.extend(faults)
        return entry

    def _read(self, found: Found, folder: str, kind: str) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
        report = Report()
        entry = self._read_one(found, folder, kind, self._tree, self.settings, report)
        return entry, report.diagnostics
