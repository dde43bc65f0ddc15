"""English: the words for every form of a date. Another language is another table like this one.

Input: nothing. Output: `ENGLISH`, for `wording` and for the messages of `faults`.
Invariant: the keys are those of `Language`; a name in braces is filled in by `wording`, which says with what.
"""

from __future__ import annotations

from fasti.edtf.language import Language

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_MONTHS_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")

_SEASONS = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    25: "northern spring",
    26: "northern summer",
    27: "northern autumn",
    28: "northern winter",
    29: "southern spring",
    30: "southern summer",
    31: "southern autumn",
    32: "southern winter",
    33: "the first quarter",
    34: "the second quarter",
    35: "the third quarter",
    36: "the fourth quarter",
    37: "the first third",
    38: "the second third",
    39: "the last third",
    40: "the first half",
    41: "the second half",
}

_SEASONS_SHORT = _SEASONS | {
    33: "Q1",
    34: "Q2",
    35: "Q3",
    36: "Q4",
    37: "Jan–Apr",
    38: "May–Aug",
    39: "Sept–Dec",
    40: "Jan–June",
    41: "July–Dec",
}

ENGLISH = Language(
    code="en",
    direction="ltr",
    months=_MONTHS,
    months_short=_MONTHS_SHORT,
    seasons=_SEASONS,
    seasons_short=_SEASONS_SHORT,
    components={"y": "year", "m": "month", "s": "season", "d": "day"},
    thousands=",",
    words={
        # one date
        "day": "{day} {month} {year}",
        "day of month": "{day} {month}",
        "month": "{month} {year}",
        "season": "{season} {year}",
        "share of year": "{season} of {year}",
        "early year": "AD {year}",
        "year before": "{year} BC",
        "long year": "the year {year}",
        "long year before": "the year {year} BC",
        "at time": "{date}, {time}",
        "utc": "{time} UTC",
        "zone": "{time} (UTC{zone})",
        "estimate": "{year} by estimate (between {a} and {b})",
        # unspecified digits
        "decade": "the {year}s",
        "year in decade": "some year in the {year}s",
        "year between": "some year between {a} and {b}",
        "any year": "an unknown year",
        "year written": "a year written {text}",
        "month in year": "{month} of {year}",
        "any month": "some month of {year}",
        "any day": "some day in {month}",
        "any day in year": "some day in {year}",
        "day of any month": "day {day} of {month}",
        "written": "a date written {text}",
        # marks
        "about": "about {date}",
        "possibly": "possibly {date}",
        "with note": "{date} ({note})",
        "approximate": "approximate",
        "is approximate": "{parts} approximate",
        "is uncertain": "{parts} uncertain",
        "is both": "{parts} uncertain and approximate",
        # once within, throughout
        "within": "sometime in {date}",
        "throughout": "throughout {date}",
        "between": "between {a} and {b}",
        "by day": "by {date}",
        "or earlier": "{date} or earlier",
        "or later": "{date} or later",
        "at some time": "at an unknown time",
        # intervals, by what is known of their start and their end
        "known known": "from {a} to {b}",
        "known open": "since {a}",
        "known unknown": "from {a}, end unknown",
        "open known": "until {b}",
        "unknown known": "until {b}, beginning unknown",
        "open open": "at all times",
        "open unknown": "until an unknown time",
        "unknown open": "since an unknown time",
        # spans whose ends are dates of their own
        "edge between": "some time between {a} and {b}",
        "edges unsaid": "{date}, before and after not said",
        "edges alike": "for some time {date}",
        # sets
        "dash": "{a}–{b}",
        "wide dash": "{a} – {b}",
        "each day": "each day from {a} to {b}",
        "each month": "each month from {a} to {b}",
        "each season": "each season from {a} to {b}",
        "each year": "each year from {a} to {b}",
        "each day until": "each day up to {b}",
        "each month until": "each month up to {b}",
        "each season until": "each season up to {b}",
        "each year until": "each year up to {b}",
        "each day since": "each day from {a} on",
        "each month since": "each month from {a} on",
        "each season since": "each season from {a} on",
        "each year since": "each year from {a} on",
        "comma": ", ",
        "between or": ", ",
        "between and": ", ",
        "or": " or ",
        "and": " and ",
        "comma or": ", or ",
        "comma and": ", and ",
    },
)
