"""Reads the layers of the base map, which maps are drawn on.

Input: GeoJSON files (RFC 7946) of `content/maps/`; those that `map: {layers: …}` names, else all of them by name.
Output: parsed collections by file name. Invariant: a site without layers has no maps, and that is no fault.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from fasti.diagnostics import Diagnostic, Report, catalogue
from fasti.reading.tree import Tree
from fasti.settings import Settings

ENDING = ".geojson"


def read_layers(settings: Settings, report: Report, *, tree: Tree | None = None) -> Mapping[str, Any]:
    """The layers, lowest first. One that is missing or not GeoJSON is FST114."""
    tree = tree or Tree(settings.project)
    folder = settings.in_content("maps")
    found = tuple(file.path for file in tree.walk(folder) if file.plain and file.path.endswith(ENDING))
    wanted = tuple(f"{folder}/{name}" for name in settings.map.layers) or found
    layers: dict[str, Any] = {}
    for path in wanted:
        collection = read_layer(path, tree)
        if isinstance(collection, str):
            report.add(
                Diagnostic(catalogue.UNREADABLE_SETTINGS, path, None, collection, "see `content/maps/README.md`")
            )
        else:
            layers[path.rsplit("/", 1)[-1]] = collection
    return layers


def read_layer(path: str, tree: Tree) -> dict[str, Any] | str:
    """A feature collection, or why the file holds none."""
    if not tree.exists(path):
        return "there is no such layer"
    try:
        collection = json.loads(tree.read(path, most=-1))
    except (OSError, ValueError, RecursionError):
        return "this layer is not JSON"
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        return "this layer is no GeoJSON feature collection"
    return collection
