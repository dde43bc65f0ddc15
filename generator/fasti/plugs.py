"""Finds the one plug of each module in a room, so that adding a check, page or chart means adding a file.

Input is a package such as `fasti.checks` and the name of its plugs such as `CHECK`; the room's `_base.py` asks.
Invariant: each module of a room holds exactly the plug of that name, and the order is that of the module names.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def discover(package: str, name: str) -> tuple[Any, ...]:
    """The constant `name` of every module of `package`, by module name; modules that start with `_` hold none.

    Raises LookupError for a module without it: a forgotten plug is our bug, and would be a silent one.
    """
    room = import_module(package)
    plugs = []
    for stem in sorted(module.name for module in iter_modules(room.__path__) if not module.name.startswith("_")):
        module = import_module(f"{package}.{stem}")
        if not hasattr(module, name):
            raise LookupError(f"{package}.{stem} holds no {name}")
        plugs.append(getattr(module, name))
    return tuple(plugs)
