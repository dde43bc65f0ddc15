"""A run in which anything was skipped is a failed run, and says what was skipped.

Input: pytest's own reports. Output: the exit status of the run and a list of names under its summary. Invariant: exit
status 0 means that every collected test ran and passed, and that none was expected to fail. Narrowing a run by hand
(`-k`, `--lf`, a path) is no dishonesty: nobody takes it for the whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

_KEY = "fasti_deselected"  # under which a worker of pytest-xdist hands its list to the one that reports


class Honesty:
    """Collects what did not run, and fails the run for it."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.on_worker = hasattr(config, "workerinput")
        self.faults: set[tuple[str, str]] = set()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self._note(report.nodeid, "skipped while collecting", report)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if hasattr(report, "wasxfail"):
            self._note(report.nodeid, "expected to fail", report)
        elif report.skipped:
            self._note(report.nodeid, "skipped", report)

    def pytest_deselected(self, items: Iterable[pytest.Item]) -> None:
        option = self.config.option
        if option.keyword or getattr(option, "lf", False) or getattr(option, "deselect", None):
            return
        self.faults.update((item.nodeid, "left out by a marker") for item in items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """pytest-xdist only: a worker is done; what it left out was known to it alone."""
        self.faults.update((name, why) for name, why in getattr(node, "workeroutput", {}).get(_KEY, ()))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.on_worker:
            self.config.workeroutput[_KEY] = sorted(self.faults)  # type: ignore[attr-defined]
        elif self.faults and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self.faults:
            terminalreporter.section("tests that did not run", sep="=", red=True)
            for name, why in sorted(self.faults):
                terminalreporter.line(f"{name}: {why}")
            terminalreporter.line("Every test runs, or the run fails: install what is missing, or delete the test.")

    def _note(self, name: str, what: str, report: pytest.CollectReport | pytest.TestReport) -> None:
        reason = getattr(report, "wasxfail", "")
        if not reason and isinstance(report.longrepr, tuple):  # (path, line, "Skipped: why")
            reason = report.longrepr[2].removeprefix("Skipped: ")
        self.faults.add((name, f"{what} ({reason})" if reason else what))


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Honesty(config), "fasti-honesty")
