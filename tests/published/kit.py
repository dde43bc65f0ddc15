"""Copies of this repository's chronology, built as a contributor builds them: by commands, as processes of their own."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATOR_TAG = re.compile(rb'<meta name="generator" content="[^"]*">')


@dataclass(frozen=True)
class Done:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


def a_copy(folder: Path) -> Path:
    """The content and settings of this repository in a folder of their own."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    return folder


def run(project: Path, *command: str, **environment: str) -> Done:
    """Run a Python module in a project: `run(project, "fasti.cli", "build")`."""
    around = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=around, capture_output=True, text=True, check=False
    )
    return Done(done.returncode, done.stdout, done.stderr)


def published(site: Path) -> dict[str, str]:
    """The digest of every file of a site by its path, its own notes in `.fasti/` left out."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    paths = {path.relative_to(site).as_posix(): path for path in files}
    return {name: digest(path) for name, path in paths.items() if not name.startswith(".fasti/")}


def digest(path: Path) -> str:
    """The digest of a file without the one tag in which two engines may differ."""
    return hashlib.sha256(GENERATOR_TAG.sub(b"", path.read_bytes())).hexdigest()


def times(site: Path) -> dict[str, int]:
    """When each page was written last, in nanoseconds."""
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in sorted(site.rglob("*.html"))}
