"""The base map of a site: the GeoJSON layers of `content/maps/`, which maintainers keep and records cannot touch.

Input: a tree and the settings (`map.layers`, or else every `.geojson` of the folder). Output: parsed layers by file
name, for `charts/`. Invariant: a layer that cannot be used is left out; maps are drawn on what is there, or not at all.
"""

from __future__ import annotations

import json
from typing import Any

from fasti.reading.tree import LARGEST, Tree
from fasti.settings import Settings


def read_base_map(tree: Tree, settings: Settings) -> dict[str, Any]:
    """The layers by file name, in the order of the settings, else of their names. Empty without a maps folder."""
    folder = settings.in_content("maps")
    found = {
        item.path.removeprefix(f"{folder}/"): item for item in tree.walk(folder) if item.plain and item.size <= LARGEST
    }
    names = settings.map.layers or tuple(name for name in sorted(found) if name.endswith(".geojson"))
    layers = {}
    for name in names:
        if name in found:
            try:
                layer = json.loads(tree.read(found[name].path))
            except (OSError, ValueError):
                continue
            if isinstance(layer, dict) and isinstance(layer.get("features"), list):
                layers[name] = layer
    return layers
