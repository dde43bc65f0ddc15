"""What a reader pays: the weight of pages, Lighthouse's scores, and how fast explore and search answer.

Input: built sites, served packed on loopback under a sub-path. Output: `Row`s, each with its limit. The limits are those
of the tracker's issue on the reader; a row that breaks one makes `make bench` end with 1, for what is slow on a loaded
machine is measured again before it is believed.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.bench import answers
from tests.bench.lighthouse import LIMITS, lighthouse
from tests.kit.browser import DESKTOP, FLAGS, ROOT, Served, chromium_path, packed, serve, visit
from tests.kit.weight import MOST_REQUESTS, heaviest, weigh

if TYPE_CHECKING:
    from playwright.sync_api import Browser

JUDGED = {
    "home": "",
    "an event": "events/capture-of-deir-ez-zor-city-2017/",
    "a place with a chart": "places/deir-ez-zor-city/",
    "a year": "chronology/2017/",
    "explore": "explore/",
}
FILTER_MS, SEARCH_MS = 100.0, 300.0
COLUMNS_BYTES = 400_000


class Row(NamedTuple):
    """One measurement. `limit` is the most it may be, or the least for scores (`least`)."""

    site: str
    what: str
    value: float
    limit: float
    unit: str
    least: bool = False
    note: str = ""

    @property
    def broken(self) -> bool:
        return self.value < self.limit if self.least else self.value > self.limit


def a_copy(folder: Path) -> Path:
    """This repository's chronology, to be built apart from the working copy."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    return folder


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the tests, without their network lock."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def rows(name: str, site: Path, *, judged: bool, runs: int = 1) -> Iterator[Row]:
    """Everything of one site; Lighthouse only where asked, because its pages are named by hand."""
    with serve(site, packed=True) as served:
        with chromium() as browser:
            yield from weights(name, browser, served)
            yield from explore(name, browser, served)
            yield from search(name, browser, served)
        if judged:
            yield from scores(name, served, runs)


def weights(name: str, browser: Browser, served: Served) -> Iterator[Row]:
    """The heaviest page of each kind: its bytes, its requests, and what it asks of others."""
    for kind, (address, _) in heaviest(served.folder).items():
        found = weigh(browser, served, address)
        parts = ", ".join(f"{what} {size:,}" for what, size in found.kinds.items())
        # What explore fetches to search through has a limit of its own, below.
        size = found.bytes - found.kinds.get("Fetch", 0) if kind.startswith("explore") else found.bytes
        yield Row(name, f"{kind}: weight", size, found.limit, "bytes", note=f"{address or 'home'} ({parts})")
        yield Row(name, f"{kind}: requests", found.requests, MOST_REQUESTS, "")
        if found.foreign:
            yield Row(name, f"{kind}: foreign requests", len(found.foreign), 0, "", note=" ".join(found.foreign))


def scores(name: str, served: Served, runs: int) -> Iterator[Row]:
    """Lighthouse over the five pages that the issue names; what falls short is judged twice more, and the median counts."""
    for what, address in JUDGED.items():
        if not (served.folder / address / "index.html").is_file():
            yield Row(name, f"{what}: lighthouse", 0, 1, "", least=True, note=f"there is no page {address}")
            continue
        found = lighthouse(served.url(address), runs)
        if found.scores["performance"] < LIMITS["performance"] and runs < 3:
            found = lighthouse(served.url(address), 3)
        told = ", ".join(f"{time} {value:g}" for time, value in found.times.items())
        for category, limit in LIMITS.items():
            note = told if category == "performance" else ""
            if found.scores[category] < limit:
                note = f"{note} {' '.join(found.costly)}".strip()
            yield Row(name, f"{what}: {category}", found.scores[category], limit, "", least=True, note=note)


def explore(name: str, browser: Browser, served: Served) -> Iterator[Row]:
    """What explore loads, and how long the slowest filter takes until the page has changed."""
    if not (served.folder / "explore/index.html").is_file():
        return
    columns = sum(len(packed(path.read_bytes())) for path in (served.folder / "explore").glob("*.json"))
    yield Row(name, "explore: data", columns, COLUMNS_BYTES, "bytes")
    with visit(browser, served, width=DESKTOP) as seen:
        found = answers.filters(seen.go(served.url("explore/")), answers.years_of(served.folder))
    slowest = max(found, key=lambda what: found[what], default="")
    note = ", ".join(f"{what} {ms:.0f} ({work:.0f})" for what, (ms, work) in found.items())
    spent, _ = found.get(slowest, (0.0, 0.0))
    yield Row(
        name, f"explore: slowest filter ({slowest})", spent, FILTER_MS, "ms", note=f"ms (of its own work): {note}"
    )


def search(name: str, browser: Browser, served: Served) -> Iterator[Row]:
    """How long the first result takes after the last letter: of the first search of a visit, and of later ones.

    Each word is the first of a visit in turn, and what counts of each is the least of some rounds; of the words the
    slowest. The tab is a bare one: what listens to every request would be measured too.
    """
    if not (served.folder / "assets/search").is_dir():
        return
    words = answers.words_of(served.folder)
    first, later, asked = dict[str, float](), dict[str, float](), list[str]()
    for _ in range(answers.ROUNDS):
        for at in range(len(words)):
            turn = words[at:] + words[:at]
            with browser.new_context(viewport={"width": DESKTOP, "height": 900}) as context:
                page = context.new_page()
                page.goto(served.url(), wait_until="networkidle")
                before = len(served.asked)
                [cold] = answers.search(page, turn[:1])
                asked = served.asked[before:]
                page.keyboard.press("Escape")
                warm = answers.search(page, turn[1:])
            first[turn[0]] = min(first.get(turn[0], cold), cold)
            later |= {word: min(later.get(word, ms), ms) for word, ms in zip(turn[1:], warm, strict=True)}
    for what, found in (("nothing loaded yet", first), ("later words", later)):
        note = ", ".join(f"{word} {ms:.0f}" for word, ms in found.items())
        note += f"; {len(asked)} requests" if found is first else ""
        yield Row(name, f"search: first result, {what}", max(found.values(), default=0), SEARCH_MS, "ms", note=note)


def tell(found: Iterator[Row]) -> bool:
    """Print the table; whether every limit holds. Long notes stand under what breaks its limit alone."""
    print(f"{'site':<10}{'what':<52}{'value':>10}{'limit':>10}{'ratio':>8}")
    broken = []
    for row in found:
        ratio = f"{row.value / row.limit:.2f}" if row.limit else ""
        mark = "  BROKEN" if row.broken else ""
        print(f"{row.site:<10}{row.what:<52}{row.value:>10,.6g}{row.limit:>10,g}{ratio:>8}{mark}", flush=True)
        if row.broken:
            broken.append(row)
        if row.note and (row.broken or row.unit == "ms"):
            print(f"{'':<10}  {row.note}", flush=True)
    print(f"\n{len(broken)} limits broken", file=sys.stderr)
    return not broken
