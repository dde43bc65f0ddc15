"""A control interval in the few words of a chart: who held the place, who besieged it, how we know.

Input: intervals of the control ledger and the labels of actors; output: text for `control.py` and `map.py`.
Invariant: no word says more than the interval: candidates stay candidates, what is claimed is called claimed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

from fasti.language import N_, Table, _, commas, either

NO_ACTOR = Table({"nobody": N_("nobody"), "not-said": N_("not said to whom")})
BASIS = Table(
    {
        "attested": N_("a document says so"),
        "carried": N_("nothing said since"),
        "between": N_("left open by the documents"),
        "inferred": N_("inferred from who lost it"),
        "unknown": N_("no document speaks of it"),
    }
)
EXTENT = Table({"whole": N_("whole"), "most": N_("most"), "part": N_("part")})


def holders(interval: Any) -> tuple[str, ...]:
    """The actors that hold it, or of whom one may: each once, in the order told."""
    options = [interval.held_by] if interval.held_by else list(interval.candidates)
    return tuple(dict.fromkeys(who for option in options for who in option if who not in NO_ACTOR))


def held_words(interval: Any, label: Callable[[str], str]) -> str:
    """Who held it: `SDF`, `IS and SYR (contested)`, `IS or SYR`, `perhaps IS`, `nobody`, `nobody says`."""
    if interval.basis == "unknown":
        return _("nobody says")
    if not interval.held_by:
        sides = [_together(side, label) for side in interval.candidates]
        if not sides:
            return _("nobody says")
        return _("perhaps %(names)s", names=sides[0]) if len(sides) == 1 else either(sides)
    told = _together(interval.held_by, label)
    if len(interval.held_by) > 1 and interval.how == "contested":
        return _("%(names)s (contested)", names=told)
    return _("%(names)s (shared)", names=told) if len(interval.held_by) > 1 and interval.how == "shared" else told


def _together(side: tuple[str, ...], label: Callable[[str], str]) -> str:
    names = [NO_ACTOR[who] if who in NO_ACTOR else label(who) for who in side]
    return reduce(lambda one, other: _("%(first)s and %(last)s", first=one, last=other), names)


def siege_words(besiegers: tuple[str, ...], basis: str, label: Callable[[str], str]) -> str:
    """Who besieged it: `SDF`, `perhaps SDF`; empty without a siege."""
    if not besiegers:
        return ""
    told = _together(besiegers, label)
    return _("perhaps %(names)s", names=told) if basis == "between" else told


def extent_words(extent: str) -> str:
    """How much of a place, for a column of a table."""
    return EXTENT[extent] if extent in EXTENT else extent


def basis_words(basis: str, siege_basis: str, *, claimed: bool) -> str:
    """How we know: of who held it, or, where nobody says that, of the siege."""
    return commas((BASIS[basis if basis != "unknown" else siege_basis], _("as claimed") if claimed else ""))
