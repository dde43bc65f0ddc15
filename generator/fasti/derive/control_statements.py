"""Every control statement that enters the ledger, with the days it can speak of and the days it surely does.

Input: a corpus and its chronology. Output: the statements about each place, those that flow down to it included. Dates
that are their event's own come narrowed by the whole order network. Invariant: no statement speaks surely of a day that
its date leaves open, and what was denied is not among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.edtf import Bounds, iso
from fasti.records import ControlStatement, Event, Loc, Piece, Place, When, control_of

ALWAYS = -(10**9)

Side = tuple[str, ...]
"""Who holds or besieges a place together."""


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A control statement in its event, with the days it can speak of (`window`) and those it surely does (`core`).

    A date such as `{2017-06-06,2017-10-17}` makes two of one statement. `rivals` are the other holders that the event
    names for the place; `distance` is 0 for a statement about the place itself, and counts the steps from a place that
    it lies within for one that flows down. `apart`: it has a date of its own, which is not its event's.
    """

    event: str
    loc: Loc
    statement: ControlStatement
    window: Bounds
    core: tuple[int, int] | None
    change: bool
    happened: str
    position: int
    claimed_by: Side = ()
    apart: bool = False
    rivals: tuple[Side, ...] = ()
    distance: int = 0

    @property
    def place(self) -> str:
        """The place it is about, which is not the one whose ledger it stands in where it flows down."""
        return str(self.statement.place)

    @property
    def holders(self) -> Side:
        """Who holds the place, empty if it speaks of a siege alone."""
        return tuple(str(actor) for actor in self.statement.held_by)

    @property
    def besiegers(self) -> Side:
        """Who besieges the place, empty if it does not speak of a siege; `nobody` ends one."""
        return tuple(str(actor) for actor in self.statement.besieged_by)

    @property
    def taken_from(self) -> Side:
        """Who lost the place, if this is a change that says so."""
        return tuple(str(actor) for actor in self.statement.from_) if self.change else ()

    @property
    def partial(self) -> bool:
        """Whether it speaks of less than the whole place."""
        return self.statement.extent != "whole"

    @property
    def early(self) -> int:
        """The first day it can speak of; the last one if that side is open."""
        return self.window.earliest if self.window.earliest is not None else self.late

    @property
    def since(self) -> int:
        """From which day on it may have been so: `early`, but without a limit if that side is open."""
        return self.window.earliest if self.window.earliest is not None else ALWAYS

    @property
    def late(self) -> int:
        """The last day it can speak of; the last certain or the first possible one if that side is open."""
        if self.window.latest is not None:
            return self.window.latest
        return self.core[1] if self.core else self.window.earliest or 0

    @property
    def ended(self) -> int:
        """The day after which what it says is carried: the last certain one, else the last possible one."""
        return self.core[1] if self.core else self.late

    @property
    def unsure(self) -> bool:
        """Whether it leaves the old holder possible: it is disputed, or nothing says by when it was so."""
        return self.happened == "disputed" or (self.core is None and self.window.latest is None)

    @property
    def date(self) -> str:
        """Its date as written; a span with two vague ends by its last one; without a date what its order leaves."""
        when = self.statement.when
        if when is None:
            first, last = ("" if day is None else _written(day) for day in self.window)
            return first if first == last else f"[{first}..{last}]"
        if when.date is not None:
            return when.date.text
        ends = [end for end in (when.from_, when.to) if end]
        return "/".join(end.text for end in ends) if all(end.kind == "date" for end in ends) else ends[-1].text


def _written(day: int) -> str:
    """A day as EDTF; one of a year of more than four digits by its year alone, since EDTF has no days in those."""
    text = iso(day)
    year = text[:-6]
    return text if len(year.lstrip("-")) == 4 else f"Y{year}"


def gathered(corpus: Corpus, chronology: Chronology) -> dict[str, tuple[Held, ...]]:
    """The statements about every place, in the order in which they end; empty where none of them has a date."""
    found: dict[str, list[Held]] = {}
    for entry in corpus.published("event"):
        record = entry.record
        if isinstance(record, Event) and record.happened != "denied":
            for statement, _ in control_of(record):
                found.setdefault(str(statement.place), [])
            for held in statements_of(entry.id, record, corpus, chronology):
                found[held.place].append(held)
    for held in [held for place in sorted(found) for held in found[place]]:
        for place, distance in _below(held, corpus):
            below = replace(held, distance=distance, statement=held.statement.model_copy(update={"from_": ()}))
            found.setdefault(place, []).append(below)
    return {place: tuple(sorted(found[place], key=_in_time)) for place in sorted(found)}


def _in_time(held: Held) -> tuple[int, int, int, int, Loc, int]:
    steps = tuple(str(step) for step in held.loc)
    return held.ended, held.late, held.position, -held.distance, steps, held.early


def statements_of(event_id: str, event: Event, corpus: Corpus, chronology: Chronology) -> Iterator[Held]:
    """The control statements of one event, with the window of each; one without any date speaks of no day."""
    kind = corpus.vocabulary.event_types.get(event.type)
    change = bool(kind and kind.changes_control)
    placed = chronology.placed(event_id)
    limits = chronology.window(event_id) if placed else (Bounds(None, None),) * 2
    for statement, loc in control_of(event):
        apart = statement.when is not event.when
        days = _days(statement.when, change=change, limits=None if apart else limits)
        for window, core in days:
            if window == (None, None):
                continue
            yield Held(
                event_id,
                loc,
                statement,
                window,
                None if event.happened == "disputed" else core,
                change,
                event.happened,
                (placed.position if placed else None) or 0,
                claimants(event, statement) if event.happened == "claimed" else (),
                apart,
                tuple(_rivals(event, statement)),
            )


def claimants(event: Event, statement: ControlStatement) -> Side:
    """Whose claim a claimed change is: the speaker of the statement, else of the evidence that it happened."""
    told = event.evidence.get("happened")
    return tuple(str(actor) for actor in statement.who or (told.who if told else ()))


def _rivals(event: Event, statement: ControlStatement) -> Iterator[Side]:
    """The other holders of the statement's place that the event names and the editors have not set aside."""
    places = event.places if len(event.places) == 1 else tuple({s.place for s, _ in control_of(event) if s.place})
    for rival in event.rivals:
        if rival.field not in ("control", "now_held_by") or rival.status != "alternative":
            continue
        if rival.stance not in ("asserts", "suspects"):
            continue
        value = rival.value
        place = getattr(value, "place", None) or (places[0] if len(places) == 1 else None)
        side = tuple(str(actor) for actor in getattr(value, "held_by", value))
        if place == statement.place and side and set(side) != set(statement.held_by):
            yield side


Days = tuple[Bounds, tuple[int, int] | None]


def _days(when: When | None, *, change: bool, limits: tuple[Bounds, Bounds] | None) -> list[Days]:
    """Window and certain days of a date, of each piece of one that is on several; a change is at the end of it.

    `limits` are the days on which its event can have begun and ended, where the date is its event's.
    """
    if when is None:
        start, end = limits or (Bounds(None, None), Bounds(None, None))
        return [(end, _day(end)) if change else (Bounds(start.earliest, end.latest), _certain(start, end))]
    start, end = (when.start, when.end) if limits is None else limits
    if change:
        window = _common(end, when.end) or when.end
        return [(window, _day(window))]
    if when.is_each:
        found = [_piece(piece, Bounds(start.earliest, end.latest)) for piece in when.pieces]
        return [days for days in found if days] or [(when.bounds, None)]
    # An edge of knowledge has no limit of its own: what is said reaches to the date that is written, and no further.
    window = _common(Bounds(start.earliest, end.latest), when.bounds) or when.bounds
    if not when.throughout:
        return [(window, _day(window))]
    core = _certain(start, end)
    if core is None and when.end.latest is None and start.latest is not None:
        known = start.earliest == start.latest or (when.date is not None and when.date.end == "open")
        core = (start.latest, start.latest) if known else None
    elif core is None and when.start.earliest is None and end.earliest is not None:
        known = end.earliest == end.latest or (when.date is not None and when.date.start == "open")
        core = (end.earliest, end.earliest) if known else None
    return [(window, core)]


def _piece(piece: Piece, limits: Bounds) -> Days | None:
    start, end = _common(piece.start, limits), _common(piece.end, limits)
    return (Bounds(start.earliest, end.latest), _certain(start, end)) if start and end else None


def _certain(start: Bounds, end: Bounds) -> tuple[int, int] | None:
    """The days on which what began and ended then surely was: from the last day to begin on to the first to end on."""
    first, last = start.latest, end.earliest
    return (first, last) if first is not None and last is not None and first <= last else None


def _day(window: Bounds) -> tuple[int, int] | None:
    first, last = window
    return (first, first) if first is not None and first == last else None


def _common(one: Bounds, other: Bounds) -> Bounds | None:
    """The days of both, None if there are none."""
    earliest = max((day for day in (one.earliest, other.earliest) if day is not None), default=None)
    latest = min((day for day in (one.latest, other.latest) if day is not None), default=None)
    return None if earliest is not None and latest is not None and earliest > latest else Bounds(earliest, latest)


def _below(held: Held, corpus: Corpus) -> Iterator[tuple[str, int]]:
    """The places that a statement flows down to, each with its distance; none unless the vocabulary says so.

    Only what is so of each part flows: that somebody holds the whole alone or shared, never a part, a contest, a siege.
    """
    place = corpus.place(held.place)
    kind = corpus.vocabulary.place_kinds.get(place.kind) if place else None
    whole = not held.partial and (len(held.holders) == 1 or held.statement.how == "shared")
    if not (kind and kind.flows_down and held.holders and whole):
        return
    seen = {held.place}
    level = [held.place]
    distance = 0
    while level:
        distance += 1
        children = dict.fromkeys(child for parent in level for child in _within(parent, held.window, corpus))
        level = [child for child in children if child not in seen]
        seen.update(level)
        yield from ((child, distance) for child in level)


def _within(parent: str, window: Bounds, corpus: Corpus) -> Iterator[str]:
    """The places directly within another on all days of a window."""
    for child in corpus.gazetteer.children(parent):
        place = corpus.place(child)
        assert isinstance(place, Place)
        spells = [link.when for link in place.within if link.place == parent]
        if any(when is None or _covers(when.bounds, window) for when in spells):
            yield child


def _covers(days: Bounds, window: Bounds) -> bool:
    early = days.earliest is None or (window.earliest is not None and days.earliest <= window.earliest)
    return early and (days.latest is None or (window.latest is not None and days.latest >= window.latest))


def by_event(statements: tuple[Held, ...]) -> Mapping[str, tuple[Held, ...]]:
    """The statements of each event."""
    found: dict[str, list[Held]] = {}
    for held in statements:
        found.setdefault(held.event, []).append(held)
    return {event: tuple(found[event]) for event in found}
