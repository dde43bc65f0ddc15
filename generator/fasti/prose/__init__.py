"""Prose: contributed Markdown to safe HTML, and what it links to. The door for markdown and nh3; public names of it.

Input: Markdown of records, HTML of hand-written pages. Output: `Html`, the only text that pages print unescaped.
Invariant: nothing that an author writes becomes a script, a handler, a style or a request to another host.
"""

from fasti.prose.cleaning import Resolve
from fasti.prose.converter import opening, render
from fasti.prose.html import Html
from fasti.prose.links import ProseChart, ProseLink, charts, foreign, links
from fasti.prose.pages import sanitise_page

__all__ = [
    "Html",
    "ProseChart",
    "ProseLink",
    "Resolve",
    "charts",
    "foreign",
    "links",
    "opening",
    "render",
    "sanitise_page",
]
