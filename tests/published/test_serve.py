"""`fasti serve` as a process: it follows every change, outlives every fault, and ends without a trace."""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.browser import Served, visit
from tests.published.kit import Done, Server, a_copy

EVENT = "events/capture-of-deir-ez-zor-city-2017/"
TITLE = "Syrian army says it holds all of Deir ez-Zor city"
FILE = "content/events/2017/capture-of-deir-ez-zor-city-2017.md"
STALE = "The last edit is not shown yet."
NEW = """\
title: {title}
type: capture
when: 2017-11-17
where: rawa
now_held_by: iraqi-forces
sources: [ann-2017-11-04 p29]
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, first: Done, project: Path) -> Path:
    """A copy to edit, its charts drawn already."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(project / ".cache", folder / ".cache")
    return a_copy(folder)


@pytest.fixture(scope="module")
def server(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests that leave the project as they found it."""
    with Server(copy, tmp_path_factory.mktemp("server") / "scratch") as running:
        yield running


@pytest.fixture
def edit(copy: Path, server: Server) -> Iterator[Edit]:
    """Edits that are taken back after the test, and are seen to be taken back."""
    edits = Edit(copy)
    yield edits
    edits.take_back()
    server.until(lambda: STALE not in server.get()[1] and f"<h1>{TITLE}" in server.get(EVENT)[1], "all is well again")


class Edit:
    """Changes to files of a project, remembered."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.before: dict[Path, bytes | None] = {}

    def write(self, path: str, text: str | bytes) -> Path:
        """Save a file in place."""
        place = self._remember(path)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
        return place

    def replace(self, path: str, old: str, new: str) -> None:
        """Save a file by another that takes its name, as many editors do."""
        place = self._remember(path)
        text = place.read_text("utf-8")
        assert text.count(old) == 1
        other = self.project / ".saving"
        other.write_text(text.replace(old, new), "utf-8")
        os.replace(other, place)

    def delete(self, path: str) -> None:
        self._remember(path).unlink()

    def take_back(self) -> None:
        for place, content in self.before.items():
            if content is None:
                place.unlink(missing_ok=True)
            else:
                place.write_bytes(content)

    def _remember(self, path: str) -> Path:
        place = self.project / path
        self.before.setdefault(place, place.read_bytes() if place.exists() else None)
        return place


def test_an_edit_of_a_record_shows_on_its_page_and_where_it_is_named(server: Server, edit: Edit) -> None:
    edit.write(FILE, (edit.project / FILE).read_text("utf-8").replace(TITLE, "An edited title"))
    server.shows("<h1>An edited title", EVENT)
    server.shows("An edited title", "chronology/2017/")
    edit.take_back()
    server.shows(f"<h1>{TITLE}", EVENT)


def test_a_record_comes_is_renamed_and_goes(server: Server, edit: Edit) -> None:
    made = edit.write("content/events/taking-of-rawa.yml", NEW.format(title="Rawa is taken"))
    server.shows("<h1>Rawa is taken", "events/taking-of-rawa/")
    server.shows("events/taking-of-rawa/", "chronology/2017/")
    made.rename(edit._remember("content/events/rawa-taken.yml"))
    server.shows("<h1>Rawa is taken", "events/rawa-taken/")
    assert server.get("events/taking-of-rawa/")[0] == 404
    edit.delete("content/events/rawa-taken.yml")
    server.until(lambda: server.get("events/rawa-taken/")[0] == 404, "the page is gone")
    assert "Rawa is taken" not in server.get("chronology/2017/")[1]


def test_an_edit_is_built_once(server: Server, edit: Edit) -> None:
    # Two watchers of one file drift apart until both start a build: each folder is watched once.
    assert re.search("Watching paths for changes: 'mkdocs.yml', 'content', '[^']*theme'\n", server.log)
    builds = server.log.count("Detected file changes")
    edit.replace("content/pages/method.md", "## Dates", "## Dates, once")
    server.shows("Dates, once", "method/")
    edit.replace(FILE, TITLE, "Saved by a rename")
    server.shows("<h1>Saved by a rename", EVENT)
    assert server.log.count("Detected file changes") == builds + 2


def test_what_editors_keep_beside_a_record_is_no_fault(server: Server, edit: Edit) -> None:
    edit.write(f"{FILE}~", "an older version")
    edit.write("content/events/#new.yml#", "not saved yet")
    edit.write("content/events/.new.yml.swp", b"\0\1")
    lock = edit._remember("content/events/.#new.yml")
    lock.symlink_to("somebody@somewhere.1")
    edit.replace(FILE, TITLE, "Edited meanwhile")
    assert STALE not in server.shows("<h1>Edited meanwhile", EVENT)


def test_a_broken_edit_keeps_the_last_good_pages_under_a_notice_until_it_is_mended(server: Server, edit: Edit) -> None:
    edit.write("content/events/second.yml", NEW.format(title="Second").replace("rawa", "rawwa"))
    edit.replace(FILE, TITLE, "Never shown")
    fault = "content/events/second.yml:4:8: error FST301 no place is called `rawwa` (did you mean `rawa`?)"
    page = server.shows(STALE, EVENT)
    assert f"<pre>{fault}\n</pre>" in page
    assert f"<h1>{TITLE}" in page
    assert STALE in server.get()[1]
    assert server.get("events/second/") == (404, server.shows(fault, "events/second/", 404))
    assert "error[FST301]: no place is called `rawwa`\n --> content/events/second.yml:4:8\n" in server.log
    assert "Traceback" not in server.log
    edit.write("content/events/second.yml", NEW.format(title="Second"))
    assert STALE not in server.shows("<h1>Never shown", EVENT)
    assert STALE not in server.shows("<h1>Second", "events/second/")


BROKEN: dict[str, tuple[str | bytes, str]] = {
    "content/vocabulary.yml": ("event_types: {capture: [\n", "content/vocabulary.yml:2:1: error FST101"),
    "content/pages/index.md": (b"\xff\xfe\0", "content/pages/index.md:1:1: error FST106"),
    "content/pages/broken.md": (b"# \xff\n", "content/pages/broken.md:1:3: error FST106"),
    "mkdocs.yml": ("site_name: [\n", "MkDocs encountered an error parsing the configuration file"),
}


def test_whatever_is_broken_the_server_goes_on(server: Server, edit: Edit) -> None:
    for path, (content, words) in BROKEN.items():
        edit.write(path, content)
        assert STALE in server.shows(words, EVENT)
        assert f"<h1>{TITLE}" in server.get(EVENT)[1]
        edit.take_back()
    settings = (edit.project / "mkdocs.yml").read_text("utf-8")
    edit.write("mkdocs.yml", settings.replace("name: material", "name: mkdocs"))
    server.shows("fasti dresses its pages with Material: set `theme: {name: material}`", EVENT)
    edit.write("mkdocs.yml", settings.replace("site_name: ", "site_name: Mended, "))
    assert STALE not in server.shows("Mended, ", EVENT)


def test_a_hand_written_page_is_edited_made_and_deleted(server: Server, edit: Edit) -> None:
    edit.write("content/pages/method.md", "# Method\n\nOther words.\n")
    server.shows("<p>Other words.</p>", "method/")
    edit.write("content/pages/aside.md", "# Aside\n\nBy the [army](actor:syrian-army).\n")
    server.shows('href="../actors/syrian-army/"', "aside/")
    edit.delete("content/pages/aside.md")
    server.until(lambda: server.get("aside/")[0] == 404, "the page is gone")


def test_an_open_page_reloads_itself_and_breaks_no_policy(server: Server, edit: Edit, browser) -> None:
    with visit(browser, Served(edit.project, server.address, [])) as seen:
        seen.page.goto(server.address + EVENT, wait_until="load")
        edit.replace(FILE, TITLE, "Reloaded by itself")
        seen.page.get_by_role("heading", name="Reloaded by itself", level=1).wait_for(timeout=60_000)
        edit.write("content/vocabulary.yml", "x\n")
        notice = seen.page.locator(".notice-fault pre")
        notice.wait_for(timeout=60_000)
        assert notice.inner_text().startswith("content/vocabulary.yml:1:1: error ")
        assert seen.faults == []


def test_nothing_is_written_into_the_project(server: Server, edit: Edit) -> None:
    edit.replace(FILE, TITLE, "Written nowhere else")
    server.shows("<h1>Written nowhere else", EVENT)
    edit.take_back()
    assert sorted(path.name for path in edit.project.iterdir()) == [".cache", ".git", "content", "mkdocs.yml"]
    original = Path(__file__).parents[2] / "content"
    assert contents(edit.project / "content") == contents(original)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_told_and_leaves_nothing_behind(copy: Path, tmp_path: Path, number: signal.Signals) -> None:
    with Server(copy, tmp_path / "scratch") as server:
        edits = Edit(copy)
        edits.replace(FILE, TITLE, "Before the end")
        server.shows("<h1>Before the end", EVENT)
        edits.take_back()
        assert len(list(server.scratch.glob("mkdocs_*"))) == 2  # the site, and the last good one
        assert server.end(number) == 0
    assert list(server.scratch.iterdir()) == []
    assert "Traceback" not in server.log
    assert server.log.endswith("Shutting down...\n")


def test_records_in_a_folder_of_another_name_are_followed_too(copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(copy, other)
    (other / "content").rename(other / "records")
    shutil.move(other / "records/pages", other / "pages")
    settings = (other / "mkdocs.yml").read_text("utf-8").replace("docs_dir: content/pages", "docs_dir: pages")
    (other / "mkdocs.yml").write_text(settings.replace("  - fasti:\n", "  - fasti:\n      content: records\n"), "utf-8")
    with Server(other, tmp_path / "scratch") as server:
        edits = Edit(other)
        edits.replace(FILE.replace("content/", "records/"), TITLE, "In another folder")
        server.shows("<h1>In another folder", EVENT)
        edits.replace("pages/method.md", "## Dates", "## Days")
        server.shows("Days</h2>", "method/")


def test_it_does_not_start_on_faults_but_tells_them(copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(copy, other)
    (other / "content/events/new.yml").write_text(NEW.format(title="New").replace("rawa", "rawwa"), "utf-8")
    server = Server(other, tmp_path / "scratch")
    try:
        assert server.process.wait(Server.DEADLINE) == 1
    finally:
        server.__exit__()
    assert "\n --> content/events/new.yml:4:8\n" in server.log
    assert list(server.scratch.iterdir()) == []
