"""The theme and the diagnostics reference are found where they lie, in a wheel and in a checkout alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from fasti import resources
from fasti.diagnostics import catalogue


def test_the_theme_has_its_parts():
    theme = resources.theme_dir()
    assert (theme / "assets").is_dir()


def test_there_is_a_page_for_every_rule_of_the_catalogue_and_the_index_is_none():
    pages = resources.diagnostics_pages()
    assert list(pages) == sorted(pages)
    assert {rule.code for rule in catalogue.RULES} <= set(pages)
    assert all(page.name.startswith(code) for code, page in pages.items())


def test_what_lies_in_the_package_comes_before_what_lies_around_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    package, checkout = tmp_path / "package", tmp_path / "checkout"
    monkeypatch.setattr(resources, "_PACKAGE", package)
    monkeypatch.setattr(resources, "_CHECKOUT", checkout)
    with pytest.raises(FileNotFoundError, match="has no `theme` folder"):
        resources.theme_dir()
    (checkout / "theme").mkdir(parents=True)
    assert resources.theme_dir() == checkout / "theme"
    (package / "_data/theme").mkdir(parents=True)
    assert resources.theme_dir() == package / "_data/theme"


def test_only_files_named_after_a_rule_are_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "_data/diagnostics"
    folder.mkdir(parents=True)
    for name in ("FST302-repeated-id.md", "FST301-unknown-reference.md", "index.md", "FST303.md", "FST304-x.txt"):
        (folder / name).touch()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert {code: page.name for code, page in resources.diagnostics_pages().items()} == {
        "FST301": "FST301-unknown-reference.md",
        "FST302": "FST302-repeated-id.md",
    }
