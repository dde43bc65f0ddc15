"""The pictures that go with links: one a kind, of the size that platforms ask for, light, and the same on every run."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from fasti.charts import _preview, previews
from fasti.language import speaking
from tests.views.small import FILES, edition

WORDS = {"event": "An event", "home": ""}


def size(png: bytes) -> tuple[int, ...]:
    """Width and height of a PNG whose every part is whole."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        end = at + 8 + length
        assert struct.unpack(">I", png[end : end + 4]) == (zlib.crc32(png[at + 4 : end]),)
        at = end + 4
    assert kind == b"IEND"
    return struct.unpack(">II", png[16:24])


def drawings(monkeypatch: pytest.MonkeyPatch, words: Mapping[str, str], **files: str) -> list[str]:
    """The SVG of each picture, in the order of their kinds."""
    seen: list[str] = []

    def kept(svg: str, cache: Path | None) -> bytes:
        seen.append(svg)
        return b""

    monkeypatch.setattr(_preview, "_kept", kept)
    previews(edition(dict(files)), words)
    return seen


def test_every_kind_has_one_light_picture_of_the_size_that_platforms_ask_for():
    made = previews(edition(), WORDS)
    assert {path: size(png) for path, png in made.items()} == {
        "assets/preview/event.png": (1200, 630), "assets/preview/home.png": (1200, 630)
    }  # fmt: skip
    assert max(map(len, made.values())) <= _preview.MOST_BYTES
    assert len(set(made.values())) == 2


def test_two_drawings_are_the_same_bytes_and_a_kept_one_is_taken(tmp_path: Path):
    first = previews(edition(), WORDS, tmp_path)
    assert previews(edition(), WORDS) == first
    (kept, _other) = sorted(tmp_path.iterdir())
    kept.write_bytes(b"kept")
    assert b"kept" in previews(edition(), WORDS, tmp_path).values()


def test_the_letters_are_drawn_and_not_only_the_rules():
    assert previews(edition(), {"event": "An event"}) != {
        path.replace("place", "event"): png for path, png in previews(edition(), {"place": "A place"}).items()
    }


def test_the_picture_says_name_kind_and_period_and_shows_each_entry(monkeypatch: pytest.MonkeyPatch):
    (svg, _home) = drawings(monkeypatch, WORDS)
    for said in (">An event</text>", ">A small chronology</text>", ">Mar 1453 – Aug 1461</text>"):
        assert said in svg
    assert svg.count(f'fill="{_preview.INK}"/>') > 3


def test_a_title_is_text_and_a_long_one_takes_three_lines_at_most(monkeypatch: pytest.MonkeyPatch):
    settings = FILES["mkdocs.yml"].replace("A small chronology", "<script>&amp; a very long name of a chronology " * 4)
    (svg,) = drawings(monkeypatch, {"home": ""}, **{"mkdocs.yml": settings})
    assert "<script" not in svg and "&lt;script&gt;&amp;amp;" in svg
    assert svg.count('font-weight="600"') == 3


def test_a_chronology_without_dates_has_a_picture_too(monkeypatch: pytest.MonkeyPatch):
    undated = {path: text for path, text in FILES.items() if path == "mkdocs.yml"}
    monkeypatch.setattr("tests.views.small.FILES", undated)
    (svg,) = drawings(monkeypatch, {"home": ""}, **{"events/lost.yml": "title: A battle\ntype: battle\n"})
    assert (svg.count("<text"), svg.count("<rect")) == (1, 3)


def test_where_letters_run_from_the_right_the_words_stand_there(monkeypatch: pytest.MonkeyPatch):
    with speaking("ar"):
        (svg,) = drawings(monkeypatch, {"event": "حدث"})
    assert 'x="1120" text-anchor="end"' in svg and 'x="80" y="116"' not in svg


def test_letters_that_no_font_has_are_left_out(monkeypatch: pytest.MonkeyPatch):
    (svg,) = drawings(monkeypatch, {"event": "\u0378\u0379"})
    assert "\u0378" not in svg
