"""Hand-written pages: their HTML, as MkDocs made it, cleaned, with its record links and charts in place.

Input: HTML of a page in `content/pages/`. Output: `Html`.
Invariant: a page may look like anything the theme knows, and runs nothing.
"""

from __future__ import annotations

import re
from functools import cache

from fasti.prose.charts import place_charts
from fasti.prose.cleaning import PageCleaner, Resolve, nowhere
from fasti.prose.html import Html
from fasti.prose.tables import labelled

_DEAD_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)


@cache
def _cleaner() -> PageCleaner:
    return PageCleaner()


def sanitise_page(html: str, resolve: Resolve = nowhere) -> Html:
    """A page without scripts, styles, frames, handlers or requests to other hosts.

    Links to records are resolved, charts stand as tokens.
    """
    cleaner = _cleaner()
    cleaner.resolve = resolve
    return Html(place_charts(labelled(_DEAD_LINK.sub(r"\1", cleaner.clean(html)))))
