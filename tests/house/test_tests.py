"""Every test that is written is one that a run finds: in a file and a folder where pytest looks."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

from tests.house.package import ROOT, parsed


def lost_tests(tests: Path, not_entered: list[str]) -> list[str]:
    """Files with tests that are not collected, and files named as tests that hold none."""
    faults = []
    for module in sorted(tests.rglob("*.py")):
        name = module.relative_to(tests)
        if "node_modules" in name.parts:
            continue
        written = [
            node.name
            for node in ast.walk(parsed(module))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
        ]
        collected = name.name.startswith("test_") and not set(name.parts[:-1]) & set(not_entered)
        if written and not collected:
            faults.append(f"{name.as_posix()}: {written[0]} is never run")
        if name.name.startswith("test_") and not written:
            faults.append(f"{name.as_posix()}: holds no test")
    return faults


def test_every_written_test_is_collected():
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    assert lost_tests(ROOT / "tests", options["norecursedirs"]) == []


def test_a_test_that_no_run_finds_is_reported(tmp_path: Path):
    files = {
        "views/test_event.py": "def test_a(): ...\n",
        "views/events.py": "def test_b(): ...\n",
        "views/test_empty.py": "",
        "bench/test_speed.py": "class TestSpeed:\n    def test_c(self): ...\n",
        "kit/builders.py": "def an_event(): ...\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert lost_tests(tmp_path, ["bench", "kit"]) == [
        "bench/test_speed.py: test_c is never run",
        "views/events.py: test_b is never run",
        "views/test_empty.py: holds no test",
    ]
