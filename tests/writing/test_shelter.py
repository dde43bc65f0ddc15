from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.utils import clean_directory

from fasti.writing import shelter, unshelter
from fasti.writing.manifest import load
from tests.writing.plain import contents, stamps
from tests.writing.test_output import put


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published folder with pages of ours and of the platform in one folder."""
    put(
        tmp_path,
        {"places/a/index.html": "ours", "events/a/index.html": "ours", "sitemap.xml": "ours"},
        carried=["places/index.html"],
    )
    (tmp_path / "places/index.html").write_text("theirs")
    (tmp_path / "method").mkdir()
    (tmp_path / "method/index.html").write_text("theirs")
    return tmp_path


def test_our_files_come_through_the_cleaning_untouched(site):
    before = stamps(site)
    shelter(site)
    clean_directory(str(site))
    assert all(path.startswith(".fasti/") for path in contents(site))
    unshelter(site)
    ours = {path: stamp for path, stamp in before.items() if "index.html" not in path or path.count("/") == 2}
    assert stamps(site) == ours


def test_what_the_platform_wrote_meanwhile_stays(site):
    shelter(site)
    clean_directory(str(site))
    (site / "places").mkdir()
    (site / "places/index.html").write_text("theirs, new")
    unshelter(site)
    assert (site / "places/index.html").read_text() == "theirs, new"
    assert (site / "places/a/index.html").read_text() == "ours"
    assert not (site / ".fasti/shelter").exists()


def test_a_page_that_the_platform_no_longer_has_does_not_come_back(site):
    shelter(site)
    clean_directory(str(site))
    unshelter(site)
    assert not (site / "places/index.html").exists()


def test_after_an_interrupted_build_everything_is_written_anew(site):
    shelter(site)
    clean_directory(str(site))
    shelter(site)
    assert load(site).files == {}
    assert contents(site) == {}


def test_a_folder_that_we_never_wrote_is_left_alone(tmp_path):
    (tmp_path / "precious.txt").write_text("x")
    shelter(tmp_path)
    unshelter(tmp_path)
    assert contents(tmp_path) == {"precious.txt": b"x"}


def test_a_folder_that_is_gone_is_no_fault(tmp_path):
    shelter(tmp_path / "never")
    unshelter(tmp_path / "never")
    assert not (tmp_path / "never").exists()


def test_a_sheltered_folder_that_the_platform_made_a_file_gives_way(site):
    shelter(site)
    clean_directory(str(site))
    (site / "events").write_text("a file")
    unshelter(site)
    assert (site / "events").read_text() == "a file"
    shutil.rmtree(site)
