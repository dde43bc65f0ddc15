"""Linked data in a page's head: JSON-LD as a data block, which browsers never run and the policy of pages lets pass.

Input: the plain values of `views/_metadata.py`; output: one `<script type="application/ld+json">` and its digest for
the policy: browsers need none for data, but checkers of markup take every inline script for one that runs.
Invariant: no text of a contributor can end the block or begin a tag, and what comes back from it is what went in.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from markupsafe import Markup

# Letters that would end the block, or that old readers of scripts take for the end of a line.
_ESCAPED = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def json_ld(linked: Mapping[str, Any] | None) -> Markup:
    """The block, or nothing where a page has nothing to say to machines."""
    return Markup(f'\n      <script type="application/ld+json">{_text(linked)}</script>' if linked else "")


def digest(linked: Mapping[str, Any] | None) -> Markup:
    """What `script-src` says of the block: a blank and the digest of its text (CSP 3, section 2.3.1), or nothing."""
    if not linked:
        return Markup("")
    return Markup(f" 'sha256-{b64encode(sha256(_text(linked).encode()).digest()).decode()}'")


def _text(linked: Mapping[str, Any]) -> str:
    return json.dumps(linked, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
