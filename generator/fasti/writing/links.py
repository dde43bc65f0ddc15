"""Addresses as links: relative to the page they stand on, so that the site works under any path and from disk.

Input: addresses such as `events/x/` (folders, with a stroke at the end) or `data/v1/events.csv` (files), `""` for home.
Invariant: a link never names the host.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

OUTWARD = ("https://", "http://", "mailto:")


def relative(page: str, address: str) -> str:
    """The way from the page at `page` to `address`, which may have a query and a fragment; other sites stay."""
    if address.startswith(OUTWARD) or address.startswith("#"):
        return address
    path, rest = _quoted(address)
    return (up(page) + path or "./") + rest


def up(page: str) -> str:
    """The way from a page to the root of the site."""
    return "../" * page.count("/")


@lru_cache(maxsize=1 << 16)
def _quoted(address: str) -> tuple[str, str]:
    """The path of an address as a link has it, and its query and fragment: the same few are asked for on every page."""
    cut = min((i for i in (address.find("?"), address.find("#")) if i >= 0), default=len(address))
    return quote(address[:cut], safe="/-._~"), address[cut:]
