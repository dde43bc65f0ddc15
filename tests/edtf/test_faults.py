"""What people are told to write instead: offered where there is one reading, and never guessed."""

import pytest

from fasti.edtf import EdtfError, parse

EXAMPLE = "write year-month-day, such as `2017-09-01`, or as much of it as is known"

COMMAS = "write years without a comma, one of more than four digits with `Y` before it: `Y-11999` for 12,000 BC"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2017-02-30", "its last day is `2017-02-28`; write `2017-02` if the day is not known"),
        ("2017-13-01", "months are `01` to `12`, seasons `21` to `41`"),
        ("2017-01-32", "days are `01` to `31`"),
        ("19850412", "write `1985-04-12`"),
        ("-00430315", "write `-0043-03-15`"),
        ("19851412", None),
        ("19850231", None),
        ("2017/09/01", "write `2017-09-01`"),
        ("03/04/2017", "write `2017-04-03` for 3 April 2017, or `2017-03-04` for 4 March 2017"),
        ("17", EXAMPLE),
        ("476", "write `0476`"),
        ("-43", "write `-0043`, which is 44 BC"),
        ("2017-9-1", "write `2017-09-01`"),
        ("2017-09-1", "write `2017-09-01`"),
        ("2017-9~", "write `2017-09~`"),
        ("[2017-9]", "write `09`"),
        ("20170", "only a year with `Y` before it is longer: `Y17000`"),
        ("Y2017", "write `2017`"),
        ("Y-43", "write `-0043`"),
        ("-0000", "write `0000` for 1 BC"),
        ("2008/1964", "did you mean `1964/2008`?"),
        ("[1990-05..1984-06]", "did you mean `1984-06..1990-05`?"),
        ("1984..1985", "write `[1984..1985]` for once within it, or `1984/1985` for all of that time"),
        ("1984..201X", "write a range with `..` in `[…]` or `{…}`"),
        ("[1984..1990-05]", "write the dates on both sides alike: two years, two months or two days"),
        ("[1984/1985]", "a set has ranges with `..`, and no intervals"),
        ("1984,1985", "put several dates into `[…]` or `{…}`"),
        ("[1984", "close it with `]`"),
        ("{1984]", "close it with `}`"),
        ("[1984]~", "put it behind each date that it holds for"),
        ("2017–2018", "write `2017/2018` for all of that time, or `[2017..2018]` for once within it"),
        ("2017–201X", "write `-` within a date and `/` between two"),
        ("201x", "write `X`"),
        ("1984?~", "write `1984%`"),
        ("198X?~", "write `%` for both uncertain and approximate"),
        ("2004/open", "write `..` for an open end"),
        ("unknown/2004", "leave an unknown end empty"),
        ("2004-06-uu", "write `XX` for unspecified digits"),
        ("2017 ", "write `2017`"),
        ("201X ", EXAMPLE),
        ("[201X ]", "blanks stand only after the commas of a set"),
        ("2017-09-01T10:30", "write `2017-09-01T10:30:00`"),
        ("2017-09-01T10:30+03:00", "write `2017-09-01T10:30:00+03:00`"),
        ("2017-09-01T10:30-00:00", None),
        ("90s", "write a decade with its century: `199X`"),
        ("late in the day", EXAMPLE),
        ("2017-06-01\n", "write the date on one line, beside its key"),
        ("2017-06-01\r\n2017-06-02", "write the date on one line, beside its key"),
        ("June\n2017", "write `2017-06`"),
        ("10,000-9,000 BC", COMMAS),
        ("10,000 years ago", COMMAS),
        ("30,000,000,000,000 BC", COMMAS),
        ("2017,2018", "put several dates into `[…]` or `{…}`"),
        ("20170901 AD", "only a year with `Y` before it is longer: `Y17000`"),
        ("12345", "only a year with `Y` before it is longer: `Y17000`"),
    ],
)
def test_the_hint_says_what_to_write(text: str, hint: str | None):
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.hint == hint
