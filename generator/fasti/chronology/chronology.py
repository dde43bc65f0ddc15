"""The chronology: every event's place in time, its bounds, and why it stands where it stands.

Input: the corpus. Output: `Chronology`, and the faults of family 4. Invariant: one total order for one content, which
respects every statement but those reported as contradictions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from fasti.chronology.constraints import Constraint, joined
from fasti.chronology.faults import diagnostic_of, rival_fault
from fasti.chronology.network import Network
from fasti.chronology.rivals import rivals_that_cannot_hold
from fasti.chronology.sequence import sequence
from fasti.corpus import Corpus
from fasti.diagnostics import Report
from fasti.edtf import Bounds

Basis = Literal["dated", "stated", "inferred", "tie"]

CONVERSE = {"after": "before", "before": "after", "during": "includes", "includes": "during", "meets": "met_by"}
"""What a statement says of the other event, where that is not the same word."""


@dataclass(frozen=True, slots=True)
class Because:
    """A reason: what some record says of this event and another, and the line that says it; `gap` is how far apart."""

    event: str
    relation: str
    path: str
    line: int
    gap: str = field(default="", compare=False)


class Chains(NamedTuple):
    """The statements behind an event's first day and behind its last, from the event itself to one that has a date.

    Each is told from the side of the event that the one before led to; empty where the event's own date says it.
    """

    earliest: tuple[Because, ...]
    latest: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An event in the order. `position` counts from 1, None for an undated event.

    `earliest` is the first day it can have begun and `latest` the last it can have ended, None where that side is open
    or unknown; `day` is the day it sorts by, which for an event known only to have been under way is such a day.

    `basis` says why it stands after the one before (the first: by its own date): `dated` by their dates alone, `stated`
    by a statement about the two, `inferred` through others, `tie` by the site's rule for ties. `because` are the
    statements about this event that took part in that or in its bounds.
    """

    id: str
    position: int | None
    earliest: int | None
    latest: int | None
    basis: Basis
    because: tuple[Because, ...]
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Chronology:
    """Every published event once: in order, or among the undated."""

    events: tuple[Placed, ...]
    undated: tuple[Placed, ...]
    by_id: Mapping[str, Placed] = field(repr=False, compare=False)
    network: Network = field(repr=False, compare=False)

    def placed(self, event_id: str) -> Placed | None:
        """Where an event stands, or None for one that is not published."""
        return self.by_id.get(event_id)

    def window(self, event_id: str) -> tuple[Bounds, Bounds]:
        """When a published event can have begun and when it can have ended, as narrowed by the whole network."""
        return self.network.window(event_id)

    def chains(self, event_id: str) -> Chains:
        """Why a published event was not earlier and not later than its bounds, step by step."""
        below, above = self.network.chains(event_id)
        return Chains(_told(below, event_id), _told(above, event_id))


def order(corpus: Corpus, report: Report) -> Chronology:
    """Put the published events of a corpus in order; contradictions go into the report, drafts' as well."""
    published = corpus.published("event")
    settings = corpus.settings
    network = Network.of(published, settings.about_widens)
    loops = network.settle()
    report.extend(diagnostic_of(loop, network, more=network.more and loop is loops[-1]) for loop in loops)
    for event_id, index, loop, beside in rivals_that_cannot_hold(network, settings.about_widens):
        report.add(rival_fault(event_id, index, loop, beside))
    drafts = [entry for entry in corpus.by_kind["event"] if entry.record.status == "draft"]
    if drafts:
        trial = Network.of((*published, *drafts), settings.about_widens, without=network.dropped)
        report.extend(diagnostic_of(loop, trial) for loop in trial.settle())
    dated, undated, days = sequence(network, settings.tie_break)
    reasons = _Reasons(network, days)
    events = tuple(reasons.place(dated, counted=True))
    loose = tuple(reasons.place(undated, counted=False))
    return Chronology(events, loose, {placed.id: placed for placed in (*events, *loose)}, network)


class _Reasons:
    """Why each event stands where it stands."""

    def __init__(self, network: Network, days: Mapping[str, int]) -> None:
        self.network = network
        self.days = days
        self.later: dict[int, list[tuple[int, Constraint]]] = {}
        for edge in network.standing():
            if edge.strict is not None:
                self.later.setdefault(edge.tail, []).append((edge.head, edge.constraint))

    def place(self, ids: Sequence[str], *, counted: bool) -> Iterator[Placed]:
        """The events of a sequence with their reasons."""
        before: str | None = None
        for position, event_id in enumerate(ids, 1):
            basis, steps = self.basis(before, event_id)
            steps += [terminus.because for terminus in self.network.termini(event_id) if terminus]
            own = (constraint for constraint in steps if event_id in (constraint.event, constraint.other))
            because = tuple(dict.fromkeys(because_of(constraint, event_id) for constraint in own))
            start, end = self.network.window(event_id)
            day = self.days.get(event_id)
            yield Placed(event_id, position if counted else None, start.earliest, end.latest, basis, because, day)
            before = event_id

    def basis(self, before: str | None, event_id: str) -> tuple[Basis, list[Constraint]]:
        """Why an event stands after another, and the constraints that say so."""
        network = self.network
        given = network.given(event_id)
        if before is None:
            if any(day is not None for bounds in given for day in bounds):
                return "dated", []
            return ("inferred" if any(network.termini(event_id)) else "tie"), []
        steps = self.path(before, event_id)
        if _ends_before(network.given(before)[0].latest, given[0].earliest) or [s.relation for s in steps] == ["time"]:
            return "dated", [step for step in steps if step.relation != "time"]
        if len(steps) == 1:
            return "stated", steps
        window = network.window(event_id)[0]
        if steps or _ends_before(network.window(before)[0].latest, window.earliest):
            return "inferred", steps
        return "tie", []

    def path(self, before: str, event_id: str) -> list[Constraint]:
        """The fewest statements that lead from one event to the one right after it; none if there are none.

        No third event stands between the two, so that the path leads through ends of events only. On the way from one
        time of a day to the next there may be a moment between them, which is no step of its own.
        """
        goal, beyond = self.network.start[event_id], 2 * len(self.network.ids)
        reached: dict[int, list[Constraint]] = {self.network.start[before]: [], self.network.end[before]: []}
        frontier = list(reached)
        while frontier:
            further: list[int] = []
            for node in frontier:
                between, steps = node >= beyond, reached[node]
                for head, constraint in self.later.get(node, ()):
                    if head == goal:
                        return [*steps[:-1], joined(steps[-1], constraint)] if between else [*steps, constraint]
                    if head % 2 and head not in reached:
                        reached[head] = [*steps, constraint]
                        (frontier if head >= beyond else further).append(head)
            frontier = further
        return []


def because_of(constraint: Constraint, event_id: str) -> Because:
    """A constraint as a reason, told from the side of one of its events."""
    relation, other = constraint.relation, constraint.other
    if constraint.event != event_id and constraint.other == event_id:
        relation, other = CONVERSE.get(relation, relation), constraint.event
    gap = constraint.gap.text if constraint.gap else ""
    return Because(other, relation, constraint.path, constraint.span.line, gap)


def _told(chain: Sequence[Constraint], event_id: str) -> tuple[Because, ...]:
    """A chain of constraints, each from the side of the event that the one before led to."""
    steps: list[Because] = []
    for constraint in chain:
        steps.append(because_of(constraint, event_id))
        event_id = steps[-1].event
    return tuple(steps)


def _ends_before(latest: int | None, earliest: int | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest
