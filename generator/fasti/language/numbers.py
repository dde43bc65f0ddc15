"""Small numbers in words, as they stand before what is counted.

Input: whole numbers. Output: text. Invariant: digits are 0 to 9 in every language, as in the records, tables and
downloads that stand beside the words; where a number in words must agree with its noun, the catalogue gives digits.
"""

from __future__ import annotations

from fasti.language.catalogue import N_
from fasti.language.catalogue import gettext as _

NUMBERS = (
    N_("no"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"),
    N_("nine"), N_("ten"), N_("eleven"), N_("twelve"),
)  # fmt: skip


def number(count: int) -> str:
    """`no`, `one`, `twelve`, `13`, `1,500`."""
    return _(NUMBERS[count]) if count < len(NUMBERS) else f"{count:,}"
