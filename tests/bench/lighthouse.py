"""Lighthouse over pages of a served site, as on a middling phone: four scores for each, and what they rest on.

Input: addresses on loopback. Output: `Scores`. Nothing is fetched from elsewhere, nothing is told to anybody.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from typing import Any

from tests.kit.browser import FLAGS, chromium_path
from tests.kit.html import TOOLS

LIMITS = {"performance": 0.98, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
TIMES = {
    "first paint": "first-contentful-paint",
    "largest": "largest-contentful-paint",
    "blocked": "total-blocking-time",
    "shift": "cumulative-layout-shift",
}
GOOD = 0.9
_CHROME = " ".join(
    (
        "--headless=new",
        *(f'{name}{eq}"{value}"' if eq else name for name, eq, value in (f.partition("=") for f in FLAGS)),
    )
)


@dataclass(frozen=True)
class Scores:
    """The scores of one page by category, its times in milliseconds, and the audits that cost it anything."""

    scores: dict[str, float]
    times: dict[str, float]
    costly: tuple[str, ...]


def lighthouse(url: str, runs: int = 1) -> Scores:
    """Judge one page; with several runs the one whose performance is the median."""
    found = sorted((_judged(url) for _ in range(runs)), key=lambda one: one.scores["performance"])
    return found[(len(found) - 1) // 2]


def _judged(url: str) -> Scores:
    command = ["node", str(TOOLS / "lighthouse/cli/index.js"), url, "--quiet", "--output=json", "--output-path=stdout"]
    command += ["--no-enable-error-reporting", f"--only-categories={','.join(LIMITS)}", f"--chrome-flags={_CHROME}"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"CHROME_PATH": chromium_path()}, check=False
    )
    if done.returncode:
        raise RuntimeError(f"lighthouse failed over {url}:\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout)
    audits = told["audits"]
    weights = {ref["id"]: ref["weight"] for category in told["categories"].values() for ref in category["auditRefs"]}
    return Scores(
        {name: told["categories"][name]["score"] for name in LIMITS},
        {name: round(audits[audit]["numericValue"], 3) for name, audit in TIMES.items()},
        tuple(
            sorted(
                name
                for name, audit in audits.items()
                if weights.get(name) and audit["score"] is not None and audit["score"] < GOOD
            )
        ),
    )
