"""`fasti new site`: with nothing but the wheel a chronology that builds at once, strictly, and takes a new event."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from fasti.authoring.site import TEMPLATE
from fasti.cli import cli
from fasti.diagnostics import Report
from fasti.pipeline import check
from fasti.reading import settings_for
from tests.authoring.verdict import schemas_say
from tests.house.package import ROOT
from tests.house.test_wheel import build_wheel


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "demo"
    told = CliRunner().invoke(cli, ["new", "site", str(folder)])
    assert (told.exit_code, told.stdout.split("\n")[0]) == (0, f"made 40 files in {folder}")
    return folder


def test_the_sample_is_without_fault_laid_out_and_known_to_editors(demo: Path):
    assert check(settings_for(demo, Report())).diagnostics == ()
    for command in (["fmt", "--check"], ["schema", "--check"]):
        assert CliRunner().invoke(cli, [*command, "--project", str(demo)]).exit_code == 0
    records = sorted((demo / "content").rglob("*.yml"))
    assert len(records) == 18
    assert schemas_say({path.relative_to(demo).as_posix(): path.read_text(encoding="utf-8") for path in records}) == []
    for path in records:
        schema = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert schema and (path.parent / schema[1]).is_file()


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path):
    (tmp_path / "mine.txt").touch()
    told = CliRunner().invoke(cli, ["new", "site", str(tmp_path)])
    assert (told.exit_code, told.stderr) == (
        2,
        f"error: {tmp_path}: it holds something already; name a new or an empty folder\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    link = tmp_path.parent / f"{tmp_path.name}-link"
    (tmp_path / "empty").mkdir()
    link.symlink_to(tmp_path / "empty")
    assert CliRunner().invoke(cli, ["new", "site", str(link)]).exit_code == 2


def test_the_wheel_alone_makes_it_adds_an_event_and_builds_it_strictly(tmp_path: Path):
    wheel, installed, demo = build_wheel(tmp_path), tmp_path / "installed", tmp_path / "demo"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(installed),
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    # The wheel comes first, what it depends on is there already, and nothing of this checkout is in reach.
    environment = {**os.environ, "PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}

    def run(*arguments: str, inside: Path = tmp_path) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *arguments], cwd=inside, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    assert str(installed) in run("pip", "show", "-f", "fasti")
    run("fasti.cli", "new", "site", "demo")
    made = run(
        *("fasti.cli", "new", "event", "--title", "Alan Shepard flies to the edge of space", "--type", "crewed-flight"),
        *("--date", "1961-05-05", "--where", "kennedy-space-center", "--source", "nssdca-vostok-1"),
        inside=demo,
    )
    assert made.startswith("made content/events/1961/alan-shepard-flies-to-edge-of-space-1961.yml\n")
    assert run("fasti.cli", "check", "--strict", inside=demo) == "no faults\n"
    built = run("mkdocs", "build", "--strict", inside=demo)
    assert "WARNING" not in built and "ERROR" not in built
    page = (demo / "site/events/alan-shepard-flies-to-edge-of-space-1961/index.html").read_text(encoding="utf-8")
    assert "Alan Shepard flies to the edge of space" in page and "places/kennedy-space-center/" in page
    place = (demo / "site/places/kennedy-space-center/index.html").read_text(encoding="utf-8")
    assert "events/alan-shepard-flies-to-edge-of-space-1961/" in place and "<svg" in place
    home = (demo / "site/index.html").read_text(encoding="utf-8")
    assert "<svg" in home and "places/baikonur/" in home


def test_its_workflows_and_their_scripts_are_those_of_this_repository():
    """One source for both: what is tried on the one (`tests/house/test_workflows.py`) holds for the other."""
    for folder in (".github/workflows", ".ci"):
        files = sorted(path for path in (TEMPLATE / folder).iterdir() if path.is_file())
        assert [path.name for path in files if path.read_bytes() != (ROOT / folder / path.name).read_bytes()] == []
        assert files


def test_the_readme_names_only_commands_and_files_that_there_are():
    readme = (TEMPLATE / "README.md").read_text(encoding="utf-8")
    verbs = set(re.findall(r"make ([a-z]+)`", readme))
    makefile = (TEMPLATE / "Makefile").read_text(encoding="utf-8")
    assert verbs and all(f"\n{verb}:" in makefile for verb in verbs)
    for path in re.findall(r"`([\w./-]+\.(?:yml|md|txt)|content/[\w./-]*|\.github/[\w/]*)`", readme):
        assert (TEMPLATE / path).exists(), path
    for kind, options in re.findall(r"fasti new (\w+) (.+)", readme):
        told = CliRunner().invoke(cli, ["new", kind, "--help"]).output
        assert all(option in told for option in re.findall(r"--[\w-]+", options))
