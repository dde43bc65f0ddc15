"""`disagreements.csv`, whole on a small chronology."""

from __future__ import annotations

from tests.exports.download import GOLDEN, download
from tests.kit.golden import Golden


def test_the_download_is_what_its_file_has(golden: Golden):
    golden.check(GOLDEN / "disagreements.csv", download("disagreements.csv"))
