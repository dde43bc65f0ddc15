"""HOT. The two sanitisers: a narrow one for contributed prose, a wider one for the maintainers' hand-written pages.

Input: HTML of a Markdown converter. Output: HTML of allowed elements and attributes only, its links resolved.
Invariant: an allow list, no deny list; the parser is that of HTML5, so what it lets pass is what a browser will read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import nh3

from fasti.prose.html import visible
from fasti.records import KINDS

Resolve = Callable[[str, str], str | None]
"""Kind and id of a record to a link on the page that is being made; None: no page, so only the words stay."""

OUTWARD = frozenset({"http", "https", "mailto"})
RASTER = (".png", ".jpg", ".jpeg", ".webp", ".gif")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_OUR_ID = re.compile(r"fn(?:ref\d*)?-[\w.-]+\Z")
_LANG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")
_ALIGNED = frozenset({"left", "right", "center"})

TEXT_TAGS = frozenset(
    "a abbr blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr img ins kbd li ol p pre q s small strong sub"
    " sup table tbody td th thead tr ul".split()
)
PROSE_TAGS = TEXT_TAGS - {"h1"}
PROSE_ATTRIBUTES = {
    "a": {"href", "title", "id"},
    "div": {"class"},
    "img": {"src", "alt"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align"},
}


class Cleaner:
    """A sanitiser that knows on which page it is; `resolve`, `pictures` and `prefix` are set for each text."""

    def __init__(self) -> None:
        self.resolve: Resolve = nowhere
        self.pictures: Mapping[str, str] = {}
        self.prefix = ""
        self._nh3 = nh3.Cleaner(
            tags=set(PROSE_TAGS),
            clean_content_tags={"script", "style"},
            attributes=PROSE_ATTRIBUTES,
            attribute_filter=self.attribute,
            url_schemes={*OUTWARD, *KINDS, "chart"},
            link_rel=None,
        )

    def clean(self, html: str) -> str:
        """The HTML that stays. Control characters that entities smuggled in are gone as well."""
        return visible(self._nh3.clean(html))

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        """The value that an attribute may keep, or None."""
        match name:
            case "href":
                return self.href(value)
            case "src":
                return self.src(value)
            case "id":
                return self.prefix + value if _OUR_ID.match(value) else None
            case "class":
                return value if value == "footnote" else None
            case "align":
                return value if value in _ALIGNED else None
            case "start":
                return value if value.isdecimal() and len(value) < 7 else None
        return value

    def href(self, value: str) -> str | None:
        """A record, another site, or a note of this text."""
        if value.startswith("#"):
            return f"#{self.prefix}{value[1:]}" if _OUR_ID.match(value[1:]) else None
        return outward(value, self.resolve)

    def src(self, value: str) -> str | None:
        """A chart, or a picture that the record itself lists under `media`."""
        return value if is_chart(value) else self.pictures.get(value)


def nowhere(kind: str, record_id: str) -> str | None:
    """Resolves nothing."""
    return None


def outward(value: str, resolve: Resolve) -> str | None:
    """The link for an address with a scheme: a record's page, or an address on the web; None for anything else."""
    match = _SCHEME.match(value.strip())
    if not match:
        return None
    scheme, rest = match[1].lower(), match[2]
    if scheme in KINDS:
        return resolve(scheme, rest.strip())
    return value if scheme in OUTWARD else None


def is_chart(address: str) -> bool:
    """Whether an image address asks for a chart."""
    return address[:6].lower() == "chart:"


PAGE_TAGS = TEXT_TAGS | frozenset(
    "article aside bdi bdo button caption cite col colgroup data details dfn figcaption figure footer header hgroup"
    " input label main mark nav section span summary tfoot time var wbr"
    " svg circle desc g line path polygon polyline rect text title".split()
)
_DRAWN = set("class fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin opacity transform".split())
PAGE_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title", "hidden", "role", "tabindex"},
    "a": {"href", "rel"},
    "button": {"type"},
    "col": {"span"},
    "data": {"value"},
    "details": {"open", "name"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"type", "checked", "disabled"},
    "label": {"for"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "td": {"align", "colspan", "rowspan", "data-label"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "svg": {"viewBox", "viewbox", "width", "height", "focusable", "xmlns"} | _DRAWN,
    "path": {"d"} | _DRAWN,
    "rect": {"x", "y", "width", "height", "rx", "ry"} | _DRAWN,
    "line": {"x1", "y1", "x2", "y2"} | _DRAWN,
    "circle": {"cx", "cy", "r"} | _DRAWN,
    "polyline": {"points"} | _DRAWN,
    "polygon": {"points"} | _DRAWN,
    "text": {"x", "y", "text-anchor"} | _DRAWN,
    "g": _DRAWN,
}


class PageCleaner:
    """The sanitiser of hand-written pages: Material's components pass, scripts, styles, forms and handlers do not."""

    def __init__(self) -> None:
        self.resolve: Resolve = nowhere
        self._nh3 = nh3.Cleaner(
            tags=set(PAGE_TAGS),
            clean_content_tags={"script", "style"},
            attributes=PAGE_ATTRIBUTES,
            generic_attribute_prefixes={"aria-"},
            attribute_filter=self.attribute,
            url_schemes={*OUTWARD, *KINDS, "chart"},
            link_rel=None,
        )

    def clean(self, html: str) -> str:
        """The HTML that stays."""
        return visible(self._nh3.clean(html))

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        """The value that an attribute may keep, or None. Relative addresses are MkDocs' own and stay."""
        if name in ("href", "src"):
            if "\\" in value or value.lstrip()[:2] == "//":
                return None  # an address of another host in disguise
            scheme = _SCHEME.match(value.strip())
            if name == "src":
                return (
                    value if is_chart(value) or (not scheme and value.split("?")[0].lower().endswith(RASTER)) else None
                )
            return outward(value, self.resolve) if scheme else value
        if tag in ("input", "button") and name == "type":
            return value if value in ("checkbox", "radio", "button") else None
        if name == "lang":
            return value if _LANG.match(value) else None
        return value
