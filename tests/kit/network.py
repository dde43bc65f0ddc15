"""Shuts the network for the tests and for every Python they start; loopback stays open.

Input: nothing. Output: an audit hook in this process, PYTHONPATH for the next. Invariant: it holds from before the
first test is collected, so that an import cannot fetch anything either. (The browser has its own lock, in
`tests/kit/browser.py`.)
"""

from __future__ import annotations

import os
from pathlib import Path

import tests.kit.offline.sitecustomize  # noqa: F401  # imported for what it does: it adds the hook

_OFFLINE = str(Path(__file__).parent / "offline")


def pytest_configure() -> None:
    paths = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path and path != _OFFLINE]
    os.environ["PYTHONPATH"] = os.pathsep.join([_OFFLINE, *paths])
