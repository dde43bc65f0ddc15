"""The templates of `theme/fragments/`: one a page kind, escaped, strict about names it does not know.

Input: pages of `views/`, charts of `charts/`; output: HTML for `pages.py` and for the pages that the platform carries.
Invariant: only `Html` passes unescaped, and a name that no view gives is our bug and raises at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup, escape

from fasti.writing import fingerprint
from fasti.writing.linked import json_ld
from fasti.writing.links import relative
from fasti.writing.speech import speak

if TYPE_CHECKING:
    from fasti.charts import Drawn
    from fasti.records import ChartCall
    from fasti.views import Feed, Page

# As `prose` leaves a chart: the call, then the author's caption. A paragraph of its own is replaced whole.
_IN_PROSE = re.compile(
    r"<p>\s*\x02chart:([^\x02-\x04]*)\x03([^\x02-\x04]*)\x04\s*</p>|\x02chart:([^\x02-\x04]*)\x03([^\x02-\x04]*)\x04"
)
SPECS = "assets/charts/"


class Fragments:
    """Renders the content of pages. `folders`: the site's own fragments first, if it has any, then ours."""

    def __init__(
        self, folders: Sequence[Path], drawn: Mapping[ChartCall, Drawn], languages: Sequence[str] = ("en",)
    ) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(url=self._url, chart=self._chart)
        words = speak(self._environment, languages)
        self._drawn = {call.text: chart for call, chart in drawn.items()}
        self._figure = self._macro("_chart.html", "figure")
        self._furniture = {
            name: self._macro("_furniture.html", name)
            for name in ("edit_link", "turn", "head_links", "feed_links", "notice")
        }
        self._digests = {text: _digest_of(chart) for text, chart in self._drawn.items()}
        self._prose: Callable[[str], str] = self._environment.globals["prose"]  # type: ignore[assignment]
        self._page = ""
        self._charts = 0
        self.digest = fingerprint.fingerprint(
            [fingerprint.of_folder(folder, "**/*.html") for folder in folders], tuple(languages), words
        )

    def content(self, page: Page) -> str:
        """What stands in the sheet of a page."""
        self._page, self._charts = page.address, 0
        template = self._environment.get_template(f"{page.kind}.html")
        return self._with_charts(template.render(view=page.view, page=page))

    def in_prose(self, html: str, address: str) -> str:
        """HTML of a hand-written page, its charts in their places."""
        self._page, self._charts = address, 0
        return self._with_charts(self._prose(html))

    def furniture(self, page: Page, edit: str | None) -> dict[str, str]:
        """What stands around the content: the links in the head, before and after, the way to correct the page."""
        self._page = page.address
        before, after = (
            near and {"title": near["title"], "href": self._url(near["address"])} for near in (page.previous, page.next)
        )
        return {
            "head": self._furniture["head_links"](before, after) + json_ld(page.linked),
            "turn": self._furniture["turn"](before, after),
            "edit": self._furniture["edit_link"](edit),
        }

    def feed_links(self, feeds: Sequence[Feed], address: str) -> str:
        """How the head of a page says which feeds there are."""
        self._page = address
        links = [{"title": feed.title, "href": self._url(feed.path)} for feed in feeds]
        return str(self._furniture["feed_links"](links))

    def notice(self, faults: str) -> str:
        """What a server says above a page when the last edit could not be shown."""
        return str(self._furniture["notice"](faults))

    def charts_of(self, page: Page) -> list[str]:
        """The digests of the charts that a page shows; one that is not drawn counts as well."""
        return [self._digests.get(call.text, "-") for call in page.charts]

    def _macro(self, template: str, name: str) -> jinja2.runtime.Macro:
        macro: jinja2.runtime.Macro = getattr(self._environment.get_template(template).module, name)
        return macro

    def _url(self, address: str) -> str:
        return relative(self._page, address)

    def _chart(self, call: ChartCall | str, caption: str = "", *, within: bool = False) -> Markup:
        chart = self._drawn.get(call if isinstance(call, str) else call.text)
        if chart is None:
            return Markup("")  # nothing to show: never an empty frame
        self._charts += 1
        spec = self._url(SPECS + chart.spec_name) if chart.spec_name else None
        return Markup(self._figure(chart, caption, spec, f"chart-{self._charts}", within))

    def _with_charts(self, html: str) -> str:
        if "\x02" not in html:
            return html
        return _IN_PROSE.sub(self._from_prose, html)

    def _from_prose(self, found: re.Match[str]) -> str:
        alone = found[1] is not None
        call, caption = (found[1], found[2]) if alone else (found[3], found[4])
        figure = self._chart(unescape(call), unescape(caption), within=True)
        # Within a paragraph the figure ends it, as HTML does on its own.
        return figure if alone or not figure else f"</p>{figure}<p>"


def _digest_of(chart: Drawn) -> str:
    return fingerprint.fingerprint(
        chart.digest, chart.caption, chart.description, chart.columns, chart.rows, chart.credit
    )


def escaped(text: str) -> str:
    """Text for HTML or an attribute; `Html` comes as it is."""
    return str(escape(text))
