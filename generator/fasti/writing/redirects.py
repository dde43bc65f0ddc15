"""Pages at addresses that records had before (`formerly`): they lead on, by themselves and by a link.

Input: old and new addresses; output: small pages under the site's own policy. Invariant: no script, and not indexed.
"""

from __future__ import annotations

from html import escape

from fasti.language import _, direction, spoken
from fasti.writing.links import relative


def redirect(old: str, new: str, *, site_url: str, policy: str) -> str:
    """The page at `old` that leads to `new`; both are addresses such as `events/x/`."""
    target = escape(relative(old, new))
    way = ' dir="rtl"' if direction(spoken()) == "rtl" else ""
    title = escape(_("This page has moved"))
    link = f'<a href="{target}"><bdi dir="ltr">{target}</bdi></a>' if way else f'<a href="{target}">{target}</a>'
    told = escape(_("The record has another address now: %(address)s.")) % {"address": link}
    canonical = escape((site_url if site_url.endswith("/") else site_url + "/") + new)
    return (
        f'<!doctype html>\n<html lang="{spoken()}"{way}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<link rel="canonical" href="{canonical}">\n'
        f'<link rel="icon" href="{escape(relative(old, "assets/fasti.svg"))}" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="{escape(relative(old, "assets/fasti.css"))}">\n'
        f"<title>{title}</title>\n</head>\n<body>\n"
        f'<main class="sheet"><h1>{title}</h1>\n'
        f"<p>{told}</p></main>\n</body>\n</html>\n"
    )
