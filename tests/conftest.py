"""Loads the kit, and holds the run to what it claims: offline, nothing skipped, and the built package (`--on-wheel`)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import HealthCheck, configuration, settings

# `golden` adds the option `--golden=update`, `browser` the fixtures of a browser and of a server.
pytest_plugins = ["tests.kit.network", "tests.kit.honesty", "tests.kit.golden", "tests.kit.browser", "pytester"]

# The same examples on every run and machine, and no test that fails because a machine is slow.
settings.register_profile(
    "fasti", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("fasti")
configuration.set_hypothesis_home_dir(Path(__file__).parents[1] / ".cache/hypothesis")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--on-wheel", action="store_true", help="fail unless the fasti under test is the installed package"
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    if session.config.getoption("--on-wheel"):
        spec = importlib.util.find_spec("fasti")
        origin = Path(spec.origin) if spec and spec.origin else None
        if origin is None or "site-packages" not in origin.parts:
            raise pytest.UsageError(f"fasti comes from {origin}, not from the installed package")
