"""Small repositories with fixed days, for tests of what is read from Git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


class Repo:
    """A repository in a folder. `commit` writes files (None takes one away) and commits them at noon of a day."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.run("init", "-q", "-b", "main", *options)

    def run(self, *arguments: str, day: str = "2026-01-01", given: bytes = b"") -> str:
        """What a command of Git prints; it must succeed."""
        around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        when = f"{day}T12:00:00+0000"
        around |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true"}
        for who in ("AUTHOR", "COMMITTER"):
            around |= {
                f"GIT_{who}_NAME": "A. Nonymous",
                f"GIT_{who}_EMAIL": "somebody@example.org",
                f"GIT_{who}_DATE": when,
            }
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=around, input=given, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files of the work tree, or take them away."""
        for path, text in files.items():
            file = self.folder / path
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, subject: str, files: Mapping[str, str | bytes | None], day: str = "2026-01-01") -> str:
        """Commit the work tree with these changes; gives the id."""
        self.write(files)
        self.run("add", "-A")
        self.run(
            "commit",
            "-q",
            "--allow-empty",
            "--allow-empty-message",
            "--cleanup=verbatim",
            "-F",
            "-",
            day=day,
            given=subject.encode(),
        )
        return self.run("rev-parse", "HEAD")
