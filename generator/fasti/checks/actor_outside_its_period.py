"""Nobody takes part in anything before it existed or after it was gone (FST507).

Input: a record and the edition. Output: a fault where the record names the actor. Invariant: only what is certain is
told: no day that the date allows lies in the actor's `active`, and no date of the two is approximate.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti import edtf
from fasti.checks._base import Check, Fault
from fasti.corpus import written_at
from fasti.derive import Edition
from fasti.diagnostics import Related, Rule, Severity
from fasti.edtf import Bounds, Edtf
from fasti.reading import Entry
from fasti.records import LINKS, RESERVED, Actor, Event, Loc, When, control_of

FOLLOWS = "successor_of"
HINT = "correct one of the dates, or name the actor that there was at the time"


def actors_are_there(entry: Entry, edition: Edition) -> Iterator[Fault]:
    """The actors that a record places outside their time, each once."""
    record = entry.record
    if isinstance(record, Event):
        told: set[str] = set()
        for loc, actor, when in _taking_part(record, said=_is_said(record, edition)):
            if actor not in told and (span := _sure(when)):
                found = list(_outside(entry, edition, loc, actor, span))
                told |= {actor} if found else set()
                yield from found
    elif isinstance(record, Actor):
        yield from _links_outside(entry, record, edition)


def _taking_part(event: Event, *, said: bool) -> Iterator[tuple[Loc, str, When | None]]:
    """Who acts in an event, where it is written, and when. Who is merely spoken of may be long gone."""
    if not said:
        for role, actors in event.participants.items():
            yield from ((("participants", role, i), str(a), event.when) for i, a in enumerate(actors))
    for index, statement in enumerate(event.says):
        when = statement.on or (event.when if said else None)
        yield from ((("says", index, "who", i), str(a), when) for i, a in enumerate(statement.who))
    for control, loc in control_of(event):
        for field in ("held_by", "besieged_by"):
            way = loc if loc == ("now_held_by",) else (*loc, field)
            yield from (((*way, i), str(a), control.when) for i, a in enumerate(getattr(control, field)))


def _links_outside(entry: Entry, actor: Actor, edition: Edition) -> Iterator[Fault]:
    """What an actor was or belonged to outside its own time, or the other's."""
    for index, role in enumerate(actor.roles):
        if role.when and (span := _range(role.when)):
            yield from _outside(entry, edition, ("roles", index, "when"), entry.id, span)
    for relation in LINKS:
        for index, link in enumerate(getattr(actor, relation)):
            if link.when and relation != FOLLOWS and (span := _range(link.when)):
                loc = (relation, index, "when")
                yield from list(_outside(entry, edition, loc, entry.id, span)) or _outside(
                    entry, edition, loc, str(link.actor), span
                )


def _outside(entry: Entry, edition: Edition, loc: Loc, actor_id: str, span: Bounds) -> Iterator[Fault]:
    """A fault if an actor was certainly not active in these days."""
    other = edition.corpus.entry("actor", actor_id)
    if actor_id in RESERVED or other is None or not isinstance(other.record, Actor) or other.record.active is None:
        return
    active = _range(other.record.active)
    if active is None:
        return
    before = span.latest is not None and active.earliest is not None and span.latest < active.earliest
    after = span.earliest is not None and active.latest is not None and span.earliest > active.latest
    if before or after:
        message = f"`{actor_id}` was not active {'yet' if before else 'any more'}"
        said = f"active {edtf.wording(other.record.active)}"
        related = (Related(other.path, other.span(("active",)), said),)
        yield Fault((), message, HINT, related, span=written_at(entry, loc, actor_id))


def _sure(when: When | None) -> Bounds | None:
    """The days on which something can have been, unless a date of it is vague in its words."""
    if when is None or any(_vague(date) for date in (when.date, when.from_, when.to) if date):
        return None
    return Bounds(when.start.earliest, when.end.latest)


def _range(date: Edtf) -> Bounds | None:
    return None if _vague(date) else date.bounds


def _vague(date: Edtf) -> bool:
    return date.approximate or date.uncertain


def _is_said(event: Event, edition: Edition) -> bool:
    kind = edition.corpus.vocabulary.event_types.get(event.type)
    return bool(kind and kind.class_ == "said")


CHECK = Check(
    rule=Rule(
        "FST507", "actor-outside-its-period", Severity.WARNING, "An actor takes part in something outside its own time."
    ),
    over="record",
    run=actors_are_there,
)
