"""`fasti check` as people, GitHub and programs ask for it, on small repositories."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from fasti.cli import cli
from tests.kit.builders import a_source, an_event
from tests.kit.corpus import a_corpus
from tests.kit.git import Repo

GOOD = {
    "events/a.yml": an_event(when="2017-05-01", sources="paper p1"),
    "events/b.yml": an_event(when="2017-06-01", sources="paper p1"),
    "sources/paper.yml": a_source(no_archive="printed"),
}
BROKEN = an_event(when="May", sources="paper p1")
WHERE = "content/events/"


@pytest.fixture
def repo() -> Repo:
    """A chronology of one commit on `main`, and the branch of a contributor checked out."""
    made = Repo(a_corpus(GOOD))
    made.commit("All", {})
    made.run("checkout", "-q", "-b", "change")
    return made


def asked(folder: Path, *arguments: str, env: dict[str, str] | None = None) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli, ["check", *arguments, "--project", str(folder)], env=env, catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def paths(text: str) -> list[str]:
    return [line.split(":")[0].removeprefix(WHERE) for line in text.splitlines()]


def test_faults_of_changed_files_come_first(repo: Repo):
    repo.run("checkout", "-q", "main")
    repo.commit("Broken already", {f"{WHERE}a.yml": BROKEN})
    repo.run("checkout", "-q", "-b", "later")
    repo.commit("Breaks another", {f"{WHERE}b.yml": BROKEN, f"{WHERE}c.yml": BROKEN})
    assert paths(asked(repo.folder, "--format", "concise")[1]) == ["b.yml", "c.yml", "a.yml"]
    assert paths(asked(repo.folder, "--format", "concise", "--base", "HEAD")[1]) == ["a.yml", "b.yml", "c.yml"]
    github = asked(repo.folder, "--format", "github")[1]
    assert [line.split("file=")[1].split(",")[0] for line in github.splitlines()] == [
        f"{WHERE}b.yml", f"{WHERE}c.yml", f"{WHERE}a.yml",
    ]  # fmt: skip
    told = [json.loads(line)["path"] for line in asked(repo.folder, "--format", "json")[1].splitlines()]
    assert told == [f"{WHERE}a.yml", f"{WHERE}b.yml", f"{WHERE}c.yml"]


def test_an_edit_that_is_not_committed_is_a_change(repo: Repo):
    repo.run("checkout", "-q", "main")
    repo.commit("Broken already", {f"{WHERE}a.yml": BROKEN})
    repo.write({f"{WHERE}b.yml": BROKEN})
    assert paths(asked(repo.folder, "--format", "concise")[1]) == ["b.yml", "a.yml"]


def test_without_a_repository_the_order_is_plain():
    folder = a_corpus({**GOOD, "events/a.yml": BROKEN, "events/b.yml": BROKEN})
    code, out, err = asked(folder, "--format", "concise")
    assert (code, paths(out), err) == (1, ["a.yml", "b.yml"], "")


@pytest.mark.parametrize("base", ["none-such", "--output=x"])
def test_a_base_that_is_no_commit_is_wrong_use(repo: Repo, base: str):
    code, out, err = asked(repo.folder, f"--base={base}")
    assert (code, out) == (2, "")
    assert err == (
        f"error: what changed cannot be known: `{base}` names no commit of this repository; fetch the whole history "
        "(`fetch-depth: 0` in GitHub's checkout, `git fetch --unshallow` in a clone), or name the base with --base\n"
    )


def test_a_change_to_records_and_pictures_alone_passes(repo: Repo):
    png = b"\x89PNG\r\n\x1a\n"
    repo.commit("Records", {f"{WHERE}a.yml": an_event(when="2017-05-02", sources="paper p1"), f"{WHERE}b.yml": None})
    repo.commit("New", {f"{WHERE}2018/c.yml": an_event(when="2018", sources="paper p2"), "content/media/x.png": png})
    assert asked(repo.folder, "--content-only") == (0, "no faults\n", "")


def told_of(repo: Repo, *more: str) -> list[tuple[str, str]]:
    """Path and message of what `--content-only` refuses."""
    code, out, _ = asked(repo.folder, "--content-only", "--format", "json", *more)
    found = [json.loads(line) for line in out.splitlines()]
    assert code == (1 if found else 0)
    return [(one["path"], one["message"]) for one in found if one["code"] == "FST903"]


CHANGED, ADDED = "this file was changed, and it is no record", "this file was added, and it is no record"
GONE = "this file was taken away, and it is no record"
REFUSED = {
    "settings": ({"mkdocs.yml": "site_name: x\n"}, [("mkdocs.yml", CHANGED)]),
    "a page": ({"content/pages/new.md": "# New\n"}, [("content/pages/new.md", ADDED)]),
    "a page taken away": ({"content/pages/index.md": None}, [("content/pages/index.md", GONE)]),
    "accepted faults": ({"content/accepted.yml": "[]\n"}, [("content/accepted.yml", ADDED)]),
    "the vocabulary": ({"content/vocabulary.yml": "{}\n"}, [("content/vocabulary.yml", CHANGED)]),
    "a workflow": ({".github/workflows/x.yml": "on: push\n"}, [(".github/workflows/x.yml", ADDED)]),
    "a folder of another case": ({"content/Events/x.yml": "a: b\n"}, [("content/Events/x.yml", ADDED)]),
    "a folder that only begins so": ({"content/events.bak/x.yml": "a: b\n"}, [("content/events.bak/x.yml", ADDED)]),
    "what the check does not read": (
        {f"{WHERE}.gitattributes": "* text\n"},
        [(f"{WHERE}.gitattributes", "this file lies among the records where the check does not look")],
    ),
    "a hidden folder": (
        {f"{WHERE}.x/a.yml": "a: b\n"},
        [(f"{WHERE}.x/a.yml", "this file lies among the records where the check does not look")],
    ),
}


@pytest.mark.parametrize("files, expected", REFUSED.values(), ids=REFUSED)
def test_whatever_else_a_change_touches_is_refused(
    repo: Repo, files: dict[str, str | None], expected: list[tuple[str, str]]
):
    repo.write(files)
    assert told_of(repo) == expected  # not committed yet
    repo.commit("More than records", {})
    assert told_of(repo) == expected
    assert told_of(repo, "content/sources") == expected  # paths asked for hide no such fault


def test_links_programs_and_other_repositories_among_the_records_are_refused(repo: Repo):
    (repo.folder / WHERE / "link.yml").symlink_to("a.yml")
    (repo.folder / WHERE / "b.yml").chmod(0o755)
    other = Repo(repo.folder / WHERE / "module")
    other.commit("Inside", {"x.yml": "a: b\n"})
    expected = [
        (f"{WHERE}b.yml", "this file was made a program that can be run"),
        (f"{WHERE}link.yml", "a link stands here, not a file"),
        (f"{WHERE}module", "another repository stands here, not a file"),
    ]
    repo.run("-c", "advice.addEmbeddedRepo=false", "add", "-A")
    repo.run("commit", "-q", "-m", "Odd")
    assert told_of(repo) == expected


def test_a_rename_out_of_or_into_the_records_is_refused(repo: Repo):
    repo.run("mv", f"{WHERE}a.yml", "content/a.yml")
    repo.run("mv", "content/pages/index.md", f"{WHERE}index-page.md")
    repo.commit("Moved", {})
    assert told_of(repo) == [("content/a.yml", ADDED), ("content/pages/index.md", GONE)]


def test_what_others_did_meanwhile_on_the_default_branch_is_not_of_this_change(repo: Repo):
    repo.commit("A record", {f"{WHERE}c.yml": an_event(when="2018", sources="paper p2")})
    repo.run("checkout", "-q", "main")
    repo.commit("Settings", {"Makefile": "all:\n"})
    repo.run("checkout", "-q", "change")
    assert told_of(repo) == []
    repo.run("merge", "-q", "--no-edit", "main")
    assert told_of(repo) == []


def test_a_change_that_was_taken_back_touches_nothing(repo: Repo):
    repo.commit("Settings", {"Makefile": "all:\n"})
    repo.commit("And back", {"Makefile": None})
    assert told_of(repo) == []


def test_a_project_below_the_top_of_its_repository_answers_for_all_of_it(tmp_path: Path):
    project = a_corpus(GOOD)
    repo = Repo(tmp_path / "all")
    project = project.rename(repo.folder / "site-of-ours")
    repo.commit("All", {})
    repo.run("checkout", "-q", "-b", "change")
    repo.commit("Elsewhere", {"deploy.sh": "true\n", f"site-of-ours/{WHERE}b.yml": None})
    code, out, _ = asked(project, "--content-only", "--format", "concise")
    assert (code, out.splitlines()) == (
        1,
        [f"../deploy.sh: error FST903 {ADDED} (leave it out of this change, and ask a maintainer for it)"],
    )


def test_where_the_base_cannot_be_known_nothing_passes(repo: Repo, tmp_path: Path):
    assert asked(a_corpus(GOOD), "--content-only")[0] == 2
    repo.run("clone", "-q", "--depth=1", "--no-single-branch", f"file://{repo.folder}", str(tmp_path / "shallow"))
    code, out, err = asked(tmp_path / "shallow", "--content-only", "--base", "origin/main")
    assert (code, out) == (2, "")
    assert err.startswith("error: what changed cannot be known: this clone holds only a part of the history; fetch the")
    repo.run("checkout", "-q", "--orphan", "alone")
    repo.commit("No common history", {})
    assert asked(repo.folder, "--content-only", "--base", "main")[0] == 2


HOSTILE = "x%0A::error::y\\e[31m\\r##[error]z ::warning file=a::b"


def test_a_title_forges_nothing_in_the_log_and_nothing_in_the_summary(repo: Repo, tmp_path: Path):
    place = tmp_path / "summary.md"
    place.write_text("before\n", encoding="utf-8")
    mean = "<img src=x>|[a](http://e.example) @all #12 `c` ##[error]z %0A::error::y"
    files = {
        f"{WHERE}a.yml": f'title: "{HOSTILE}"\ntype: "{HOSTILE}"\nsources: paper p1\n',
        f"{WHERE}b.yml": f"title: b\ntype: '{mean}'\nsources: paper p1\n",
    }
    repo.commit("Hostile", files)
    done = subprocess.run(
        [sys.executable, "-m", "fasti.cli", "check", "--format", "github", "--project", str(repo.folder)],
        capture_output=True, check=False, env=around(place),
    )  # fmt: skip
    lines = done.stdout.decode("utf-8").split("\n")
    assert done.returncode == 1 and lines.pop() == ""
    assert all(line.startswith("::error file=content/events/") for line in lines) and len(lines) == 2
    for line in lines:
        assert "\x1b" not in line and "\r" not in line and "##[" not in line
        assert line.count("::error") == 1 + line.count("%250A::error")  # %25 is what shows a percent sign
    told = place.read_text(encoding="utf-8")
    assert told.startswith(
        "before\n## fasti check: 2 errors in 2 files\n\n| | Where | What | What to do |\n|---|---|---|---|\n"
    )
    assert len(told.splitlines()) == 8 and not set("\x1b\r") & set(told)
    for mark in ("<img", "[a]", "@all", "#12 ", "`", "::", "##["):
        assert mark not in told


def around(place: Path) -> dict[str, str]:
    import os

    return {**os.environ, "GITHUB_STEP_SUMMARY": str(place)}


def test_the_log_has_ten_annotations_of_a_level_and_the_summary_the_rest(tmp_path: Path):
    place = tmp_path / "summary.md"
    many = {f"events/e{number:02}.yml": BROKEN for number in range(30)}
    code, out, _ = asked(a_corpus({**GOOD, **many}), "--format", "github", env={"GITHUB_STEP_SUMMARY": str(place)})
    assert (code, out.count("::error "), out.splitlines()[-1]) == (
        1, 10,
        "::notice title=fasti check::not shown here: 20 errors in 20 files; `fasti check` shows them all",
    )  # fmt: skip
    assert place.read_text(encoding="utf-8").count("\n| error FST204 |") == 30


def test_a_summary_that_cannot_be_written_changes_nothing(tmp_path: Path):
    code, out, err = asked(a_corpus(GOOD), "--format", "github", env={"GITHUB_STEP_SUMMARY": str(tmp_path)})
    assert (code, out, err) == (0, "", "the summary of this step cannot be written: Is a directory\n")
