"""`pytest --golden=update`: writes what the tests saw into the files they compare with; then read the diff.

A plugin of pytest, named in `tests/conftest.py`: `pytest_plugins = ["tests.kit.golden"]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

_REWRITTEN = pytest.StashKey[list[Path]]()


class Golden:
    """Compares a text with a file, or rewrites the file when asked to."""

    def __init__(self, *, update: bool, rewritten: list[Path]) -> None:
        self._update = update
        self._rewritten = rewritten

    def check(self, path: Path, actual: str) -> None:
        """Fail unless the file holds exactly this text; under `--golden=update`, make it do so."""
        if not self._update:
            assert path.is_file(), f"{path.name} is missing: run `pytest --golden=update` and read the diff"
            assert actual == path.read_text(encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != actual:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8")
            self._rewritten.append(path)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden",
        choices=("check", "update"),
        default="check",
        help="compare with the golden files (check), or rewrite those that differ (update)",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_REWRITTEN] = []


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[Golden]:
    """The golden files of this run."""
    config = request.config
    yield Golden(update=config.getoption("--golden") == "update", rewritten=config.stash[_REWRITTEN])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rewritten = config.stash[_REWRITTEN]
    if rewritten:
        terminalreporter.section("golden files rewritten: read the diff")
        for path in sorted(rewritten):
            terminalreporter.write_line(str(path.relative_to(config.rootpath)))
