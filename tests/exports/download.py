"""One download of the small chronology, as text; used by the test of each."""

from __future__ import annotations

from pathlib import Path

from fasti.exports import export
from tests.views.small import edition

GOLDEN = Path(__file__).parent / "golden"


def download(name: str) -> str:
    """The text of a file in `data/v1/`."""
    return export(edition())[f"data/v1/{name}"].decode()
