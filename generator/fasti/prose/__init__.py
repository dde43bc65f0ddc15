"""Prose: contributed Markdown to safe HTML, and what it links to. The door for markdown and nh3; public names of it.

Input: Markdown of records, HTML of hand-written pages. Output: `Html`, the only text that pages print unescaped.
Invariant: nothing that an author writes becomes a script, a handler, a style or a request to another host.
"""

from fasti.prose.cleaning import Resolve
from fasti.prose.converter import opening, render
from fasti.prose.html import Html
from fasti.prose.links import LinkedWords, ProseChart, ProseLink, charts, foreign, linked_words, links, without_code
from fasti.prose.pages import sanitise_page

__all__ = [
    "Html",
    "LinkedWords",
    "ProseChart",
    "ProseLink",
    "Resolve",
    "charts",
    "foreign",
    "linked_words",
    "links",
    "opening",
    "render",
    "sanitise_page",
    "without_code",
]
