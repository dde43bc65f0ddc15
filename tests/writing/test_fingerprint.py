from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.prose import Html
from fasti.records import ChartCall
from fasti.writing.fingerprint import fingerprint

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def told_apart(value: object) -> str:
    return repr(value)


@given(PLAIN)
def test_equal_values_have_one_fingerprint(value):
    assert fingerprint(copy.deepcopy(value)) == fingerprint(value)


@given(PLAIN, PLAIN)
def test_two_values_have_two_fingerprints(one, other):
    assert (fingerprint(one) == fingerprint(other)) == (told_apart(one) == told_apart(other))


def test_text_and_html_of_the_same_letters_differ():
    assert fingerprint({"body": Html("<b>")}) != fingerprint({"body": "<b>"})


def test_no_text_imitates_the_end_of_another():
    assert fingerprint("as1:b") != fingerprint("a", "b")


def test_chart_calls_differ_by_their_parameters():
    assert fingerprint(ChartCall("map", (("place", "a"),))) != fingerprint(ChartCall("map", (("place", "b"),)))


def test_a_value_that_no_page_can_show_is_our_bug():
    with pytest.raises(TypeError, match="a view holds a object, which no page can show"):
        fingerprint({"x": object()})
