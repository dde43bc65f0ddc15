"""What `mkdocs.yml` and the vocabulary may say: each value out of its bounds at its place, with what to write."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.kit.corpus import SETTINGS
from tests.kit.reports import read_files

OPTIONS = {
    "about_widens: -1": "`about_widens` is a number from 0 to below 1, such as `0.25`",
    "about_widens: 2": "`about_widens` is a number from 0 to below 1, such as `0.25`",
    "about_widens: wide": "`about_widens` is a number from 0 to below 1, such as `0.25`",
    "content: ../elsewhere": "`content` names a folder of this project (write it without `..` or a first `/`)",
    "content: /etc": "`content` names a folder of this project (write it without `..` or a first `/`)",
}


@pytest.mark.parametrize("option, message", OPTIONS.items(), ids=OPTIONS)
def test_an_option_out_of_its_bounds_is_refused_and_its_default_used(option: str, message: str):
    found = read_files({"mkdocs.yml": f"{SETTINGS}      {option}\n"})
    line = SETTINGS.count("\n") + 1
    column = 7 + option.index(" ") + 1
    assert found.lines == [f"mkdocs.yml:{line}:{column}: error FST114 {message}"]
    assert (found.settings.about_widens, found.settings.content) == (Fraction(1, 4), "content")


def test_how_far_about_widens_can_be_said():
    found = read_files({"mkdocs.yml": f"{SETTINGS}      about_widens: 0.1\n"})
    assert (found.lines, found.settings.about_widens) == ([], Fraction(1, 10))


def test_a_key_of_the_vocabulary_that_is_none_of_the_words_is_told_at_the_key():
    found = read_files({"vocabulary.yml": "relations:\n  friend_of: {label: friend of}\n"})
    assert found.lines == [
        "content/vocabulary.yml:2:3: error FST205 `friend_of` is no key of `relations`"
        " (use one of `member_of`, `successor_of`, `ally_of`, `backed_by`, `commands`)"
    ]


def test_an_item_of_a_list_in_the_vocabulary_is_told_by_the_name_of_its_list():
    measures = "measures:\n  share: {label: Share, unit: percent, directions: [up]}\n"
    assert read_files({"vocabulary.yml": measures}).lines == [
        "content/vocabulary.yml:2:53: error FST205 `up` is no value of `directions` (use one of `held`, `lost`)"
    ]


LANGUAGES = {
    "languages: fr": ("16", "fasti has no interface in `fr` (use one of `ar`, `en`)", ("en",)),
    "languages: [xx, ar]": ("17", "fasti has no interface in `xx` (use one of `ar`, `en`)", ("en",)),
    "languages: [ar, Turkish]": (
        "21",
        "`Turkish` is no code of a language (write a code such as `en` or `ar`)",
        ("en",),
    ),
    "languages: ar": None,
    "languages: [ar, tr, ar]": None,
}


@pytest.mark.parametrize("option", LANGUAGES)
def test_the_first_language_is_one_that_the_interface_speaks(option: str):
    found = read_files({"mkdocs.yml": f"{SETTINGS}      {option}\n"})
    line = SETTINGS.count("\n") + 1
    refused = LANGUAGES[option]
    if refused is None:
        assert (found.lines, found.settings.languages) == ([], ("ar",) if option.endswith("ar") else ("ar", "tr"))
    else:
        column, message, kept = refused
        assert found.lines == [f"mkdocs.yml:{line}:{int(column) + 2}: error FST114 {message}"]
        assert found.settings.languages == kept


def test_a_site_that_says_no_language_speaks_that_of_its_theme_if_it_can():
    for theme, expected in (("ar", "ar"), ("fr", "en")):
        settings = SETTINGS.replace("  font: false\n", f"  font: false\n  language: {theme}\n")
        found = read_files({"mkdocs.yml": settings})
        assert (found.lines, found.settings.languages) == ([], (expected,))
