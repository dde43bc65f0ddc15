"""Dates as historians need them: EDTF (ISO 8601-2) read, bounded in whole days, and put into words.

Input: text. Output: `Edtf`, day numbers, words in a language of `LANGUAGES`. Stands alone: it imports nothing else of
fasti.
Invariant: no bound is tighter than the text allows, and no wording names a day that the text does not.
"""

from fasti.edtf.answer import answer, refused
from fasti.edtf.arabic import ARABIC
from fasti.edtf.days import civil, day_number, is_leap, iso, last_of_month
from fasti.edtf.english import ENGLISH
from fasti.edtf.grammar import parse
from fasti.edtf.language import Language
from fasti.edtf.model import Bounds, Date, Edge, Edtf, EdtfError, Kind, Part
from fasti.edtf.wording import span_wording, wording

LANGUAGES = {language.code: language for language in (ENGLISH, ARABIC)}
"""The languages that dates can be worded in, by their codes."""

__all__ = [
    "ARABIC",
    "ENGLISH",
    "LANGUAGES",
    "Bounds",
    "Date",
    "Edge",
    "Edtf",
    "EdtfError",
    "Kind",
    "Language",
    "Part",
    "answer",
    "civil",
    "day_number",
    "is_leap",
    "iso",
    "last_of_month",
    "parse",
    "refused",
    "span_wording",
    "wording",
]
