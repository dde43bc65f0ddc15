"""Every library from outside enters through its own doors; MkDocs through `plugin.py` alone."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.house.package import PACKAGE, a_package, imports

DOORS = {
    "babel": {"language"},
    "mkdocs": {"plugin"},
    "click": {"cli"},
    "rich": {"cli"},
    "jinja2": {"writing"},
    "markupsafe": {"writing"},  # Jinja's own text type
    "ruamel": {"authoring"},
    "altair": {"charts"},
    "vl_convert": {"charts"},
    "markdown": {"prose"},
    "nh3": {"prose"},
    "yaml": {"reading"},
    "pydantic": {"records", "reading"},
    "pydantic_core": {"records", "reading"},
}


def door_faults(package: Path) -> list[str]:
    faults = []
    for found in imports(package):
        if found.top == package.name or found.top in sys.stdlib_module_names:
            continue
        if found.top not in DOORS:
            faults.append(f"{found.where}: {found.top} has no door: give it one in house-style and in this test")
        elif found.room not in DOORS[found.top]:
            doors = ", ".join(sorted(DOORS[found.top]))
            faults.append(f"{found.where}: {found.top} enters through {doors} only, not through {found.room}")
    return faults


def test_every_library_enters_through_its_door():
    assert door_faults(PACKAGE) == []


def test_a_library_through_the_wrong_door_is_reported(tmp_path: Path):
    package = a_package(
        tmp_path,
        {
            "plugin.py": "import mkdocs.plugins\nimport json\n",
            "pipeline.py": "from mkdocs.config import base\n",
            "views/event.py": "def f():\n    from altair import Chart\n",
            "derive/control.py": "import numpy\n",
            "reading/tree.py": "import yaml\n",
        },
    )
    assert door_faults(package) == [
        "derive/control.py:1: numpy has no door: give it one in house-style and in this test",
        "pipeline.py:1: mkdocs enters through plugin only, not through pipeline",
        "views/event.py:2: altair enters through charts only, not through views",
    ]
