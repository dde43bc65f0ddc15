"""Where a chart belongs in prose: a token on a paragraph of its own, which `writing/` replaces by the figure.

Input: sanitised HTML with `<img src="chart:…">`. Output: HTML with `<p>\\x02chart:CALL\\x03caption\\x04</p>`.
Invariant: only this module writes the three control characters, and the words between them stay escaped.
"""

from __future__ import annotations

import re
from html import escape, unescape

from fasti.prose.html import visible
from fasti.records import chart_call

# The sanitiser escapes `<` and `>` in attributes, so that a tag ends at the first `>`.
_IMG = re.compile(r"<img(?P<attributes>[^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_BLOCK = re.compile(
    r"<(p|h[1-6]|td|th|dt|summary|figcaption)(?: [^>]*)?>(?:(?!</\1>).)*<img(?:(?!</\1>).)*</\1>", re.DOTALL
)
_ALONE = re.compile(r"<p>\s*</p>\n?")


def place_charts(html: str) -> str:
    """Every chart out of its line into a paragraph after it; its caption stays if other words stand beside it.

    An image without an address becomes its alternative text.
    """
    if "<img" not in html:
        return html
    html = _BLOCK.sub(_block, html)
    return _IMG.sub(lambda found: token(found) or _kept(found), html)


def token(found: re.Match[str]) -> str:
    """The token for one image, empty if it is no chart."""
    attributes = dict(_ATTRIBUTE.findall(found["attributes"]))
    source = unescape(attributes.get("src", ""))
    if source[:6].lower() != "chart:":
        return ""
    # In the one form in which charts are drawn and named.
    call = escape(visible(chart_call(source[6:]).text))
    return f"<p>\x02chart:{call}\x03{attributes.get('alt', '')}\x04</p>"


def _block(found: re.Match[str]) -> str:
    charts: list[str] = []

    def take(image: re.Match[str]) -> str:
        if not (made := token(image)):
            return _kept(image)
        charts.append(made)
        return f"\x02{dict(_ATTRIBUTE.findall(image['attributes'])).get('alt', '')}\x02"

    left = _IMG.sub(take, found[0])
    if not charts:
        return left
    words = re.sub(r"\x02[^\x02]*\x02|<[^>]*>", "", left).strip()
    left = left.replace("\x02", "") if words else re.sub(r"\x02[^\x02]*\x02", "", left)
    inside = found[1] in ("td", "th", "dt")
    if inside:
        return left.removesuffix(f"</{found[1]}>") + "".join(charts) + f"</{found[1]}>"
    return _ALONE.sub("", left) + "\n".join(charts)


def _kept(found: re.Match[str]) -> str:
    attributes = dict(_ATTRIBUTE.findall(found["attributes"]))
    return found[0] if attributes.get("src") else attributes.get("alt", "")
