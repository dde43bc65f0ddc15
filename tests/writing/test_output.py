from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from fasti.writing import WritingFault
from fasti.writing.output import Output
from tests.writing.plain import contents, stamps


def put(site: Path, files: dict[str, str], *, key: str = "k", carried: Iterable[str] = ()) -> Output:
    """One round: each file's text is its fingerprint too."""
    output = Output(site, key, carried)
    for path, text in files.items():
        output.put(path, f"f{text}", text.encode)
    output.finish()
    return output


def counts(output: Output) -> tuple[int, int, int]:
    return output.written, output.kept, output.removed


def test_only_what_changed_is_made_and_written(tmp_path):
    put(tmp_path, {"a/index.html": "1", "b/index.html": "1"})
    before = stamps(tmp_path)
    made = []

    output = Output(tmp_path, "k")
    output.put("a/index.html", "f1", lambda: made.append("a") or b"")  # type: ignore[func-returns-value]
    output.put("b/index.html", "f2", lambda: b"2")
    output.finish()

    assert (made, counts(output)) == ([], (1, 1, 0))
    assert stamps(tmp_path)["a/index.html"] == before["a/index.html"]
    assert (tmp_path / "b/index.html").read_bytes() == b"2"


def test_another_key_makes_all_anew_but_leaves_equal_files_alone(tmp_path):
    put(tmp_path, {"a/index.html": "1"})
    before = stamps(tmp_path)
    assert counts(put(tmp_path, {"a/index.html": "1"}, key="other")) == (0, 1, 0)
    assert stamps(tmp_path)["a/index.html"] == before["a/index.html"]


def test_what_is_ours_and_gone_is_removed_with_its_empty_folders(tmp_path):
    put(tmp_path, {"events/a/index.html": "1", "events/b/index.html": "1"})
    (tmp_path / "events/b/notes.txt").write_text("not ours")
    (tmp_path / "other.html").write_text("not ours")
    assert counts(put(tmp_path, {})) == (0, 0, 2)
    assert set(contents(tmp_path)) == {".fasti/manifest", "events/b/notes.txt", "other.html"}
    assert not (tmp_path / "events/a").exists()


def test_what_the_platform_carries_now_is_not_removed(tmp_path):
    put(tmp_path, {"events/a/index.html": "1"})
    put(tmp_path, {}, carried=["events/a/index.html"])
    assert (tmp_path / "events/a/index.html").read_text() == "1"


@pytest.mark.parametrize("damage", [b"", b"longer than it was"])
def test_a_file_cut_short_or_grown_is_written_again(tmp_path, damage):
    put(tmp_path, {"a/index.html": "whole"})
    (tmp_path / "a/index.html").write_bytes(damage)
    assert counts(put(tmp_path, {"a/index.html": "whole"})) == (1, 0, 0)
    assert (tmp_path / "a/index.html").read_text() == "whole"


@pytest.mark.parametrize(
    "manifest", ["", "nonsense", "fasti manifest 1 k\nbroken line\n", "fasti manifest 1 k\nf1 1 ../out\n"]
)
def test_a_broken_manifest_means_to_write_anew_and_to_remove_nothing(tmp_path, manifest):
    site = tmp_path / "site"
    put(site, {"a/index.html": "1"})
    (tmp_path / "out").write_text("1")
    (site / ".fasti/manifest").write_text(manifest)
    put(site, {"b/index.html": "1"})
    assert (tmp_path / "out").exists()
    assert set(contents(site)) == {".fasti/manifest", "a/index.html", "b/index.html"}


@pytest.mark.parametrize(
    "path",
    [
        "../out", "/etc/out", "a/../../out", "a//b", "a/./b", "", "a/", "a\\b", "C:/out", "a\0b", "a\nb", "nul", "a/Con.html",
        "a./b", "a /b", "x" * 241, ".fasti/manifest", "a/\u202eb",
    ],
)  # fmt: skip
def test_a_path_that_leaves_the_folder_or_cannot_be_everywhere_is_refused(tmp_path, path):
    site = tmp_path / "site"
    output = Output(site, "k")
    with pytest.raises(WritingFault, match="is no proper path for a published file"):
        output.put(path, "f", lambda: b"x")
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/index.html", "A/index.html"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("stra\u00dfe.html", "strasse.html"),
        ("a", "a/index.html"),
        ("a/index.html", "a"),
        ("a/x.html", "A/y.html"),
    ],
)
def test_paths_that_some_computers_take_for_one_are_refused(tmp_path, one, other):
    output = Output(tmp_path, "k")
    output.put(one, "f", lambda: b"x")
    with pytest.raises(WritingFault, match="would be one and the same file on some computers: rename one"):
        output.put(other, "f", lambda: b"x")


def test_a_page_that_the_platform_carries_too_is_refused(tmp_path):
    output = Output(tmp_path, "k", ["places/a/index.html"])
    with pytest.raises(WritingFault) as fault:
        output.put("places/a/index.html", "f", lambda: b"x")
    assert str(fault.value) == "two things want to be published as `places/a/index.html`: rename one"


def test_no_link_in_the_site_leads_the_writer_out(tmp_path):
    site, outside = tmp_path / "site", tmp_path / "outside"
    site.mkdir()
    outside.mkdir()
    (site / "events").symlink_to(outside)
    with pytest.raises(WritingFault, match="`events` in the published folder is no folder"):
        put(site, {"events/a/index.html": "1"})
    assert contents(outside) == {}


def test_a_link_in_place_of_a_file_is_replaced_and_not_followed(tmp_path):
    site = tmp_path / "site"
    put(site, {"a.html": "1"})
    (tmp_path / "secret").write_text("1")
    (site / "a.html").unlink()
    (site / "a.html").symlink_to(tmp_path / "secret")
    put(site, {"a.html": "2"})
    assert (tmp_path / "secret").read_text() == "1"
    assert not (site / "a.html").is_symlink()


def test_a_hard_link_of_a_changed_file_keeps_its_old_text(tmp_path):
    site = tmp_path / "site"
    put(site, {"a.html": "1"})
    os.link(site / "a.html", tmp_path / "live.html")
    os.link(site / ".fasti/manifest", tmp_path / "manifest")
    before = (tmp_path / "manifest").read_bytes()
    put(site, {"a.html": "2"})
    assert (tmp_path / "live.html").read_text() == "1"
    assert (tmp_path / "manifest").read_bytes() == before


def test_what_an_interrupted_run_left_is_no_hindrance(tmp_path):
    (tmp_path / "a.html~fasti").write_text("half a pa")
    put(tmp_path, {"a.html": "1"})
    assert set(contents(tmp_path)) == {".fasti/manifest", "a.html"}


def test_the_manifest_is_sorted_and_names_no_place_or_time(tmp_path):
    put(tmp_path, {"b/index.html": "22", "a/index.html": "1"}, carried=["b/x.png", "other/index.html"])
    assert (tmp_path / ".fasti/manifest").read_text() == (
        "fasti manifest 1 k\n= b/x.png\nf1 1 a/index.html\nf22 2 b/index.html\n"
    )
