"""What follows from the records and their order: control, figures, voices, backlinks. Public names of this floor."""

from fasti.derive.backlinks import Use
from fasti.derive.control import ControlAnswer, ControlInterval, ControlLedger
from fasti.derive.edition import FOLDER_OF, Edition, derive
from fasti.derive.figures import FigurePoint, Figures, FigureSeries
from fasti.derive.voices import Voices, counted, listed, voices

__all__ = [
    "FOLDER_OF", "ControlAnswer", "ControlInterval", "ControlLedger", "Edition", "FigurePoint", "FigureSeries",
    "Figures", "Use", "Voices", "counted", "derive", "listed", "voices",
]  # fmt: skip
