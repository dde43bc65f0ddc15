"""What became of records, as their repository tells: on small repositories with fixed days."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fasti.diagnostics import Report
from fasti.edtf import iso
from fasti.reading import History, read, read_history, settings_for
from fasti.reading import history as module
from tests.kit.corpus import a_corpus
from tests.kit.git import Repo

FALL = "title: The fall\ntype: capture\nwhen: 1453-05-29\nwhere: city\nnow_held_by: sultan\nsources: letter\n"
PLACE = "names: City\nkind: city\n"


def a_repo(files: dict[str, str | bytes | None] | None = None, *options: str) -> Repo:
    """A project that is a repository, its first records committed on New Year's Day."""
    repo = Repo(a_corpus({}), *options)
    repo.commit("The beginning", {"content/events/fall.yml": FALL, **(files or {})})
    return repo


def history(project: Path) -> History:
    """The history of a project."""
    report = Report()
    settings = settings_for(project, report)
    return read_history(settings, read(settings, report))


def told(project: Path) -> list[str]:
    """Its changes, the latest first: `2026-01-02 corrected event fall (when; control city)`."""
    lines = []
    for change in history(project).changes:
        fields = "" if change.fields is None else f" ({'; '.join(' '.join(f).strip() for f in change.fields)})"
        lines.append(f"{iso(change.commit.day)} {change.what} {change.kind} {change.id}{fields}")
    return lines


def test_records_are_added_and_corrected_on_the_day_of_the_commit():
    repo = a_repo()
    repo.commit("A place", {"content/places/city.yml": PLACE}, "2026-01-02")
    repo.commit("The day was another", {"content/events/fall.yml": FALL.replace("-29", "-30")}, "2026-01-03")
    assert told(repo.folder) == [
        "2026-01-03 corrected event fall (when)",
        "2026-01-02 added place city",
        "2026-01-01 added event fall",
    ]


def test_what_was_corrected_is_told_by_field_place_and_rival():
    repo = a_repo()
    new = FALL.replace("now_held_by: sultan", "control: [{held_by: empire}, {place: harbour, held_by: sultan}]")
    new = new.replace("The fall", "Fall") + "rivals: {when: 1453-05-30, sources: letter}\nbody: It fell.\n"
    repo.commit("Much", {"content/events/fall.yml": new}, "2026-01-02")
    assert told(repo.folder)[0] == (
        "2026-01-02 corrected event fall (body; title; rivals when; control city; control harbour)"
    )


def test_a_day_moved_does_not_change_who_held_the_place():
    repo = a_repo()
    repo.commit("Day", {"content/events/fall.yml": FALL.replace("-29", "-28")}, "2026-01-02")
    assert told(repo.folder)[0] == "2026-01-02 corrected event fall (when)"


def test_layout_comments_and_shorthand_correct_nothing():
    repo = a_repo()
    long = FALL.replace("where: city", "where: {at: [city]}  # as the letter says")
    long = long.replace("when: 1453-05-29", "when: {date: '1453-05-29'}").replace(
        "sources: letter", "sources:\n  - letter"
    )
    repo.commit("Tidy", {"content/events/fall.yml": long}, "2026-01-02")
    assert told(repo.folder) == ["2026-01-01 added event fall"]
    version = history(repo.folder).of("event", "fall").version
    assert version is not None and version.id == repo.run("rev-parse", "HEAD")


def test_a_record_moved_or_written_in_the_other_form_keeps_its_history():
    repo = a_repo()
    repo.commit("Into its year", {"content/events/fall.yml": None, "content/events/1453/fall.yml": FALL}, "2026-01-02")
    front = f"---\n{FALL.replace('-29', '-30')}---\n"
    repo.commit("As prose", {"content/events/1453/fall.yml": None, "content/events/1453/fall.md": front}, "2026-01-03")
    assert told(repo.folder) == ["2026-01-03 corrected event fall (when)", "2026-01-01 added event fall"]


def test_the_version_of_a_moved_record_stands_where_it_then_stood():
    repo = a_repo()
    first = repo.run("rev-parse", "HEAD")
    repo.commit("Into its year", {"content/events/fall.yml": None, "content/events/1453/fall.yml": FALL}, "2026-01-02")
    known = history(repo.folder).of("event", "fall")
    assert (known.version.id if known.version else None, known.path) == (first, "content/events/fall.yml")


def test_a_record_with_a_new_id_keeps_its_history_if_it_names_the_old_one():
    repo = a_repo()
    new = FALL + "formerly: fall\n"
    repo.commit("Another id", {"content/events/fall.yml": None, "content/events/the-fall.yml": new}, "2026-01-02")
    assert told(repo.folder) == [
        "2026-01-02 corrected event the-fall (formerly)",
        "2026-01-01 added event the-fall",
    ]


def test_a_record_with_a_new_id_keeps_its_history_if_it_says_the_same_to_the_letter():
    repo = a_repo()
    repo.commit("Another id", {"content/events/fall.yml": None, "content/events/the-fall.yml": FALL}, "2026-01-02")
    repo.commit("Back", {"content/events/the-fall.yml": None, "content/events/fall.yml": FALL}, "2026-01-03")
    assert told(repo.folder) == ["2026-01-01 added event fall"]


def test_likeness_alone_makes_no_two_records_one():
    repo = a_repo()
    alike = FALL.replace("The fall", "A fall")
    repo.commit("Another", {"content/events/fall.yml": None, "content/events/other.yml": alike}, "2026-01-02")
    assert told(repo.folder) == ["2026-01-02 added event other"]


def test_a_copy_is_a_record_of_its_own():
    repo = a_repo()
    repo.commit("A copy", {"content/events/other.yml": FALL}, "2026-01-02")
    assert told(repo.folder) == ["2026-01-02 added event other", "2026-01-01 added event fall"]


def test_a_record_deleted_and_made_again_says_both_days():
    repo = a_repo()
    repo.commit("Gone", {"content/events/fall.yml": None}, "2026-01-02")
    assert told(repo.folder) == []
    repo.commit("Here again", {"content/events/fall.yml": FALL}, "2026-01-03")
    assert told(repo.folder) == ["2026-01-03 again event fall", "2026-01-01 added event fall"]


def test_a_draft_is_added_on_the_day_it_is_published_and_nothing_is_told_before():
    draft = FALL + "status: draft\n"
    repo = a_repo({"content/events/fall.yml": draft})
    repo.commit("Better", {"content/events/fall.yml": draft.replace("The fall", "Fall")}, "2026-01-02")
    assert told(repo.folder) == []
    repo.commit("Out", {"content/events/fall.yml": FALL}, "2026-01-03")
    assert told(repo.folder) == ["2026-01-03 added event fall"]


def test_withdrawn_and_restored_are_told_as_that():
    repo = a_repo()
    gone = FALL + "status: withdrawn\nwithdrawn: {on: 2026-01-02, why: Forged.}\n"
    repo.commit("Forged", {"content/events/fall.yml": gone}, "2026-01-02")
    repo.commit("Not forged", {"content/events/fall.yml": FALL}, "2026-01-03")
    assert [line.partition(" (")[0] for line in told(repo.folder)] == [
        "2026-01-03 restored event fall",
        "2026-01-02 withdrawn event fall",
        "2026-01-01 added event fall",
    ]


def test_a_merge_is_one_change_on_the_day_it_was_merged_with_the_title_its_host_wrote():
    repo = a_repo()
    repo.run("config", "log.diffMerges", "off")
    repo.run("checkout", "-q", "-b", "work")
    repo.commit("try", {"content/places/city.yml": PLACE}, "2026-01-02")
    repo.commit("try again", {"content/places/city.yml": PLACE + "description: A city.\n"}, "2026-01-03")
    repo.run("checkout", "-q", "main")
    repo.commit("Meanwhile", {"content/events/fall.yml": FALL.replace("-29", "-28")}, "2026-01-04")
    message = "Merge pull request #7 from somebody/work\n\nA city, at last\n"
    repo.run("merge", "-q", "--no-ff", "-m", message, "work", day="2026-01-05")
    found = history(repo.folder).changes
    assert [(iso(c.commit.day), c.what, c.id, c.commit.subject) for c in found] == [
        ("2026-01-05", "added", "city", "A city, at last"),
        ("2026-01-04", "corrected", "fall", "Meanwhile"),
        ("2026-01-01", "added", "fall", "The beginning"),
    ]


def test_a_version_that_cannot_be_read_today_is_compared_as_it_was_written():
    repo = a_repo({"content/events/fall.yml": FALL + "mood: grim\n"})
    repo.commit("Mended", {"content/events/fall.yml": FALL.replace("-29", "-30")}, "2026-01-02")
    assert told(repo.folder)[0] == "2026-01-02 corrected event fall (when; mood)"


@pytest.mark.parametrize("before", ["", "\0", "title: [", "---\n", "- a\n", "\ud800", FALL + "#" * (1 << 20)])
def test_a_version_that_was_no_record_at_all_is_corrected_and_no_more(before: str):
    repo = a_repo({"content/events/fall.yml": before.encode("utf-8", "surrogatepass")})
    repo.commit("Mended", {"content/events/fall.yml": FALL}, "2026-01-02")
    assert told(repo.folder) == ["2026-01-02 corrected event fall", "2026-01-01 added event fall"]


def test_old_corrections_are_told_without_what_they_changed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST_COMPARED", 1)
    repo = a_repo()
    for day in (2, 3, 4):
        repo.commit("Day", {"content/events/fall.yml": FALL.replace("-29", f"-2{day}")}, f"2026-01-0{day}")
    assert told(repo.folder) == [
        "2026-01-04 corrected event fall (when)",
        "2026-01-03 corrected event fall",
        "2026-01-02 corrected event fall",
        "2026-01-01 added event fall",
    ]


def test_what_is_not_committed_has_no_day_and_no_version():
    repo = a_repo()
    draft = FALL + "status: draft\n"
    changed = {"content/events/fall.yml": FALL.replace("-29", "-30"), "content/places/city.yml": PLACE}
    repo.write({**changed, "content/events/not-yet.yml": draft})
    found = history(repo.folder)
    assert found.pending == (("event", "fall"), ("place", "city"))
    assert (found.of("event", "fall").version, found.of("place", "city").version) == (None, None)
    assert told(repo.folder) == ["2026-01-01 added event fall"]


def test_a_fresh_clone_tells_the_same(tmp_path: Path):
    repo = a_repo()
    repo.commit("Day", {"content/events/fall.yml": FALL.replace("-29", "-30")}, "2026-01-02")
    repo.run("clone", "-q", ".", str(tmp_path / "clone"))
    assert history(tmp_path / "clone") == history(repo.folder)


def test_a_project_in_a_folder_of_the_repository_tells_only_of_its_own(tmp_path: Path):
    inner = tmp_path / "repo" / "sites [1]" / "a"
    repo = Repo(tmp_path / "repo")
    shutil.copytree(a_corpus({"events/fall.yml": FALL}), inner)
    repo.commit("One", {"content/events/fall.yml": FALL})
    repo.commit("Another's", {"content/events/fall.yml": FALL.replace("-29", "-30")}, "2026-01-02")
    repo.run("config", "diff.relative", "true")
    assert told(inner) == ["2026-01-01 added event fall"]
    assert history(inner).of("event", "fall").path == "sites [1]/a/content/events/fall.yml"


def test_times_that_go_backwards_are_told_by_day():
    repo = a_repo()
    repo.commit("From a clock that is slow", {"content/places/city.yml": PLACE}, "2025-12-31")
    assert told(repo.folder) == ["2026-01-01 added event fall", "2025-12-31 added place city"]


def test_a_repository_that_names_by_sha256_is_read_as_well():
    repo = a_repo(None, "--object-format=sha256")
    repo.commit("Day", {"content/events/fall.yml": FALL.replace("-29", "-30")}, "2026-01-02")
    assert told(repo.folder) == ["2026-01-02 corrected event fall (when)", "2026-01-01 added event fall"]
    assert history(repo.folder).pending == ()


def test_without_a_repository_a_commit_or_a_whole_history_nothing_is_told_and_why_is_said(tmp_path: Path):
    alone = a_corpus({"events/fall.yml": FALL})
    assert history(alone) == History("repository")
    Repo(alone)
    assert history(alone) == History("commits")
    repo = a_repo()
    repo.commit("Day", {"content/events/fall.yml": FALL.replace("-29", "-30")}, "2026-01-02")
    repo.run("clone", "-q", "--depth=1", repo.folder.as_uri(), str(tmp_path / "shallow"))
    assert history(tmp_path / "shallow") == History("shallow")


def test_without_git_nothing_is_told_and_why_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    repo = a_repo()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(repo.folder) == History("git")


def test_a_broken_repository_is_said_to_be_one():
    repo = a_repo()
    objects = repo.folder / ".git/objects"
    for file in [file for file in objects.rglob("*") if file.is_file()]:
        file.chmod(0o600)
        file.write_bytes(b"broken")
    assert history(repo.folder) == History("broken")
