"""What people write for dates is never a date, and the hint offers the EDTF that says the same, in every reading."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.edtf import ARABIC, EdtfError, Language, civil, day_number, iso, last_of_month, parse
from fasti.edtf.people import hint
from fasti.edtf.phrases import LONGEST, PHRASES

# What is written, at which character the fault is, and what is offered.
OFFERED = [
    # A day, a month
    ("17 October 2017", 2, "2017-10-17"),
    ("October 17, 2017", 0, "2017-10-17"),
    ("October 17th, 2017", 0, "2017-10-17"),
    ("the 17th of October, 2017", 0, "2017-10-17"),
    ("17 Oct. 2017", 2, "2017-10-17"),
    ("17-Oct-2017", 0, "2017-10-17"),
    ("2017 October 17", 4, "2017-10-17"),
    ("2017-Oct-17", 5, "2017-10-17"),
    ("Friday, 3 November 2017", 0, "2017-11-03"),
    ("17 October 2017, 14:30", 2, "2017-10-17T14:30:00"),
    ("2017-09-01 10:30:05", 10, "2017-09-01T10:30:05"),
    ("Oct 2017", 0, "2017-10"),
    ("JUNE, 2017.", 0, "2017-06"),
    ("sometime in June 2017", 0, "2017-06"),
    ("the year 2017", 0, "2017"),
    # Years as numbers are written
    ("10,000 BC", 2, "-9999"),
    ("10,001 B.C.", 2, "Y-10000"),
    ("10000 BCE", 4, "-9999"),
    ("5,000 BC", 1, "-4999"),
    ("about 12,000 BC", 0, "Y-11999~"),
    ("12,345", 2, "Y12345"),
    ("AD 12345", 0, "Y12345"),
    ("2,017", 1, "2017"),
    # Digits in another order or shape
    ("2017-9-1", 5, "2017-09-01"),
    ("2017/09/01", 7, "2017-09-01"),
    ("2017.09.01", 4, "2017-09-01"),
    ("2017‑09‑01", 4, "2017-09-01"),
    ("20170901", 4, "2017-09-01"),
    ("201709", 4, "2017-09"),
    ("17/10/2017", 5, "2017-10-17"),
    ("10/17/2017", 5, "2017-10-17"),
    ("5.5.2017", 1, "2017-05-05"),
    ("Friday 03/11/2017", 12, "2017-11-03"),
    ("03/2017", 0, "2017-03"),
    ("2017/09", 5, "2017-09"),
    ("٢٠١٧-٠٩-٠١", 0, "2017-09-01"),
    ("17 تشرين الأول 2017", 2, "2017-10-17"),
    ("كانون الثاني ٢٠١٧", 0, "2017-01"),
    # Parts
    ("early November 2017", 0, "[2017-11-01..2017-11-10]"),
    ("mid-November 2017", 0, "[2017-11-11..2017-11-20]"),
    ("late June 2017", 0, "[2017-06-21..2017-06-30]"),
    ("the end of February 2016", 0, "[2016-02-21..2016-02-29]"),
    ("early to mid June 2017", 0, "[2017-06-01..2017-06-20]"),
    ("second half of February 2017", 0, "[2017-02-16..2017-02-28]"),
    ("early 2018", 0, "[2018-01..2018-04]"),
    ("mid-2018", 0, "[2018-05..2018-08]"),
    ("late 2018", 0, "[2018-09..2018-12]"),
    ("first half of 2018", 0, "2018-40"),
    ("Q2 2018", 0, "2018-34"),
    ("the last quarter of 2018", 0, "2018-36"),
    ("early 1990s", 0, "[1990..1992]"),
    ("mid-1990s", 0, "[1993..1996]"),
    ("late 1990s", 0, "[1997..1999]"),
    ("3rd quarter of 2018", 1, "2018-35"),
    ("H2 2018", 0, "2018-41"),
    ("1st half of June 2017", 1, "[2017-06-01..2017-06-15]"),
    ("the week of 5 June 2017", 0, "[2017-06-05..2017-06-11]"),
    ("week beginning 7 June 2017", 0, "[2017-06-07..2017-06-13]"),
    ("summer 2017", 0, "2017-22"),
    ("late summer 2017", 0, "2017-08"),
    ("winter 2016-17", 0, "2016-24"),
    ("winter 2016/2017", 0, "2016-24"),
    ("the 1990s", 0, "199X"),
    ("1990's", 4, "199X"),
    # Years before and after Christ
    ("44 BC", 2, "-0043"),
    ("15 March 44 B.C.", 2, "-0043-03-15"),
    ("AD 476", 0, "0476"),
    ("476 CE", 3, "0476"),
    ("4 September 476", 1, "0476-09-04"),
    ("between 50 and 44 BC", 0, "[-0049..-0043]"),
    ("50 or 44 BC", 2, "[-0049,-0043]"),
    ("between 5 and 9 March 44 BC", 0, "[-0043-03-05..-0043-03-09]"),
    ("between 27 BC and AD 14", 0, "[-0026..0014]"),
    # How sure
    ("c. 2014", 0, "2014~"),
    ("ca.2014", 0, "2014~"),
    ("circa June 2017", 0, "2017-06~"),
    ("around late June 2017", 0, "[2017-06-21~..2017-06-30~]"),
    ("probably 2017", 0, "2017?"),
    ("2017 (?)", 4, "2017?"),
    ("perhaps about 2017", 0, "2017%"),
    # Between
    ("between 5 and 9 September 2017", 0, "[2017-09-05..2017-09-09]"),
    ("between 5-9 September 2017", 0, "[2017-09-05..2017-09-09]"),
    ("between 5 September and 9 October 2017", 0, "[2017-09-05..2017-10-09]"),
    ("between late June and early July 2017", 0, "[2017-06-21..2017-07-10]"),
    ("between June and 9 October 2017", 0, "[2017-06-01..2017-10-09]"),
    ("between about 5 and 9 September 2017", 0, "[2017-09-05~..2017-09-09]"),
    ("17 or 18 October 2017", 2, "[2017-10-17,2017-10-18]"),
    ("17 and 18 October 2017", 2, "{2017-10-17,2017-10-18}"),
    # Throughout
    ("from June to October 2017", 0, "2017-06/2017-10"),
    ("from 5 September 2017 until 9 September 2017", 0, "2017-09-05/2017-09-09"),
    ("June 2017/October 2017", 0, "2017-06/2017-10"),
    ("throughout June 2017", 0, "2017-06/2017-06"),
    ("2017 / 2018", 4, "2017/2018"),
    ("2014 to the present", 4, "2014/.."),
    ("since June 2017", 0, "2017-06/.."),
    ("June 2017 onwards", 0, "2017-06/.."),
    ("until June 2017", 0, "../2017-06"),
    ("up to June 2017", 0, "../2017-06"),
    # Before, after
    ("before 4 November 2017", 0, "[..2017-11-03]"),
    ("before March 2016", 0, "[..2016-02]"),
    ("before 2017", 0, "[..2016]"),
    ("before AD 1", 0, "[..0000]"),
    ("by 4 November 2017", 0, "[..2017-11-04]"),
    ("no later than 4 November 2017", 0, "[..2017-11-04]"),
    ("2017 or earlier", 4, "[..2017]"),
    ("after 31 December 2017", 0, "[2018-01-01..]"),
    ("after summer 2017", 0, "[2017-09..]"),
    ("on or after 4 November 2017", 0, "[2017-11-04..]"),
    ("17 October 2017 or later", 2, "[2017-10-17..]"),
    ("possibly before 2017", 0, "[..2016?]"),
    # As EDTF, but for a slip
    ("2017 ", 4, "2017"),
    ("2017-09-01T10:30", 16, "2017-09-01T10:30:00"),
    ("1984?~", 5, "1984%"),
]

# What can mean two things, or is no expression to write.
ASKED = [
    ("0 AD", "no year 0 lies between 1 BC and AD 1; write `0000` for 1 BC, `0001` for AD 1"),
    ("AD 0", "no year 0 lies between 1 BC and AD 1; write `0000` for 1 BC, `0001` for AD 1"),
    ("50-44 BC", "write `-0049/-0043` for all of that time, or `[-0049..-0043]` for once within it"),
    ("03/04/2017", "write `2017-04-03` for 3 April 2017, or `2017-03-04` for 4 March 2017"),
    ("3. 4. 2017", "write `2017-04-03` for 3 April 2017, or `2017-03-04` for 4 March 2017"),
    ("before 03/04/2017", "write `[..2017-04-02]` for 3 April 2017, or `[..2017-03-03]` for 4 March 2017"),
    (
        "winter 2017",
        "write `2017-24` for December 2017 to February 2018, or `2016-24` for December 2016 to February 2017",
    ),
    ("1900s", "write `190X` for the years 1900 to 1909, or `19XX` for the years 1900 to 1999"),
    ("20th century", "write `[1901..2000]` for the years 1901 to 2000, or `19XX` for the years 1900 to 1999"),
    ("early nineteenth century", "write `[1801..1833]` for 1801 to 1833, or `[1800..1832]` for 1800 to 1832"),
    ("2007/08", "write `2007-08` for August 2007, or `2007/2008` for the years 2007 to 2008"),
    ("1914-18", "write `1914/1918` for the years 1914 to 1918; a month is one of 01 to 12"),
    ("June-October 2017", "write `2017-06/2017-10` for all of that time, or `[2017-06..2017-10]` for once within it"),
    (
        "5–9 September 2017",
        "write `2017-09-05/2017-09-09` for all of that time, or `[2017-09-05..2017-09-09]` for once within it",
    ),
    (
        "September 5-9, 2017",
        "write `2017-09-05/2017-09-09` for all of that time, or `[2017-09-05..2017-09-09]` for once within it",
    ),
    (
        "30 December 2016 - 2 January 2017",
        "write `2016-12-30/2017-01-02` for all of that time, or `[2016-12-30..2017-01-02]` for once within it",
    ),
    (
        "5 June 2017–9 July 2017",
        "write `2017-06-05/2017-07-09` for all of that time, or `[2017-06-05..2017-07-09]` for once within it",
    ),
    (
        "5/6 September 2017",
        "write `2017-09-05/2017-09-06` for all of that time, or `[2017-09-05..2017-09-06]` for once within it",
    ),
    (
        "the week of 7 June 2017",
        "write `[2017-06-07..2017-06-13]` for the seven days from 7 June 2017, or `[2017-06-05..2017-06-11]` for the week from Monday, 5 June 2017",
    ),
    ("2014-2017", "write `2014/2017` for all of that time, or `[2014..2017]` for once within it"),
    ("c. 2014–2016", "write `2014~/2016~` for all of that time, or `[2014~..2016~]` for once within it"),
    (
        "2017-09-01..2017-09-17",
        "write `[2017-09-01..2017-09-17]` for once within it, or `2017-09-01/2017-09-17` for all of that time",
    ),
    ("from late June to early July 2017", "write `{from: [2017-06-21..2017-06-30], to: [2017-07-01..2017-07-10]}`"),
    ("since early June 2017", "write `{from: [2017-06-01..2017-06-10]}`"),
    ("until early June 2017", "write `{to: [2017-06-01..2017-06-10]}`"),
    (
        "Saturday 3 November 2017",
        "3 November 2017 was a Friday, not a Saturday; write `2017-11-03` if the day of the month is right",
    ),
    ("31 June 2017", "June 2017 has 30 days; write `2017-06` if the day is not known"),
    ("29/02/2017", "February 2017 has 28 days; write `2017-02` if the day is not known"),
    ("17 October", "add the year; if nobody knows it, write `XXXX-10-17`"),
    ("5-9 September", "add the year"),
    ("17 Nov 17", "write the year in four digits, as year-month-day: `2017-09-01`"),
    ("3/4/17", "write the year in four digits, as year-month-day: `2017-09-01`"),
    ("unknown", "leave the date out: what has none is placed by its order"),
]

EXAMPLE = "write year-month-day, such as `2017-09-01`, or as much of it as is known"

# Whose meaning is not certain enough for an offer.
NOT_GUESSED = ["today", "Friday", "mid-90s", "December - January 2017", "03/04/2017 or 05/04/2017", "soon after 2017"]


def refusal(text: str) -> EdtfError:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(("text", "offset", "offered"), OFFERED, ids=lambda value: str(value))
def test_what_people_write_is_refused_and_its_edtf_offered(text: str, offset: int, offered: str):
    fault = refusal(text)
    assert (fault.offset, fault.hint) == (offset, f"write `{offered}`")
    assert parse(offered).text == offered


@pytest.mark.parametrize(("text", "asked"), ASKED, ids=lambda value: str(value))
def test_what_has_two_readings_is_offered_in_both_and_what_has_none_is_asked_for(text: str, asked: str):
    assert refusal(text).hint == asked


@pytest.mark.parametrize("text", NOT_GUESSED)
def test_nothing_is_guessed(text: str):
    assert refusal(text).hint in (
        EXAMPLE,
        "an interval has only one `/`",
        "blanks stand only after the commas of a set",
    )


YEARS = st.integers(1, 9999)
NUMBERS = st.sampled_from(
    "0 5 9 29 31 476 0001 2016 2017 9999 20170901 201709 17th 1900s 1990s 03/04/2017 3/4/17 2017-9-1 2007/08 12/2017 9999-12-31 10:30".split()
)
WORDS = st.lists(NUMBERS | st.sampled_from(sorted(PHRASES)), min_size=1, max_size=7).map(" ".join)


def expressions(told: str) -> list[str]:
    """The dates that a hint says to write, each of the ends of a span on its own."""
    found = []
    for written in re.findall(r"(?:write|or) `([^`]*)`", told):
        found += (
            re.findall(r"(?:from|to): (\[[^]]*\]|[^,}]*)", written)
            if written.startswith(("{from", "{to"))
            else [written]
        )
    return found


@settings(max_examples=1500)
@given(WORDS)
def test_whatever_is_offered_is_a_date(text: str):
    for written in expressions(hint(text) or ""):
        assert parse(written).text == written


@given(st.text(st.sampled_from("0123456789 -/.~?abcdefjnoruy,'"), max_size=LONGEST + 30))
def test_any_text_is_answered(text: str):
    try:
        parse(text)
    except EdtfError as fault:
        assert 0 <= fault.offset <= len(text)


@given(YEARS, st.integers(1, 12), st.data())
def test_a_day_is_offered_as_itself_however_it_is_written(year: int, month: int, data: st.DataObject):
    day = data.draw(st.integers(1, last_of_month(year, month)))
    number = day_number(year, month, day)
    name = ARABIC.months[month - 1]
    for text in (f"{day} {name} {year:04d}", f"{year}.{month}.{day}" if year > 999 else f"{day} {name} AD {year}"):
        assert refusal(text).hint == f"write `{iso(number)}`"


@given(YEARS.filter(lambda year: year > 999), st.integers(1, 12), st.sampled_from(["March", "summer", "", "1980s"]))
def test_early_mid_and_late_leave_no_day_out_and_share_none(year: int, month: int, whole: str):
    what = whole if whole == "1980s" else f"{whole} {year}".strip()
    parts = [parse(expressions(refusal(f"{part} {what}").hint or "")[0]) for part in ("early", "mid", "late")]
    of = parse(expressions(refusal(what).hint or "")[0]) if whole else parse(what)
    assert parts[0].earliest == of.earliest
    assert parts[2].latest == of.latest
    for before, after in pairwise(parts):
        assert before.latest is not None
        assert before.latest + 1 == after.earliest


@given(YEARS.filter(lambda year: year > 1), st.integers(1, 12))
def test_before_and_after_leave_out_the_month_itself_and_nothing_else(year: int, month: int):
    first = day_number(year, month, 1)
    last = first + last_of_month(year, month) - 1
    name = f"{ARABIC.months[month - 1]} AD {year}"
    assert parse(expressions(refusal(f"before {name}").hint or "")[0]).latest == first - 1
    if civil(last + 1)[0] < 10_000:
        assert parse(expressions(refusal(f"after {name}").hint or "")[0]).earliest == last + 1


@pytest.mark.parametrize("text", ["9999-12-31 or later", "after 31 December 9999", "before -9999"])
def test_a_year_beyond_four_digits_is_offered_nowhere(text: str):
    assert "10000" not in str(refusal(text).hint)


@pytest.mark.parametrize("unit", ["June ", "5-", "5/5/", "1990s ", "the ", "a", "1", "between ", "٥", "' "])
def test_a_long_text_is_looked_at_once(unit: str):
    """As many steps for a text of any length as for one of the longest that is looked at: counted, not timed."""

    def steps(length: int) -> int:
        counted = 0

        def count(*_: object) -> object:
            nonlocal counted
            counted += 1
            return count

        text = (unit * length)[:length]
        before = sys.gettrace()
        sys.settrace(count)  # type: ignore[arg-type]
        try:
            refusal(text)
        finally:
            sys.settrace(before)
        return counted

    steps(10)
    assert steps(100_000) <= steps(LONGEST) + 100


def test_the_months_of_every_language_are_known():
    def names(language: Language) -> set[str]:
        return {name.lower() for name in (*language.months, *language.months_short)}

    assert names(ARABIC) <= PHRASES.keys()
