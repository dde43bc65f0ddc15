"""Reads the pictures that records show: raster images in `content/media/`, and nothing else that lies there.

Input: the folder of media. Output: their names, and on demand their bytes. Invariant: a file is the picture that its
name says, by its first bytes, so that a browser is never handed something else under the name of an image.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from fasti.diagnostics import Diagnostic, Report, catalogue
from fasti.reading.tree import Found, Tree
from fasti.settings import Settings

LARGEST_PICTURE = 4 << 20
SIGNATURES: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".gif": (b"GIF87a", b"GIF89a"),
}
RASTER = tuple(SIGNATURES)
KINDS_HINT = f"use one of {', '.join(f'`{ending}`' for ending in RASTER)}"


def read_media(settings: Settings, report: Report, *, tree: Tree | None = None) -> frozenset[str]:
    """The names of all pictures; a file that is none is FST309."""
    tree = tree or Tree(settings.project)
    folder = settings.in_content("media")
    names = set()
    for found in tree.walk(folder):
        if fault := picture_fault(found, folder, tree):
            report.add(Diagnostic(catalogue.MISSING_MEDIA, found.path, None, *fault))
        else:
            names.add(PurePosixPath(found.path).name)
    return frozenset(names)


def picture_fault(found: Found, folder: str, tree: Tree) -> tuple[str, str] | None:
    """Why a file is no picture that fasti shows, and what to do; or None."""
    path = PurePosixPath(found.path)
    if not found.plain:
        return f"`{path.name}` is a link or a device, not a file", "put the picture itself here"
    if str(path.parent) != folder:
        return f"`{path.name}` lies in a folder of its own", f"move it to `{folder}/`"
    if path.suffix not in SIGNATURES:
        return f"`{path.name}` is no picture that fasti shows", KINDS_HINT
    if found.size > LARGEST_PICTURE:
        return f"`{path.name}` is larger than 4 MiB", "save it smaller"
    if not tree.read(found.path, most=16).startswith(SIGNATURES[path.suffix]):
        return f"`{path.name}` is not the picture that its name says", "save it anew, or rename it by what it is"
    return None


def picture(settings: Settings, name: str, *, tree: Tree | None = None) -> bytes:
    """The bytes of a picture that `read_media` named. Raises OSError if it has gone since."""
    tree = tree or Tree(settings.project)
    return tree.read(f"{settings.in_content('media')}/{name}", most=-1)
