"""Suggestions: near words are offered, far ones are not, and never one that is not among the candidates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.diagnostics.suggest import closest, hint, one_of

PLACES = ["aleppo", "deir-ez-zor-city", "deir-ez-zor-province", "hawija", "mosul", "raqqa", "tal-afar"]
FIELDS = ["after", "before", "control", "figures", "now_held_by", "title", "type", "when", "where"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("mosull", "mosul"),  # a letter too many
        ("moul", "mosul"),  # one too few
        ("mozul", "mosul"),  # another
        ("moslu", "mosul"),  # two exchanged
        ("MOSUL", "mosul"),
        ("Móşul", "mosul"),
        ("tal_afar", "tal-afar"),
        ("tal afar", "tal-afar"),
        ("deir-ezzor-citi", "deir-ez-zor-city"),
    ],
)
def test_a_slip_of_the_pen_finds_the_place(word: str, meant: str):
    assert closest(word, PLACES) == meant


@pytest.mark.parametrize(("word", "meant"), [("wen", "when"), ("titel", "title"), ("Now held by", "now_held_by")])
def test_a_misspelt_field_finds_the_field(word: str, meant: str):
    assert closest(word, FIELDS) == meant


@pytest.mark.parametrize("word", ["", "x", "of", "berlin", "damascus", "mo", "muzul", "m" * 5000])
def test_a_word_that_is_like_nothing_finds_nothing(word: str):
    assert closest(word, PLACES) is None


def test_without_candidates_there_is_nothing_to_suggest():
    assert closest("mosul", []) is None
    assert hint("mosul", []) is None


def test_of_two_equally_near_the_first_in_the_alphabet_is_taken_whatever_their_order():
    assert closest("bat", ["hat", "cat"]) == closest("bat", ["cat", "hat"]) == "cat"


def test_the_nearest_wins_over_the_merely_near():
    assert closest("raqqa", ["raqa", "raqqa-city", "raqqah", "rakka"]) == "raqa"
    assert closest("mosul-citi", ["mosel-city", "mosul-city"]) == "mosul-city"


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_only_a_candidate_is_ever_suggested_and_order_does_not_matter(word: str, candidates: list[str]):
    near = closest(word, candidates)
    assert near is None or near in candidates
    assert near == closest(word, reversed(candidates))
    offered = hint(word, candidates)
    assert offered is None or [part for part in candidates if f"`{part}`" in offered]


@given(st.text(min_size=1, max_size=40), st.lists(st.text(max_size=12), max_size=6))
def test_the_word_itself_is_the_nearest_of_all(word: str, others: list[str]):
    assert closest(word, [*others, word]) is not None


def test_a_near_word_is_asked_about():
    assert hint("mosull", PLACES) == "did you mean `mosul`?"


def test_a_word_that_is_a_part_of_one_candidate_is_asked_about():
    assert hint("afar", ["tal-afar", "raqqa-city"]) == "did you mean `tal-afar`?"


def test_a_word_that_is_a_part_of_several_offers_them():
    assert hint("deir-ez-zor", PLACES) == "use one of `deir-ez-zor-city`, `deir-ez-zor-province`"


def test_a_candidate_that_is_a_part_of_the_word_is_asked_about():
    assert hint("battle-of-hawija", PLACES) == "did you mean `hawija`?"


def test_a_short_list_is_offered_whole():
    assert hint("maybe", ["yes", "claimed", "disputed"]) == "use one of `yes`, `claimed`, `disputed`"
    assert hint("maybe", {"yes", "claimed", "disputed"}) == "use one of `claimed`, `disputed`, `yes`"
    assert hint("maybe", ["yes"]) == "use `yes`"


def test_a_long_list_is_not_offered():
    words = [f"word-{letter * 9}" for letter in "abcdefghi"]
    assert hint("quite-different", words) is None
    assert hint("quite-different", words[:8]) == f"use one of {', '.join(f'`{word}`' for word in words[:8])}"


def test_a_list_keeps_the_order_that_it_is_given():
    assert one_of(["yes", "claimed", "denied"]) == "use one of `yes`, `claimed`, `denied`"
    assert one_of([]) is None
