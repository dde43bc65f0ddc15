"""The picture that goes with a link to a page: the chronology's name, what sort of page it is, its entries over time.

Input: an edition, and words for each kind of page; output: `assets/preview/KIND.png`, 1200 by 630, drawn with the fonts
of the theme and without a network. Invariant: one picture a kind, never one a page, so that ten thousand pages cost no
more than ten; the same words and entries are the same bytes.

Letters that the theme's font lacks are drawn with a font of the machine; where it has none they are left out.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from functools import cache as once
from hashlib import sha256
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fasti import resources
from fasti.charts._text import broken, width
from fasti.charts._time import month_of, span_words
from fasti.language import direction, spoken

FOLDER = "assets/preview/"
WIDE, HIGH, EDGE = 1200, 630, 80
ACROSS = WIDE - 2 * EDGE
COLUMNS, TALL, BASE = 104, 110, 455
PAPER, INK, MUTED, RULE = "#fbfaf6", "#1c1b19", "#5e5a52", "#d9d4c8"  # those of the theme, light
FONT = "'Source Sans 3'"  # a name with a number in it is known in quotes only
MOST_BYTES = 60_000
_NO_LETTER = "\u0378"  # will never be assigned, so that it shows what a font draws for want of a letter


def previews(edition: Any, words: Mapping[str, str], cache: Path | None = None) -> dict[str, bytes]:
    """The pictures by path; `words` says for each kind what stands on its picture, nothing for the name alone."""
    heights = _heights(edition)
    title = edition.settings.title or edition.settings.site_name
    return {
        f"{FOLDER}{kind}.png": _kept(_drawing(title, words[kind], heights, _period(edition)), cache)
        for kind in sorted(words)
    }


def _heights(edition: Any) -> tuple[tuple[float, float], ...]:
    """For each column how much happened and how much was said; what is vague is shared out over all its days."""
    known = [e for e in edition.chronology.events if e.earliest is not None and e.latest is not None]
    if not known:
        return ()
    first, last = min(e.earliest for e in known), max(e.latest for e in known)
    days = (last - first + 1) / COLUMNS
    columns = [[0.0, 0.0] for _ in range(COLUMNS)]
    for event in known:
        start, stop = int((event.earliest - first) / days), int((event.latest - first) / days)
        for column in columns[start : stop + 1]:
            column[edition.is_said(event.id)] += 1 / (stop - start + 1)
    most = max(max(column) for column in columns)
    return tuple((round(happened / most, 2), round(said / most, 2)) for happened, said in columns)


def _period(edition: Any) -> str:
    first, last = edition.span
    return "" if first is None or last is None else span_words(month_of(first)[0], month_of(last)[1])


def _drawing(title: str, words: str, heights: tuple[tuple[float, float], ...], period: str) -> str:
    """The picture as SVG: a heavy rule, the kind, the name, and along the foot the entries: happened up, said down."""
    right = direction(spoken()) == "rtl"
    size = next((size for size in (72, 60) if len(broken(title, ACROSS, size, bold=True, most=9)) < 3), 50)
    lines = broken(title, ACROSS, size, bold=True, most=3)
    parts = [
        f'<rect width="{WIDE}" height="{HIGH}" fill="{PAPER}"/>',
        f'<rect x="{EDGE}" y="64" width="{ACROSS}" height="4" fill="{INK}"/>',
        _text(words, 116, 32, right, fill=MUTED),
        *(_text(line, 136 + size * 0.86 + n * size * 1.12, size, right, weight=600) for n, line in enumerate(lines)),
    ]
    if heights:
        parts.append(f'<rect x="{EDGE}" y="{BASE}" width="{ACROSS}" height="2" fill="{INK}"/>')
    for number, (happened, said) in enumerate(heights):
        x = EDGE + number * ACROSS / COLUMNS + 1
        bar = f'<rect x="{x:g}" width="{ACROSS / COLUMNS - 2:g}"'
        if up := round(happened * TALL):
            parts.append(f'{bar} y="{BASE - up}" height="{up}" fill="{INK}"/>')
        if down := round(said * TALL):
            parts.append(f'{bar} y="{BASE + 2}" height="{min(down, 70)}" fill="{MUTED}" fill-opacity="0.55"/>')
    parts.append(f'<rect x="{EDGE}" y="540" width="{ACROSS}" height="1" fill="{RULE}"/>')
    parts.append(_text(period, 582, 28, right, fill=MUTED))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}" viewBox="0 0 {WIDE} {HIGH}">'
        f'<g font-family="{FONT}">{"".join(parts)}</g></svg>'
    )


def _text(text: str, y: float, size: int, right: bool, *, fill: str = INK, weight: int = 400) -> str:
    if not text or not _has_letters(text):
        return ""
    place = f'x="{WIDE - EDGE}" text-anchor="end"' if right else f'x="{EDGE}"'
    # Letters of other fonts are as wide as they are: what would run over the edge is drawn smaller.
    size = min(size, int(size * ACROSS / max(1.0, width(text, size, bold=weight > 400))))
    return (
        f'<text {place} y="{y:g}" font-size="{size}" font-weight="{weight}" fill="{fill}">'
        f"{escape(text, quote=False)}</text>"
    )


@once
def _has_letters(text: str) -> bool:
    """Whether some font has the letters of a text that the theme's font lacks."""
    strange = "".join(letter for letter in text if ord(letter) > 0x24F and not 0x2000 <= ord(letter) < 0x2070)
    if not strange:
        return True

    def drawn(letters: str) -> bytes:
        return _png(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="40"><text y="30" font-size="20" '
            f'font-family="{FONT}">{escape(letters, quote=False)}</text></svg>'
        )

    return drawn(strange) != drawn(_NO_LETTER * len(strange))


def _kept(svg: str, cache: Path | None) -> bytes:
    made_of = f"vl-convert {version('vl-convert-python')}\n{svg}"
    kept = cache and cache / f"preview-{sha256(made_of.encode()).hexdigest()[:20]}.png"
    if kept and kept.is_file():
        return kept.read_bytes()
    made = _packed(_png(svg))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        spare = kept.with_suffix(".tmp")
        spare.write_bytes(made)
        spare.replace(kept)
    return made


def _png(svg: str) -> bytes:
    import vl_convert

    _register()
    made: bytes = vl_convert.svg_to_png(svg)
    return made


@once
def _register() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(resources.theme_dir() / "assets/fonts"))


def _packed(png: bytes) -> bytes:
    """The same picture in a third of the bytes: the library packs its rows for speed (PNG, sections 5 and 10)."""
    out, rows, at = [png[:8]], b"", 8
    while at < len(png):
        length = struct.unpack(">I", png[at : at + 4])[0]
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length
        if kind == b"IDAT":
            rows += body
        elif kind == b"IEND":
            out += [_chunk(b"IDAT", zlib.compress(zlib.decompress(rows), 9)), _chunk(kind, b"")]
        else:
            out.append(_chunk(kind, body))
    return b"".join(out)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
