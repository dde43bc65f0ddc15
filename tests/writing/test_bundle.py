"""What every page asks for comes in two files."""

from __future__ import annotations

from pathlib import Path

from fasti import resources
from fasti.writing import BUNDLES, bundled


def test_the_parts_stand_one_after_another_each_on_a_line_of_its_own() -> None:
    assert bundled([b"a {}", b"b {}\n\n", b"c {}\n"]) == b"a {}\nb {}\nc {}\n"


def test_every_part_is_a_file_of_the_theme_and_no_page_asks_for_it_alone() -> None:
    theme: Path = resources.theme_dir()
    parts = [part for path, others in BUNDLES.items() for part in (path, *others)]
    assert [part for part in parts if not (theme / part).is_file()] == []
    head = (theme / "main.html").read_text(encoding="utf-8")
    assert [part for part in parts if f"'{part}'" in head] == sorted(BUNDLES)
