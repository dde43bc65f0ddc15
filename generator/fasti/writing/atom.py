"""Feeds as Atom (RFC 4287): what a site adds and corrects, for programs that tell their readers of it.

Input: a `Feed` of plain values; output: one file. Invariant: every text is escaped, every address is whole, words
in other letters than the feed's say so, and every time comes with its entry, never from a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

from fasti.language import foreign

if TYPE_CHECKING:
    from fasti.views import Feed

MEDIA_TYPE = "application/atom+xml"


def atom(feed: Feed, site_url: str) -> bytes:
    """The file of a feed."""
    base = site_url if site_url.endswith("/") else site_url + "/"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(feed.language)}">',
        _element("id", base + feed.path),
        _element("title", feed.title),
        _element("updated", _time(feed.updated)),
        f"<author>{_element('name', feed.author)}</author>",
        f'<link rel="self" type="{MEDIA_TYPE}" href="{escape(base + feed.path)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(base + feed.about)}"/>',
        *([_element("rights", feed.rights)] if feed.rights else []),
    ]
    for entry in feed.entries:
        lines += [
            "<entry>",
            _element("id", base + entry.id),
            _element("title", entry.title, foreign(entry.title)),
            _element("updated", _time(entry.time)),
            f'<link rel="alternate" type="text/html" href="{escape(base + entry.address)}"/>',
            f'<category term="{escape(entry.kind)}"/>',
            _element("summary", entry.summary, foreign(entry.summary)),
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""]).encode()


def _element(name: str, text: str, said: Mapping[str, str] | None = None) -> str:
    lang = f' xml:lang="{escape(said["lang"])}"' if said and "lang" in said else ""
    return f"<{name}{lang}>{escape(text, quote=False)}</{name}>"


def _time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
