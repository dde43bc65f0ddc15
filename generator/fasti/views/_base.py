"""What a page is, what a page kind is, and `view`, which makes every page of an edition.

Input: an edition. Output: pages of plain, ordered, worded values, which a template of the same name only prints.
Invariant: a view holds no record and no date that is not words; what two pages both say, one function says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypedDict

from fasti.derive import Edition
from fasti.language import gettext
from fasti.plugs import discover
from fasti.prose import Html, charts
from fasti.records import ChartCall, chart_call
from fasti.views._words import size_words

if TYPE_CHECKING:
    from fasti.views._feeds import Feed

View = dict[str, Any]
Link = dict[str, str]


class Download(TypedDict):
    """A file that the data page offers; the exports room makes them. `size` is in bytes."""

    name: str
    path: str
    media_type: str
    size: int
    summary: str
    loses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `address` is relative to the site's root, `""` for home; `stub`: the platform carries it.

    `linked`: what it says to machines, see `_metadata.py`. `files` are what its script loads, by path; `feeds` those
    it offers.
    """

    kind: str
    key: str
    address: str
    title: str
    description: str
    view: View
    charts: tuple[ChartCall, ...] = ()
    source: str | None = None
    previous: Link | None = None
    next: Link | None = None
    stub: bool = False
    linked: View | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    feeds: tuple[Feed, ...] = ()


@dataclass(frozen=True, slots=True)
class PageKind:
    """A plug of this room: `keys` names the pages of this kind in order, `page` makes one of them."""

    name: str
    keys: Callable[[Edition], Iterable[str]]
    page: Callable[[Edition, str], Page]


def view(edition: Edition, downloads: Sequence[Download] = ()) -> tuple[Page, ...]:
    """Every page of an edition, kind by kind; `downloads` are what the data page lists."""
    return tuple(_pages(edition, downloads))


def _pages(edition: Edition, downloads: Sequence[Download]) -> Iterator[Page]:
    from fasti.views._metadata import described  # it speaks of pages, so it imports this module

    for kind in kinds():
        for key in kind.keys(edition):
            page = described(edition, kind.page(edition, key), downloads)
            yield (
                replace(page, view={**page.view, "downloads": [_download(d) for d in downloads]})
                if page.kind == "data"
                else page
            )


def _download(found: Download) -> View:
    summary = found["summary"]
    return {
        "name": found["name"],
        "path": found["path"],
        "size": size_words(found["size"]),
        "summary": gettext(summary),
        "loses": [gettext(lost) for lost in found["loses"]],
    }


def kinds() -> tuple[PageKind, ...]:
    """Every page kind of the room, by the name of its module."""
    return discover("fasti.views", "PAGE")


def only(key: str = "") -> Callable[[Edition], tuple[str, ...]]:
    """The keys of a kind that has one page."""
    return lambda edition: (key,)


def ids(kind: str) -> Callable[[Edition], tuple[str, ...]]:
    """The keys of a kind that has a page for every record that is not a draft."""
    return lambda edition: tuple(entry.id for entry in edition.corpus.of(kind))


def way(page: str, address: str) -> str:
    """The relative link from one page to another, for prose, which is made before templates are."""
    return "../" * page.count("/") + address or "./"


@dataclass(slots=True)
class Desk:
    """What the making of one page needs: the edition, its own address, and the charts it has asked for so far."""

    edition: Edition
    address: str
    _charts: dict[ChartCall, None] = field(default_factory=dict)

    @property
    def charts(self) -> tuple[ChartCall, ...]:
        """The charts asked for, each once, in the order in which they were."""
        return tuple(self._charts)

    def chart(self, name: str, **params: str) -> ChartCall:
        """A chart for the template to show; it shows nothing where there is nothing to draw."""
        call = ChartCall(name, tuple(sorted(params.items())))
        self._charts[call] = None
        return call

    def wants(self, markdown: str) -> None:
        """Note the charts that a text asks for."""
        for found in charts(markdown):
            self._charts[chart_call(found.address)] = None

    def resolve(self, kind: str, record_id: str) -> str | None:
        """The link to a record from this page, for prose."""
        if not self.edition.is_public(kind, record_id):
            return None
        return way(self.address, self.edition.address(kind, record_id))


__all__ = ["Desk", "Download", "Html", "Link", "Page", "PageKind", "View", "ids", "kinds", "only", "view", "way"]
