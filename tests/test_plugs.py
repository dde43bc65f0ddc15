"""Plugs are found by putting a file into a room, and a room without its plug is told at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fasti.plugs import discover


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "a_room_of_tests"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.split(".")[0] == "a_room_of_tests"]:
        del sys.modules[name]


def test_the_plug_of_each_module_is_found_in_the_order_of_the_modules(room: Path):
    (room / "later.py").write_text("CHECK = 'of later'\n")
    (room / "earlier.py").write_text("CHECK = 'of earlier'\n")
    (room / "_base.py").write_text("CHECK = 'of the room itself, and no plug'\n")
    assert discover("a_room_of_tests", "CHECK") == ("of earlier", "of later")


def test_an_empty_room_has_no_plugs(room: Path):
    assert discover("a_room_of_tests", "CHECK") == ()


def test_a_module_without_its_plug_is_our_mistake(room: Path):
    (room / "forgotten.py").write_text("CHEKC = 'misspelt'\n")
    with pytest.raises(LookupError, match=r"^a_room_of_tests\.forgotten holds no CHECK$"):
        discover("a_room_of_tests", "CHECK")


def test_a_room_that_does_not_exist_is_our_mistake():
    with pytest.raises(ModuleNotFoundError):
        discover("fasti.no_such_room", "CHECK")
