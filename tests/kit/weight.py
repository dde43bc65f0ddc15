"""What a page weighs on the way to a reader who comes for the first time: requests, and bytes as they are sent.

Input: a site that is served packed, and an address. Output: a `Weight`, and what it breaks in words. Invariant: bytes
are those that the browser counts on the wire, headers included, until nothing more is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.kit.browser import PHONE, Served, packed, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST_REQUESTS = 10
TEXT_BYTES, CHART_BYTES = 100_000, 120_000
_KIND = re.compile(rb'<article class="sheet[^>]*? data-kind="([a-z0-9-]+)"')
_CHART = re.compile(rb'<figure class="[^"]*chart')


@dataclass(frozen=True)
class Weight:
    """What came for one address; `kinds`: bytes by what they are to the browser (Document, Font, …)."""

    address: str
    chart: bool
    requests: int
    kinds: dict[str, int]
    foreign: tuple[str, ...] = ()
    refused: tuple[str, ...] = field(default=())

    @property
    def bytes(self) -> int:
        return sum(self.kinds.values())

    @property
    def limit(self) -> int:
        """How many bytes it may have."""
        return CHART_BYTES if self.chart else TEXT_BYTES

    @property
    def faults(self) -> list[str]:
        """Every limit that it breaks, in words."""
        found = []
        if self.bytes > self.limit:
            found.append(f"{self.address or 'home'}: {self.bytes} bytes, {self.limit} are allowed: {self.kinds}")
        if self.requests > MOST_REQUESTS:
            found.append(f"{self.address or 'home'}: {self.requests} requests, {MOST_REQUESTS} are allowed")
        return found + [f"{self.address or 'home'} asks elsewhere: {url}" for url in self.foreign]


def weigh(browser: Browser, site: Served, address: str) -> Weight:
    """Open a page on a phone with nothing in its cache, and count until it is quiet."""
    kinds: dict[str, int] = {}
    types: dict[str, str] = {}

    def came(event: dict[str, Any]) -> None:
        kind = types.get(event["requestId"], "Other")
        kinds[kind] = kinds.get(kind, 0) + int(event["encodedDataLength"])

    with visit(browser, site, width=PHONE) as seen:
        wire = seen.page.context.new_cdp_session(seen.page)
        wire.send("Network.enable")
        wire.on("Network.responseReceived", lambda event: types.update({event["requestId"]: event["type"]}))
        wire.on("Network.loadingFinished", came)
        before = len(site.asked)
        seen.go(site.url(address))
        chart = seen.page.locator("figure.chart").count() > 0
        asked = len(site.asked) - before
        return Weight(address, chart, asked, dict(sorted(kinds.items())), tuple(seen.foreign), tuple(seen.refused))


def kind_of(html: bytes) -> str:
    """The kind that a page says it is of; hand-written pages say none."""
    found = _KIND.search(html)
    return found[1].decode() if found else "page"


def heaviest(site: Path) -> dict[str, tuple[str, int]]:
    """The heaviest page of each kind and its HTML's bytes, packed; pages with a chart are a kind of their own."""
    found: dict[str, tuple[str, int]] = {}
    for address, kind, size in pages(site):
        if size > found.get(kind, ("", 0))[1]:
            found[kind] = (address, size)
    return dict(sorted(found.items()))


def pages(site: Path) -> Iterator[tuple[str, str, int]]:
    """Address, kind and packed size of every page; redirects are none."""
    for path in sorted(site.rglob("index.html")):
        html = path.read_bytes()
        if b'http-equiv="refresh"' not in html:
            kind = kind_of(html) + (" with chart" if _CHART.search(html) else "")
            yield path.relative_to(site).as_posix().removesuffix("index.html"), kind, len(packed(html))
