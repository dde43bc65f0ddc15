"""HOT. Rows of a chart to SVG in the page's terms, kept by digest so that an unchanged chart is never drawn twice.

Input: a chart kind and its rows; output: pictures, and the Vega specification that the explore script loads.
Invariant: the digest covers rows, drawing code and library versions, so a kept picture equals a newly drawn one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache as once
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fasti.charts._paint import paint, specification
from fasti.language import words_digest as words

if TYPE_CHECKING:
    from fasti.charts._base import ChartKind, Layout

TOGETHER = 20  # charts in one drawing: more save little


@dataclass(frozen=True, slots=True)
class Picture:
    """One SVG without its root tag, so that the page can give it a name; `width` and `height` in pixels."""

    width: int
    height: int
    body: str

    def svg(self, labelled_by: str = "", described_by: str = "") -> str:
        """The whole picture as one element; the ids are of the elements that name it and that say what it shows."""
        label = f' role="img" aria-labelledby="{labelled_by}"' if labelled_by else ""
        label += f' aria-describedby="{described_by}"' if described_by else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}"{label}>{self.body}</svg>'
        )


@dataclass(frozen=True, slots=True)
class Prerendered:
    """What is kept in the cache for one chart."""

    digest: str
    wide: Picture | None
    narrow: Picture
    spec: str | None


def prerender(kind: ChartKind, rows: Any, cache: Path | None = None) -> Prerendered:
    """The pictures of `rows`; reads and fills `cache` when given one."""
    digest = digest_of(kind, rows)
    return _kept(cache, digest) or next(prerender_all(kind, {digest: rows}, cache))


def prerender_all(kind: ChartKind, rows: Mapping[str, Any], cache: Path | None = None) -> Iterator[Prerendered]:
    """The pictures of many charts of one kind by their digests, drawn anew, some at a time; fills `cache`."""
    todo = list(rows.items())
    for begin in range(0, len(todo), TOGETHER):
        layouts = {
            digest: {variant: kind.layout(found, variant) for variant in _variants(kind, found)}
            for digest, found in todo[begin : begin + TOGETHER]
        }
        bodies = iter(paint(kind, [layout for variants in layouts.values() for layout in variants.values()]))
        for digest, variants in layouts.items():
            pictures = {name: Picture(layout.width, layout.height, next(bodies)) for name, layout in variants.items()}
            made = Prerendered(digest, pictures.get("wide"), pictures["narrow"], _spec(kind, variants))
            if cache is not None:
                _keep(cache, made)
            yield made


def _variants(kind: ChartKind, rows: Any) -> tuple[str, ...]:
    return ("narrow",) if kind.one_size and kind.one_size(rows) else kind.variants


def _spec(kind: ChartKind, variants: Mapping[str, Layout]) -> str | None:
    if not kind.explorable:
        return None
    return "{" + ",".join(f'"{name}":{specification(kind, layout)}' for name, layout in variants.items()) + "}"


def digest_of(kind: ChartKind, rows: Any) -> str:
    """The name of the picture of `rows`."""
    return sha256("\n".join((_drawing_code(), words(), kind.name, repr(rows))).encode()).hexdigest()[:20]


def is_kept(cache: Path, digest: str) -> bool:
    """Whether `cache` has a picture by that name."""
    return (cache / f"{digest}.json").is_file()


@once
def _drawing_code() -> str:
    """Digest of everything but the rows that decides how a picture looks: this room's code and its two libraries."""
    parts = [f"altair {version('altair')}", f"vl-convert {version('vl-convert-python')}"]
    parts += [sha256(module.read_bytes()).hexdigest() for module in sorted(Path(__file__).parent.glob("*.py"))]
    return sha256("\n".join(parts).encode()).hexdigest()


def _kept(cache: Path | None, digest: str) -> Prerendered | None:
    if cache is None:
        return None
    try:
        raw = json.loads((cache / f"{digest}.json").read_text("utf-8"))
        wide = Picture(*raw["wide"]) if raw["wide"] else None
        return Prerendered(digest, wide, Picture(*raw["narrow"]), raw["spec"])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # absent or cut short: draw it again


def _keep(cache: Path, made: Prerendered) -> None:
    wide = made.wide and [made.wide.width, made.wide.height, made.wide.body]
    raw = {"wide": wide, "narrow": [made.narrow.width, made.narrow.height, made.narrow.body], "spec": made.spec}
    cache.mkdir(parents=True, exist_ok=True)
    spare = cache / f"{made.digest}.tmp"
    spare.write_text(json.dumps(raw, ensure_ascii=False), "utf-8")
    spare.replace(cache / f"{made.digest}.json")
