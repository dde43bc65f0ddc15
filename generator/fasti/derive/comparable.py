"""Which series may share an axis: those that say so of each other, unless they count different things for certain.

Input: the series of a corpus. Output: pairs, and why two can never be one. Invariant: one word of one of the two is
enough; nothing follows from it for a third; no declaration joins two units, two wholes, or lost and held.
"""

from __future__ import annotations

from fasti.corpus import Corpus
from fasti.records import Series, Vocabulary


def comparable_series(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """For each published series, those that may share its axis, by id."""
    published = {entry.id: entry.record for entry in corpus.published("series")}
    found: dict[str, set[str]] = {}
    for series_id, series in published.items():
        assert isinstance(series, Series)
        for other_id in map(str, series.comparable_with):
            other = published.get(other_id)
            if isinstance(other, Series) and other_id != series_id and clash(series, other, corpus.vocabulary) is None:
                found.setdefault(series_id, set()).add(other_id)
                found.setdefault(other_id, set()).add(series_id)
    return {series_id: tuple(sorted(others)) for series_id, others in found.items()}


def clash(one: Series, other: Series, vocabulary: Vocabulary) -> str | None:
    """Why no axis can hold the numbers of two series, or None: `one counts in percent, the other in km2`.

    What is not said clashes with nothing: the vocabulary and the series themselves are asked for it elsewhere.
    """
    units = [m.unit for m in (vocabulary.measures.get(s.measure) for s in (one, other)) if m]
    if len(set(units)) == 2:
        return f"one counts in `{units[0]}`, the other in `{units[1]}`"
    if one.direction and other.direction and one.direction != other.direction:
        return f"one counts what is {one.direction}, the other what is {other.direction}"
    if bool(one.of) != bool(other.of):
        return "one is a share, the other is not"
    if one.of and other.of and same(one.of) != same(other.of):
        return f"one is a share of `{one.of}`, the other of `{other.of}`"
    if one.baseline and other.baseline and apart(one, other):
        return f"one is measured against `{one.baseline.text}`, the other against `{other.baseline.text}`"
    return None


def same(whole: str) -> str:
    """What two ways of writing one whole share: letters, not their case, blanks or apostrophes."""
    return " ".join(whole.replace("’", "'").split()).casefold()


def apart(one: Series, other: Series) -> bool:
    """Whether the days that two series are measured against are different ones for certain."""
    assert one.baseline and other.baseline
    (first, last), (first2, last2) = one.baseline.bounds, other.baseline.bounds
    return (last is not None and first2 is not None and last < first2) or (
        last2 is not None and first is not None and last2 < first
    )
