"""What follows from the records and their order: control, figures, voices, backlinks. Public names of this floor."""

from fasti.derive.as_of import as_of, as_of_lines, one_day
from fasti.derive.backlinks import Use
from fasti.derive.comparable import clash
from fasti.derive.control import ControlAnswer, ControlInterval, ControlLedger
from fasti.derive.control_statements import Held
from fasti.derive.dating import DateMark, date_mark, date_marks, date_words, derived_words, when_words
from fasti.derive.dating import language as language_of_dates
from fasti.derive.disagreements import SUBJECTS, Account, Disagreement, Disagreements
from fasti.derive.edition import FOLDER_OF, Edition, derive
from fasti.derive.falls import Fallen
from fasti.derive.figures import FigurePoint, Figures, FigureSeries
from fasti.derive.marks import Fact, before_the_fact, close_to, gainers, is_tertiary, parties
from fasti.derive.number_words import direction_words, measured, plainly, plural, read_as, units
from fasti.derive.sums import Span, Sum, sums
from fasti.derive.told import gap_words, quantity_words, whole
from fasti.derive.voices import Voices, voices
from fasti.language import listed

__all__ = [
    "FOLDER_OF", "SUBJECTS", "Account", "ControlAnswer", "ControlInterval", "ControlLedger", "DateMark",
    "Disagreement", "Disagreements", "Edition", "Fact", "Fallen", "FigurePoint", "FigureSeries", "Figures", "Held",
    "Span", "Sum", "Use", "Voices", "as_of", "as_of_lines", "before_the_fact", "clash", "close_to", "date_mark",
    "date_marks", "date_words", "derive", "derived_words", "direction_words", "gainers", "gap_words", "is_tertiary",
    "language_of_dates", "listed", "measured", "one_day", "parties", "plainly", "plural", "quantity_words", "read_as",
    "sums", "units", "voices", "when_words", "whole",
]  # fmt: skip
