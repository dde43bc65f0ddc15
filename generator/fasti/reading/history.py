"""What was added to the records and corrected in them, and when, from the commits of their repository in one pass.

Input: settings and a reading; Git. Output: `History`. A record is known by its kind and id: moved into another folder
or written in the other form it goes on, and so it does under a new id if it names the old one (`formerly`) or says the
same to the letter. Nothing is guessed from likeness, since records of one kind are alike.
Invariant: only records that have a page are told of, and what is not yet committed has no day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from fasti.diagnostics import Report
from fasti.reading.changed import Field, changed
from fasti.reading.entry import Entry
from fasti.reading.git import Commit, GitFault, Repository, Touched, repository
from fasti.reading.reader import ENDINGS, FOLDERS, YEAR_FOLDER, Reading, parse_entry
from fasti.reading.text import decode
from fasti.reading.tree import LARGEST, Tree, blob_id
from fasti.settings import Settings

Key = tuple[str, str]
What = Literal["added", "again", "corrected", "withdrawn", "restored"]
LeftOut = Literal["", "git", "repository", "foreign", "shallow", "commits", "broken", "not-asked"]
MOST_COMPARED = 1_000
"""So many of the latest corrections are told field by field; older ones only that they were."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a record that a reader can see. `fields` is None where the two versions were not compared."""

    kind: str
    id: str
    what: What
    commit: Commit
    fields: tuple[Field, ...] | None = None


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """The changes of one record, newest first; `version` and `path`: the commit that brought what the record says now.

    `version` is None while what it says is not committed.
    """

    changes: tuple[Change, ...] = ()
    version: Commit | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What became of all records. `left_out` says why nothing is known, empty where it is.

    `changes` are those of all records, the latest first; `pending` the records whose files are not committed so.
    """

    left_out: LeftOut = ""
    records: Mapping[Key, RecordHistory] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    pending: tuple[Key, ...] = ()

    def of(self, kind: str, record_id: str) -> RecordHistory:
        """What became of one record; an empty history if nothing is known."""
        return self.records.get((kind, record_id), NOTHING)


NOTHING = RecordHistory()
NOT_ASKED = History("not-asked")
REASONS: Mapping[str, LeftOut] = {"git": "git", "repository": "repository", "foreign": "foreign"}
WHY: Mapping[LeftOut, str] = {
    "git": "Git is not installed",
    "repository": "the project is in no Git repository",
    "foreign": "Git does not trust the repository (see safe.directory in its documentation)",
    "shallow": "needs a full clone (`git fetch --unshallow`)",
    "commits": "nothing is committed yet",
    "broken": "Git cannot read the repository",
}
"""What a build says of a history that it leaves out."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One change of one record's file on the main line, whose newest commit is number 0: paths and blobs around it."""

    at: int
    commit: Commit
    was: str
    path: str
    old: str | None
    new: str | None


def read_history(settings: Settings, reading: Reading) -> History:
    """The history of the records of a reading; where Git cannot tell it is left out, and says why."""
    try:
        found = repository(settings.project)
        if found.shallow:
            return History("shallow")
        return History("commits") if found.empty else _history(found, settings, reading)
    except GitFault as fault:
        return History(REASONS.get(fault.reason, "broken"))


def _history(found: Repository, settings: Settings, reading: Reading) -> History:
    public = {(entry.kind, entry.id): entry for entry in reading.entries if entry.record.status != "draft"}
    steps = _steps(found.log(), f"{found.prefix}{settings.content}/", public)
    versions = _Versions(found, settings, public, steps)
    records: dict[Key, RecordHistory] = {}
    told: list[tuple[int, Change]] = []
    pending: list[Key] = []
    for key, entry in public.items():
        own = steps.get(key, [])
        changes = list(_changes(key, own, versions))
        told += changes
        newest = next((step for step in own if step.old != step.new), None)
        if newest is None or newest.new != _blob(entry, newest.new, settings):
            pending.append(key)
            newest = None
        of_record = tuple(change for _, change in reversed(changes))
        records[key] = RecordHistory(of_record, newest.commit if newest else None, newest.path if newest else "")
    told.sort(key=lambda one: (-one[1].commit.time, one[0], one[1].kind, one[1].id))
    return History("", records, tuple(change for _, change in told), tuple(pending))


def _steps(
    log: Iterable[tuple[Commit, tuple[Touched, ...]]], folder: str, public: Mapping[Key, Entry]
) -> dict[Key, list[_Step]]:
    """What became of the file of each record, newest first, under whatever ids it had."""
    now = {(key[0], former): key for key, entry in public.items() for former in entry.record.formerly}
    found: dict[Key, list[_Step]] = {}
    for at, (commit, touched) in enumerate(log):
        before: dict[Key, list[tuple[str, str]]] = {}
        after: dict[Key, list[tuple[str, str]]] = {}
        for one in touched:
            if key := _key(one.path, folder):
                if one.old:
                    before.setdefault(key, []).append((one.path, one.old))
                if one.new:
                    after.setdefault(key, []).append((one.path, one.new))
        for gone, key in _renamed(before, after):
            target = now.get(key, key)
            now[gone] = target  # from here back, this id was that record
        came = {now.get(key, key): min(files) for key, files in after.items()}
        went = {now.get(key, key): min(files) for key, files in before.items()}
        for key in came.keys() | went.keys():
            if key in public:
                was, old = went.get(key, ("", None))
                path, new = came.get(key, ("", None))
                found.setdefault(key, []).append(_Step(at, commit, was, path, old, new))
    return found


def _renamed(
    before: Mapping[Key, list[tuple[str, str]]], after: Mapping[Key, list[tuple[str, str]]]
) -> Iterator[tuple[Key, Key]]:
    """The ids that went and those that came with the same kind and the same content to the letter, one for one."""
    gone: dict[tuple[str, str], list[Key]] = {}
    come: dict[tuple[str, str], list[Key]] = {}
    for here, there, files in ((before, after, gone), (after, before, come)):
        for key in here.keys() - there.keys():
            files.setdefault((key[0], min(here[key])[1]), []).append(key)
    for content, (key, *others) in come.items():
        if not others and len(gone.get(content, ())) == 1:
            yield gone[content][0], key


def _key(path: str, folder: str) -> Key | None:
    """The kind and id of the record that a path of the repository can hold."""
    if not path.startswith(folder):
        return None
    top, *inner, name = path[len(folder) :].split("/") if "/" in path[len(folder) :] else ("", "")
    stem, dot, ending = name.rpartition(".")
    if top not in FOLDERS or dot + ending not in ENDINGS or len(inner) > 1:
        return None
    return None if inner and not YEAR_FOLDER.match(inner[0]) else (FOLDERS[top], stem)


def _changes(key: Key, own: list[_Step], versions: _Versions) -> Iterator[tuple[int, Change]]:
    """What a reader could see of a record's steps, oldest first; drafts, moves and mere layout are none of it."""
    kind, record_id = key
    here = ever = False
    for step in reversed(own):
        if step.new is None:
            here = False
        if step.new is None or step.new == step.old:
            continue
        status = versions.status(kind, step.new)
        if status == "draft":
            here = False
            continue
        what: What = "again" if ever else "added"
        fields: tuple[Field, ...] | None = None
        if here and step.old:
            earlier = versions.status(kind, step.old)
            fields = versions.fields(kind, step)
            what = "corrected"
            if earlier != status and "withdrawn" in (earlier, status):
                what = "withdrawn" if status == "withdrawn" else "restored"
        here = ever = True
        if fields != ():
            yield step.at, Change(kind, record_id, what, step.commit, fields)


class _Versions:
    """The versions of records around the latest changes, each read once; of older ones nothing is known."""

    def __init__(
        self, found: Repository, settings: Settings, public: Mapping[Key, Entry], steps: Mapping[Key, list[_Step]]
    ) -> None:
        self._settings = settings
        self._known: dict[tuple[str, str], Entry | None] = {(e.kind, e.blob): e for e in public.values()}
        edits = [(step.at, kind, step) for (kind, _), own in steps.items() for step in own if step.old and step.new]
        edits = [edit for edit in edits if edit[2].old != edit[2].new]
        edits.sort(key=lambda edit: (edit[0], edit[2].path))
        self._paths: dict[tuple[str, str], str] = {}
        for _, kind, step in edits[:MOST_COMPARED]:
            for blob, path in ((step.old, step.was), (step.new, step.path)):
                if blob and (kind, blob) not in self._known:
                    self._paths.setdefault((kind, blob), path)
        self._data = found.blobs(blob for _, blob in self._paths)

    def status(self, kind: str, blob: str) -> str:
        """Whether a version was published, a draft or withdrawn; what is not known was published."""
        entry = self._entry(kind, blob)
        return entry.record.status if entry else "published"

    def fields(self, kind: str, step: _Step) -> tuple[Field, ...] | None:
        """What differs between the two versions of a step, None where one of them is not known."""
        assert step.old and step.new
        old, new = self._entry(kind, step.old), self._entry(kind, step.new)
        return changed(old, new) if old and new else None

    def _entry(self, kind: str, blob: str) -> Entry | None:
        if (kind, blob) not in self._known:
            self._known[kind, blob] = self._read(kind, blob)
        return self._known[kind, blob]

    def _read(self, kind: str, blob: str) -> Entry | None:
        data = self._data.get(blob)
        if data is None or len(data) > LARGEST:
            return None
        text, fault = decode(data)
        return None if fault else parse_entry(text, self._paths[kind, blob], kind, self._settings, Report())


def _blob(entry: Entry, like: str | None, settings: Settings) -> str:
    """The id of what a record's file says now, by the algorithm of the repository."""
    if like is None or len(like) == len(entry.blob):
        return entry.blob
    return blob_id(Tree(settings.project).read(entry.path), "sha256")
