"""Addresses as links: relative to the page they stand on, so that the site works under any path and from disk.

Input: addresses such as `events/x/` (folders, with a stroke at the end) or `data/v1/events.csv` (files), `""` for home.
Invariant: a link never names the host.
"""

from __future__ import annotations

from urllib.parse import quote

OUTWARD = ("https://", "http://", "mailto:")


def relative(page: str, address: str) -> str:
    """The way from the page at `page` to `address`, which may have a query and a fragment; other sites stay."""
    if address.startswith(OUTWARD) or address.startswith("#"):
        return address
    cut = min((i for i in (address.find("?"), address.find("#")) if i >= 0), default=len(address))
    path, rest = address[:cut], address[cut:]
    return (up(page) + quote(path, safe="/-._~") or "./") + rest


def up(page: str) -> str:
    """The way from a page to the root of the site."""
    return "../" * page.count("/")
