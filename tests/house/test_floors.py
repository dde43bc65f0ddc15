"""Imports go down the floors only, and rooms on one floor never import each other."""

from __future__ import annotations

from pathlib import Path

from tests.house.package import PACKAGE, a_package, imports, modules, room_of

FLOORS = {
    9: ("plugin", "cli", "__main__"),
    8: ("pipeline",),
    7: ("writing", "authoring"),
    6: ("checks", "views", "charts", "exports", "imports", "diff"),
    5: ("derive", "prose"),
    4: ("chronology",),
    3: ("corpus",),
    2: ("reading",),
    1: ("records",),
    0: ("edtf", "diagnostics", "language", "plugs", "settings", "resources"),
    -1: ("__init__",),
}
FLOOR = {room: floor for floor, rooms in FLOORS.items() for room in rooms}


def floor_faults(package: Path) -> list[str]:
    faults = [
        f"{room} stands on no floor: give it one in house-style and in this test"
        for room in sorted({room_of(module, package) for module in modules(package)} - FLOOR.keys())
    ]
    for found in imports(package):
        if found.top != package.name or found.room not in FLOOR:
            continue
        target = found.name.split(".")[1]
        if target not in FLOOR:
            target = "__init__"  # a name that the package itself defines, such as its version
        if target != found.room and FLOOR[target] >= FLOOR[found.room]:
            faults.append(f"{found.where}: {found.room} may not import {found.name}: {target} is not below it")
    return faults


def test_every_import_goes_down():
    assert floor_faults(PACKAGE) == []


def test_an_import_that_goes_up_or_across_is_reported(tmp_path: Path):
    package = a_package(
        tmp_path,
        {
            "__init__.py": "__version__ = '1'\n",
            "attic.py": "",
            "edtf/__init__.py": "from fasti.edtf.model import Edtf\nfrom fasti import __version__\n",
            "edtf/model.py": "def f():\n    import fasti.records.event\n",
            "records/event.py": "from fasti import edtf\nfrom ..reading import entry\n",
            "reading/entry.py": "from fasti.records import event\nfrom fasti.diagnostics import Rule\n",
            "views/event.py": "from importlib import import_module\nimport_module('fasti.charts.control')\n",
        },
    )
    assert floor_faults(package) == [
        "attic stands on no floor: give it one in house-style and in this test",
        "edtf/model.py:2: edtf may not import fasti.records.event: records is not below it",
        "records/event.py:2: records may not import fasti.reading.entry: reading is not below it",
        "views/event.py:2: views may not import fasti.charts.control: charts is not below it",
    ]
