"""Rows for the named data of our charts: a box, a line, a symbol, a word, each at its pixels and in a colour by name.

Layouts make them, `_grammar.py` says what their fields mean. Colours are names (`ink`, `actor-x`), which become CSS
custom properties, so that one picture serves light, dark and print.
Invariant: numbers are rounded here, so that a picture is the same bytes on every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fasti.language import direction, spoken

if TYPE_CHECKING:
    from fasti.charts._spots import Part

Datum = dict[str, Any]

DOTTED = [1.5, 3]


def actor(who: str) -> str:
    """The name of an actor's colour."""
    return f"actor-{who}"


def box(x: float, y: float, x2: float, y2: float, *, tip: str = "", **look: Any) -> Datum:
    """A rectangle; `fill`, `alpha`, `stroke`, `width`, `dash` as the look needs them, `tip` for the pointer."""
    place = {"x": _p(x), "y": _p(y), "x2": _p(max(x, x2)), "y2": _p(y2)}
    return place | {"dash": []} | _look(look) | ({"tip": tip} if tip else {})


def hollow(x: float, y: float, x2: float, y2: float, *, width: float = 1.5, **look: Any) -> Datum:
    """A rectangle drawn by its outline alone, which stays within the four sides given."""
    inset = width / 2
    return box(x + inset, y + inset, x2 - inset, y2 - inset, width=width, **look)


def rule(x: float, y: float, x2: float, y2: float, *, stroke: str = "rule", width: float = 1, dash: Any = ()) -> Datum:
    """A straight line."""
    look = _look({"stroke": stroke, "width": width, "dash": list(dash)})
    return {"x": _p(x), "y": _p(y), "x2": _p(x2), "y2": _p(y2)} | look


def dot(x: float, y: float, *, across: float = 9, shape: str = "circle", tip: str = "", **look: Any) -> Datum:
    """A symbol `across` pixels wide, outline not counted."""
    area = round(across * across * 0.7854 if shape == "circle" else across * across * 0.87, 1)
    place = {"x": _p(x), "y": _p(y), "shape": shape, "area": area}
    return place | {"dash": []} | _look(look) | ({"tip": tip} if tip else {})


def word(
    x: float, y: float, text: str, *, fill: str = "ink", size: int = 13, weight: int = 400, align: str = "left"
) -> Datum:
    """A line of text with its baseline at `y`; pictures run from left to right, its words the way of their language."""
    if direction(spoken()) == "rtl" and not text.isdigit():
        text = f"\u2067{text}\u2069"
    return {"x": _p(x), "y": _p(y), "text": text, "size": size, "weight": weight, "align": align} | _look(
        {"fill": fill}
    )


def spot(x: float, y: float, part: Part, place: str) -> Datum:
    """One part of the dot of a place; `place` is its id, which the picture keeps, empty for a sample in a key."""
    shape = {"shape": "circle", "area": _p(4 * part.disc**2)} if part.disc else {"shape": part.path, "area": 4}
    drawn = {"x": _p(x), "y": _p(y), **shape, "alpha": part.alpha, "width": part.width}
    colours = {key: f"var(--{name})" for key, name in (("fill", part.fill), ("stroke", part.stroke)) if name}
    return drawn | colours | {"dash": list(part.dash), "place": place}


def _p(pixels: float) -> float:
    return round(float(pixels), 2)


def _look(look: dict[str, Any]) -> dict[str, Any]:
    return {key: f"var(--{value})" if key in ("fill", "stroke") else value for key, value in look.items()}
