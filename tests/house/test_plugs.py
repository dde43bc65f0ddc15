"""Each module of a plug room holds one plug, as its last statement, and has what belongs beside it."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.package import PACKAGE, ROOT, a_package, parsed

PLUGS = {"checks": "CHECK", "views": "PAGE", "charts": "CHART", "exports": "EXPORT", "imports": "IMPORT"}
# What "Adding things" in house-style asks for; the reference page of a check is in test_rules.py.
BESIDE = {
    "views": ("theme/fragments/{name}.html", "tests/views/test_{name}.py"),
    "charts": ("tests/charts/test_{name}.py",),
    "exports": ("tests/exports/test_{name}.py",),
    "imports": ("tests/imports/test_{name}.py",),
}


def plug_faults(package: Path, root: Path) -> list[str]:
    faults = []
    for room, plug in PLUGS.items():
        for module in sorted((package / room).glob("[!_]*.py")):
            body = parsed(module).body
            plugs = [number for number, statement in enumerate(body) if plug in _assigned(statement)]
            where = module.relative_to(package).as_posix()
            if len(plugs) != 1:
                faults.append(f"{where}: holds {len(plugs)} of {plug}, not one")
            elif plugs[0] != len(body) - 1:
                faults.append(f"{where}: {plug} is not its last statement")
            for pattern in BESIDE.get(room, ()):
                path = pattern.format(name=module.stem)
                if not (root / path).is_file():
                    faults.append(f"{where}: {path} is missing")
    return faults


def _assigned(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
    return []


def test_every_module_of_a_plug_room_holds_one_plug():
    assert plug_faults(PACKAGE, ROOT) == []


def test_a_module_without_its_plug_is_reported(tmp_path: Path):
    package = a_package(
        tmp_path,
        {
            "checks/_base.py": "",
            "checks/forgotten.py": "def run(): ...\n",
            "checks/early.py": "CHECK = 1\n\ndef run(): ...\n",
            "checks/good.py": "CHECK: int = 1\n",
            "charts/twice.py": "CHART = 1\nCHART = 2\n",
            "views/event.py": "PAGE = 1\n",
        },
    )
    (tmp_path / "tests/views").mkdir(parents=True)
    (tmp_path / "tests/views/test_event.py").touch()
    assert plug_faults(package, tmp_path) == [
        "checks/early.py: CHECK is not its last statement",
        "checks/forgotten.py: holds 0 of CHECK, not one",
        "views/event.py: theme/fragments/event.html is missing",
        "charts/twice.py: holds 2 of CHART, not one",
        "charts/twice.py: tests/charts/test_twice.py is missing",
    ]
