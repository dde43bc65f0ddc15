"""Dates in words: long and short, once within and throughout, and never a day that the source did not give."""

import re

import pytest
from hypothesis import given

from fasti.edtf import ENGLISH, EdtfError, Language, parse, span_wording, wording
from fasti.edtf.wording import Mode
from tests.edtf.forms import EXPRESSIONS, MONTHS, YEARS, dates, intervals, sets
from tests.edtf.test_conformance import TABLE

DAYLESS = dates(YEARS, MONTHS, MONTHS).filter(lambda text: text.lstrip("-").count("-") < 2)


@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("2016", "within", "sometime in 2016"),
        ("2016", "throughout", "throughout 2016"),
        ("2017-09", "within", "sometime in September 2017"),
        ("2017-09", "throughout", "throughout September 2017"),
        ("2017-10-17", "within", "17 October 2017"),
        ("2017-10-17", "throughout", "throughout 17 October 2017"),
        ("2004-06-1X", "within", "between 10 and 19 June 2004"),
        ("2004-06-1X", "throughout", "throughout some time between 10 and 19 June 2004"),
        ("2004-06-1X/2004-07-01", "throughout", "from some time between 10 and 19 June 2004 to 1 July 2004"),
        ("[2004-06-1X,2005]", "within", "some time between 10 and 19 June 2004, or 2005"),
        ("201X", "within", "sometime in the 2010s"),
        ("2001-21", "within", "sometime in spring 2001"),
        ("2017-09~", "within", "about September 2017"),
        ("1984?", "within", "possibly 1984"),
        ("1984?", "throughout", "possibly throughout 1984"),
        ("1985-04-XX", "within", "some day in April 1985"),
        ("2017-06-06/2017-10-17", "within", "between 6 June and 17 October 2017"),
        ("2017-06-06/2017-10-17", "throughout", "from 6 June to 17 October 2017"),
        ("2017/2017", "within", "sometime in 2017"),
        ("2017-06/..", "within", "June 2017 or later"),
        ("2017-06/", "within", "June 2017 or later"),
        ("../2017-06-16", "within", "by 16 June 2017"),
        ("/2017", "within", "2017 or earlier"),
        ("../..", "within", "at an unknown time"),
        ("[2017-09-01..2017-09-17]", "within", "between 1 and 17 September 2017"),
        ("[2017-09-01..2017-09-17]", "throughout", "from 1 to 17 September 2017"),
        ("[..2017-06-16]", "throughout", "until 16 June 2017"),
        ("[2017-06..]", "throughout", "since June 2017"),
        ("[2017]", "within", "sometime in 2017"),
        ("{2017-09-01..2017-09-17}", "throughout", "each day from 1 to 17 September 2017"),
    ],
)
def test_the_mode_adds_words_only_where_they_tell_the_two_apart(text: str, mode: str, words: str):
    assert wording(parse(text), "long", mode) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2017-10-17", "17 Oct 2017"),
        ("2017-09", "Sept 2017"),
        ("2017-06", "June 2017"),
        ("[2017-09-01..2017-09-17]", "between 1 and 17 Sept 2017"),
        ("2017-09-01/2017-10-17", "from 1 Sept to 17 Oct 2017"),
        ("2017-09~", "about Sept 2017"),
        ("[..2017-06-16]", "by 16 June 2017"),
        ("2001-34", "Q2 2001"),
        ("2001-38", "May–Aug 2001"),
        ("2001-41", "July–Dec 2001"),
        ("[2016-02-03..2016-03-01,2017]", "3 Feb – 1 Mar 2016 or 2017"),
        ("[2016-02..2016-03,2017]", "Feb–Mar 2016 or 2017"),
    ],
)
def test_the_short_style_shortens_the_names_of_months_and_quarters(text: str, words: str):
    assert wording(parse(text), "short") == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2017-06-06", "2017-10-17", "from 6 June to 17 October 2017"),
        ("2016-10~", "[2017-09-05..2017-09-09]", "from about October 2016 to some time between 5 and 9 September 2017"),
        ("2017-06", None, "since June 2017"),
        (None, "2017-10", "until October 2017"),
        (None, "[..2017-06-16]", "until 16 June 2017 or earlier"),
        ("[..2017-06]", "2017-09", "from June 2017 or earlier to September 2017"),
        ("[2017-06..]", "2017-09", "from June 2017 or later to September 2017"),
        ("[2016,2018]", "2019-1X", "from 2016 or 2018 to October, November or December 2019"),
        (
            "2004-06-1X",
            "[2005-01..2005-03]",
            "from some time between 10 and 19 June 2004 to some time between January and March 2005",
        ),
        ("2017-06/2017-07", "2018?", "from some time between June and July 2017 to possibly 2018"),
        ("2017-06", "2017-06", "throughout June 2017"),
        ("2017-06-01", "2017-06-01", "1 June 2017"),
        ("[2017-07-10..2017-09-17]", "[2017-07-10..2017-09-17]", "for some time between 10 July and 17 September 2017"),
        ("[..2017-09-17]", "[..2017-09-17]", "from 17 September 2017 or earlier to 17 September 2017 or earlier"),
    ],
)
def test_a_span_is_worded_from_its_two_ends(start: str | None, end: str | None, words: str):
    assert span_wording(parse(start) if start else None, parse(end) if end else None) == words


@pytest.mark.parametrize(
    ("start", "end", "known", "words"),
    [
        ("2017-06", "2017-09", ("to",), "from June 2017 or earlier to September 2017"),
        ("2017-06", "2017-09", ("from",), "from June 2017 to September 2017 or later"),
        ("2017-06", "2017-09", (), "from June 2017 or earlier to September 2017 or later"),
        ("[..2017-06]", "2017-09", (), "from June 2017 or earlier to September 2017 or later"),
        ("2017-06", None, (), "since June 2017 or earlier"),
        (None, "2017", (), "until 2017 or later"),
        ("2017-06-16", "2017-06-16", (), "16 June 2017, before and after not said"),
        ("2017-06-16", "2017-06-16", ("to",), "from 16 June 2017 or earlier to 16 June 2017"),
    ],
)
def test_an_edge_that_is_not_known_may_lie_farther_out(
    start: str | None, end: str | None, known: tuple[str, ...], words: str
):
    assert span_wording(parse(start) if start else None, parse(end) if end else None, edges_known=known) == words


@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("[2016~,2017]", None, "about 2016, or 2017"),
        ("{2016?,2017}", None, "possibly 2016, and 2017"),
        ("[2017-XX,2018]", None, "some month of 2017, or 2018"),
        ("[201X,2025]", None, "the 2010s or 2025"),
        ("{2016,2017}", "within", "2016 or 2017"),
        ("{2017-09-05..2017-09-09}", "within", "between 5 and 9 September 2017"),
        ("[2016-05,2016-07]", "throughout", "throughout May or July 2016"),
        ("[2017-09-05,2017-09-09]", "throughout", "5 or 9 September 2017"),
    ],
)
def test_of_several_dates_each_word_holds_for_its_own_and_the_mode_for_all(text: str, mode: Mode | None, words: str):
    assert wording(parse(text), "long", mode) == words


@given(intervals(DAYLESS) | sets(DAYLESS, DAYLESS) | DAYLESS)
def test_what_has_no_day_is_worded_without_one(text: str):
    try:
        date = parse(text)
    except EdtfError:
        return
    month = "(?:" + "|".join(ENGLISH.months) + ")"
    for mode in (None, "within", "throughout"):
        assert not re.search(rf"\b\d{{1,2}} {month}", wording(date, "long", mode))


@given(EXPRESSIONS)
def test_every_expression_has_words_in_every_style_and_mode(text: str):
    try:
        date = parse(text)
    except EdtfError:
        return
    for style in ("long", "short"):
        for mode in (None, "within", "throughout"):
            words = wording(date, style, mode)
            assert words and words == words.strip() and "  " not in words and "{" not in words


def test_every_phrase_of_the_language_is_used_by_some_form():
    class Marked(dict[str, str]):
        def __getitem__(self, key: str) -> str:
            used.add(key)
            return super().__getitem__(key)

    used: set[str] = set()
    english = Language(
        **{name: getattr(ENGLISH, name) for name in Language.__dataclass_fields__ if name != "words"},
        words=Marked(ENGLISH.words),
    )
    more = ["{2017-09..2017-10}", "{2017-21..2017-23}", "{..2017-09-01}", "{..2017-09}", "{..2017-21}", "{..1984,1990}"]
    more += ["{1984-05-06..}", "{1984-05..}", "{1984-21..}", "{1984..}", "[2016-02-03..2016-03-01,2017]"]
    for text in [row[0] for row in TABLE["accepted"]] + more:
        for mode in (None, "within", "throughout"):
            wording(parse(text), "long", mode, language=english)
    span_wording(parse("2016"), parse("2016"), edges_known=(), language=english)
    span_wording(parse("[2016..2017]"), parse("[2016..2017]"), language=english)
    assert used == set(ENGLISH.words)


def test_another_language_needs_only_another_table():
    fields = {name: getattr(ENGLISH, name) for name in Language.__dataclass_fields__}
    german = Language(
        **fields
        | {
            "code": "de",
            "months": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober")
            + ("November", "Dezember"),
            "words": dict(ENGLISH.words)
            | {"day": "{day}. {month} {year}", "between": "zwischen dem {a}. und dem {b}", "about": "etwa {date}"},
        }
    )
    assert wording(parse("[2017-10-01..2017-10-17]"), language=german) == "zwischen dem 1. und dem 17. Oktober 2017"
    assert wording(parse("2017-03~"), language=german) == "etwa März 2017"
