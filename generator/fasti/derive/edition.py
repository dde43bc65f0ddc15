"""The edition: everything known after one run, and the only argument of views, charts and exports.

Input: corpus and chronology. Output: `Edition`. Invariant: it answers questions and decides nothing about looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from fasti import edtf
from fasti.chronology import Chronology, Falling, falling_in
from fasti.corpus import Corpus, Voice
from fasti.derive.backlinks import Backlinks, Use, backlinks
from fasti.derive.control import ControlLedger, control_ledger
from fasti.derive.disagreements import Disagreements, gather_disagreements
from fasti.derive.falls import Fallen, falls
from fasti.derive.figures import Figures, gather_figures
from fasti.derive.marks import Fact, fact_of
from fasti.derive.voices import Voices, voices
from fasti.edtf import Bounds
from fasti.reading import NOT_ASKED, HandWritten, History
from fasti.records import RESERVED, Actor, Citation, Event, Place, Record, Series, Source
from fasti.records.names import shown
from fasti.settings import Settings

FOLDER_OF = {"event": "events", "place": "places", "actor": "actors", "source": "sources", "series": "figures"}
NO_COLOUR = ("#5E5A52", "#A8A297")
NEAR_KM = 60.0


@dataclass(frozen=True)
class Edition:
    """One chronology, whole."""

    settings: Settings
    corpus: Corpus
    chronology: Chronology
    span: Bounds
    control: ControlLedger
    figures: Figures
    links: Backlinks
    pages: tuple[HandWritten, ...] = ()
    layers: Mapping[str, Any] = field(default_factory=dict)
    history: History = NOT_ASKED
    _falling: dict[Bounds, Falling] = field(default_factory=dict, init=False, repr=False, compare=False)

    def address(self, kind: str, record_id: str) -> str:
        """The address of a record's page below the site's root: `events/x/`."""
        return f"{FOLDER_OF[kind]}/{record_id}/"

    def record(self, kind: str, record_id: str) -> Record:
        """A record. Raises KeyError if there is none that can be read."""
        entry = self.corpus.entry(kind, record_id)
        if entry is None:
            raise KeyError(f"{kind} {record_id}")
        return entry.record

    def event(self, event_id: str) -> Event:
        """An event. Raises KeyError."""
        record = self.record("event", event_id)
        assert isinstance(record, Event)
        return record

    def place(self, place_id: str) -> Place:
        """A place. Raises KeyError."""
        record = self.record("place", place_id)
        assert isinstance(record, Place)
        return record

    def actor(self, actor_id: str) -> Actor:
        """An actor. Raises KeyError."""
        record = self.record("actor", actor_id)
        assert isinstance(record, Actor)
        return record

    def source(self, source_id: str) -> Source:
        """A source. Raises KeyError."""
        record = self.record("source", source_id)
        assert isinstance(record, Source)
        return record

    def series(self, series_id: str) -> Series:
        """A series. Raises KeyError."""
        record = self.record("series", series_id)
        assert isinstance(record, Series)
        return record

    def title(self, kind: str, record_id: str) -> str:
        """The words of a link to a record."""
        entry = self.corpus.entry(kind, record_id)
        return entry.record.label if entry else record_id

    def lang(self, kind: str, record_id: str) -> str | None:
        """The language of that title, where the record says it."""
        record = entry.record if (entry := self.corpus.entry(kind, record_id)) else None
        if isinstance(record, Place | Actor):
            return shown(record.names).lang
        return record.lang if isinstance(record, Source) else None

    def is_public(self, kind: str, record_id: str) -> bool:
        """Whether a record has a page."""
        entry = self.corpus.entry(kind, record_id)
        return entry is not None and entry.record.status != "draft"

    def is_said(self, event_id: str) -> bool:
        """Whether an event is a statement or a count rather than a happening."""
        kind = self.corpus.vocabulary.event_types.get(self.event(event_id).type)
        return bool(kind and kind.class_ == "said")

    def place_label(self, place_id: str) -> str:
        """The preferred name of a place."""
        return self.title("place", place_id)

    def actor_label(self, actor_id: str) -> str:
        """The short label of an actor, for charts; the reserved words in words."""
        if actor_id in RESERVED:
            return self.corpus.authority.label(actor_id)
        entry = self.corpus.entry("actor", actor_id)
        return (entry.record.short or entry.record.label) if entry and isinstance(entry.record, Actor) else actor_id

    def actor_name(self, actor_id: str) -> str:
        """The preferred name of an actor."""
        return self.actor_label(actor_id) if actor_id in RESERVED else self.title("actor", actor_id)

    def actor_colour(self, actor_id: str) -> tuple[str, str]:
        """The colours of an actor on light and dark paper; a muted pair if it has none."""
        entry = self.corpus.entry("actor", actor_id)
        return (entry.record.colour or NO_COLOUR) if entry and isinstance(entry.record, Actor) else NO_COLOUR

    def events_at(self, place_id: str) -> tuple[str, ...]:
        """The events that speak of a place, in order."""
        return self.links.events_at.get(place_id, ())

    def events_of(self, actor_id: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The events that speak of an actor, in order, each with its roles."""
        return self.links.events_of.get(actor_id, ())

    def events_of_series(self, series_id: str) -> tuple[str, ...]:
        """The events that report a figure of a series, in order."""
        return self.links.events_of_series.get(series_id, ())

    def uses_of(self, source_id: str) -> tuple[Use, ...]:
        """What rests on a source, in the order of its lines."""
        return self.links.uses_of.get(source_id, ())

    def falls(self, source_id: str) -> tuple[Fallen, ...]:
        """What would be left without support if a source, or its voice, fell."""
        voice = self.corpus.bibliography.original(source_id)
        original = (voice.kind, voice.id) == ("source", source_id)
        return falls(source_id, self.by_voice.get(voice, ()), self.corpus, self.links.uses_of, original=original)

    @cached_property
    def by_voice(self) -> dict[Voice, tuple[str, ...]]:
        """The sources that print the words of each voice."""
        found: dict[Voice, list[str]] = {}
        for entry in self.corpus.of("source"):
            found.setdefault(self.corpus.bibliography.original(entry.id), []).append(entry.id)
        return {voice: tuple(sources) for voice, sources in found.items()}

    def fact(self, event_id: str) -> Fact:
        """What an event is, as far as the marks of its speakers and documents ask."""
        return fact_of(event_id, self.event(event_id), self.corpus, self.chronology)

    @cached_property
    def disagreements(self) -> Disagreements:
        """Everything on which the sources disagree."""
        return gather_disagreements(self.corpus, self.chronology, self.figures)

    def actor_links(self, actor_id: str) -> tuple[tuple[str, str], ...]:
        """Who links to an actor: (relation, actor id)."""
        return self.links.linked_by.get(actor_id, ())

    def places_in(self, place_id: str) -> tuple[str, ...]:
        """The places that lie directly within a place."""
        return self.corpus.gazetteer.children(place_id)

    def near(self, place_id: str) -> tuple[tuple[str, float], ...]:
        """The places within 60 km, nearest first, with kilometres."""
        return self.corpus.gazetteer.near(place_id, NEAR_KM)

    def neighbours(self, event_id: str) -> tuple[str | None, str | None]:
        """The events before and after in the order; None at its ends and for undated events."""
        placed = self.chronology.placed(event_id)
        if placed is None or placed.position is None:
            return None, None
        events = self.chronology.events
        at = placed.position - 1
        return (events[at - 1].id if at else None), (events[at + 1].id if at + 1 < len(events) else None)

    @cached_property
    def by_year(self) -> dict[int, tuple[str, ...]]:
        """The events by the year under which they stand: that of the day they are sorted by."""
        years: dict[int, list[str]] = {}
        for placed in self.chronology.events:
            if placed.day is not None:
                years.setdefault(edtf.civil(placed.day)[0], []).append(placed.id)
        return {year: tuple(years[year]) for year in sorted(years)}

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a page."""
        return tuple(self.by_year)

    def events_in_year(self, year: int) -> tuple[str, ...]:
        """The events that stand under a year, in order."""
        return self.by_year.get(year, ())

    def falling_in(self, span: Bounds) -> Falling:
        """The events that certainly and those that possibly fall in a range of days, which several charts ask for."""
        found = self._falling.get(span)
        if found is None:
            first, last = span
            # Most events are far off: whoever has thousands asks for every year.
            near = tuple(
                placed
                for placed in self.chronology.events
                if (last is None or placed.earliest is None or placed.earliest <= last)
                and (first is None or placed.latest is None or placed.latest >= first)
            )
            found = self._falling[span] = falling_in(replace(self.chronology, events=near), span)
        return found

    def voices(self, citations: tuple[Citation, ...], who: tuple[str, ...] = ()) -> Voices:
        """Who really speaks in a claim."""
        return voices(self.corpus, citations, who)


def derive(
    corpus: Corpus,
    chronology: Chronology,
    *,
    pages: tuple[HandWritten, ...] = (),
    layers: Mapping[str, Any] | None = None,
    history: History = NOT_ASKED,
) -> Edition:
    """Everything that follows from the records and their order; hand-written pages, base map and history go along."""
    days = [
        day for placed in chronology.events for day in (placed.earliest, placed.day, placed.latest) if day is not None
    ]
    span = Bounds(min(days), max(days)) if days else Bounds(None, None)
    return Edition(
        corpus.settings,
        corpus,
        chronology,
        span,
        control_ledger(corpus, chronology, span),
        gather_figures(corpus, chronology),
        backlinks(corpus, chronology),
        pages,
        layers or {},
        history,
    )
