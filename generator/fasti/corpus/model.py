"""The corpus: every record that could be read, found by kind and id, with what its names and sources mean together.

Made by `gather.py`; every floor above asks it. Invariant: records refer to each other by id only, and an answer is
either the record or None; whoever asks for one that is not there has been told so in the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fasti.corpus.authority import AuthorityFile
from fasti.corpus.bibliography import Bibliography
from fasti.corpus.gazetteer import Gazetteer
from fasti.reading import Entry
from fasti.records import Actor, Event, Place, Record, Series, Source, Vocabulary
from fasti.settings import Settings


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entries of a project, drafts and withdrawn records included, by kind (as in `KINDS`) and id.

    `broken` are kind and id of records that could not be read; `media` the names of the files in `content/media/`.
    `unsound` are the remains of records with faults: checks look at them, and nothing else does.
    `suggested` remembers what was said of ids that are not there.
    """

    settings: Settings
    vocabulary: Vocabulary
    entries: tuple[Entry, ...]
    unsound: tuple[Entry, ...]
    broken: frozenset[tuple[str, str]]
    media: frozenset[str]
    gazetteer: Gazetteer
    authority: AuthorityFile
    bibliography: Bibliography
    by_id: Mapping[tuple[str, str], Entry] = field(repr=False, compare=False)
    by_kind: Mapping[str, tuple[Entry, ...]] = field(repr=False, compare=False)
    suggested: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def written(self) -> tuple[Entry, ...]:
        """Everything that somebody wrote, sound or not, for checks."""
        return (*self.entries, *self.unsound)

    def entry(self, kind: str, record_id: str) -> Entry | None:
        """The entry of a record of any standing, or None."""
        return self.by_id.get((kind, record_id))

    def knows(self, kind: str, record_id: str) -> bool:
        """Whether a record has that id, even one that is a draft or could not be read."""
        return (kind, record_id) in self.by_id or (kind, record_id) in self.broken

    def of(self, kind: str) -> tuple[Entry, ...]:
        """Every entry of a kind that has a page, by id: published and withdrawn, no drafts."""
        return tuple(entry for entry in self.by_kind.get(kind, ()) if entry.record.status != "draft")

    def published(self, kind: str) -> tuple[Entry, ...]:
        """Every entry of a kind that stands in orders, ledgers and lists, by id."""
        return tuple(entry for entry in self.by_kind.get(kind, ()) if entry.record.published_now)

    def event(self, record_id: str) -> Event | None:
        """An event, or None."""
        record = self._record("event", record_id)
        return record if isinstance(record, Event) else None

    def place(self, record_id: str) -> Place | None:
        """A place, or None."""
        record = self._record("place", record_id)
        return record if isinstance(record, Place) else None

    def actor(self, record_id: str) -> Actor | None:
        """An actor, or None."""
        record = self._record("actor", record_id)
        return record if isinstance(record, Actor) else None

    def source(self, record_id: str) -> Source | None:
        """A source, or None."""
        record = self._record("source", record_id)
        return record if isinstance(record, Source) else None

    def series(self, record_id: str) -> Series | None:
        """A series, or None."""
        record = self._record("series", record_id)
        return record if isinstance(record, Series) else None

    def _record(self, kind: str, record_id: str) -> Record | None:
        entry = self.by_id.get((kind, record_id))
        return entry.record if entry else None
