"""Where the theme and the diagnostics reference lie, in an installed package and in a checkout alike.

The wheel carries both inside the package, under `fasti/_data/`; a checkout has them at the top, where people look
for them. Who asks gets paths and reads the files.
Invariant: both layouts hold the same files, so nothing above may know which of the two it runs from.
"""

from __future__ import annotations

import re
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]
_PAGE = re.compile(r"(FST\d{3})-[a-z0-9-]+\.md")


def theme_dir() -> Path:
    """The folder of the theme: `main.html`, `partials/`, `fragments/`, `assets/`."""
    return _folder("theme", "theme")


def diagnostics_pages() -> dict[str, Path]:
    """The reference page of each rule, by its code, in the order of the codes."""
    folder = _folder("diagnostics", "content/pages/reference/diagnostics")
    named = ((_PAGE.fullmatch(page.name), page) for page in sorted(folder.iterdir()))
    return {match[1]: page for match, page in named if match}


def _folder(installed: str, checked_out: str) -> Path:
    for folder in (_PACKAGE / "_data" / installed, _CHECKOUT / checked_out):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"this installation of fasti has no `{installed}` folder: install it again")
