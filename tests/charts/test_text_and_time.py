"""The widths we count on are those of the font we ship; folded time keeps its order and says its breaks."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.charts._text import REGULAR, SEMIBOLD, broken, cut, width
from fasti.charts._time import Panel, Stretch, panels, silence_words, span_words, stretches, ticks
from tests.charts.an_edition import day

FONTS = Path(__file__).parents[2] / "theme/assets/fonts"


def advances(font: bytes) -> tuple[int, ...]:
    """The advance widths of U+0020 to U+007E in a TrueType font (OpenType 1.9: hmtx, and cmap of format 4)."""
    tables = {}
    for n in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * n)
        tables[tag] = offset
    metrics = struct.unpack_from(">H", font, tables[b"hhea"] + 34)[0]
    cmap = tables[b"cmap"]
    encodings = [
        struct.unpack_from(">HHI", font, cmap + 4 + 8 * n) for n in range(struct.unpack_from(">H", font, cmap + 2)[0])
    ]
    at = next(cmap + offset for platform, encoding, offset in encodings if (platform, encoding) == (3, 1))
    length, segments = struct.unpack_from(">H", font, at)[0], struct.unpack_from(">H", font, at + 6)[0] // 2
    assert length == 4
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{segments}H", font, at + 14 + skip + 2 * segments * n)
        for n, skip in enumerate((0, 2, 2, 2))
    )
    found = []
    for code in range(32, 127):
        n = next(i for i, end in enumerate(ends) if end >= code)
        glyph = code
        if ranges[n]:
            place = at + 16 + 6 * segments + 2 * n + ranges[n] + 2 * (code - starts[n])
            glyph = struct.unpack_from(">H", font, place)[0]
        glyph = (glyph + deltas[n]) % 65536
        found.append(struct.unpack_from(">H", font, tables[b"hmtx"] + 4 * min(glyph, metrics - 1))[0])
    return tuple(found)


@pytest.mark.parametrize(("name", "table"), [("SourceSans3.ttf", REGULAR), ("SourceSans3-SemiBold.ttf", SEMIBOLD)])
def test_the_widths_are_those_of_the_font(name: str, table: tuple[int, ...]) -> None:
    assert advances((FONTS / name).read_bytes()) == table


@given(st.text(max_size=60), st.integers(20, 200))
def test_what_is_cut_fits(text: str, room: int) -> None:
    short = cut(text, room, 13)
    assert short == text or width(short, 13) <= room or short == "…"


def test_a_long_title_is_broken_between_words() -> None:
    assert broken("Land the north has lost since the siege", 120, 15, bold=True, most=2) == [
        "Land the north",
        "has lost since th…",
    ]


def test_silence_is_folded_and_said() -> None:
    parts = stretches([(day("2014-01-01"), day("2014-12-31")), (day("2017-06-06"), day("2017-11-04"))], most=5)
    assert [span_words(part.first, part.last) for part in parts] == ["2014", "Jun – Nov 2017"]
    assert silence_words(parts[1].first - parts[0].last - 1) == "29 months"


def test_the_last_stretch_ends_with_the_chronology_and_not_with_its_month() -> None:
    parts = stretches([(day("2017-07-10"), day("2017-11-03"))], most=5, end=day("2017-11-04"))
    assert [span_words(part.first, part.last) for part in parts] == ["1 Jul – 4 Nov 2017"]


def test_a_span_of_years_speaks_of_its_ends_only() -> None:
    parts = stretches([(day("2014-09-01"), day("2017-08-31"))], most=5)
    assert [span_words(part.first, part.last) for part in parts] == ["Sep 2014", "Aug 2017"]


@given(
    st.lists(st.tuples(st.integers(-800_000, 800_000), st.integers(0, 900)), min_size=1, max_size=30), st.integers(1, 5)
)
def test_days_keep_their_order_and_every_known_day_has_a_panel(spans: list[tuple[int, int]], most: int) -> None:
    known = [(first, first + long) for first, long in spans]
    parts = stretches(known, most=most)
    assert 1 <= len(parts) <= most
    assert all(one.last < two.first for one, two in zip(parts, parts[1:], strict=False))
    axis = panels(parts, 0, 360, gap=46, least=46)
    for first, last in known:
        for at in (first, last):
            assert any(part.first <= at <= part.last for part in parts)
    assert all(one.x < one.x2 <= two.x for one, two in zip(axis, axis[1:], strict=False))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2017-10-17", "2017-10-17", "17 Oct 2017"),
        ("2017-10-01", "2017-10-31", "Oct 2017"),
        ("2017-09-01", "2017-09-17", "1 – 17 Sep 2017"),
        ("2017-09-20", "2017-10-31", "20 Sep – 31 Oct 2017"),
        ("2014-01-01", "2015-12-31", "2014 – 2015"),
        ("2014-11-01", "2015-03-31", "Nov 2014 – Mar 2015"),
        ("2014-11-05", "2015-03-31", "5 Nov 2014 – 31 Mar 2015"),
        ("-0043-03-01", "-0043-03-31", "Mar 44 BC"),
    ],
)
def test_days_are_said_as_short_as_is_true(first: str, last: str, words: str) -> None:
    assert span_words(day(first), day(last)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2010-01-01", "2030-12-31", ["2010", "2015", "2020", "2025"]),
        ("-0004-01-01", "0004-12-31", ["5 BC", "3 BC", "1 BC", "2", "4"]),
        ("Y-17000000", "Y17000000", ["10000001 BC", "1 BC", "10000000"]),
    ],
)
def test_an_axis_of_far_years_names_as_many_as_fit(first: str, last: str, words: list[str]) -> None:
    panel = Panel(Stretch(day(first), day(last), 1), 0, 300)
    assert [text for _, text in ticks(panel) if text] == words
