"""What runs on a pull request has no rights, no secrets, and only actions pinned to a commit we have read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.house.package import ROOT

# From the actions' own repositories; a new hash comes with the review of what it brings.
PINNED = {
    "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
    "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97",
    "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
    "actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae",
    "actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b",
    "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9",
    "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128",
}


def workflow_faults(text: str) -> list[str]:
    workflow: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # BaseLoader: `on` stays a word
    faults = []
    if "pull_request_target" in workflow["on"] or "workflow_run" in workflow["on"]:
        faults.append("runs with the rights of this repository on the code of another")
    if workflow.get("permissions") != {}:
        faults.append("permissions do not start from none")
    for name, job in workflow["jobs"].items():
        if "permissions" not in job or "timeout-minutes" not in job:
            faults.append(f"{name}: states no permissions or no time limit")
        for step in job["steps"]:
            uses = step.get("uses", "")
            if uses and uses not in PINNED:
                faults.append(f"{name}: {uses} is not pinned to a commit we know")
            if uses.startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") != "false":
                faults.append(f"{name}: checkout leaves its credentials behind")
            if "${{" in step.get("run", ""):
                faults.append(f"{name}: a command holds an expression, and so whatever its text is")
    return faults


def _workflows() -> list[Path]:
    return sorted((ROOT / ".github/workflows").glob("*.y*ml"))


def test_every_workflow_is_pinned_and_has_no_rights():
    found = {path.name: workflow_faults(path.read_text(encoding="utf-8")) for path in _workflows()}
    assert found == {path.name: [] for path in _workflows()}
    assert "ci.yml" in found


def test_a_dangerous_workflow_is_reported():
    text = """
on: {pull_request_target: {}}
jobs:
  test:
    steps:
      - uses: actions/checkout@v7
      - run: echo "${{ github.event.pull_request.title }}"
"""
    assert workflow_faults(text) == [
        "runs with the rights of this repository on the code of another",
        "permissions do not start from none",
        "test: states no permissions or no time limit",
        "test: actions/checkout@v7 is not pinned to a commit we know",
        "test: checkout leaves its credentials behind",
        "test: a command holds an expression, and so whatever its text is",
    ]
