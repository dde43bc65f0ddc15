from __future__ import annotations

import os
from pathlib import Path

import pytest

from fasti.writing import mirror, spare_for, swap, swap_in
from tests.writing.plain import contents, stamps


def fill(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to swap: what the system can in one step, and what every system can."""
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    return str(request.param)


def test_the_spare_folder_becomes_the_site_and_the_site_the_spare(tmp_path, way):
    live = fill(tmp_path / "site", {"a.html": "old", "gone.html": "x"})
    spare = fill(tmp_path / "spare", {"a.html": "new", "b/c.html": "y"})
    swap_in(spare, live)
    assert contents(live) == {"a.html": b"new", "b/c.html": b"y"}
    assert contents(spare) == {"a.html": b"old", "gone.html": b"x"}
    assert sorted(os.listdir(tmp_path)) == ["site", "spare"]


def test_unchanged_files_keep_their_inode_and_their_time(tmp_path, way):
    live = fill(tmp_path / "site", {"a.html": "same", "b/c.html": "same", "d.html": "old"})
    before = stamps(live)
    swap_in(fill(tmp_path / "spare", {"a.html": "same", "b/c.html": "same", "d.html": "new"}), live)
    after = stamps(live)
    assert {path for path in after if after[path] != before[path]} == {"d.html"}


def test_the_first_site_is_moved_into_place(tmp_path):
    swap_in(fill(tmp_path / "spare", {"a.html": "1"}), tmp_path / "deep/site")
    assert contents(tmp_path) == {"deep/site/a.html": b"1"}


def test_a_mirror_is_the_same_files_without_copying(tmp_path):
    live = fill(tmp_path / "site", {"a.html": "1", "b/c.html": "2", "d": "3"})
    spare = fill(
        tmp_path / "spare", {"a.html": "older", "stale/x.html": "x", "b": "a file here", "d/e": "a folder here"}
    )
    mirror(live, spare)
    assert stamps(spare) == stamps(live)


def test_a_mirror_of_no_site_is_empty(tmp_path):
    spare = fill(tmp_path / "spare", {"a/b.html": "1", "c": "2"})
    mirror(tmp_path / "site", spare)
    assert list(spare.iterdir()) == []


def test_a_build_in_the_mirror_leaves_the_site_as_it_is(tmp_path):
    from tests.writing.test_output import put

    live, spare = tmp_path / "site", tmp_path / "spare"
    put(live, {"a.html": "1", "b.html": "1"})
    before = contents(live), stamps(live)
    mirror(live, spare)
    put(spare, {"a.html": "2", "b.html": "1"})
    assert (contents(live), stamps(live)) == before
    swap_in(spare, live)
    assert contents(live)["a.html"] == b"2"
    assert stamps(live)["b.html"] == before[1]["b.html"]


def test_links_in_a_spare_folder_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text("1")
    live = fill(tmp_path / "site", {"a.html": "1"})
    spare = tmp_path / "spare"
    spare.mkdir()
    (spare / "a.html").symlink_to(tmp_path / "secret")
    mirror(live, spare)
    assert not (spare / "a.html").is_symlink()


class Killed(BaseException):
    """The process ends here; nothing after it is run."""


@pytest.fixture
def fuse(monkeypatch: pytest.MonkeyPatch) -> Fuse:
    """Cuts a process short before the call to the system that changes something, counted from 0."""
    return Fuse(monkeypatch)


class Fuse:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = -1
        for name in ("link", "unlink", "rename", "replace", "mkdir", "rmdir", "open"):
            monkeypatch.setattr(os, name, self.counted(getattr(os, name)))
        monkeypatch.setattr(swap, "_exchange", self.counted(swap._exchange))

    def counted(self, call):
        def counted(*args, **kwargs):
            if self.left == 0:
                raise Killed
            self.left -= 1
            return call(*args, **kwargs)

        return counted


def test_wherever_a_build_is_cut_short_the_site_is_the_old_or_the_new_one_and_the_next_build_succeeds(tmp_path, fuse):
    from tests.writing.test_output import put

    old = {"a.html": "1", "b/same.html": "same", "gone/c.html": "1"}
    new = {"a.html": "2", "b/same.html": "same", "d/e.html": "2"}

    def build(folder: Path, files: dict[str, str]) -> None:
        mirror(folder / "site", folder / "spare")
        put(folder / "spare", files)
        swap_in(folder / "spare", folder / "site")

    def pages(folder: Path) -> dict[str, str]:
        found = contents(folder / "site").items()
        return {path: content.decode() for path, content in found if not path.startswith(".fasti/")}

    seen = []
    for moment in range(1000):
        folder = tmp_path / str(moment)
        build(folder, {"a.html": "0"})  # so that the spare folder holds an older site
        build(folder, old)
        fuse.left = moment
        try:
            build(folder, new)
        except Killed:
            seen.append(pages(folder))
            fuse.left = -1
            build(folder, new)
            assert pages(folder) == new
        else:
            break
        finally:
            fuse.left = -1
    assert len(seen) > 20
    assert [state for state in seen if state not in (old, new)] == []
    assert old in seen


def test_a_site_on_the_file_system_of_the_cache_is_built_there_and_any_other_beside_itself(tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    cache.mkdir()
    assert spare_for(tmp_path / "not/yet/site", cache) == cache / "spare"
    real = os.stat

    def stat(path, **options):
        found = real(path, **options)
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:])) if Path(path) == tmp_path else found

    monkeypatch.setattr(os, "stat", stat)
    assert spare_for(tmp_path / "not/yet/site", cache) == tmp_path / "not/yet/.site.spare"
