"""What `parse` promises of any text, and the structure that it keeps."""

import itertools
import pickle
from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.edtf import Bounds, Edtf, EdtfError, day_number, iso, parse
from tests.edtf.forms import EXPRESSIONS, MISWRITTEN, PLAIN, SIGNS, dates, masked, number


def parsed(text: str) -> Edtf | EdtfError:
    try:
        return parse(text)
    except EdtfError as fault:
        return fault


def days(bounds: Bounds) -> tuple[str | None, str | None]:
    return tuple(None if day is None else iso(day) for day in bounds)  # type: ignore[return-value]


@given(EXPRESSIONS)
def test_bounds_are_in_order_and_missing_only_where_a_side_is_open_or_unknown(text: str):
    date = parsed(text)
    if isinstance(date, Edtf):
        assert (date.earliest is None) == (date.start != "known")
        assert (date.latest is None) == (date.end != "known")
        if date.earliest is not None and date.latest is not None:
            assert date.earliest <= date.latest


@given(EXPRESSIONS)
def test_no_member_of_a_date_lies_outside_its_bounds(text: str):
    date = parsed(text)
    if isinstance(date, Edtf):
        for earliest, latest in date.members:
            assert date.earliest is None or earliest is None or date.earliest <= earliest
            assert date.latest is None or latest is None or latest <= date.latest


@given(EXPRESSIONS)
def test_taking_every_mark_away_changes_no_bound(text: str):
    marked = parsed(text)
    plain = parsed(text.translate({ord(mark): None for mark in "?~%"}))
    if isinstance(marked, Edtf):
        assert isinstance(plain, Edtf)
        assert (plain.bounds, plain.members) == (marked.bounds, marked.members)
        assert (plain.approximate, plain.uncertain) == (False, False)


@given(st.one_of(MISWRITTEN, st.text(SIGNS), st.text()))
def test_every_text_is_a_date_or_refused_at_a_place_within_it(text: str):
    date = parsed(text)
    if isinstance(date, EdtfError):
        assert 0 <= date.offset <= len(text)
        assert date.message and date.message.isprintable()
        assert date.hint is None or date.hint.isprintable()
    else:
        assert date.text == text


@given(MISWRITTEN)
def test_a_date_that_a_hint_offers_is_one(text: str):
    date = parsed(text)
    if isinstance(date, EdtfError) and date.hint and date.hint.startswith("did you mean"):
        offered = date.hint.split("`")[1]
        parse(f"[{offered}]" if ".." in offered and "/" not in offered else offered)


def every_reading(text: str) -> list[int]:
    """The days that fit a date with `X`, found by trying every digit in the place of each."""
    found = []
    for digits in itertools.product("0123456789", repeat=text.count("X")):
        filled = iter(digits)
        written = "".join(next(filled) if sign == "X" else sign for sign in text)
        sign, written = (-1, written[1:]) if written[0] == "-" else (1, written)
        year, *rest = (int(part) for part in written.split("-"))
        if sign < 0 and not year:
            continue
        months = rest[:1] or range(1, 13)
        for month in months:
            if 1 <= month <= 12:
                # The calendar repeats after 400 years; the standard library begins with year 1.
                length = monthrange(sign * year % 400 + 400, month)[1]
                found += [day_number(sign * year, month, day) for day in rest[1:] or (1, length) if 1 <= day <= length]
    return found


@given(
    dates(masked(number(1, 9999, 4)), masked(number(1, 12, 2)), masked(number(1, 31, 2))).filter(
        lambda t: t.count("X") < 4
    )
)
def test_bounds_of_unspecified_digits_are_those_of_trying_every_digit(text: str):
    for written in (text, f"-{text}"):
        readings, date = every_reading(written), parsed(written)
        if isinstance(date, EdtfError):
            assert readings == [] or written == "-0000"
        else:
            assert date.bounds == (min(readings), max(readings))


@given(PLAIN, PLAIN)
def test_an_interval_runs_from_the_first_day_of_the_one_to_the_last_of_the_other(first: str, last: str):
    one, other, both = parsed(first), parsed(last), parsed(f"{first}/{last}")
    if isinstance(both, Edtf):
        assert isinstance(one, Edtf) and isinstance(other, Edtf)
        assert both.bounds == (one.earliest, other.latest)
        assert (both.start_bounds, both.end_bounds) == (one.bounds, other.bounds)
    elif isinstance(one, Edtf) and isinstance(other, Edtf):
        assert one.earliest is not None and other.latest is not None
        assert one.earliest > other.latest


def test_both_ends_of_an_interval_keep_their_own_windows():
    date = parse("2004-06/2004-06-20")
    assert date.is_interval and not date.is_set
    assert (days(date.start_bounds), days(date.end_bounds), days(date.bounds)) == (
        ("2004-06-01", "2004-06-30"),
        ("2004-06-20", "2004-06-20"),
        ("2004-06-01", "2004-06-20"),
    )


def test_an_end_that_is_open_or_unknown_has_no_window():
    date = parse("2017-06/..")
    assert (date.start, date.end) == ("known", "open")
    assert days(date.start_bounds) == ("2017-06-01", "2017-06-30")
    assert date.end_bounds == (None, None)
    date = parse("/2017-06")
    assert (date.start, date.end) == ("unknown", "known")
    assert date.start_bounds == (None, None)


def test_a_set_keeps_its_members_in_the_order_written():
    date = parse("[..1760-12-03, 1770, 1765..1766, 1790-05..]")
    assert date.is_set and not date.is_all and not date.is_interval
    assert [days(member) for member in date.members] == [
        (None, "1760-12-03"),
        ("1770-01-01", "1770-12-31"),
        ("1765-01-01", "1766-12-31"),
        ("1790-05-01", None),
    ]
    assert (date.earliest, date.latest, date.start, date.end) == (None, None, "open", "open")


def test_braces_are_all_of_a_set():
    date = parse("{1960,1961-12}")
    assert (date.is_set, date.is_all) == (True, True)


def test_anything_but_an_interval_begins_and_ends_within_its_bounds():
    for text in ("2017", "2017-09-01", "[2016,2018]", "{2016..2018}"):
        date = parse(text)
        assert date.start_bounds == date.end_bounds == date.bounds


def test_a_mark_on_the_right_holds_for_what_is_left_of_it_and_one_on_the_left_for_its_own():
    first = parse("?2004-06~-%11").parts[0].first
    assert first is not None
    assert (first.approximate, first.uncertain) == ("ymd", "yd")
    last = parse("2004?-~06-11").parts[0].last
    assert last is not None
    assert (last.approximate, last.uncertain) == ("m", "y")


def test_a_date_survives_being_sent_to_another_process():
    date = parse("[2017-09~, 2018..2019]")
    assert pickle.loads(pickle.dumps(date)) == date
    with pytest.raises(EdtfError) as caught:
        parse("2008/1964")
    fault = pickle.loads(pickle.dumps(caught.value))
    assert (fault.message, fault.offset, fault.hint) == (
        "the interval ends before it begins",
        5,
        "did you mean `1964/2008`?",
    )


@pytest.mark.parametrize(
    "text",
    [
        "[" + "2017," * 20_000 + "2018]",
        "Y" + "1" * 100_000,
        "Y1E" + "9" * 100_000,
        "X" * 100_000,
        "[" * 100_000,
        "/" * 100_000,
    ],
    ids=["a long set", "a long year", "a long exponent", "many digits", "many brackets", "many slashes"],
)
def test_a_very_long_text_is_answered_like_any_other(text: str):
    date = parsed(text)
    assert isinstance(date, EdtfError) or len(date.members) == 20_001
