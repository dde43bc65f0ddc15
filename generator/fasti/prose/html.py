"""`Html`: text that is already safe HTML, so that a template prints it as it is.

Made by this room alone; read by views (which pass it on) and by Jinja, which asks for `__html__`.
Invariant: whoever makes an `Html` from an author's words has escaped or sanitised them.
"""

from __future__ import annotations

import re
from html import escape

# Everything of C0 and C1 but tab and line feed, the byte order mark, and half a pair of surrogates. By some of them
# the Markdown library and our own tokens mark a place, so an author must never be able to write one.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


class Html(str):
    """Safe HTML."""

    __slots__ = ()

    def __html__(self) -> str:
        return str.__str__(self)

    def __repr__(self) -> str:
        return f"Html({str.__repr__(self)})"


def visible(text: str) -> str:
    """Text without control characters; line ends are line feeds."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """Text for HTML and for attributes, without control characters."""
    return escape(visible(text), quote=True)
