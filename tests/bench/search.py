"""What a search costs a reader: requests, bytes as a static host sends them, and milliseconds to the first result.

Input: a built site. Output: `SearchCost`, for a row of `make bench`. The clock is the browser's own, from the key that
asks to the first row that is painted; nothing is asserted.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.kit.browser import packed, serve, visit

# From an event of the page to the first result after it; `search-title` is the link of a result.
WATCH = """([opens, text]) => new Promise(resolve => {
  const painted = began => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
  const write = began => {
    const input = document.querySelector(".search-input");
    new MutationObserver((_, seen) => document.querySelector(".search-title") && (seen.disconnect(), painted(began)))
      .observe(document.querySelector(".search-results"), {childList: true, subtree: true});
    document.querySelector(".search-results").replaceChildren();
    input.value = text;
    input.dispatchEvent(new InputEvent("input", {bubbles: true}));
  };
  const began = performance.now();
  if (!opens) return write(began);
  new MutationObserver((_, seen) => document.querySelector("dialog[open]") && (seen.disconnect(), write(began)))
    .observe(document.body, {subtree: true, childList: true, attributes: true});
  document.querySelector("[data-search]").click();
})"""


@dataclass(frozen=True)
class SearchCost:
    """`cold`: from the press on the button, nothing loaded yet; `warm`: from the last letter of a further word, the
    pause of 120 ms before it searches included. `requests` and `bytes` are those of the cold one."""

    requests: int
    bytes: int
    cold: float
    warm: float


def search_cost(browser: Browser, site: Path, texts: tuple[str, ...]) -> SearchCost:
    """The cost of the first text, and of the slowest of the others after it."""
    with serve(site, packed=True) as pages, visit(browser, pages) as seen:
        page = seen.go(pages.url())
        before = len(pages.asked)
        cold = page.evaluate(WATCH, [True, texts[0]])
        page.wait_for_load_state("networkidle")
        asked = pages.asked[before:]
        files = [site / path.removeprefix("/fasti/") for path in asked]
        warm = max(page.evaluate(WATCH, [False, text]) for text in texts[1:])
        return SearchCost(len(asked), sum(_sent(file) for file in files), cold, warm)


def _sent(file: Path) -> int:
    """Bytes on the way: what pagefind has packed itself goes as it is."""
    content = file.read_bytes()
    return len(content) if ".pf_" in file.name or file.suffix == ".pagefind" else len(packed(content))
