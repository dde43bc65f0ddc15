from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fasti.writing import Locked, lock


def test_a_second_holder_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    with lock(tmp_path / "cache"), pytest.raises(Locked), lock(tmp_path / "cache"):
        pass
    with lock(tmp_path / "cache"):
        pass


def test_a_child_that_inherits_it_holds_it_on(tmp_path: Path) -> None:
    with lock(tmp_path) as held:
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=(held,))
    with pytest.raises(Locked), lock(tmp_path):
        pass
    child.communicate(b"\n")
    with lock(tmp_path):
        pass


def test_a_holder_that_is_killed_leaves_nothing_to_clear_away(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, sys; from fasti.writing import lock\n"
        "with lock(pathlib.Path(sys.argv[1])):\n    os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, os.fspath(tmp_path)], check=False).returncode == -9
    with lock(tmp_path):
        pass
