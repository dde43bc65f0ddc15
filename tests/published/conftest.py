"""One build of this repository's chronology for all tests of a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.published.kit import Done, a_copy, run


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content and the settings."""
    return a_copy(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="session")
def first(project: Path) -> Done:
    """The first build, with empty caches."""
    return run(project, "fasti.cli", "build", "--strict")


@pytest.fixture(scope="session")
def site(project: Path, first: Done) -> Path:
    """The site of that build."""
    assert (first.code, first.err) == (0, "")
    return project / "site"
