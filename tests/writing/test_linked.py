from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.writing.linked import digest, json_ld

BLOCK = re.compile(r'\n      <script type="application/ld\+json">([^<]*)</script>')


def test_a_page_with_nothing_to_say_has_no_block():
    assert json_ld(None) == ""


def test_the_policy_names_the_very_text_of_the_block():
    inside = BLOCK.fullmatch(json_ld({"name": "<الرقة>"}))
    assert inside
    assert digest({"name": "<الرقة>"}) == f" 'sha256-{b64encode(sha256(inside[1].encode()).digest()).decode()}'"
    assert digest(None) == ""


def test_the_block_is_small_and_holds_its_letters_as_they_are():
    assert json_ld({"name": "الرقة", "geo": {"latitude": 1.5}, "about": []}) == (
        '\n      <script type="application/ld+json">{"name":"الرقة","geo":{"latitude":1.5},"about":[]}</script>'
    )


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "&lt;", "a\u2028b\u2029c", "\"'\\"]
)
def test_no_text_ends_the_block(text: str):
    told = json_ld({"name": text})
    inside = BLOCK.fullmatch(told)
    assert inside and not re.search("[<>&\u2028\u2029]", inside[1])
    assert json.loads(inside[1]) == {"name": text}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_went_in_comes_back(text: str):
    inside = BLOCK.fullmatch(json_ld({"name": text}))
    assert inside and json.loads(inside[1]) == {"name": text}
