"""A control interval in the few words of a chart: who held the place, who besieged it, how we know.

Input: intervals of the control ledger and the labels of actors; output: text for `control.py` and `map.py`.
Invariant: no word says more than the interval: candidates stay candidates, what is claimed is called claimed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

NO_ACTOR = {"nobody": "nobody", "not-said": "not said to whom"}
BASIS = {
    "attested": "a document says so",
    "carried": "nothing said since",
    "between": "left open by the documents",
    "inferred": "inferred from who lost it",
    "unknown": "no document speaks of it",
}


def holders(interval: Any) -> tuple[str, ...]:
    """The actors that hold it, or of whom one may: each once, in the order told."""
    options = [interval.held_by] if interval.held_by else list(interval.candidates)
    return tuple(dict.fromkeys(who for option in options for who in option if who not in NO_ACTOR))


def held_words(interval: Any, label: Callable[[str], str]) -> str:
    """Who held it: `SDF`, `IS and SYR (contested)`, `IS or SYR`, `perhaps IS`, `nobody`, `nobody says`."""
    if interval.basis == "unknown":
        return "nobody says"
    if not interval.held_by:
        sides = [_together(side, label) for side in interval.candidates]
        return f"perhaps {sides[0]}" if len(sides) == 1 else " or ".join(sides) or "nobody says"
    told = _together(interval.held_by, label)
    several = interval.how in ("contested", "shared") and len(interval.held_by) > 1
    return f"{told} ({interval.how})" if several else told


def _together(side: tuple[str, ...], label: Callable[[str], str]) -> str:
    return " and ".join(NO_ACTOR.get(who) or label(who) for who in side)


def siege_words(besiegers: tuple[str, ...], basis: str, label: Callable[[str], str]) -> str:
    """Who besieged it: `SDF`, `perhaps SDF`; empty without a siege."""
    return perhaps(basis) + " and ".join(label(who) for who in besiegers) if besiegers else ""


def perhaps(basis: str) -> str:
    """`perhaps`, where a siege may have been there and nobody says that it was on that day."""
    return "perhaps " if basis == "between" else ""


def basis_words(basis: str, siege_basis: str, *, claimed: bool) -> str:
    """How we know: of who held it, or, where nobody says that, of the siege."""
    return BASIS[basis if basis != "unknown" else siege_basis] + (", as claimed" if claimed else "")
