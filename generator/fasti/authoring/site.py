"""A new chronology: the sample that comes with the package, whole, with schemas made from its own vocabulary.

Input: `template/`, beside this module. Output: the files of a project that builds without a warning. Invariant: a
folder that holds anything is never written into.
"""

from __future__ import annotations

from pathlib import Path

from fasti.authoring.files import write
from fasti.authoring.schema import stale_schemas
from fasti.diagnostics import Report
from fasti.reading import Tree, settings_for
from fasti.reading.site import read_vocabulary

TEMPLATE = Path(__file__).parent / "template"


def new_site(folder: Path) -> list[str]:
    """Write the sample into an empty or new folder; the paths of its files. Raises OSError."""
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise FileExistsError("it holds something already")
    files = {
        path.relative_to(TEMPLATE).as_posix(): path.read_bytes()
        for path in sorted(TEMPLATE.rglob("*"))
        if path.is_file()
    }
    for name, data in files.items():
        write(folder / name, data)
    settings, report = settings_for(folder, Report()), Report()
    schemas = stale_schemas(settings, read_vocabulary(Tree(folder), settings, report))
    for name, data in schemas.items():
        write(folder / name, data)
    return sorted([*files, *schemas])
