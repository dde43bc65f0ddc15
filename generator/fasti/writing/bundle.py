"""The styles and the scripts that every page asks for, each sent as one file: a page may make ten requests.

Input: the theme's files by path, as the platform has them. Output: the same with the parts put behind their first.
Invariant: what stands in a part of its own stays in the theme's folder, where a site can put another over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# What only some pages ask for (the map's, explore's) stays apart, and so does scheme.js, which nothing may hold up.
BUNDLES: Mapping[str, tuple[str, ...]] = {
    "assets/fasti.css": ("assets/charts.css",),
    "assets/fasti.js": ("assets/fasti-charts.js", "assets/search.js"),
}


def bundled(parts: Iterable[bytes]) -> bytes:
    """The parts one after another; each begins on a line of its own, whatever the one before ends with."""
    return b"".join(part.rstrip() + b"\n" for part in parts)
