"""How fast explore and search answer in the browser, from the reader's act until the answer stands on the page.

Input: a tab on a served site. Output: milliseconds by what was done. The clock is the page's own; it starts before the
event and ends with the frame after the page has changed, so a pause that a script makes on purpose counts.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import chain
from pathlib import Path

from playwright.sync_api import Page

ROUNDS = 3
NEVER = 99_999.0
_AFTER = "const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));"
_ACTS = """years => [
  ...[...document.querySelectorAll("[data-ex-facet]")].filter(f => f.querySelector("[data-ex-values] input"))
    .flatMap(f => [[f.dataset.exFacet, "check"], [f.dataset.exFacet, "uncheck"]]),
  ...(document.querySelector("[data-ex-disputed]") ? [["disputed", "check"], ["disputed", "uncheck"]] : []),
  ...years.flatMap(year => [["time", year], ["time", ""]]),
]"""
_FILTER = (
    "async ([name, how]) => {"
    + _AFTER
    + """
  const said = document.querySelector("[data-ex-said]"), facet = document.querySelector(`[data-ex-facet="${name}"]`);
  const before = said.textContent, began = performance.now();
  if (name === "time") {
    const field = document.querySelector('[data-ex-end="from"]');
    field.value = how;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (name === "disputed") document.querySelector("[data-ex-disputed]").click();
  else [...facet.querySelectorAll(`[data-ex-values] input${how === "check" ? "" : ":checked"}`)].at(-1).click();
  while (said.textContent === before && performance.now() - began < 3000) await frame();
  return said.textContent === before ? null : performance.now() - began;
}"""
)
_SEARCH = (
    "async word => {"
    + _AFTER
    + """
  const input = document.querySelector("dialog[open] input"), list = document.querySelector(".search-results");
  const seen = { changed: performance.now() };
  new MutationObserver(() => (seen.changed = performance.now())).observe(list, { childList: true, subtree: true });
  list.replaceChildren();
  const began = performance.now();
  input.value = word;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  while (!list.querySelector("a") && performance.now() - began < 10000) await frame();
  const spent = performance.now() - began, any = list.querySelector("a");
  // What still comes of this word must not be taken for the answer to the next.
  do await frame(); while (performance.now() - seen.changed < 300);
  return any ? spent : null;
}"""
)


def filters(page: Page, years: list[str]) -> dict[str, tuple[float, float]]:
    """For each filter of explore the least of some rounds, and what of it was work of the page's own thread."""
    page.wait_for_function("() => document.querySelector('[data-ex-list] a')", timeout=60_000)
    wire = page.context.new_cdp_session(page)
    wire.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        told = wire.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(one["value"] for one in told if one["name"] == "TaskDuration"))

    found: dict[str, tuple[float, float]] = {}
    for _ in range(ROUNDS):
        for name, how in page.evaluate(_ACTS, years):
            before = worked()
            spent = page.evaluate(_FILTER, [name, how])
            if spent is None:
                continue  # it leaves as many as there were: nothing on the page tells when it was answered
            what = f"{name}, taken back" if how in ("uncheck", "") else name
            one = (float(spent), worked() - before)
            found[what] = min(found.get(what, one), one)
    return found


def search(page: Page, words: list[str]) -> list[float]:
    """Milliseconds from the last letter of each word to its first result on the page.

    The first word stands whole in the field as soon as the dialog is open, long before anybody could have written it:
    nothing of any index has come by then. The others are asked of what is there already.
    """
    page.locator("[data-search]").click()
    page.locator("dialog[open] input").wait_for()
    found: list[float | None] = [page.evaluate(_SEARCH, word) for word in words]
    return [NEVER if spent is None else spent for spent in found]


def words_of(site: Path, number: int = 2) -> list[str]:
    """The longest word of some names of places and of some titles of events, by turns, spread over the site."""
    pages = [sorted((site / kind).glob("*/index.html")) for kind in ("places", "events")]
    some = [found[:: max(1, len(found) // number)][:number] for found in pages]
    found = []
    for path in chain.from_iterable(zip(*some, strict=False)):
        title = re.search(r"<h1[^>]*>(.*?)</h1>", path.read_text(encoding="utf-8"), re.DOTALL)
        text = unescape(re.sub(r"<[^>]+>", "", title[1])) if title else ""
        found.append(max(re.findall(r"[^\W\d]+", text), key=len, default="a"))
    return list(dict.fromkeys(found))


def years_of(site: Path) -> list[str]:
    """Some years that have a page."""
    found = sorted(path.name for path in (site / "chronology").iterdir() if re.fullmatch(r"\d{4}", path.name))
    return found[len(found) // 2 :][:1]
