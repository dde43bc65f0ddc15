"""HOT. Layouts of one chart kind to SVG by Vega, many in one go, because most of a picture's cost is Vega's start.

Input: a chart kind and layouts; output: the inside of each `<svg>`, and the Vega specification of a layout as text.
Invariant: nothing is placed or measured by Vega, so pictures laid over each other in one drawing and taken apart again
are those that it draws one by one; where that cannot be told from the drawing, they are drawn one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache as once
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from fasti.charts._svg import tidy

if TYPE_CHECKING:
    from fasti.charts._base import ChartKind, Datum, Layout

_SVG = "{http://www.w3.org/2000/svg}"
_PATH_TO_LAYERS = f"{_SVG}g/{_SVG}g/{_SVG}g/{_SVG}g"  # what Vega wraps its marks in


def paint(kind: ChartKind, layouts: Sequence[Layout]) -> list[str]:
    """The picture of each layout."""
    apart = _taken_apart(_drawn(kind, layouts), kind, layouts)
    if apart is not None:
        return apart
    return [tidy(_svg(specification(kind, layout))) for layout in layouts]


@once
def template(kind: ChartKind) -> dict[str, Any]:
    """The kind's Altair chart compiled to Vega, its named data still empty."""
    import vl_convert

    compiled: dict[str, Any] = vl_convert.vegalite_to_vega(kind.spec().to_dict())
    return {key: value for key, value in compiled.items() if key != "$schema"}  # no address in anything we publish


def specification(kind: ChartKind, layout: Layout) -> str:
    """The Vega specification of a layout. As text: vl_convert reads a mapping value by value, which takes its time."""
    return _filled(kind, layout.width, layout.height, layout.data)


def _filled(kind: ChartKind, width: int, height: int, rows: Any) -> str:
    empty = template(kind)
    named = {source["name"] for source in empty["data"]}
    if unknown := sorted(set(rows) - named):
        raise LookupError(f"chart `{kind.name}` has no data named {', '.join(unknown)}")
    data = [source | {"values": rows[source["name"]]} if source["name"] in rows else source for source in empty["data"]]
    filled = empty | {"width": width, "height": height, "data": data}
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":"))


def _drawn(kind: ChartKind, layouts: Sequence[Layout]) -> ElementTree.Element:
    """All layouts over each other, their texts left empty: to measure one takes Vega longer than to draw ten bars."""
    rows: dict[str, list[Datum]] = {}
    for layout in layouts:
        for name, found in layout.data.items():
            rows.setdefault(name, []).extend(found)
    for mark in template(kind)["marks"]:
        if mark["type"] == "text" and (name := mark["from"]["data"]) in rows:
            rows[name] = [_mute(row) for row in rows[name]]
    widths, heights = ([getattr(layout, side) for layout in layouts] for side in ("width", "height"))
    return _svg(_filled(kind, max(widths), max(heights), rows))


def _svg(spec: str) -> ElementTree.Element:
    import vl_convert

    return ElementTree.fromstring(vl_convert.vega_to_svg(spec))


def _mute(row: Datum) -> Datum:
    return row | {"text": ""} if isinstance(row.get("text"), str) else row


def _taken_apart(drawing: ElementTree.Element, kind: ChartKind, layouts: Sequence[Layout]) -> list[str] | None:
    """Each layout's own marks with its texts; None if the drawing does not hold one mark for every row."""
    layers = drawing.findall(_PATH_TO_LAYERS)
    groups = list(layers[0]) if len(layers) == 1 else []
    sources = [mark.get("from", {}).get("data", "") for mark in template(kind)["marks"]]
    held = [list(group) for group in groups]
    totals = [sum(len(layout.data.get(source, ())) for layout in layouts) for source in sources]
    if [len(found) for found in held] != totals:
        return None
    for group, found, source in zip(groups, held, sources, strict=True):
        if group.get("class", "").startswith("mark-text"):
            for element, text in zip(found, _texts(layouts, source), strict=True):
                element.text = text if text is not None else element.text
    pictures, begins = [], [0] * len(groups)
    for layout in layouts:
        for at, (group, found, source) in enumerate(zip(groups, held, sources, strict=True)):
            end = begins[at] + len(layout.data.get(source, ()))
            group[:] = found[begins[at] : end]
            begins[at] = end
        pictures.append(tidy(drawing))
    return pictures


def _texts(layouts: Sequence[Layout], source: str) -> Iterator[str | None]:
    for layout in layouts:
        for row in layout.data.get(source, ()):
            yield row["text"] if isinstance(row.get("text"), str) else None
