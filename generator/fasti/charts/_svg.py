"""Vega's SVG made fit for our pages: no ids, no styles, no roles, shared attributes said once; and the actors' colours.

Input: SVG of vl_convert, parsed, and the actors of an edition; output: the inside of an `<svg>`, `assets/actors.css`.
Invariant: the same picture is the same bytes, and nothing in it needs more than `style-src 'self'`.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any
from xml.etree import ElementTree

# Vega writes these for its own use, or for a bare SVG: the page's stylesheet and the figure around it say them better.
_DROPPED = {"class", "role", "clip-path", "id", "style", "font-family", "pointer-events", "stroke-miterlimit"}
# What a group may say for its children; everything else belongs to the one element it stands on.
_INHERITED = (
    "fill",
    "fill-opacity",
    "font-size",
    "font-weight",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-width",
    "text-anchor",
)
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")
_AS_SHOWN = {"opacity": "1", "fill-opacity": "1", "font-weight": "400", "text-anchor": "start", "stroke-dasharray": ""}


def tidy(drawing: ElementTree.Element) -> str:
    """The inside of the `<svg>` element, small and the same on every run; texts stay texts."""
    pieces: list[str] = []
    for child in drawing:
        _write(_slim(child), pieces, {})
    return "".join(pieces)


def _shortened(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


class _Element:
    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], children: list[_Element], text: str) -> None:
        self.tag, self.attributes, self.children, self.text = tag, attributes, children, text


def _slim(element: ElementTree.Element) -> _Element:
    attributes = {}
    for name, value in element.attrib.items():
        if name in _DROPPED or name.startswith("aria-") or _AS_SHOWN.get(name) == value:
            continue
        if name == "transform" and value in ("translate(0,0)", "translate(0, 0)"):
            continue
        if "." in value:
            value = _LONG_NUMBER.sub(_shortened, value)
        attributes[name] = value.removesuffix("px") if name == "font-size" else value
    if place := element.get("aria-label"):  # only `spots` of `_grammar.py` say one: whose dot it is
        attributes["data-place"] = place
    tag = element.tag.rpartition("}")[2]
    children = [_slim(child) for child in element]
    children = [child for child in children if not _shows_nothing(child)]
    if tag == "g":
        children = [grand for child in children for grand in _unwrapped(child)]
        _share(attributes, children)
    return _Element(tag, attributes, children, element.text or "")


def _unwrapped(child: _Element) -> list[_Element]:
    """A group that says nothing is only its children."""
    return child.children if child.tag == "g" and not child.attributes else [child]


def _shows_nothing(child: _Element) -> bool:
    if child.tag == "g":
        return not child.children
    if child.tag == "text":
        return not child.text
    # Vega's backgrounds: a path with neither fill nor stroke, or the transparent rectangle behind the chart.
    return (child.tag == "rect" and child.attributes.get("fill") == "transparent") or (
        child.tag == "path" and not ({"fill", "stroke"} & child.attributes.keys())
    )


def _share(attributes: dict[str, str], children: list[_Element]) -> None:
    if not children:
        return
    for name in _INHERITED:
        value = children[0].attributes.get(name)
        if value is not None and all(child.attributes.get(name) == value for child in children):
            attributes[name] = value
            for child in children:
                del child.attributes[name]


def _write(element: _Element, pieces: list[str], inherited: dict[str, str]) -> None:
    said = "".join(
        f' {name}="{escape(value)}"'
        for name, value in element.attributes.items()
        if name not in inherited or inherited[name] != value
    )
    pieces.append(f"<{element.tag}{said}")
    if not element.children and not element.text:
        pieces.append("/>")
        return
    below = inherited | {name: value for name, value in element.attributes.items() if name in _INHERITED}
    pieces.append(">")
    pieces.append(escape(element.text, quote=False))
    for child in element.children:
        _write(child, pieces, below)
    pieces.append(f"</{element.tag}>")


def actors_css(edition: Any) -> str:
    """`assets/actors.css`: the colour of each published actor as `--actor-ID`, light, dark and in print.

    Within an element of class `actor-ID` the same colour is `--actor`: pages use classes because the content security
    policy allows no style attribute.
    """
    named = [entry.id for entry in edition.corpus.published("actor")]
    light, dark = (
        "".join(f"--actor-{actor}:{edition.actor_colour(actor)[side]};" for actor in named) for side in (0, 1)
    )
    lines = [
        f":root{{{light}}}",
        # As in fasti.css: without scripts the system decides between light and dark.
        f"@media (prefers-color-scheme:dark){{:root:not([data-md-color-scheme]){{{dark}}}}}",
        f':root[data-md-color-scheme="slate"]{{{dark}}}',
        f"@media print{{:root,:root:not([data-md-color-scheme]),:root[data-md-color-scheme]{{{light}}}}}",
    ]
    lines += [f".actor-{actor}{{--actor:var(--actor-{actor})}}" for actor in named]
    return "\n".join(lines) + "\n"
