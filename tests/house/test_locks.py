"""The locks pin every package by hash, name no address, and satisfy what the package asks for."""

from __future__ import annotations

import json
import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.package import ROOT

HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?: ; .+)? \\")


def lock_faults(text: str) -> list[str]:
    """Lines of a lock that are no pinned name, no hash, no remark on who asked and not empty; and pins without hash."""
    faults = []
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if PIN.fullmatch(line):
            if not HASH.fullmatch(lines[number] if number < len(lines) else ""):
                faults.append(f"{number}: no hash follows")
        elif not (HASH.fullmatch(line) or re.fullmatch(r"    # via [\w .,()-]+|#[\w :]+|", line)):
            faults.append(f"{number}: {line.strip()}")
    return faults


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {match["name"]: match["version"] for line in text.splitlines() if (match := PIN.fullmatch(line))}


def unmet(asked: list[str], locked: dict[str, str]) -> list[str]:
    requirements = [Requirement(text) for text in asked]
    return [
        f"{requirement} is locked at {locked.get(canonicalize_name(requirement.name))}"
        for requirement in requirements
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"))
        or canonicalize_name(requirement.name) not in locked
    ]


def asked_in(name: str) -> list[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-"))]


def test_both_locks_hold_pins_with_hashes_and_nothing_else():
    found = {name: lock_faults((ROOT / name).read_text()) for name in ("requirements.lock", "requirements-test.lock")}
    assert found == {"requirements.lock": [], "requirements-test.lock": []}


def test_an_address_in_a_lock_is_reported():
    digest = "0" * 64
    text = f"--index-url https://x.test\nmkdocs==1.6.1 \\\n    --hash=sha256:{digest}\n    # via fasti\nrich==15.0.0\n"
    assert lock_faults(text) == ["1: --index-url https://x.test", "5: rich==15.0.0"]
    assert lock_faults("mkdocs==1.6.1 \\\n    # via fasti\n") == ["1: no hash follows"]


def test_the_lock_meets_what_the_package_and_its_build_ask_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["build-system"]["requires"] + asked_in("requirements.in")
    assert unmet(asked, pins("requirements.lock")) == []


def test_the_lock_of_the_tests_meets_its_list_and_agrees_with_the_other():
    ours, theirs = pins("requirements.lock"), pins("requirements-test.lock")
    assert unmet(asked_in("requirements-test.in"), theirs) == []
    assert {name: theirs[name] for name in theirs if name in ours} == {
        name: ours[name] for name in theirs if name in ours
    }


def test_an_unmet_requirement_is_reported():
    assert unmet(["mkdocs>=1.6.1,<2", "nh3"], {"mkdocs": "2.0.1"}) == [
        "mkdocs<2,>=1.6.1 is locked at 2.0.1",
        "nh3 is locked at None",
    ]


def test_the_npm_lock_names_no_address_and_pins_by_digest():
    tools = ROOT / "tests/tools"
    packages = json.loads((tools / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
    assert packages[""]["devDependencies"] == json.loads((tools / "package.json").read_text())["devDependencies"]
