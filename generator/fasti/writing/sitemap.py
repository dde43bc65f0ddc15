"""`sitemap.xml`: every page of the site once, record pages and the platform's alike.

Input: addresses; output: one file. Invariant: sorted and without dates, since a build date would say that everything
changed and would make two builds differ. The format is sitemaps.org's, 50,000 addresses a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

LIMIT = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(addresses: Iterable[str], site_url: str) -> dict[str, bytes]:
    """The files of the sitemap: one, or an index and its parts when there are more addresses than one may hold."""
    base = site_url if site_url.endswith("/") else site_url + "/"
    pages = [escape(base + quote(address, safe="/-._~")) for address in sorted(set(addresses))]
    if len(pages) <= LIMIT:
        return {"sitemap.xml": _urls(pages)}
    files: dict[str, bytes] = {}
    for number, start in enumerate(range(0, len(pages), LIMIT), 1):
        files[f"sitemap-{number}.xml"] = _urls(pages[start : start + LIMIT])
    parts = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in files)
    index = f"{_HEAD}<sitemapindex {_SPACE}>\n{parts}</sitemapindex>\n"
    return {"sitemap.xml": index.encode()} | files


def _urls(pages: list[str]) -> bytes:
    lines = "".join(f"<url><loc>{page}</loc></url>\n" for page in pages)
    return f"{_HEAD}<urlset {_SPACE}>\n{lines}</urlset>\n".encode()
