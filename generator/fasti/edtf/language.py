"""What a language must give so that dates can be worded in it: `Language`.

Input: a table such as `english.ENGLISH`. Output: the words `wording` puts together.
Invariant: every language has the same keys, and fills the same names in braces; a test compares them with English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language. Names in braces are filled in.

    `code` is that of BCP 47, and `direction` the way it is written, for `lang` and `dir` of the element it stands in;
    `months` and `months_short` begin with January; `seasons` and `seasons_short` are the names of 21 to 41;
    `components` names year, month, season and day in a note; `thousands` is the mark between thousands in a long year;
    `words` are the patterns.
    """

    code: str
    direction: Literal["ltr", "rtl"]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    seasons: Mapping[int, str]
    seasons_short: Mapping[int, str]
    components: Mapping[str, str]
    thousands: str
    words: Mapping[str, str]
