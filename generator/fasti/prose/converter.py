"""HOT. One private Markdown converter for contributed prose, reset for each body.

Input: Markdown of a record (`body`, `definition`, `reading_notes`). Output: `Html`, charts as tokens, links resolved.
Invariant: the site's own Markdown extensions never see this text; raw HTML in it is shown as written, never obeyed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from markdown import Markdown

from fasti.language import _, spoken
from fasti.prose.charts import place_charts
from fasti.prose.cleaning import Cleaner, Resolve
from fasti.prose.html import Html, escaped, visible
from fasti.prose.tables import labelled

_HEADING = re.compile(r"(</?h)([1-6])(?=[ >])")
_DEAD_LINK = re.compile(r"<a(?: title=\"[^\"]*\")?>(.*?)</a>", re.DOTALL)
_ALIGNED = re.compile(r"<(t[dh]) align=\"(\w+)\">")
_ASIDE = re.compile(r"\[\^[^\]\s]+\]|!\[(?P<caption>[^\[\]]*)\]\([^()\s]*\)")
_MARKS = "[]\\`*_&<!>"
_LINES = re.compile(r"^[ >]*(?:#|[-=*_][-=*_ ]*$)", re.MULTILINE)  # headings, underlines, rules
_PLAIN = {
    ord(mark): 0xF0000 + at for at, mark in enumerate(_MARKS + "#=-")
}  # letters of the last private plane, for marks that mean nothing
_BACK = {code: escaped(chr(mark)) for mark, code in _PLAIN.items()}
_BUDGET = 20_000_000  # steps of the library for one text, some three seconds
_BLANK_LINES = re.compile(r"(\n[ \t]*\n)")
_NOT_TEXT = re.compile(r"(?: {4}|\t| {0,3}(?:#|>|[-*+] |\d+[.)] |\||!\[|\[\^?[^\]]+\]:|(?:[-*_] ?){3,}$))")


@cache
def _markdown(language: str) -> Markdown:
    """The converter: tables and notes beside plain Markdown, no raw HTML; its own words in the language spoken."""
    markdown = Markdown(
        extensions=["tables", "footnotes", "sane_lists"],
        extension_configs={
            "footnotes": {"SEPARATOR": "-", "BACKLINK_TITLE": _("Back to the text of note %(n)s", n="{}")},
            "tables": {"use_align_attribute": True},
        },
        output_format="html",
    )
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    return markdown


@cache
def _cleaner() -> Cleaner:
    return Cleaner()


def render(
    text: str, resolve: Resolve, *, pictures: Mapping[str, str] | None = None, prefix: str = "", under: int = 2
) -> Html:
    """Contributed Markdown as safe HTML.

    `resolve` gives the link for a record, or None for its words alone. `pictures` are the images that the text may
    show, by the name it uses, with their links. `prefix` keeps the notes of two texts on one page apart. The highest
    heading of the text stands one below level `under`.
    """
    if not text.strip():
        return Html("")
    markdown = _markdown(spoken())
    markdown.reset()
    cleaner = _cleaner()
    cleaner.resolve, cleaner.pictures, cleaner.prefix = resolve, pictures or {}, prefix
    as_written = Html(f"<p>{escaped(text)}</p>")
    if len(text) * text.count("\n") > _BUDGET * 400:  # a hundred thousand lines: no person wrote them
        return as_written
    try:
        html = markdown.convert(within_budget(visible(text)))
    except RecursionError:  # thousands of nested quotes or lists
        _markdown.cache_clear()  # its parser stands in the middle of a list, and `reset` leaves it there
        return as_written
    html = _under(html.translate(_BACK) if len(text) >= 4_000 else html, under)
    html = _DEAD_LINK.sub(r"\1", cleaner.clean(html))
    return Html(place_charts(labelled(_ALIGNED.sub(_number, html))))


def opening(text: str) -> str:
    """The first paragraph of a Markdown text, without its notes and pictures; empty if the text begins otherwise."""
    for block in _BLANK_LINES.split(visible(text).strip("\n")):
        if block.strip():
            return "" if _NOT_TEXT.match(block) else _ASIDE.sub(lambda found: found["caption"] or "", block)
    return ""


def within_budget(text: str) -> str:
    """The text, its marks made plain letters where there are so many that no person wrote them.

    The library looks for the end of every `[` to the end of its paragraph, reads the rest of the paragraph again after
    every heading and rule, and copies it for every other mark: 20,000 brackets in a row would take it a minute.
    """
    if len(text) < 4_000:
        return text
    left, out = _BUDGET, []
    for block in _BLANK_LINES.split(text):
        lines = len(_LINES.findall(block)) // 4
        left -= len(block) * (block.count("[") + lines + sum(map(block.count, _MARKS)) // 1_000)
        out.append(block if left > 0 else block.translate(_PLAIN))
    return "".join(out)


def _number(found: re.Match[str]) -> str:
    """A column aligned to the right holds numbers; HTML has no other alignment without styles."""
    return f'<{found[1]} class="number">' if found[2] == "right" else f"<{found[1]}>"


def _under(html: str, level: int) -> str:
    """Headings moved below `level`, keeping their steps as far as there are levels."""
    levels = [int(found[2]) for found in _HEADING.finditer(html)]
    if not levels:
        return html
    step = level + 1 - min(levels)
    return _HEADING.sub(lambda found: f"{found[1]}{min(6, int(found[2]) + step)}", html)
