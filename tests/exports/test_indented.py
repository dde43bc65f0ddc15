"""JSON with an indent, the same as Python's own to the byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.exports._indented import indented

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=15,
)


@given(JSON)
def test_it_is_what_python_writes(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2, separators=(",", ": "), allow_nan=False)


@pytest.mark.parametrize("value", [{"a": [float("nan")]}, {"a": object()}, {1: "a"}, {"a": {1, 2}}])
def test_what_is_no_json_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        indented(value)
