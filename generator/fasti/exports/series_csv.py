"""`data/v1/series.csv`: one row a series: what is counted, of what, by which definition.

Input: an edition. Output: bytes. Invariant: no share stands without what it is a share of.
"""

from __future__ import annotations

from fasti.derive import Edition
from fasti.exports._csv import BLOB, address, blob, table
from fasti.language import N_
from fasti.records import Series


def series(edition: Edition) -> list[tuple[str, Series]]:
    """Every published series."""
    return [(entry.id, edition.series(entry.id)) for entry in edition.corpus.published("series")]


def unit(edition: Edition, item: Series) -> str:
    """The unit of a series' measure."""
    measure = edition.corpus.vocabulary.measures.get(item.measure)
    return measure.unit if measure else ""


EXPORT = table(
    "series.csv",
    N_("One row a series of figures, with its definition"),
    (
        N_("the layout of its definition"),
        N_("its numbers (see figures.csv)"),
        N_("evidence for single fields"),
        N_("rival values"),
    ),
    items=series,
    fields=(
        ("id", "permanent id", lambda edition, item: item[0]),
        ("title", "what is counted", lambda edition, item: item[1].title),
        ("measure", "code of the vocabulary", lambda edition, item: item[1].measure),
        ("unit", "unit of its numbers", lambda edition, item: unit(edition, item[1])),
        ("direction", "held or lost", lambda edition, item: item[1].direction),
        ("about", "the actor it is about", lambda edition, item: item[1].about),
        ("scope", "the places it is about", lambda edition, item: item[1].scope),
        ("of", "what a share is a share of", lambda edition, item: item[1].of),
        (
            "baseline",
            "the day it is measured against, EDTF",
            lambda edition, item: item[1].baseline.text if item[1].baseline else "",
        ),
        (
            "comparable_with",
            "series that may share an axis with it, by its own word or theirs",
            lambda edition, item: edition.figures.series(item[0]).comparable,
        ),
        ("numbers", "how many numbers it has", lambda edition, item: len(edition.figures.series(item[0]).points)),
        ("definition", "what is counted and what not, Markdown on one line", lambda edition, item: item[1].definition),
        ("sources", "documents and the places in them", lambda edition, item: [c.text for c in item[1].sources]),
        ("address", "its page", lambda edition, item: address(edition, "series", item[0])),
        ("blob", BLOB, lambda edition, item: blob(edition, "series", item[0])),
    ),
)
