"""The wheel holds the modules, the theme and the diagnostics reference, and says what it needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.package import PACKAGE, ROOT


def build_wheel(folder: Path) -> Path:
    """The wheel of this checkout, as `make site` builds it."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


def _tree(folder: Path, prefix: str) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {f"{prefix}/{file.relative_to(folder).as_posix()}": file.read_bytes() for file in files}


def _read(wheel: Path, name: str) -> str:
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(next(entry for entry in archive.namelist() if entry.endswith(name))).decode()


def test_the_wheel_holds_the_package_the_theme_and_the_reference_and_no_more(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    expected = _tree(PACKAGE, "fasti")
    expected |= _tree(ROOT / "theme", "fasti/_data/theme")
    expected |= _tree(ROOT / "content/pages/reference/diagnostics", "fasti/_data/diagnostics")
    assert sorted(held) == sorted(expected)
    assert held == expected


def test_the_wheel_is_a_plugin_and_a_command(wheel: Path):
    assert _read(wheel, "entry_points.txt") == (
        "[console_scripts]\nfasti = fasti.cli:main\n\n[mkdocs.plugins]\nfasti = fasti.plugin:FastiPlugin\n"
    )


def test_the_wheel_refuses_mkdocs_2_and_the_theme_made_for_it(wheel: Path):
    asked = Parser().parsestr(_read(wheel, "/METADATA")).get_all("Requires-Dist") or []
    needs = {need.name: need.specifier for need in map(Requirement, asked)}
    assert needs["mkdocs"].contains("1.6.1") and not needs["mkdocs"].contains("1.6.0")
    assert not needs["mkdocs"].contains("2.0.dev6", prereleases=True) and not needs["mkdocs"].contains("2.0")
    assert needs["mkdocs-material"].contains("9.8.1") and not needs["mkdocs-material"].contains("10.0")


def test_the_wheel_carries_every_licence_it_needs(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        texts = sorted(name.partition("/licenses/")[2] for name in archive.namelist() if "/licenses/" in name)
    assert texts == ["LICENSE", "licenses/vega.txt", "theme/assets/fonts/OFL.txt"]


def test_two_builds_of_the_wheel_are_the_same_bytes(wheel: Path, tmp_path: Path):
    assert build_wheel(tmp_path).read_bytes() == wheel.read_bytes()
