"""The pages that the platform carries: index pages, whose content is ours, and hand-written ones, which we clean.

Input: HTML from the platform's Markdown, and the stubs and charts of a build; output: content and what the theme says
around it. Invariant: no HTML reaches a page unless a fragment made it or `prose` cleaned it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fasti.prose import Html
from fasti.settings import Settings
from fasti.writing.fragments import Fragments
from fasti.writing.linked import digest, json_ld
from fasti.writing.pages import edit_address, fragments_for

if TYPE_CHECKING:
    from fasti.charts import Drawn
    from fasti.records import ChartCall
    from fasti.views import Page


@dataclass(frozen=True, slots=True)
class Carried:
    """One page as the platform shall show it; a hand-written one has no kind, and its own title and description.

    `head`: HTML for the page's head; `digest`: what its policy says of it.
    """

    html: str
    kind: str
    title: str | None
    description: str | None
    edit: str | None
    head: str = ""
    digest: str = ""


class Carrier:
    """Makes the content of carried pages. `clean(html, address)` sanitises HTML and resolves its record links."""

    def __init__(
        self,
        pages: Iterable[Page],
        drawn: Mapping[ChartCall, Drawn],
        *,
        settings: Settings,
        clean: Callable[[str, str], str],
    ) -> None:
        self._stubs = {page.address: page for page in pages if page.stub}
        self._feeds = tuple(feed for page in self._stubs.values() for feed in page.feeds)
        self._fragments: Fragments = fragments_for(settings, drawn)
        self._settings, self._clean = settings, clean

    @property
    def paths(self) -> tuple[str, ...]:
        """The Markdown files that the platform must have for the stubs, such as `places/index.md`."""
        return tuple(f"{address}index.md" for address in sorted(self._stubs))

    def page(self, address: str, html: str, source: str | None) -> Carried:
        """The page at `address`: the stub's content if there is one, else `html`, cleaned and its charts in place.

        `source` is the page's own file in the project, or None.
        """
        stub = self._stubs.get(address)
        if stub is None:
            cleaned = self._fragments.in_prose(self._clean(html, address), address)
            return Carried(cleaned, "", None, None, edit_address(self._settings, source))
        if stub.source is not None:
            # a hand-written page with parts of ours in it: they stand below its opening, before its first heading
            opening, mark, rest = self._clean(html, address).partition("<h2")
            words = {"opening": Html(opening), "rest": Html(mark + rest)}
            stub = replace(stub, view={**stub.view, **words})
        edit = edit_address(self._settings, stub.source or source)
        head = self._fragments.feed_links(self._feeds, address) + str(json_ld(stub.linked))
        content = self._fragments.content(stub)
        return Carried(content, stub.kind, stub.title, stub.description, edit, head, str(digest(stub.linked)))
