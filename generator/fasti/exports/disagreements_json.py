"""`data/v1/disagreements.json`: everything in conflict, each value with who holds it, the editors' headline marked.

Input: an edition. Output: bytes. Invariant: the same disagreements as on the page, in the same order.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.exports._base import FOLDER, Export, credit
from fasti.exports._disagreements import disagreement
from fasti.exports._json import VERSION, text_of
from fasti.language import N_

LOSES = (N_("where in its file each value is written"), N_("the words in which pages put the values"))


def write(edition: Edition) -> dict[str, bytes]:
    """One disagreement a line, then what one side claims and nobody contradicts."""
    found = edition.disagreements
    head = text_of({"version": VERSION, **credit(edition), "loses": list(LOSES)})[:-1]
    both = [",\n".join(text_of(disagreement(d)) for d in told) for told in (found.all, found.claimed)]
    text = f'{head},"disagreements":[\n{both[0]}\n],"claimed":[\n{both[1]}\n]}}\n'
    return {FOLDER + "disagreements.json": text.encode()}


EXPORT = Export(
    "disagreements.json",
    "application/json",
    N_("Everything the sources disagree on, each value with who holds it"),
    LOSES,
    write,
)
