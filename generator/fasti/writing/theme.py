"""What the writer asks of whatever dresses its pages: one shell at a time, and what it publishes itself.

MkDocs answers through `plugin.py`; the tests answer with a plain one. Output goes to `shell.py` and `output.py`.
Invariant: a shell depends on kind and depth alone, never on a record.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

# What differs between two pages of one kind, and how often a shell shows it. Alphanumeric tokens stand for them, since
# those alone come through escaping and tag stripping as they are.
SLOTS: Mapping[str, int] = {
    "title": 1,
    "description": 1,
    "address": 1,
    "head": 1,
    "content": 1,
    "turn": 1,
    "edit": 1,
    "digest": 0,
}
# A theme says these for the tab and for search engines, and as often as it likes for whoever passes the page on; the
# digest of a page's linked data belongs to its policy, if the theme has one.
OFTEN = frozenset({"title", "description", "address", "digest"})


class Theme(Protocol):
    """Dresses pages, and says what else lands in the published folder."""

    @property
    def addresses(self) -> frozenset[str]:
        """Addresses of the pages that the platform carries itself (stubs and hand-written), such as `places/`."""
        ...

    @property
    def carried(self) -> frozenset[str]:
        """Paths of all files that the platform writes, relative to the published folder."""
        ...

    def shell(self, kind: str, depth: int, tokens: Mapping[str, str]) -> str:
        """A whole page for `kind` at `depth` folders below the root, with a token in every slot."""
        ...
