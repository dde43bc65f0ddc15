"""A run that skips, expects failure or leaves out by a marker is a failed run, and names what did not run."""

from __future__ import annotations

import pytest

from tests.house.package import ROOT

FAULTY = """
import pytest

def test_runs():
    pass

@pytest.mark.skip(reason="no browser")
def test_is_skipped():
    pass

def test_skips_itself():
    pytest.skip("no Java")

@pytest.mark.xfail(reason="known")
def test_is_expected_to_fail():
    assert False

@pytest.mark.xfail(reason="fixed since")
def test_passes_unexpectedly():
    pass

@pytest.mark.slow
def test_takes_long():
    pass
"""
TITLE = "*= tests that did not run =*"
both_ways = pytest.mark.parametrize("workers", [[], ["-n", "2"]], ids=["in one process", "on workers"])


@pytest.fixture
def honest(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """An empty project that loads the same plug-in; its pytest runs in a process of its own."""
    pytester.makeini("[pytest]\nmarkers = slow: takes long\n")
    pytester.makeconftest('pytest_plugins = ["tests.kit.honesty"]')
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return pytester


@both_ways
def test_a_run_with_skips_fails_and_names_them(honest: pytest.Pytester, workers: list[str]):
    honest.makepyfile(test_faulty=FAULTY)
    result = honest.runpytest_subprocess(*workers)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(
        [
            TITLE,
            "test_faulty.py::test_is_expected_to_fail: expected to fail (known)",
            "test_faulty.py::test_is_skipped: skipped (no browser)",
            "test_faulty.py::test_passes_unexpectedly: expected to fail (fixed since)",
            "test_faulty.py::test_skips_itself: skipped (no Java)",
            "Every test runs, or the run fails*",
        ],
        consecutive=True,
    )


@both_ways
def test_a_module_skipped_while_collecting_fails_the_run(honest: pytest.Pytester, workers: list[str]):
    honest.makepyfile(
        test_fine="def test_runs(): pass\n", test_lacking="import pytest\npytest.importorskip('no_such')\n"
    )
    result = honest.runpytest_subprocess(*workers)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines([TITLE, "test_lacking.py: skipped while collecting (could not import 'no_such'*"])


@both_ways
def test_a_marker_that_leaves_tests_out_fails_the_run(honest: pytest.Pytester, workers: list[str]):
    honest.makepyfile(test_faulty=FAULTY)
    result = honest.runpytest_subprocess("-m", "slow", *workers)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines([TITLE, "test_faulty.py::test_is_expected_to_fail: left out by a marker"])


def test_a_run_narrowed_by_hand_is_no_failure(honest: pytest.Pytester):
    honest.makepyfile(test_faulty=FAULTY)
    assert honest.runpytest_subprocess("-k", "test_runs").ret == pytest.ExitCode.OK


def test_a_run_in_which_every_test_ran_passes(honest: pytest.Pytester):
    honest.makepyfile(test_fine="def test_runs(): pass\n")
    result = honest.runpytest_subprocess()
    assert result.ret == pytest.ExitCode.OK
    result.stdout.no_fnmatch_line(TITLE)


def test_a_failing_test_stays_a_failure_beside_a_skip(honest: pytest.Pytester):
    honest.makepyfile("import pytest\ndef test_fails(): assert False\ndef test_skips(): pytest.skip('why')\n")
    result = honest.runpytest_subprocess()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.assert_outcomes(failed=1, skipped=1)
