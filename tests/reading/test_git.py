"""The door of Git: nothing that a repository, its configuration or the environment names is run or believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from fasti.reading.git import Commit, GitFault, Repository, Touched, parsed, repository
from fasti.reading.tree import blob_id
from tests.kit.git import Repo

NONE = "0" * 40


def log(repo: Repo) -> list[tuple[Commit, tuple[Touched, ...]]]:
    return list(repository(repo.folder).log())


def test_a_blob_has_the_id_that_git_gives_it(tmp_path: Path):
    repo = Repo(tmp_path)
    for data in (b"", b"a\n", "مدينة\r\n".encode(), bytes(range(256))):
        assert blob_id(data) == repo.run("hash-object", "--stdin", given=data)


def test_names_that_would_mislead_are_read_as_they_are(tmp_path: Path):
    names = [
        "a b",
        "tab\there",
        'quote"d',
        "new\nline",
        "-rf",
        ":(glob)**",
        "*",
        "$(touch x)",
        "\u202eevil",
        "مدينة",
        "\udcff",
    ]
    repo = Repo(tmp_path)
    first = repo.commit("One", {f"dir/{name}": name.encode("utf-8", "surrogateescape") for name in names})
    ((commit, touched),) = log(repo)
    assert commit.id == first
    assert sorted(one.path for one in touched) == sorted(f"dir/{name}" for name in names)
    held = repository(tmp_path).blobs(one.new for one in touched if one.new)
    assert {held[one.new].decode("utf-8", "surrogateescape") for one in touched if one.new} == set(names)


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("Two  blanks\tand a tab", "Two blanks and a tab"),
        ("bell \a, escape \x1b[31m, delete \x7f", "bell , escape [31m, delete"),
        ("turned \u202ethgir ot tfel\u202c \u2066round\u2069", "turned thgir ot tfel round"),
        ("zero\u200bwidth \ufeffmark", "zero width mark"),
        ("asked by Jo <jo.doe@mail.example.org>, thanks", "asked by Jo <…>, thanks"),
        ("%0A::error::forged <script>&", "%0A::error::forged <script>&"),
        (":100644 100644 a b M", ":100644 100644 a b M"),
        ("", ""),
        ("w" * 201, "w" * 199 + "…"),
        ("Merge branch 'x'", "Merge branch 'x'"),
    ],
)
def test_a_subject_is_plain_text_on_one_line(tmp_path: Path, subject: str, shown: str):
    repo = Repo(tmp_path)
    repo.commit(subject, {"a": "1"})
    repo.commit("Two\n\n:100644 100644 a b M\n", {"a": "2"})
    assert [(commit.subject, [t.path for t in touched]) for commit, touched in log(repo)] == [
        ("Two", ["a"]),
        (shown, ["a"]),
    ]


def test_a_subject_in_another_encoding_or_in_none_is_shown_all_the_same(tmp_path: Path):
    repo = Repo(tmp_path)
    repo.run("config", "i18n.commitEncoding", "ISO-8859-1")
    (tmp_path / "message").write_bytes("Müller".encode("latin-1"))
    repo.run("commit", "-q", "--allow-empty", "-F", "message")
    repo.run("config", "i18n.commitEncoding", "UTF-8")
    tree = repo.run("rev-parse", "HEAD^{tree}")
    who = b"A <a@example.org> 1767268800 +0000\n"
    raw = b"tree %b\nauthor %b" % (tree.encode(), who) + b"committer " + who + b"\nM\xfcller\n"
    repo.run("reset", "-q", "--soft", repo.run("hash-object", "-t", "commit", "-w", "--stdin", given=raw))
    assert [commit.subject for commit, _ in log(repo)] == ["M\ufffdller"]


def test_a_time_that_no_calendar_has_is_brought_to_one_that_has_it(tmp_path: Path):
    repo = Repo(tmp_path)
    tree = repo.run("mktree")
    for time, told in ((b"99999999999999", 253_402_300_799), (b"1767268800", 1_767_268_800)):
        who = b"A <a@example.org> %b +0000\n" % time
        raw = b"tree %b\nauthor %bcommitter %b\nOne\n" % (tree.encode(), who, who)
        commit = repo.run("hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=raw)
        repo.run("update-ref", "refs/heads/main", commit)
        assert [commit.time for commit, _ in log(repo)] == [told]
    assert [c.time for c, _ in parsed(b"a\0\0-5\0s\0\0\0b\0\0x\0s\0\0\0")] == [0, 0]


def test_links_and_submodules_hold_no_record(tmp_path: Path):
    repo = Repo(tmp_path)
    (tmp_path / "link").symlink_to("/etc/passwd")
    first = repo.commit("One", {"a": "1"})
    repo.run("update-index", "--add", "--cacheinfo", f"160000,{first},sub")
    repo.run("commit", "-q", "-m", "Two")
    assert [[(t.path, t.old, t.new and "blob") for t in touched] for _, touched in log(repo)] == [
        [("sub", None, None)],
        [("a", None, "blob"), ("link", None, None)],
    ]


TRAP = "#!/bin/sh\ntouch {mark}\ncat\n"


def test_nothing_that_the_configuration_of_a_repository_names_is_run(tmp_path: Path):
    repo = Repo(tmp_path / "repo")
    mark, trap = tmp_path / "sprung", tmp_path / "trap"
    trap.write_text(TRAP.format(mark=mark))
    trap.chmod(0o755)
    repo.commit("One", {"a.yml": "1", ".gitattributes": "* diff=trap filter=trap merge=trap\n"})
    repo.commit("Two", {"a.yml": "2"})
    signed = repo.run("cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\n"
    )
    repo.run(
        "update-ref", "HEAD", repo.run("hash-object", "-t", "commit", "-w", "--stdin", given=f"{signed}\n".encode())
    )
    for name in (
        "core.fsmonitor", "core.pager", "pager.log", "diff.external", "diff.trap.textconv", "diff.trap.command",
        "filter.trap.smudge", "filter.trap.clean", "filter.trap.process", "gpg.program", "core.sshCommand",
        "core.editor", "core.askPass", "credential.helper", "uploadpack.packObjectsHook", "core.alternateRefsCommand",
        "alias.log", "alias.rev-parse", "alias.cat-file",
    ):  # fmt: skip
        repo.run("config", name, f"!{trap}" if name.startswith("alias") else str(trap))
    for name, value in (
        ("log.showSignature", "true"), ("diff.renames", "copies"), ("color.ui", "always"), ("log.decorate", "full"),
        ("format.pretty", "oneline"), ("diff.relative", "true"), ("log.follow", "true"), ("diff.orderFile", "/dev/null"),
        ("core.quotepath", "true"), ("log.showRoot", "false"), ("log.mailmap", "true"), ("log.diffMerges", "off"),
        ("notes.displayRef", "refs/notes/*"), ("i18n.logOutputEncoding", "UTF-16"), ("core.abbrev", "4"),
    ):  # fmt: skip
        repo.run("config", name, value)
    hooks = repo.folder / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-index-change", "pre-auto-gc", "fsmonitor-watchman", "post-checkout"):
        (hooks / name).write_text(TRAP.format(mark=mark))
        (hooks / name).chmod(0o755)
    mark.unlink(missing_ok=True)
    found = log(repo)
    assert [(commit.subject, [t.path for t in touched]) for commit, touched in found] == [
        ("Two", ["a.yml"]),
        ("One", [".gitattributes", "a.yml"]),
    ]
    blobs = [t.new for _, touched in found for t in touched if t.new]
    assert sorted(repository(repo.folder).blobs(blobs)) == sorted(set(blobs))
    assert not mark.exists()


def test_the_environment_cannot_tell_of_another_repository_or_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    mark, trap = tmp_path / "sprung", tmp_path / "trap"
    trap.write_text(TRAP.format(mark=mark))
    trap.chmod(0o755)
    repo, other = Repo(tmp_path / "repo"), Repo(tmp_path / "other")
    repo.commit("Ours", {"a": "1"})
    other.commit("Theirs", {"a": "2"})
    for name, value in {
        "GIT_DIR": other.folder / ".git",
        "GIT_WORK_TREE": other.folder,
        "GIT_INDEX_FILE": other.folder / ".git/index",
        "GIT_OBJECT_DIRECTORY": other.folder / ".git/objects",
        "GIT_NAMESPACE": "x",
        "GIT_PREFIX": "x/",
        "GIT_EXTERNAL_DIFF": trap,
        "GIT_PAGER": trap,
        "GIT_ASKPASS": trap,
        "GIT_SSH_COMMAND": trap,
        "GIT_TRACE": mark,
        "GIT_TRACE2_EVENT": mark,
        "GIT_CONFIG_COUNT": 1,
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": trap,
        "GIT_CONFIG_PARAMETERS": "'log.showRoot'='false'",
        "GIT_CEILING_DIRECTORIES": tmp_path,
        "GIT_SHALLOW_FILE": mark,
        "GIT_LITERAL_PATHSPECS": 0,
    }.items():
        monkeypatch.setenv(name, str(value))
    assert [(commit.subject, len(touched)) for commit, touched in log(repo)] == [("Ours", 1)]
    assert not mark.exists()


def test_what_one_machine_alone_has_been_told_changes_nothing(tmp_path: Path):
    repo = Repo(tmp_path)
    first = repo.commit("One", {"a": "1"})
    second = repo.commit("Two", {"a": "2"})
    told = log(repo)
    false = repo.run("commit-tree", "-m", "Forged", f"{first}^{{tree}}")
    repo.run("replace", second, false)
    assert [commit.subject for commit, _ in log(repo)] == ["Two", "One"]
    (tmp_path / ".git/info").mkdir(exist_ok=True)
    (tmp_path / ".git/info/grafts").write_text(f"{second}\n")
    repo.run("notes", "add", "-m", "A note", first)
    assert log(repo) == told


def test_a_folder_of_records_that_looks_like_a_repository_is_none(tmp_path: Path):
    """Contributors can lay out any folder; one that Git would take for a bare repository must not become one."""
    trap = tmp_path / "records"
    Repo(tmp_path / "made", "--bare")
    (tmp_path / "made").rename(trap)
    with pytest.raises(GitFault) as fault:
        repository(trap)
    assert fault.value.reason in ("repository", "broken")


def test_a_clone_that_left_blobs_with_its_origin_asks_nobody_for_them(tmp_path: Path):
    repo = Repo(tmp_path / "origin")
    repo.commit("One", {"a": "1"})
    repo.commit("Two", {"a": "2"})
    for name in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
        repo.run("config", name, "true")
    repo.run("clone", "-q", "--filter=blob:none", repo.folder.as_uri(), str(tmp_path / "clone"))
    clone = repository(tmp_path / "clone")
    ids = {one.new for _, touched in clone.log() for one in touched if one.new}
    assert set(clone.blobs(ids)) <= {blob_id(b"2")}
    assert clone.blobs([blob_id(b"2")]) == {blob_id(b"2"): b"2"}
    objects = repo.run("-C", str(tmp_path / "clone"), "rev-list", "--all", "--objects", "--missing=print")
    assert f"?{blob_id(b'1')}" in objects.splitlines()


def test_a_revision_is_a_commit_or_is_refused(tmp_path: Path):
    repo = Repo(tmp_path)
    first = repo.commit("One", {"a": "1"})
    repo.run("tag", "-a", "v1", "-m", "One")
    found = repository(tmp_path)
    assert [found.commit(name) for name in ("HEAD", "main", "v1", first[:8])] == [first] * 4
    for name in ("--all", "-h", "nobody", "", "HEAD:a", "main\nmain", "--output=x"):
        with pytest.raises(GitFault, match="names no commit"):
            found.commit(name)


def test_a_folder_that_is_in_no_repository_says_so(tmp_path: Path):
    with pytest.raises(GitFault) as fault:
        repository(tmp_path)
    assert fault.value.reason == "repository"
    repo = Repo(tmp_path / "repo")
    assert repository(repo.folder) == Repository(repo.folder, "", shallow=False)
    with pytest.raises(GitFault):
        repository(repo.folder / ".git")
