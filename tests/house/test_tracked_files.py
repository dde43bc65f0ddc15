"""No file of the repository names this machine or a package registry, and nothing that is built is kept."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from pip._internal.models.index import PyPI, TestPyPI

from tests.house.package import ROOT

BUILT = re.compile(r"(^|/)(__pycache__|node_modules|\.venv|\.cache|\.artifacts)/|^site/|\.py[cod]$")


def kept_files(root: Path) -> list[Path]:
    """What Git keeps, or would keep: the tracked files, and the new ones that it does not ignore."""
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=True,
        text=True,
    )
    return sorted({root / name for name in listed.stdout.split("\0") if name and (root / name).is_file()})


def registry_hosts() -> set[str]:
    """The hosts that this machine's pip and npm install from, asked of them so that they are not written here."""
    hosts = {index.netloc for index in (PyPI, TestPyPI)} | {PyPI.file_storage_domain, TestPyPI.file_storage_domain}
    for command in ([sys.executable, "-m", "pip", "config", "list"], ["npm", "config", "get", "registry"]):
        told = subprocess.run(command, capture_output=True, check=True, text=True, cwd=tempfile.gettempdir())
        hosts |= set(re.findall(r"https?://(?:[^/@\s]*@)?([\w.-]+)", told.stdout))
    return hosts - {"localhost", "127.0.0.1"}


def machine_paths(root: Path) -> re.Pattern[str]:
    """Where this checkout lies, and where people's home folders lie."""
    places = {str(root)}
    if len(root.parent.parts) > 1 and root.parent != Path(tempfile.gettempdir()):
        places.add(str(root.parent))
    own = "|".join(re.escape(place) for place in sorted(places, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:(?:{own})(?![\w-])|/(?:home|Users|root)/[\w.-]+)")


def file_faults(root: Path, files: list[Path], hosts: set[str]) -> list[str]:
    named_hosts = re.compile("|".join(rf"(?<![\w-]){re.escape(host)}" for host in sorted(hosts)))
    faults = []
    for file in files:
        name = file.relative_to(root).as_posix()
        if BUILT.search(name):
            faults.append(f"{name}: is built, not written")
        data = file.read_bytes()
        if b"\0" in data[:8000]:
            continue
        for number, line in enumerate(data.decode("utf-8").split("\n"), start=1):
            for what, pattern in (("a path of this machine", machine_paths(root)), ("a registry", named_hosts)):
                if match := pattern.search(line):
                    faults.append(f"{name}:{number}: names {what}, {match[0]}")
    return faults


def test_no_kept_file_names_a_machine_or_a_registry():
    files = kept_files(ROOT)
    assert ROOT / "pyproject.toml" in files
    assert file_faults(ROOT, files, registry_hosts()) == []


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    root.mkdir()
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    return root


def test_a_path_a_registry_and_a_built_file_are_reported(checkout: Path):
    home = "/".join(["", "home", "ann"])
    (checkout / "a.txt").write_text(f"fine\nsee {checkout}/x and https://example.org{home}\nsee {home}/notes\n")
    (checkout / "b.txt").write_text("https://packages.test/simple\nmypackages.test is another\n")
    (checkout / "picture.png").write_bytes(b"\0" + str(checkout).encode())
    (checkout / "ignored.txt").write_text(str(checkout))
    (checkout / ".gitignore").write_text("ignored.txt\n")
    (checkout / "site").mkdir()
    (checkout / "site/index.html").touch()
    assert file_faults(checkout, kept_files(checkout), {"packages.test"}) == [
        f"a.txt:2: names a path of this machine, {checkout}",
        f"a.txt:3: names a path of this machine, {home}",
        "b.txt:1: names a registry, packages.test",
        "site/index.html: is built, not written",
    ]
