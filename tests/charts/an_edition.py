"""An edition made by hand for the charts: eight towns on a river, four armies, and every way of knowing.

It stands in for `fasti.derive.Edition` with the few questions that charts ask, so that each chart can be shown every
case; `test_on_the_content.py` draws all of them from the real edition of this repository's records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from fasti.derive import FigurePoint, Figures, FigureSeries, Voices
from fasti.edtf import Bounds, parse
from fasti.records import Point, When, moment, read_quantity
from fasti.settings import Settings

ACTORS = {
    "north": ("N", "#343331", "#E8E5E1"),
    "river": ("RIV", "#AA3D25", "#B93A21"),
    "league": ("LEA", "#C18615", "#E6A22B"),
    "south": ("SOU", "#5752B7", "#6359C4"),
}


def day(text: str) -> int:
    """The first day of a date."""
    found = parse(text).bounds[0]
    assert found is not None
    return found


def last_day(text: str) -> int:
    """The last day of a date."""
    found = parse(text).bounds[1]
    assert found is not None
    return found


@dataclass(frozen=True)
class Interval:
    """As `ControlInterval` of the derive room."""

    place: str
    first: int
    last: int | None
    held_by: tuple[str, ...] = ()
    how: str = "sole"
    basis: str = "carried"
    besieged_by: tuple[str, ...] = ()
    extent: str = "whole"
    candidates: tuple[tuple[str, ...], ...] = ()
    because: tuple[str, ...] = ()
    change: str | None = None
    claimed: bool = False
    siege_basis: str = "attested"


def intervals(place: str, *runs: tuple[str, str | None, dict[str, Any]]) -> tuple[Interval, ...]:
    """Runs of `(from, to, what)` with dates as text; `to` None is the end of the chronology."""
    return tuple(Interval(place, day(a), None if b is None else last_day(b), **what) for a, b, what in runs)


def held(*who: str, **more: Any) -> dict[str, Any]:
    return {"held_by": who} | more


def said(*who: str, **more: Any) -> dict[str, Any]:
    return {"held_by": who, "basis": "attested"} | more


UNKNOWN: dict[str, Any] = {"how": "unknown", "basis": "unknown"}


def between(*who: str) -> dict[str, Any]:
    options = tuple((actor,) for actor in who)
    return {"how": "unknown", "basis": "between", "candidates": options, "change": "window"}


CONTROL = {
    "marash": intervals(
        "marash",
        ("2014-01-01", "2014-12-31", between("river", "north")),
        ("2015-01-01", "2017-07-09", held("north")),
        ("2017-07-10", "2017-07-10", said("south", change="day")),
        ("2017-07-11", None, held("south")),
    ),
    "harran": intervals(
        "harran",
        ("2014-01-01", "2017-06-05", UNKNOWN),
        ("2017-06-06", "2017-10-16", said("north", "league", how="contested")),
        ("2017-10-17", "2017-10-17", said("league", change="day")),
        ("2017-10-18", None, held("league")),
    ),
    "port-of-the-two-mouths": intervals(
        "port-of-the-two-mouths",
        ("2014-01-01", "2014-08-31", UNKNOWN),
        ("2014-09-01", "2017-08-31", said("river", besieged_by=("north",), extent="part")),
        ("2017-09-01", "2017-09-30", said("river", extent="part")),
        ("2017-10-01", "2017-11-02", held("river", extent="part")),
        ("2017-11-03", "2017-11-03", said("river", change="day", claimed=True)),
        ("2017-11-04", None, held("river", claimed=True)),
    ),
    "old-ferry": intervals(
        "old-ferry",
        ("2014-01-01", "2017-09-30", {"held_by": ("north",), "basis": "inferred"}),
        ("2017-10-01", "2017-10-31", between("north", "south")),
        ("2017-11-01", None, held("south")),
    ),
    "qaim": intervals(
        "qaim",
        ("2014-01-01", "2017-10-25", UNKNOWN),
        ("2017-10-26", "2017-11-02", said("north")),
        ("2017-11-03", "2017-11-03", said("south", change="day")),
        ("2017-11-04", None, held("south")),
    ),
    "border-post": intervals(
        "border-post",
        ("2014-01-01", "2017-11-02", {"held_by": ("north",), "basis": "inferred"}),
        ("2017-11-03", "2017-11-03", said("south", change="day")),
        ("2017-11-04", None, held("south")),
    ),
    "salt-well": intervals(
        "salt-well",
        ("2014-01-01", "2017-11-03", UNKNOWN),
        ("2017-11-04", "2017-11-04", said("nobody", how="nobody", change="day")),
        ("2017-11-05", None, held("nobody", how="nobody")),
    ),
    "last-town": intervals(
        "last-town",
        ("2014-01-01", "2017-11-02", UNKNOWN),
        ("2017-11-03", "2017-11-04", said("north")),
        ("2017-11-05", None, held("north")),
    ),
    "nowhere-said": intervals("nowhere-said", ("2014-01-01", None, UNKNOWN)),
}

LABELS = {
    "marash": "Marash",
    "harran": "Harran",
    "port-of-the-two-mouths": "Port of the Two Mouths",
    "old-ferry": "Old Ferry",
    "qaim": "Qaim",
    "border-post": "Border Post",
    "salt-well": "Salt Well",
    "last-town": "Last Town",
    "nowhere-said": "Nowhere Said",
}


@dataclass(frozen=True)
class Answer:
    """As `ControlAnswer` of the derive room."""

    interval: Interval


@dataclass(frozen=True)
class Control:
    """Control intervals by place."""

    table: dict[str, tuple[Interval, ...]]

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(sorted(self.table))

    def intervals(self, place: str) -> tuple[Interval, ...]:
        return self.table.get(place, ())

    def on(self, place: str, day: int) -> Answer:
        found = [interval for interval in self.intervals(place) if interval.first <= day]
        return Answer(found[-1] if found else Interval(place, day, day, how="unknown", basis="unknown"))


NAMED: Any = SimpleNamespace(authority=SimpleNamespace(label=str))
"""A corpus in which every actor is called as its id."""


def point(words: str, unit: str, speaker: str, at: str, **more: Any) -> FigurePoint:
    """A number as told by one speaker."""
    told = read_quantity(words).in_unit(unit)
    when = When.model_validate({"date": at}) if at else None
    return FigurePoint(
        words=words,
        qualifier=told.qualifier,
        low=told.low,
        best=told.best,
        high=told.high,
        stated=told.stated,
        low_open=told.low is None or told.low_excluded,
        high_open=told.high is None or told.high_excluded,
        unit=unit,
        measure="m",
        measure_label="Fighters",
        at=when.bounds if when else Bounds(None, None),
        at_words=at,
        speaker_id="",
        speaker_kind="",
        voices=Voices((("actor", speaker),), 1, NAMED),
        event_id=None,
        series_id="s",
        citation_words=("gazette p5",),
        when=when,
        moment=moment(when),
        **{"group": None, **more},
    )


def a_series(
    series: str,
    title: str,
    of: str,
    unit: str,
    direction: str | None,
    points: tuple[FigurePoint, ...],
    **more: Any,
) -> FigureSeries:
    """A series of numbers, which the derive room gives in the order of their days."""
    ordered = tuple(sorted(points, key=lambda point: point.at.earliest or 0))
    return FigureSeries(series, title, "m", "Fighters", unit, of, direction, points=ordered, **{"about": None, **more})


SERIES = (
    a_series(
        "north-lost",
        "Land the north has lost",
        "what it once held in both countries",
        "percent",
        "lost",
        (
            point("nearly 96", "percent", "The river command", "2017-11-03"),
            point("96", "percent", "The Gazette", "2017-11-04"),
            point("more than 90", "percent", "The League’s spokesman at the ferry", "2017-10-17"),
        ),
        about="north",
        scope=("harran",),
    ),
    a_series(
        "north-holds",
        "Land the north still holds",
        "the province",
        "percent",
        "held",
        (
            point("more than 35", "percent", "The observatory", "2017-11-03"),
            point("2/3", "percent", "The river command", "2017-09"),
            point("about 40", "percent", "A map-maker", "2017-10"),
        ),
        about="north",
    ),
    a_series(
        "fighters-left",
        "Fighters left in the valley",
        "",
        "person",
        None,
        (
            point("about 1500", "person", "The coalition", "2017-11-03"),
            point("dozens", "person", "The observatory", "2017-11-03"),
            point("up to 2,000", "person", "The League", "2017-11"),
            point("at least 300", "person", "The river command", "2017-11-02"),
            point("500 to 700", "person", "A prisoner", "2017-11"),
            point("less than 900", "person", "The Gazette", "2017-11-04"),
        ),
        about="north",
    ),
)


@dataclass(frozen=True)
class Placed:
    """As the chronology gives them."""

    id: str
    earliest: int | None
    latest: int | None


@dataclass(frozen=True)
class AnEvent:
    """Where and who, as the record gives them."""

    places: tuple[str, ...]
    actors: tuple[str, ...]


EVENTS = (
    ("seizure", "2014", False, "marash", "north"),
    ("siege-begins", "2014-09-05", False, "harran", "north"),
    ("uprising", "2011-03", False, "marash", "river"),
    ("marash-falls", "2017-07-10", False, "marash", "south"),
    ("assault", "2017-06-06", False, "harran", "league"),
    ("siege-broken", "2017-09", False, "harran", "river"),
    ("harran-falls", "2017-10-17", False, "harran", "league"),
    ("ferry-lost", "[2017-09-20..2017-10-31]", False, "old-ferry", "south"),
    ("post-taken", "2017-11-03", False, "border-post", "south"),
    ("qaim-taken", "2017-11-03", False, "qaim", "south"),
    ("river-claims", "2017-11-03", True, "harran", "river"),
    ("count", "2017-11-03", True, "qaim", "league"),
    ("premier", "2017-11-03", True, "qaim", "south"),
    ("before-all", "../2017-06", False, "qaim", "south"),
)


@dataclass(frozen=True)
class AChronology:
    """Events in order."""

    events: tuple[Placed, ...] = tuple(Placed(name, *parse(when).bounds) for name, when, *_ in EVENTS)


@dataclass(frozen=True)
class APlace:
    """A point and how well it stands for the place."""

    at: Point | None
    precision: str = "exact"


PLACES = {
    "marash": APlace(Point(36.3, 43.1)),
    "harran": APlace(Point(35.95, 39.01)),
    "port-of-the-two-mouths": APlace(Point(35.336, 40.141)),
    "old-ferry": APlace(Point(35.02, 40.45)),
    "qaim": APlace(Point(34.37, 41.09)),
    "border-post": APlace(Point(34.40, 40.99)),
    "salt-well": APlace(Point(34.55, 38.28), "district"),
    "last-town": APlace(Point(34.45, 40.92)),
    "nowhere-said": APlace(None),
}


@dataclass(frozen=True)
class AnEntry:
    """A record that has been read."""

    id: str


@dataclass(frozen=True)
class ACorpus:
    """The published places and actors."""

    def published(self, kind: str) -> tuple[AnEntry, ...]:
        return tuple(AnEntry(name) for name in sorted(PLACES if kind == "place" else ACTORS))


@dataclass(frozen=True)
class AnEdition:
    """What charts ask of an edition."""

    control: Control = field(default_factory=lambda: Control(CONTROL))
    figures: Figures = field(default_factory=lambda: Figures({series.id: series for series in SERIES}, ()))
    chronology: AChronology = AChronology()
    corpus: ACorpus = ACorpus()
    span: Bounds = Bounds(day("2014-01-01"), day("2017-11-30"))
    settings: Settings = Settings(project=Path())
    layers: dict[str, Any] = field(default_factory=dict)

    def place(self, place: str) -> APlace:
        return PLACES[place]

    def place_label(self, place: str) -> str:
        return LABELS[place]

    def event(self, event: str) -> AnEvent:
        found = next(item for item in EVENTS if item[0] == event)
        return AnEvent((found[3],), (found[4],))

    def is_said(self, event: str) -> bool:
        return next(item[2] for item in EVENTS if item[0] == event)

    def actor_label(self, actor: str) -> str:
        return ACTORS[actor][0] if actor in ACTORS else actor

    def actor_colour(self, actor: str) -> tuple[str, str]:
        return ACTORS[actor][1:]
