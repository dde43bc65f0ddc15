"""The second language: Arabic words for every form, from right to left, with the months of the Levant and Iraq."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from hypothesis import given

from fasti.edtf import ARABIC, ENGLISH, LANGUAGES, EdtfError, Language, parse, span_wording, wording
from tests.edtf.forms import EXPRESSIONS

ISOLATED = re.compile("\u2066[^\u2066\u2069]*\u2069")


@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("1985-04-12", None, "12 نيسان 1985"),
        ("2017-10-17", "within", "17 تشرين الأول 2017"),
        ("2017-09", "within", "في وقت ما من أيلول 2017"),
        ("2017-09", "throughout", "طوال أيلول 2017"),
        ("2016", "within", "في وقت ما من 2016"),
        ("1985-04-12T23:20:30Z", None, "12 نيسان 1985، الساعة 23:20:30 بالتوقيت العالمي"),
        ("1985-04-12T23:20:30+04:30", None, "12 نيسان 1985، الساعة 23:20:30 (\u2066UTC+04:30\u2069)"),
        ("2017-06-06/2017-10-17", None, "من 6 حزيران إلى 17 تشرين الأول 2017"),
        ("2017-06-06/2017-10-17", "within", "بين 6 حزيران و17 تشرين الأول 2017"),
        ("[2017-09-01..2017-09-17]", None, "بين 1 و17 أيلول 2017"),
        ("2017-06/..", None, "منذ حزيران 2017"),
        ("../2017-06", None, "حتى حزيران 2017"),
        ("2017-06/", None, "من حزيران 2017، والنهاية غير معروفة"),
        ("/2017-06", None, "حتى حزيران 2017، والبداية غير معروفة"),
        ("../..", None, "في كل وقت"),
        ("[..2017-06-16]", None, "في 16 حزيران 2017 أو قبله"),
        ("[..2017-06]", None, "حزيران 2017 أو قبل ذلك"),
        ("[2017-06..]", None, "حزيران 2017 أو بعد ذلك"),
        ("2017-09~", None, "نحو أيلول 2017"),
        ("1984?", None, "ربما 1984"),
        ("2004-06-11%", None, "ربما نحو 11 حزيران 2004"),
        ("?2004-06-~11", None, "11 حزيران 2004 (موضع شك: السنة، على وجه التقريب: اليوم)"),
        ("2004-06~-11", None, "11 حزيران 2004 (على وجه التقريب: السنة والشهر)"),
        ("201X", "within", "في وقت ما من أعوام 2010–2019"),
        ("20XX", None, "عام ما بين 2000 و2099"),
        ("2004-XX", None, "شهر ما في 2004"),
        ("1985-04-XX", None, "يوم ما في نيسان 1985"),
        ("156X-12-25", None, "25 كانون الأول من عام ما بين 1560 و1569"),
        ("XXXX-12-XX", None, "يوم ما في كانون الأول من عام غير معروف"),
        ("1560-XX-25", None, "اليوم 25 من شهر ما في 1560"),
        ("1984-1X", None, "تشرين الأول أو تشرين الثاني أو كانون الأول 1984"),
        ("2004-06-1X", "throughout", "طوال وقت ما بين 10 و19 حزيران 2004"),
        ("1984-1X-0X", None, "تاريخ يُكتب \u20661984-1X-0X\u2069"),
        ("1950S2", None, "1950 تقديرًا (بين 1900 و1999)"),
        ("2001-21", None, "ربيع 2001"),
        ("2001-24", None, "شتاء 2001–2002"),
        ("2001-29", None, "ربيع نصف الكرة الجنوبي 2001"),
        ("2001-34", None, "الربع الثاني من عام 2001"),
        ("-0043-03-15", None, "15 آذار 44 ق.م"),
        ("0476-09-04", None, "4 أيلول 476 م"),
        ("Y-17E7", None, "عام 170,000,001 ق.م"),
        ("[1667,1668,1670..1672]", None, "1667 أو 1668 أو 1670–1672"),
        ("{1667,1668,1670..1672}", None, "1667 و1668 وكل عام من 1670 إلى 1672"),
        ("{2017-09-01..2017-09-03}", None, "كل يوم من 1 إلى 3 أيلول 2017"),
    ],
)
def test_a_date_in_arabic(text: str, mode: str | None, words: str):
    assert wording(parse(text), "long", mode, language=ARABIC) == words  # type: ignore[arg-type]


def test_the_short_style_names_the_months_of_a_half_since_no_month_is_shortened():
    assert [wording(parse(text), "short", language=ARABIC) for text in ("2017-10-17", "2001-34", "2001-40")] == [
        "17 تشرين الأول 2017",
        "الربع الثاني 2001",
        "كانون الثاني–حزيران 2001",
    ]


@pytest.mark.parametrize(
    ("start", "end", "known", "words"),
    [
        (
            "2016-10~",
            "[2017-09-05..2017-09-09]",
            ("from", "to"),
            "من نحو تشرين الأول 2016 إلى وقت ما بين 5 و9 أيلول 2017",
        ),
        ("2017-06", "2017-09", (), "من حزيران 2017 أو قبل ذلك إلى أيلول 2017 أو بعد ذلك"),
        ("2017-06-16", "2017-06-16", (), "16 حزيران 2017، ولا ذكر لما قبله وما بعده"),
    ],
)
def test_a_span_in_arabic(start: str, end: str, known: tuple[str, ...], words: str):
    assert span_wording(parse(start), parse(end), edges_known=known, language=ARABIC) == words


def names_in(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_every_language_has_the_keys_of_english_and_fills_the_same_names(language: Language):
    assert language.words.keys() == ENGLISH.words.keys()
    assert (language.seasons.keys(), language.seasons_short.keys()) == (ENGLISH.seasons.keys(), ENGLISH.seasons.keys())
    assert (len(language.months), len(language.months_short), set(language.components)) == (12, 12, set("ymsd"))
    for key, pattern in language.words.items():
        # A decade may be named by its last year too.
        assert names_in(pattern) - {"last"} == names_in(ENGLISH.words[key]), key


def test_a_page_can_say_which_way_a_language_runs():
    assert [(code, language.direction) for code, language in LANGUAGES.items()] == [("en", "ltr"), ("ar", "rtl")]


@given(EXPRESSIONS)
def test_no_form_leaves_a_word_of_another_script_in_the_open(text: str):
    try:
        date = parse(text)
    except EdtfError:
        return
    for style in ("long", "short"):
        for mode in (None, "within", "throughout"):
            words = ISOLATED.sub("0", wording(date, style, mode, language=ARABIC))
            assert not re.search("[A-Za-z\u2066\u2069]", words)
            assert words == words.strip() and "  " not in words and "{" not in words
