"""`data/v1/figures.csv`: one row a number as told, with what its words allow and on whose word it stands.

Input: an edition. Output: bytes. Invariant: a vague number keeps its words, and an open side stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.derive import Edition, FigurePoint
from fasti.exports._csv import first, last, table
from fasti.language import N_
from fasti.records import plain


def points(edition: Edition) -> Iterator[FigurePoint]:
    """Every number: series by series, then those of no series."""
    for series in edition.figures.ids:
        yield from edition.figures.series(series).points
    yield from edition.figures.loose


EXPORT = table(
    "figures.csv",
    N_("One row a number: as told, its bounds, its day, its speaker"),
    (
        N_("evidence of the events that report them"),
        N_("dates as written (see the event)"),
        N_("differences and ratios derived from them (see series.json)"),
    ),
    items=points,
    fields=(
        ("series", "the series it belongs to, if any", lambda edition, p: p.series_id),
        ("measure", "code of the vocabulary", lambda edition, p: p.measure),
        ("unit", "unit of the numbers", lambda edition, p: p.unit),
        ("value", "as told", lambda edition, p: p.words),
        ("qualifier", "how sure the words are", lambda edition, p: p.qualifier),
        ("low", "least that the words allow; empty: nothing limits it", lambda edition, p: plain(p.low)),
        ("best", "the number itself, where the words offer it", lambda edition, p: plain(p.best)),
        ("high", "most that the words allow; empty: nothing limits it", lambda edition, p: plain(p.high)),
        ("low_open", "whether `low` itself is not meant", lambda edition, p: p.low_open),
        ("high_open", "whether `high` itself is not meant", lambda edition, p: p.high_open),
        ("group", "whom it counts", lambda edition, p: p.group),
        ("at_earliest", "first day it can speak of", lambda edition, p: first(p.at)),
        ("at_latest", "last day it can speak of", lambda edition, p: last(p.at)),
        (
            "speaker_kind",
            "actor or source, one for each speaker",
            lambda edition, p: [kind for kind, _ in p.voices.ids],
        ),
        ("speaker", "on whose word, each voice once", lambda edition, p: [key for _, key in p.voices.ids]),
        (
            "own",
            "whether speaker and sources are the number's own; else they are its entry's",
            lambda edition, p: p.own,
        ),
        ("documents", "in how many documents", lambda edition, p: p.voices.documents),
        ("event", "the event that reports it", lambda edition, p: p.event_id),
        ("basis", "how the value was reached; reported unless said", lambda edition, p: p.basis or "reported"),
        (
            "headline",
            "whether it is the first of its series, group and day; others that differ stand beside it",
            lambda edition, p: p.headline,
        ),
        ("rival", "whether it stands beside the event's own number as a rival", lambda edition, p: p.rival),
        (
            "status",
            "what the editors hold of a rival; empty for others",
            lambda edition, p: p.status if p.rival else "",
        ),
        ("stance", "how the speaker stands to the number", lambda edition, p: p.stance),
        ("as_reported", "key words as printed", lambda edition, p: p.as_reported),
        ("note", "what to know of it", lambda edition, p: p.note),
        ("why", "why it stands beside the headline", lambda edition, p: p.why),
        ("sources", "documents and the places in them", lambda edition, p: p.citation_words),
    ),
)
