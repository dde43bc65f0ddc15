"""What a fault means: the reference page of its rule, as text for a terminal.

Input is what somebody typed, and where the pages are, from `fasti.resources`; output is text, ending in a line break.
Invariant: nothing is said here that is not on the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from fasti.diagnostics.suggest import closest

_FENCE = re.compile(r"(?P<marks>`{3,})[\w-]*(?: title=\"(?P<title>[^\"]*)\")?\s*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_UNDERLINES = {"# ": "=", "## ": "-"}


class UnknownCode(LookupError):
    """No rule is called that; the text says which may have been meant."""


def explain(code: str, pages: Mapping[str, Path]) -> str:
    """The page of a rule, found by its code in any case, the digits alone, or its name.

    `pages` is the page of each rule by code. Raises UnknownCode, naming the nearest, if there is none.
    """
    return _terminal_text(pages[_resolve(code, pages)].read_text(encoding="utf-8"))


def _resolve(asked: str, pages: Mapping[str, Path]) -> str:
    word = asked.strip()
    names = {page.stem.removeprefix(f"{code}-"): code for code, page in pages.items()}
    for code in (word.upper(), f"FST{word}", names.get(word.lower(), "")):
        if code in pages:
            return code
    near = closest(word.upper(), pages) or closest(word, names)
    meant = f"did you mean `{near}`?" if near else "every code is listed under `reference/diagnostics/`"
    raise UnknownCode(f"no fault is called `{asked}`: {meant}")


def _terminal_text(page: str) -> str:
    """Headings underlined, examples set in, marks of emphasis and addresses of links left out."""
    lines: list[str] = []
    closing = ""
    for line in page.splitlines():
        fence = None if closing else _FENCE.fullmatch(line)
        if fence:
            closing = fence["marks"]
            if fence["title"]:
                lines += [f"    {fence['title']}", ""]
        elif closing and line == closing:
            closing = ""
        elif closing:
            lines.append(f"    {line}".rstrip())
        else:
            lines.extend(_prose(line))
    return "\n".join(lines) + "\n"


def _prose(line: str) -> list[str]:
    for mark, underline in _UNDERLINES.items():
        if line.startswith(mark):
            heading = line.removeprefix(mark)
            return [heading, underline * len(heading)]
    return [_LINK.sub(r"\1", line).replace("**", "")]
