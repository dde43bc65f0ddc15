"""The few kinds of mark our charts are made of, as Altair layers over named data in pixels.

A chart's `spec()` stacks these; its `layout()` fills the named data. Positions are pixels because folded time, label
placing and clipped maps are worked out in Python, once, where they can be tested; Vega draws and answers the pointer.
Invariant: the only module that imports altair, and it is imported only when a picture has to be drawn anew.
"""

from __future__ import annotations

from typing import Any

import altair as alt


def _at(channel: Any, field: str) -> Any:
    return channel(f"{field}:Q", scale=None, axis=None)


def _raw(channel: Any, field: str, kind: str = "N") -> Any:
    return channel(f"{field}:{kind}", scale=None, legend=None)


def _hover(tips: bool) -> dict[str, Any]:
    """What the pointer is told; a property, because the channel would say "undefined" of a mark without a tip."""
    return {"tooltip": alt.expr("datum.tip")} if tips else {}


def rects(name: str, *, tips: bool = False) -> alt.Chart:
    """Boxes: `x x2 y y2`, `fill`, `alpha` (of the fill), `stroke`, `width` (of the stroke), `dash`; `tip` if asked."""
    # A rectangle has no channel for dashes (vega-lite's table of marks), only a property.
    chart = alt.Chart(alt.NamedData(name)).mark_rect(strokeDash=alt.expr("datum.dash"), **_hover(tips))
    return chart.encode(
        x=_at(alt.X, "x"),
        x2="x2:Q",
        y=_at(alt.Y, "y"),
        y2="y2:Q",
        fill=_raw(alt.Fill, "fill"),
        fillOpacity=_raw(alt.FillOpacity, "alpha", "Q"),
        stroke=_raw(alt.Stroke, "stroke"),
        strokeWidth=_raw(alt.StrokeWidth, "width", "Q"),
    )


def rules(name: str) -> alt.Chart:
    """Straight lines: `x y x2 y2`, and `stroke`, `width`, `dash`."""
    return (
        alt.Chart(alt.NamedData(name))
        .mark_rule()
        .encode(
            x=_at(alt.X, "x"),
            y=_at(alt.Y, "y"),
            x2="x2:Q",
            y2="y2:Q",
            stroke=_raw(alt.Stroke, "stroke"),
            strokeWidth=_raw(alt.StrokeWidth, "width", "Q"),
            strokeDash=_raw(alt.StrokeDash, "dash"),
        )
    )


def points(name: str, *, tips: bool = False) -> alt.Chart:
    """Symbols: `x y`, `shape` (circle, triangle-right …), `area`, `fill`, `stroke`, `width`, `dash`, `tip`."""
    return (
        alt.Chart(alt.NamedData(name))
        .mark_point(opacity=1, **_hover(tips))
        .encode(
            x=_at(alt.X, "x"),
            y=_at(alt.Y, "y"),
            shape=_raw(alt.Shape, "shape"),
            size=_raw(alt.Size, "area", "Q"),
            fill=_raw(alt.Fill, "fill"),
            stroke=_raw(alt.Stroke, "stroke"),
            strokeWidth=_raw(alt.StrokeWidth, "width", "Q"),
            strokeDash=_raw(alt.StrokeDash, "dash"),
        )
    )


def spots(name: str) -> alt.Chart:
    """Parts of dots, each a path around its point: `x y`, `shape` (an SVG path in pixels, `area` 4; or circle),
    `fill`, `alpha`, `stroke`, `width`, `dash`; `place` stays on the mark, so that a script finds it.
    """
    return (
        alt.Chart(alt.NamedData(name))
        .mark_point(opacity=1, aria=True, description=alt.expr("datum.place"))
        .encode(
            x=_at(alt.X, "x"),
            y=_at(alt.Y, "y"),
            shape=_raw(alt.Shape, "shape"),
            size=_raw(alt.Size, "area", "Q"),
            fill=_raw(alt.Fill, "fill"),
            fillOpacity=_raw(alt.FillOpacity, "alpha", "Q"),
            stroke=_raw(alt.Stroke, "stroke"),
            strokeWidth=_raw(alt.StrokeWidth, "width", "Q"),
            strokeDash=_raw(alt.StrokeDash, "dash"),
        )
    )


def texts(name: str, *, halo: str | None = None) -> alt.Chart:
    """Words: `x y text size`, `fill`, `weight` (400 or 600), `align` (left, center, right).

    With `halo`, a colour, only the edge that lifts words off a map: stack it right under the same words without.
    """
    edge: dict[str, Any] = {"stroke": halo, "strokeWidth": 3, "strokeJoin": "round"} if halo else {}
    fill = alt.value(halo) if halo else _raw(alt.Fill, "fill")
    return (
        alt.Chart(alt.NamedData(name))
        .mark_text(baseline="alphabetic", align=alt.expr("datum.align"), fontWeight=alt.expr("datum.weight"), **edge)
        .encode(
            x=_at(alt.X, "x"),
            y=_at(alt.Y, "y"),
            text="text:N",
            size=_raw(alt.Size, "size", "Q"),
            fill=fill,
        )
    )


def shapes(name: str) -> alt.Chart:
    """GeoJSON features already projected to pixels: top-level `fill`, `stroke`, `width`, `dash` beside `geometry`.

    Projected by us because Vega's geographic functions are missing from its interpreter (vega/vega#4186), without
    which no chart runs under our content security policy.
    """
    return (
        alt.Chart(alt.NamedData(name))
        .mark_geoshape(clip=False, strokeJoin="round", strokeCap="round")
        .encode(
            fill=_raw(alt.Fill, "fill"),
            stroke=_raw(alt.Stroke, "stroke"),
            strokeWidth=_raw(alt.StrokeWidth, "width", "Q"),
            strokeDash=_raw(alt.StrokeDash, "dash"),
        )
        .project(type="identity", scale=1, translate=[0, 0])
    )


def stack(*layers: alt.Chart) -> alt.LayerChart:
    """The layers as one chart, first at the bottom; nothing is measured, so the fonts of a machine change no byte."""
    return (
        alt.layer(*layers)
        .properties(autosize=alt.AutoSizeParams(type="none"), width=1, height=1)
        .configure(aria=False, padding=0, background="transparent", font="Source Sans 3")
        .configure_view(stroke=None)
    )
