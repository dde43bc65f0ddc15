"""`assets/addresses.txt`: every page by address and title, for the page that says what stands near a wrong address.

Input: pages, addresses of the platform's own pages, former addresses; output: one file that nothing else loads, a
page a line: address, title, then the addresses it had before, parted by tabs. Invariant: sorted, each page once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fasti.views import Page

PATH = "assets/addresses.txt"


def addresses(pages: Iterable[Page], others: Iterable[str], redirects: Mapping[str, str]) -> dict[str, bytes]:
    """The file by its path. `others` are addresses without a title; the first page needs no finding and is left out."""
    titles = dict.fromkeys(others, "") | {page.address: page.title for page in pages if page.kind != "more"}
    former: dict[str, list[str]] = {}
    for old, new in sorted(redirects.items()):
        former.setdefault(new, []).append(old)
    lines = (
        "\t".join((address, " ".join(titles[address].split()), *former.get(address, ())))
        for address in sorted(titles)
        if address
    )
    return {PATH: "".join(f"{line}\n" for line in lines).encode()}
