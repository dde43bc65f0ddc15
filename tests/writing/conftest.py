"""Fragments for the small pages of these tests, before the ones that every site has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fasti import resources, writing
from fasti.writing import carried, pages


@pytest.fixture
def fragments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """`fragments(event="…")` gives page kinds their templates, for `write` and `Carrier` too; answers with the folder."""
    folder = tmp_path / "fragments"
    folder.mkdir()

    def fragments_for(settings: Any, drawn: Any) -> writing.Fragments:
        return writing.Fragments((folder, resources.theme_dir() / "fragments"), drawn)

    monkeypatch.setattr(pages, "fragments_for", fragments_for)
    monkeypatch.setattr(carried, "fragments_for", fragments_for)

    def make(**templates: str) -> Path:
        for kind, text in templates.items():
            (folder / f"{kind}.html").write_text(text, "utf-8")
        return folder

    make(event="<h1>{{ page.title }}</h1>{{ view.body }}", places="<h1>{{ page.title }}</h1>")
    return make
