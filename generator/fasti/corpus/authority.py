"""The authority file: one name and one short label for every actor, reserved words included.

Input: the entries of actors. Output: `AuthorityFile`. Invariant: every id that may stand for an actor has a label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fasti.corpus.gazetteer import folded
from fasti.language import N_, _
from fasti.reading import Entry
from fasti.records import RESERVED, Actor, slugged

RESERVED_WORDS = {
    "nobody": N_("nobody"),
    "not-said": N_("not said"),
    "civilians": N_("civilians"),
    "combatants": N_("combatants"),
    "unknown": N_("unknown"),
}


class AuthorityFile:
    """Every actor, drafts included where somebody asks by id."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._actors: dict[str, Actor] = {}
        by_name: dict[str, list[str]] = {}
        for entry in sorted(entries, key=lambda e: e.id):
            actor = entry.record
            assert isinstance(actor, Actor)
            self._actors[entry.id] = actor
            if actor.published_now:
                for name in dict.fromkeys(folded(name.text) for name in actor.names):
                    by_name.setdefault(name, []).append(entry.id)
        self.by_name: Mapping[str, tuple[str, ...]] = {name: tuple(by_name[name]) for name in sorted(by_name)}
        """Ids of published actors by each of their names, folded."""

    def label(self, actor_id: str) -> str:
        """The preferred name of an actor; of a reserved word its words; else the id itself."""
        if actor_id in RESERVED:
            return _(RESERVED_WORDS[actor_id])
        actor = self._actors.get(actor_id)
        return actor.label if actor else actor_id

    def short(self, actor_id: str) -> str:
        """The short label for charts, or the preferred name where there is none."""
        actor = self._actors.get(actor_id)
        return (actor.short if actor else None) or self.label(actor_id)

    def named(self, text: str) -> tuple[str, ...]:
        """The published actors that have a name, case, blanks, apostrophes and vowel signs left out of account."""
        return self.by_name.get(folded(text), ())

    def spelt(self, slug: str) -> str | None:
        """The one actor with a name that gives this slug (`daesh` for Daesh), for hints."""
        found = {actor for name, actors in self.by_name.items() if slugged(name) == slug for actor in actors}
        return found.pop() if len(found) == 1 else None
