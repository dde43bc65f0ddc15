"""What the checks of control ask of the ledger: statements that count as certain, where they stand, who may be whom.

Input: the edition. Output: statements, places in files, yes or no. Invariant: only what published records say of the
place itself, as having happened and without a rival, is ever held against another record.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Fault
from fasti.derive import Edition, Held
from fasti.diagnostics import Related
from fasti.records import Loc

Side = tuple[str, ...]


def holding(edition: Edition, place: str) -> list[Held]:
    """The statements of who holds a place, in the order in which they end; those that flow down to it included."""
    return [held for held in edition.control.statements(place) if held.holders]


def is_plain(held: Held) -> bool:
    """Whether a statement is about the place itself, agreed to be so, and named no rival."""
    return held.distance == 0 and held.happened == "yes" and not held.rivals


def differ(one: Side, other: Side, edition: Edition) -> bool:
    """Whether two sides are surely not the same: no actor of one belongs to one of the other, by whatever name.

    A place that went to somebody whom no document names may have gone to anybody.
    """
    if set(one) == set(other) or "not-said" in (*one, *other):
        return False
    shared = {actor for actor in one if _above(actor, edition) & set(other)}
    shared |= {actor for actor in other if _above(actor, edition) & set(one)}
    return not shared


def apart(one: Side, other: Side, edition: Edition) -> bool:
    """Whether two sides have nobody in common, and are surely not the same."""
    return not set(one) & set(other) and differ(one, other, edition)


def _above(actor_id: str, edition: Edition) -> set[str]:
    """What an actor belongs to, follows or commands, and so on upwards; not the actor itself."""
    found: set[str] = set()
    work = [actor_id]
    while work:
        actor = edition.corpus.actor(work.pop())
        links = (*actor.member_of, *actor.successor_of, *actor.commands) if actor else ()
        new = [str(link.actor) for link in links if str(link.actor) not in found]
        found.update(new)
        work += new
    return found - {actor_id}


def where(held: Held, key: str = "held_by") -> Loc:
    """The path of a key of a statement; `now_held_by` is its own `held_by`."""
    return held.loc if held.loc == ("now_held_by",) else (*held.loc, key)


def fault(edition: Edition, held: Held, key: str, message: str, hint: str, others: list[Related]) -> Fault:
    """A fault at a key of a statement."""
    entry = edition.corpus.entry("event", held.event)
    return Fault(where(held, key), message, hint, tuple(others), entry=entry)


def related(edition: Edition, held: Held, message: str) -> Related:
    """Another statement, and what it says."""
    entry = edition.corpus.entry("event", held.event)
    assert entry is not None
    return Related(entry.path, entry.span(where(held)), message)


def named(side: Side) -> str:
    """Ids as authors wrote them: `a` and `b`."""
    return " and ".join(f"`{actor}`" for actor in side)


def own(edition: Edition) -> Iterator[tuple[str, Held]]:
    """Every statement of who holds a place, with the place, but for those that flow down to it."""
    for place in edition.control.places:
        yield from ((place, held) for held in holding(edition, place) if held.distance == 0)
