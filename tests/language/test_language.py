"""Messages in the language of the moment, their plurals, and which way words run."""

from __future__ import annotations

import threading

from fasti.language import (
    LANGUAGES,
    N_,
    NN_,
    Table,
    _,
    also_read,
    commas,
    direction,
    display_name,
    either,
    foreign,
    from_left,
    isolated,
    listed,
    ngettext,
    number,
    pgettext,
    plurals,
    runs,
    semicolons,
    speaking,
    spoken,
    words_digest,
)

ENTRIES = NN_("%(n)s entry", "%(n)s entries")


def test_english_and_arabic_are_shipped():
    assert LANGUAGES == ("ar", "en")


def test_a_language_is_spoken_until_its_block_ends_even_by_a_fault():
    assert (spoken(), _("Places")) == ("en", "Places")
    try:
        with speaking("ar", "fr"):
            assert (spoken(), also_read(), _("Places")) == ("ar", ("fr",), "الأماكن")
            with speaking("en"):
                assert _("Places") == "Places"
            assert _("Places") == "الأماكن"
            raise KeyError
    except KeyError:
        pass
    assert (spoken(), also_read(), _("Places")) == ("en", (), "Places")


def test_another_thread_hears_nothing_of_it():
    heard = []
    with speaking("ar"):
        other = threading.Thread(target=lambda: heard.append(_("Places")))
        other.start()
        other.join()
    assert heard == ["Places"]


def test_a_message_without_a_translation_is_english():
    with speaking("ar"):
        assert _("Nobody ever wrote this %(thing)s", thing="ثوب") == "Nobody ever wrote this ثوب"


def test_arabic_has_six_plurals():
    with speaking("ar"):
        told = [ngettext(*ENTRIES, n, n=number(n)) for n in (0, 1, 2, 3, 11, 100, 103)]
    assert told == ["لا مداخل", "مدخل واحد", "مدخلان", "3 مداخل", "11 مدخلًا", "100 مدخل", "103 مداخل"]
    assert [ngettext(*ENTRIES, n, n=number(n)) for n in (0, 1, 12, 1300)] == [
        "no entries", "one entry", "twelve entries", "1,300 entries",
    ]  # fmt: skip


def test_scripts_get_a_form_for_each_plural_of_the_language():
    assert plurals(*ENTRIES) == {"one": "%(n)s entry", "other": "%(n)s entries"}
    with speaking("ar"):
        assert plurals(*ENTRIES) == {
            "zero": "لا مداخل",
            "one": "مدخل واحد",
            "two": "مدخلان",
            "few": "%(n)s مداخل",
            "many": "%(n)s مدخلًا",
            "other": "%(n)s مدخل",
        }


def test_a_word_can_mean_something_else_in_a_context():
    with speaking("ar"):
        assert (_("no"), pgettext("answer", "no")) == ("0", "لا")


def test_a_table_is_translated_when_it_is_asked():
    table = Table({"near": N_("near"), "exact": ""})
    with speaking("ar"):
        assert (table["near"], table["exact"], table.get("far", "-"), list(table)) == (
            "قرب",
            "",
            "-",
            ["near", "exact"],
        )
    assert dict(table) == {"near": "near", "exact": ""}


def test_several_things_are_put_one_after_the_other():
    names = ("A", "B", "C")
    assert (listed(names[:1]), listed(names[:2]), listed(names)) == ("A", "A and B", "A, B and C")
    assert (commas(("A", "", "B")), semicolons(names), either(names)) == ("A, B", "A; B; C", "A or B or C")
    with speaking("ar"):
        assert listed(("أ", "ب", "ج")) == "أ، ب وج"


def test_a_language_is_called_as_the_reader_calls_it():
    assert [display_name(code) for code in ("ar", "grc", "en-GB", "qqq")] == [
        "Arabic", "Ancient Greek", "British English", "qqq",
    ]  # fmt: skip
    with speaking("ar"):
        assert display_name("tr") == "التركية"


def test_what_an_element_must_say_of_a_text_follows_from_its_language_or_its_letters():
    assert [foreign(text) for text in ("Raqqa", "الرقة", "1984", "")] == [
        {},
        {"lang": "und-Arab", "dir": "rtl"},
        {},
        {},
    ]
    assert foreign("الرقة", "ar") == {"lang": "ar", "dir": "rtl"}
    assert foreign("Madina", "ar-Latn") == {"lang": "ar-Latn", "dir": "ltr"}
    with speaking("ar"):
        assert foreign("Raqqa") == {"lang": "und-Latn", "dir": "ltr"}
        assert (foreign("الرقة"), foreign("الرقة", "ar")) == ({}, {})
        assert foreign("Madina", "ar-Latn") == {"dir": "ltr"}
    with speaking("ar", "fr"):
        assert foreign("Raqqa") == {"lang": "fr", "dir": "ltr"}


def test_a_text_runs_as_its_first_letter_does_that_is_not_isolated():
    assert [runs(text) for text in ("Raqqa", "1 الرقة", "\u2068Raqqa\u2069: رقمان", "17")] == [
        "ltr",
        "rtl",
        "rtl",
        None,
    ]
    assert [direction(code) for code in ("en", "ar", "fa-AF", "ckb")] == ["ltr", "rtl", "rtl", "rtl"]


def test_a_name_that_runs_against_its_sentence_is_isolated_once():
    assert (isolated("Raqqa"), isolated("الرقة")) == ("Raqqa", "\u2068الرقة\u2069")
    assert isolated(isolated("الرقة")) == "\u2068الرقة\u2069"
    assert _("near %(place)s", place="الرقة") == "near \u2068الرقة\u2069"
    with speaking("ar"):
        assert _("near %(place)s", place="Raqqa") == "قرب \u2068Raqqa\u2069"
        assert _("near %(place)s", place="الرقة") == "قرب الرقة"
        assert (from_left("96 − 90 = 6"), isolated("12")) == ("\u206696 − 90 = 6\u2069", "12")


def test_what_is_kept_with_words_in_it_is_named_after_them():
    english = words_digest()
    with speaking("ar"):
        assert words_digest() != english
