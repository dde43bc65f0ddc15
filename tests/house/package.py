"""The package as the house tests see it: its modules, what each imports, and small bad packages to try the tests on."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator/fasti"


@dataclass(frozen=True)
class Import:
    """One imported name, `fasti.records.event` or `yaml`, and where it is imported."""

    room: str
    name: str
    where: str

    @property
    def top(self) -> str:
        return self.name.partition(".")[0]


def modules(package: Path) -> list[Path]:
    return sorted(package.rglob("*.py"))


def room_of(module: Path, package: Path) -> str:
    """The room that a module belongs to: its folder at the top of the package, or its own name there."""
    return module.relative_to(package).parts[0].removesuffix(".py")


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), str(module))


def imports(package: Path) -> Iterator[Import]:
    """Every import of every module, wherever in it, under the full name of what is imported."""
    for module in modules(package):
        room = room_of(module, package)
        for node in ast.walk(parsed(module)):
            where = f"{module.relative_to(package).as_posix()}:{getattr(node, 'lineno', 0)}"
            for name in _names(node, module, package):
                yield Import(room, name, where)


def _names(node: ast.AST, module: Path, package: Path) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom():
            base = node.module or ""
            if node.level:
                parents = [package.name, *module.relative_to(package).parent.parts]
                base = ".".join([*parents[: len(parents) - node.level + 1], *([base] if base else [])])
            return [f"{base}.{alias.name}" for alias in node.names]
        case ast.Call(func=ast.Name(id="import_module" | "__import__"), args=[ast.Constant(value=str(name)), *_]):
            return [name]
        case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(name)), *_]):
            return [name]
    return []


def a_package(folder: Path, files: Mapping[str, str]) -> Path:
    """A package called fasti with these modules."""
    package = folder / "fasti"
    for path, text in files.items():
        (package / path).parent.mkdir(parents=True, exist_ok=True)
        (package / path).write_text(text, encoding="utf-8")
    return package
