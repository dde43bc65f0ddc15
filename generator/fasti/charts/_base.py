"""What a chart kind is, and `draw`, which turns the chart calls of an edition into pictures, words and tables.

Input: an edition and the `ChartCall`s that pages make; output goes to `writing/` (page fragments and `assets/charts/`).
Invariant: a chart that has nothing to show is left out, so that no page ever holds an empty frame.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache as once
from pathlib import Path
from typing import Any

from fasti.charts._bundle import bundle
from fasti.charts._helpers import draw_ahead
from fasti.charts._prerender import Picture, prerender
from fasti.charts._svg import actors_css
from fasti.plugs import discover
from fasti.records import ChartCall

Datum = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything a picture needs, in pixels: its size, and the rows of each named data set of the kind's spec."""

    width: int
    height: int
    data: Mapping[str, list[Datum]]


@dataclass(frozen=True, slots=True)
class Words:
    """A chart said in words: for those who cannot see it, for print, and to be found by search."""

    caption: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    credit: str = ""


@dataclass(frozen=True, slots=True)
class ChartKind:
    """A plug of this room: one kind of chart.

    `spec` gives an Altair chart over named data and is called once per build; `rows(edition, call)` the chart's facts
    or None; `layout(rows, variant)` places them; `words(rows)` says them. `variants` is ("wide", "narrow"); where
    `one_size(rows)`, the narrow one serves every width.
    `live(rows)`, if given, is what a script of ours needs to change the picture, as JSON; empty for one that stays.
    """

    name: str
    title: str
    spec: Callable[[], Any]
    rows: Callable[[Any, ChartCall], Any]
    layout: Callable[[Any, str], Layout]
    words: Callable[[Any], Words]
    variants: tuple[str, ...] = ("wide", "narrow")
    explorable: bool = True
    one_size: Callable[[Any], bool] | None = None
    live: Callable[[Any], str] | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """One chart, ready for a page: pictures, words, table, and what the reader's browser needs to explore it."""

    call: ChartCall
    kind: str
    digest: str
    wide: Picture | None
    narrow: Picture
    caption: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    credit: str
    spec: str | None
    live: str = ""

    @property
    def spec_name(self) -> str | None:
        """The file name under `assets/charts/` that `spec`, a JSON text, is to be written to."""
        return f"{self.digest}.json" if self.spec is not None else None


@once
def kinds() -> Mapping[str, ChartKind]:
    """Every chart kind of the room, by name."""
    return {kind.name: kind for kind in discover("fasti.charts", "CHART")}


def draw(edition: Any, calls: Iterable[ChartCall], cache: Path | None = None) -> dict[ChartCall, Drawn]:
    """Each call's chart, drawn or taken from `cache`; calls with nothing to show are not in the answer.

    `cache` is a folder of ours that may be deleted at any time. Calls name charts and parameters that the records
    allow: an unknown chart is our bug and raises KeyError.
    """
    asked = {}
    for call in sorted(set(calls), key=lambda call: call.text):
        kind = kinds()[call.name]
        rows = kind.rows(edition, call)
        if rows is not None:
            asked[call] = kind, rows
    if cache is not None:
        draw_ahead(asked.values(), cache, edition.settings.workers or os.cpu_count() or 1)
    drawn = {}
    for call, (kind, rows) in asked.items():
        words = kind.words(rows)
        made = prerender(kind, rows, cache)
        drawn[call] = Drawn(
            call=call,
            kind=kind.name,
            digest=made.digest,
            wide=made.wide,
            narrow=made.narrow,
            caption=words.caption,
            description=words.description,
            columns=words.columns,
            rows=words.rows,
            credit=words.credit,
            spec=made.spec,
            live=kind.live(rows) if kind.live else "",
        )
    return drawn


def support(edition: Any, drawn: Mapping[ChartCall, Drawn], cache: Path | None = None) -> dict[str, bytes]:
    """The files that charts need beside the pages, by path: colours, specifications, and Vega if any chart has one."""
    files = {"assets/actors.css": actors_css(edition).encode()}
    for chart in drawn.values():
        if chart.spec is not None:
            files[f"assets/charts/{chart.spec_name}"] = chart.spec.encode()
    if len(files) > 1:
        files["assets/fasti-vega.js"] = bundle(cache).encode()
    return dict(sorted(files.items()))
