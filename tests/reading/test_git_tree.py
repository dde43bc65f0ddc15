"""A project at a revision reads as its work tree read then, and is refused where that was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fasti.diagnostics import Report, render_concise
from fasti.reading import GitFault, GitTree, Reading, Tree, read, settings_for
from fasti.reading.tree import Found
from tests.kit.corpus import a_corpus
from tests.kit.git import Repo


def walked(tree: Tree, folder: str) -> list[Found]:
    """The files of a tree but for the times that only a disk knows."""
    return [replace(found, changed=0) for found in tree.walk(folder)]


EVENT = "title: A day\ntype: battle\nwhen: 1453\n"


def reading(project: Path, tree: Tree) -> tuple[Reading, str]:
    """What a tree reads as, and its faults."""
    report = Report()
    settings = settings_for(project, report, tree=tree)
    return read(settings, report, tree=tree), render_concise(report.diagnostics)


def test_a_commit_reads_as_the_work_tree_did(tmp_path: Path):
    repo = Repo(a_corpus({
        "events/b.yml": EVENT, "events/a/b.yml": EVENT, "events/1453/c.md": f"---\n{EVENT}---\nProse.\n", "events/a.md": "",
        "events/.hidden.yml": EVENT, "events/c.yml~": EVENT, "events/.git-like/d.yml": EVENT, "events/#e.yml#": EVENT,
        "events/large.yml": "x" * ((1 << 20) + 2), "events/broken.yml": "title: [", "media/a.txt": "no picture",
        "places/مدينة.yml": "names: City\nkind: city\n",
    }))  # fmt: skip
    (repo.folder / "content/events/link.yml").symlink_to("b.yml")
    (repo.folder / "content/events/linked").symlink_to("../places")
    (repo.folder / "content/series").symlink_to("places")
    then = [walked(Tree(repo.folder), folder) for folder in ("content", "content/events", "content/series", "none")]
    expected = reading(repo.folder, Tree(repo.folder))
    repo.commit("All", {})
    repo.commit(
        "Later", {"content/events/b.yml": None, "mkdocs.yml": "site_name: Another\n", "content/vocabulary.yml": None}
    )
    tree = GitTree(repo.folder, "HEAD~1")
    assert [walked(tree, folder) for folder in ("content", "content/events", "content/series", "none")] == then
    assert reading(repo.folder, tree) == expected
    assert expected[1].count("\n") > 5


def test_a_submodule_is_no_folder_of_records():
    repo = Repo(a_corpus({"events/b.yml": EVENT}))
    first = repo.commit("All", {})
    repo.run("update-index", "--add", "--cacheinfo", f"160000,{first},content/events/1453")
    repo.run("commit", "-q", "-m", "A submodule")
    _, faults = reading(repo.folder, GitTree(repo.folder, "HEAD"))
    assert (
        faults
        == "content/events/1453: error FST109 this is a link or a device, not a file (put the file itself here)\n"
    )


def test_a_project_in_a_folder_is_read_from_there(tmp_path: Path):
    repo = Repo(tmp_path)
    repo.commit("One", {"inner/content/a.yml": "1", "content/a.yml": "2"})
    assert GitTree(tmp_path / "inner", "main").read("content/a.yml") == b"1"


def test_bytes_are_read_as_far_as_asked_and_only_of_plain_files(tmp_path: Path):
    repo = Repo(tmp_path)
    (tmp_path / "link").symlink_to("a")
    repo.commit("One", {"a": b"12345", "b/c": b"\xff"})
    tree = GitTree(tmp_path, "main")
    assert (tree.read("a"), tree.read("a", most=2), tree.read("a", most=-1), tree.text("b/c")) == (
        b"12345",
        b"12",
        b"12345",
        "\ufffd",
    )
    assert [tree.exists(path) for path in ("a", "link", "b", "none")] == [True, False, False, False]
    for path in ("link", "b", "none", "../a", "/etc/passwd"):
        with pytest.raises(OSError, match=path):
            tree.read(path)


def test_a_revision_that_is_none_is_refused(tmp_path: Path):
    Repo(tmp_path).commit("One", {"a": "1"})
    with pytest.raises(GitFault, match="`nobody` names no commit of this repository"):
        GitTree(tmp_path, "nobody")
