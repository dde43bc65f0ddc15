"""Dates as historians need them: EDTF (ISO 8601-2) read, bounded in whole days, and put into words.

Input: text. Output: `Edtf`, day numbers, English. Stands alone: imports nothing else of fasti, and no `datetime`.
Invariant: no bound is tighter than the text allows, and no wording names a day that the text does not.
"""

from fasti.edtf.days import civil, day_number, is_leap, iso, last_of_month
from fasti.edtf.english import ENGLISH
from fasti.edtf.grammar import parse
from fasti.edtf.language import Language
from fasti.edtf.model import Bounds, Date, Edge, Edtf, EdtfError, Kind, Part
from fasti.edtf.wording import span_wording, wording

__all__ = [
    "ENGLISH",
    "Bounds",
    "Date",
    "Edge",
    "Edtf",
    "EdtfError",
    "Kind",
    "Language",
    "Part",
    "civil",
    "day_number",
    "is_leap",
    "iso",
    "last_of_month",
    "parse",
    "span_wording",
    "wording",
]
