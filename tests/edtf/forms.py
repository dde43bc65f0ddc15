"""Texts for property tests: every form of EDTF, built from its parts, and texts that are nearly one."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

MARKS = st.sampled_from(["", "", "", "", "?", "~", "%"])
NONE = st.just("")
SIGNS = "0123456789XYEST-/:.,?~%+Z[]{} "


def number(low: int, high: int, width: int) -> SearchStrategy[str]:
    return st.integers(low, high).map(lambda n: f"{n:0{width}d}")


def masked(text: SearchStrategy[str]) -> SearchStrategy[str]:
    """The same digits, any of them replaced by `X`."""
    return text.flatmap(
        lambda digits: st.lists(st.booleans(), min_size=len(digits), max_size=len(digits)).map(
            lambda hidden: "".join("X" if hide and d != "-" else d for d, hide in zip(digits, hidden, strict=True))
        )
    )


YEARS = st.one_of(number(0, 9999, 4), number(1, 9999, 4).map(lambda year: f"-{year}"))
MONTHS = number(1, 12, 2)
DAYS = number(1, 31, 2)
SEASONS = number(21, 41, 2)


def joined(*parts: SearchStrategy[str]) -> SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


def dates(
    years: SearchStrategy[str],
    months: SearchStrategy[str],
    days: SearchStrategy[str],
    marks: SearchStrategy[str] = NONE,
) -> SearchStrategy[str]:
    """Years, months and days, the days not always real, with marks on either side of each component."""
    year = joined(marks, years, marks)
    month = joined(year, st.just("-"), marks, months, marks)
    return st.one_of(year, month, joined(month, st.just("-"), marks, days, marks))


PLAIN = dates(YEARS, MONTHS, DAYS)
MASKED = dates(masked(YEARS), masked(MONTHS), masked(DAYS))
SEASONAL = joined(YEARS, st.just("-"), SEASONS)
LONG_YEARS = joined(
    st.sampled_from(["Y", "Y-"]),
    st.one_of(
        number(10_000, 10**9, 1),
        joined(number(1, 999, 1), st.just("E"), number(1, 8, 1)),
    ),
    st.sampled_from(["", "", "S1"]),
)
SIGNIFICANT = joined(YEARS, st.just("S"), number(1, 4, 1))
DATES = st.one_of(
    PLAIN,
    dates(YEARS, MONTHS, DAYS, MARKS),
    MASKED,
    dates(masked(YEARS), st.one_of(MONTHS, SEASONS), DAYS, MARKS),
    SEASONAL,
    LONG_YEARS,
    SIGNIFICANT,
)
TIMES = joined(
    dates(YEARS, MONTHS, DAYS),
    st.just("T"),
    number(0, 24, 2),
    st.just(":"),
    number(0, 60, 2),
    st.just(":"),
    number(0, 60, 2),
    st.sampled_from(["", "Z", "+03", "-04:30"]),
)


def intervals(dates: SearchStrategy[str]) -> SearchStrategy[str]:
    edge = st.one_of(dates, dates, st.sampled_from(["", ".."]))
    return joined(edge, st.just("/"), edge)


def sets(dates: SearchStrategy[str], ranged: SearchStrategy[str]) -> SearchStrategy[str]:
    """Sets of dates and of ranges, sometimes open, with and without blanks after their commas."""
    member = st.one_of(dates, joined(ranged, st.just(".."), ranged))
    inside = st.lists(member, min_size=1, max_size=4).flatmap(
        lambda members: st.sampled_from([",", ", "]).map(lambda comma: comma.join(members))
    )
    edge = st.sampled_from(["", "", ".."])
    return joined(edge, inside, edge).flatmap(lambda text: st.sampled_from([f"[{text}]", f"{{{text}}}"]))


EXPRESSIONS = st.one_of(DATES, TIMES, intervals(DATES), sets(DATES, PLAIN))

MISWRITTEN = st.tuples(EXPRESSIONS, st.integers(0, 40), st.sampled_from(["", *SIGNS])).map(
    lambda drawn: drawn[0][: drawn[1]] + drawn[2] + drawn[0][drawn[1] + 1 :]
)
"""An expression with one character changed, added at its end, or left out."""
