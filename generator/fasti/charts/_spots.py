"""How a town's dot looks: who held it on a day, and how that is known, as the parts of a mark 9 pixels across.

Input: a control interval; output: a `Look`, drawn by `_town_map.py` and, from one day to the next, by the script of the
page; both only put its parts on the map. `visual.md` "Map" is the drawing rule.
Invariant: two states that mean different things differ in form, not in colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from fasti.charts._held import BASIS, NO_ACTOR, holders
from fasti.language import _

_R = 4.5
_TINT = 0.45
_DOTS = (1.5, 1.5)
_DASH = (3.0, 2.0)


@dataclass(frozen=True, slots=True)
class Part:
    """One shape around the point of the place: an SVG path in pixels, colours by name (`ink`, `actor-x`).

    `disc` is the radius of one that is a whole disc, which a picture says in fewer words than any other path.
    """

    path: str
    fill: str = ""
    alpha: float = 1
    stroke: str = ""
    width: float = 0
    dash: tuple[float, ...] = ()
    disc: float = 0


Look = tuple[Part, ...]


def look(interval: Any) -> Look:
    """The dot of a place in one control interval, from the paper up."""
    return (_disc(_R + 1.5, fill="paper"), *_held(interval), *_rings(interval))


def marks(interval: Any) -> tuple[str, ...]:
    """What a key has to explain for this interval; `SAMPLES` has a look and words for each."""
    found = [_mark(interval)]
    if found[0] in ("attested", "carried", "split", "together"):
        found += ["part"] * (interval.extent != "whole") + ["claimed"] * interval.claimed
    if interval.besieged_by:
        found.append("perhaps-besieged" if interval.siege_basis == "between" else "besieged")
    return tuple(found)


def _mark(interval: Any) -> str:
    if interval.basis in ("unknown", "inferred"):
        return str(interval.basis)
    if not interval.held_by:
        return "between"
    if not holders(interval):
        return str(interval.held_by[0])
    return "split" if _split(interval) else "together" if len(interval.held_by) > 1 else str(interval.basis)


def _split(interval: Any) -> bool:
    return len(interval.held_by) > 1 and interval.how != "shared"


def _held(interval: Any) -> Iterator[Part]:
    who, mark = holders(interval), _mark(interval)
    match mark:
        case "unknown":
            yield _disc(_R - 0.5, stroke="muted", width=1.25, dash=_DOTS)
        case "nobody":
            yield _disc(_R - 0.5, stroke="muted", width=1.25)
            yield Part("M-2.5,0H2.5", stroke="muted", width=1.25)
        case "not-said":
            yield _disc(_R - 0.5, stroke="muted", width=1.25)
            yield _disc(1.25, fill="muted")
        case "between":
            for one, shape in zip(who, _sectors(_sides(interval, who)), strict=False):
                yield Part(shape, fill=f"actor-{one}", alpha=_TINT)
            yield _disc(_R, stroke="ink", width=1.25)
        case "inferred":
            for one, shape in zip(who, _sectors(len(who), _R - 0.6, open_=True), strict=True):
                yield Part(shape, stroke=f"actor-{one}", width=1.5, dash=_DOTS)
        case _:
            yield from _discs(interval, who)


def _discs(interval: Any, who: tuple[str, ...]) -> Iterator[Part]:
    """A holder that a document names: full, tinted if it is carried, small within a dotted ring if it holds a part."""
    r, across, carried = _R, len(who) > 1 and not _split(interval), interval.basis == "carried"
    if interval.extent != "whole":
        yield _disc(_R - 0.25, stroke="muted", width=1, dash=_DOTS)
        r = 2.9
    filled = r - 0.6 if carried else r
    for one, shape in zip(who, _sectors(len(who), filled, turned=across), strict=True):
        yield Part(
            shape,
            fill=f"actor-{one}",
            alpha=_TINT if carried else 1,
            stroke=f"actor-{one}" if carried else "",
            width=1.25 if carried else 0,
            disc=filled if len(who) == 1 else 0,
        )
    if across:
        yield Part(f"M{-r:g},0H{r:g}", stroke="paper", width=1.5)
    elif len(who) == 2:
        yield Part(f"M0,{-r:g}V{r:g}", stroke="paper", width=0.75)
    if interval.claimed:
        yield _disc(1.5, fill="paper")


def _sides(interval: Any, who: tuple[str, ...]) -> int:
    """How many parts a dot of candidates has: a side that is nobody, or not said, is left empty."""
    return len(who) + any(side[0] in NO_ACTOR for side in interval.candidates)


def _rings(interval: Any) -> Iterator[Part]:
    """A ring for each besieger, outside of each other: thin where it is carried, broken where it may not have been."""
    perhaps, carried = interval.siege_basis == "between", interval.siege_basis == "carried"
    besiegers = [who for who in interval.besieged_by if who not in NO_ACTOR]
    for number, who in enumerate(besiegers):
        yield _disc(
            _R + 3 + 3 * number,
            stroke=f"actor-{who}",
            width=1.25 if perhaps or carried else 2,
            dash=_DASH if perhaps else (),
        )


def _disc(r: float, **look: Any) -> Part:
    return Part(f"M{r:g},0A{r:g},{r:g},0,1,1,{-r:g},0A{r:g},{r:g},0,1,1,{r:g},0Z", disc=r, **look)


def _sectors(count: int, r: float = _R, *, turned: bool = False, open_: bool = False) -> Iterator[str]:
    """A disc cut like a cake: two parts are left and right, or above and below if `turned`; `open_` are their arcs."""
    if count == 1:
        yield _disc(r).path
        return
    start = (1.0 if turned else 0.5) * pi  # left, or below: the first part is the left or the upper one
    for number in range(count):
        one, two = (start + 2 * pi * (number + step) / count for step in (0, 1))
        (x, y), (x2, y2) = ((round(r * cos(a), 3) + 0.0, round(r * sin(a), 3) + 0.0) for a in (one, two))
        arc = f"M{x:g},{y:g}A{r:g},{r:g},0,0,1,{x2:g},{y2:g}"
        yield arc if open_ else f"{arc}L0,0Z"


@dataclass(frozen=True, slots=True)
class _Sample:
    """An interval of no place, for the key."""

    basis: str
    held_by: tuple[str, ...] = ()
    how: str = "sole"
    candidates: tuple[tuple[str, ...], ...] = ()
    besieged_by: tuple[str, ...] = ()
    siege_basis: str = "attested"
    extent: str = "whole"
    claimed: bool = False


def samples(one: str, two: str) -> dict[str, tuple[Look, str]]:
    """Every mark of the key in its order, with its look in the colours of two actors, and its words."""
    both = (one, two)
    cases = {
        "attested": (_Sample("attested", (one,)), BASIS["attested"]),
        "carried": (_Sample("carried", (one,)), BASIS["carried"]),
        "between": (_Sample("between", candidates=((one,), (two,))), BASIS["between"]),
        "split": (_Sample("attested", both, "contested"), _("contested")),
        "together": (_Sample("attested", both, "shared"), _("held together")),
        "part": (_Sample("attested", (one,), extent="part"), _("part of it")),
        "claimed": (_Sample("attested", (one,), claimed=True), _("claimed by one side")),
        "besieged": (_Sample("carried", (two,), besieged_by=(one,)), _("besieged, by the ring’s colour")),
        "perhaps-besieged": (
            _Sample("carried", (two,), besieged_by=(one,), siege_basis="between"),
            _("perhaps besieged"),
        ),
        "inferred": (_Sample("inferred", (one,)), BASIS["inferred"]),
        "not-said": (_Sample("attested", ("not-said",)), _("changed hands, not said to whom")),
        "nobody": (_Sample("attested", ("nobody",)), _("nobody holds it")),
        "unknown": (_Sample("unknown"), _("nobody says")),
    }
    return {mark: (look(sample), words) for mark, (sample, words) in cases.items()}
