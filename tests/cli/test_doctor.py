"""`fasti doctor`: everything it can say, with what is installed put in the place of what happens to be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from fasti import __version__
from fasti.cli import cli, doctor
from tests.kit.builders import a_source, an_event
from tests.kit.corpus import SETTINGS, a_corpus
from tests.kit.git import Repo

FILES = {
    "events/a.yml": an_event(when="2017-05-01", sources="paper p1"),
    "sources/paper.yml": a_source(no_archive="printed"),
}
NEEDED = ["mkdocs<2,>=1.6.1", "pagefind[bin]<2,>=1.5", "click>=8.4", 'colour>=1; extra == "art"']
INSTALLED = {"mkdocs": "1.6.1", "pagefind": "1.5.2", "click": "8.4.0rc1"}


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Packages that a test may take away or age; Python, Git and the clock say what no test depends on."""
    packages = dict(INSTALLED)
    monkeypatch.setattr(doctor, "requirements", lambda: NEEDED)
    monkeypatch.setattr(doctor, "version_of", packages.get)
    return packages


def told(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["doctor", *arguments], catch_exceptions=False)
    text = re.sub(
        r"Python 3\.[\d.]+|git \d[\w.]*|pagefind 1[\d.]+(?=\nchron)", lambda m: m[0].split()[0] + " N", done.stdout
    )
    return done.exit_code, re.sub(r"takes [\d.]+ seconds, most of it in the step `\w+`", "takes N seconds", text)


def test_a_chronology_that_lacks_nothing_but_its_address(tmp_path: Path):
    project = a_corpus(FILES)
    Repo(project).commit("All", {})
    assert told("--project", str(project)) == (
        0,
        "installed\n"
        "  ok       Python N\n"
        f"  ok       fasti {__version__}\n"
        "  ok       click 8.4.0rc1\n"
        "  ok       mkdocs 1.6.1\n"
        "  ok       pagefind 1.5.2\n"
        "  note     Material for MkDocs, which dresses the pages, is maintained until 5 May 2027\n"
        "  ok       git N\n"
        "  ok       pagefind N\n"
        "chronology\n"
        "  ok       1 event, 0 places, 0 actors, 1 source, 0 series\n"
        "  ok       no faults\n"
        "  ok       a check takes N seconds\n"
        "  note     `site_url` is https://example.org/fasti/: set it to the address of the site before you publish\n"
        "  note     `repository` is not set: pages have no links to edit, add and dispute\n"
        "  ok       whole history\n"
        "nothing is missing\n",
    )


def test_what_is_missing_too_old_or_too_new_is_told_and_ends_with_1(machine: dict[str, str], tmp_path: Path):
    del machine["click"]
    machine |= {"mkdocs": "2.0", "pagefind": "1.4.9"}
    settings = SETTINGS.replace("https://example.org/fasti/", "https://chronology.test/") + (
        "      repository: https://git.test/a/b\n"
    )
    code, text = told("--project", str(a_corpus({"mkdocs.yml": settings, "events/a.yml": an_event(when="May")})))
    assert (code, text.splitlines()[3:6], text.splitlines()[9:]) == (
        1,
        [
            "  missing  click >=8.4",
            "  missing  mkdocs 2.0, needs <2,>=1.6.1",
            "  missing  pagefind 1.4.9, needs <2,>=1.5",
        ],
        [
            "chronology",
            "  ok       0 events, 0 places, 0 actors, 0 sources, 0 series",
            "  missing  1 error in 1 file: `fasti check` tells them",
            "  ok       a check takes N seconds",
            "  note     no /changes/: the project is in no Git repository",
            "4 missing",
        ],
    )


def test_a_part_of_the_history_a_slow_check_and_a_checkout_are_noted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    Repo(origin := a_corpus(FILES)).commit("One", {})
    Repo(origin).commit("Two", {"mkdocs.yml": SETTINGS + "# more\n"})
    Repo(origin).run("clone", "-q", "--depth=1", f"file://{origin}", str(tmp_path / "clone"))
    monkeypatch.setattr(doctor, "SLOW", 0.0)
    monkeypatch.setattr(doctor, "requirements", list)
    _, text = told("--project", str(tmp_path / "clone"))
    notes = [line for line in text.splitlines() if line.startswith("  note")]
    assert notes[0] == (
        "  note     fasti runs from a checkout that is not installed: the ranges of its packages are not known"
    )
    assert (notes[2], notes[-1]) == (
        "  note     a check takes N seconds: that is slow",
        "  note     no /changes/: needs a full clone (`git fetch --unshallow`)",
    )


def test_outside_of_a_chronology_it_tells_what_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    code, text = told()
    assert (code, text.splitlines()[-3:]) == (
        0,
        ["chronology", "  note     there is no mkdocs.yml here or above", "nothing is missing"],
    )


@pytest.mark.parametrize(
    "version, wanted, fits",
    [("1.6.1", ">=1.6.1,<2", True), ("1.10", ">=1.9", True), ("2", "<2.0", False), ("3.0.1", "!=3.0.1", False), ("1", "", True)],
)  # fmt: skip
def test_versions_are_compared_as_numbers(version: str, wanted: str, fits: bool):
    assert doctor.in_range(version, wanted) is fits
