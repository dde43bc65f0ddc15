"""Several things said one after the other, with the marks of the language spoken.

Input: texts in their order. Output: one text. Invariant: each text stands whole; the marks between them are messages.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from fasti.language.catalogue import gettext as _
from fasti.language.catalogue import pgettext


def listed(names: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *first, last = names
    return _("%(first)s and %(last)s", first=commas(first), last=last) if first else last


def either(names: Iterable[str]) -> str:
    """`A`, `A or B`, `A or B or C`."""
    return reduce(lambda one, other: _("%(one)s or %(other)s", one=one, other=other), names)


def commas(parts: Iterable[str]) -> str:
    """The parts that say something, with commas between them."""
    return pgettext("between parts", ", ").join(part for part in parts if part)


def semicolons(parts: Iterable[str]) -> str:
    """The parts that say something, with semicolons between them."""
    return pgettext("between parts", "; ").join(part for part in parts if part)
