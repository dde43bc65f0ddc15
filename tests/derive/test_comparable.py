"""Which series may share an axis: by one word of either, never against their units, wholes, days or directions."""

from __future__ import annotations

import pytest

from fasti.derive import Edition, clash
from fasti.records import Series
from tests.derive.kit import an_edition
from tests.records.parsed import record

MEASURES = """\
event_types: {count: {label: Figures, class: said}}
place_kinds: {city: {label: City}}
actor_kinds: {state: {label: State}}
source_kinds: {news: {label: News report}}
measures:
  share: {label: Share, unit: percent, share: true, directions: [held, lost]}
  other-share: {label: Other share, unit: percent, share: true, directions: [held, lost]}
  area: {label: Area, unit: km2}
  people: {label: People, unit: person}
"""


def an_edition_of(**series: str) -> Edition:
    """An edition with these series, each with one number."""
    files = {
        f"series/{name}.yml": f"title: {name}\n{fields}\npoints: {{value: 5, at: 2017, sources: s}}\n"
        for name, fields in series.items()
    }
    return an_edition({"vocabulary.yml": MEASURES, "sources/s.yml": "title: S\nkind: news\n", **files})


def test_a_word_of_one_counts_for_both_and_none_for_a_third():
    edition = an_edition_of(
        a="measure: people\ncomparable_with: b", b="measure: people\ncomparable_with: [a, c]", c="measure: people"
    )
    found = {series: edition.figures.series(series).comparable for series in edition.figures.ids}
    assert found == {"a": ("b",), "b": ("a", "c"), "c": ("b",)}
    assert [edition.figures.axis(series) for series in "abc"] == [("a", "b"), ("b", "a"), ("c", "b")]


def test_a_draft_is_compared_with_nothing_and_a_series_without_numbers_takes_no_room():
    edition = an_edition_of(
        a="measure: people\ncomparable_with: [b, c]",
        b="measure: people\nstatus: draft",
        c="measure: people\nstatus: published\nrivals: []",
    )
    assert edition.figures.series("a").comparable == ("c",)
    bare = "title: {}\nmeasure: people\n"
    edition = an_edition(
        {
            "vocabulary.yml": MEASURES,
            "series/a.yml": bare.format("A") + "comparable_with: b\npoints: {value: 5, at: 2017, sources: s}\n",
            "series/b.yml": bare.format("B"),
            "sources/s.yml": "title: S\nkind: news\n",
        }
    )
    assert edition.figures.series("a").comparable == ("b",)
    assert edition.figures.axis("a") == ("a",)


CLASHES = {
    "measure: share\nof: the city\ndirection: held": None,
    "measure: share\nof: The  City\ndirection: held": None,
    "measure: other-share\nof: the city\ndirection: held": None,
    "measure: share\nof: the city\ndirection: held\nbaseline: 2015-03": None,
    "measure: area": "one counts in `percent`, the other in `km2`",
    "measure: share\nof: the city\ndirection: lost": "one counts what is held, the other what is lost",
    "measure: share\nof: the walls\ndirection: held": "one is a share of `the city`, the other of `the walls`",
    "measure: share\nof: the city\ndirection: held\nbaseline: 2014": (
        "one is measured against `2015`, the other against `2014`"
    ),
    "measure: share\ndirection: held": "one is a share, the other is not",
}


@pytest.mark.parametrize(("fields", "why"), CLASHES.items(), ids=CLASHES)
def test_what_certainly_counts_another_thing_is_no_comparison(fields: str, why: str | None):
    one, other = (
        record(f"title: T\n{told}\n", "series")
        for told in ("measure: share\nof: the city\ndirection: held\nbaseline: 2015", fields)
    )
    assert isinstance(one, Series) and isinstance(other, Series)
    vocabulary = an_edition_of(a="measure: people").corpus.vocabulary
    assert clash(one, other, vocabulary) == why
    assert (clash(other, one, vocabulary) is None) == (why is None)
