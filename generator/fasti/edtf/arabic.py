"""Arabic: the words for every form of a date, with the month names of the Levant and Iraq.

Input: nothing. Output: `ARABIC`, for `wording`; its month names are read by `phrases` too.
Invariant: the keys are those of `english.ENGLISH`. Digits are 0 to 9, as in the records, tables and downloads that
stand beside the words, so that a reader finds the same number in both.
"""

from __future__ import annotations

from fasti.edtf.language import Language

_MONTHS = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)

_SEASONS = {
    21: "ربيع",
    22: "صيف",
    23: "خريف",
    24: "شتاء",
    25: "ربيع نصف الكرة الشمالي",
    26: "صيف نصف الكرة الشمالي",
    27: "خريف نصف الكرة الشمالي",
    28: "شتاء نصف الكرة الشمالي",
    29: "ربيع نصف الكرة الجنوبي",
    30: "صيف نصف الكرة الجنوبي",
    31: "خريف نصف الكرة الجنوبي",
    32: "شتاء نصف الكرة الجنوبي",
    33: "الربع الأول",
    34: "الربع الثاني",
    35: "الربع الثالث",
    36: "الربع الرابع",
    37: "الثلث الأول",
    38: "الثلث الثاني",
    39: "الثلث الأخير",
    40: "النصف الأول",
    41: "النصف الثاني",
}

_SEASONS_SHORT = _SEASONS | {
    37: "كانون الثاني–نيسان",
    38: "أيار–آب",
    39: "أيلول–كانون الأول",
    40: "كانون الثاني–حزيران",
    41: "تموز–كانون الأول",
}

# What was written in the signs of EDTF runs from left to right: between U+2066 and U+2069 no Arabic turns it round.
_AS_WRITTEN = "\u2066{text}\u2069"

ARABIC = Language(
    code="ar",
    direction="rtl",
    months=_MONTHS,
    months_short=_MONTHS,  # Arabic does not shorten them
    seasons=_SEASONS,
    seasons_short=_SEASONS_SHORT,
    components={"y": "السنة", "m": "الشهر", "s": "الفصل", "d": "اليوم"},
    thousands=",",
    words={
        # one date
        "day": "{day} {month} {year}",
        "day of month": "{day} {month}",
        "month": "{month} {year}",
        "season": "{season} {year}",
        "share of year": "{season} من عام {year}",
        "early year": "{year} م",
        "year before": "{year} ق.م",
        "long year": "عام {year}",
        "long year before": "عام {year} ق.م",
        "at time": "{date}، الساعة {time}",
        "utc": "{time} بالتوقيت العالمي",
        "zone": "{time} (\u2066UTC{zone}\u2069)",
        "estimate": "{year} تقديرًا (بين {a} و{b})",
        # unspecified digits
        "decade": "أعوام {year}–{last}",
        "year in decade": "عام ما بين {year} و{last}",
        "year between": "عام ما بين {a} و{b}",
        "any year": "عام غير معروف",
        "year written": f"عام يُكتب {_AS_WRITTEN}",
        "month in year": "{month} من {year}",
        "any month": "شهر ما في {year}",
        "any day": "يوم ما في {month}",
        "any day in year": "يوم ما في {year}",
        "day of any month": "اليوم {day} من {month}",
        "written": f"تاريخ يُكتب {_AS_WRITTEN}",
        # marks
        "about": "نحو {date}",
        "possibly": "ربما {date}",
        "with note": "{date} ({note})",
        "approximate": "على وجه التقريب",
        "is approximate": "على وجه التقريب: {parts}",
        "is uncertain": "موضع شك: {parts}",
        "is both": "موضع شك وعلى وجه التقريب: {parts}",
        # once within, throughout
        "within": "في وقت ما من {date}",
        "throughout": "طوال {date}",
        "between": "بين {a} و{b}",
        "by day": "في {date} أو قبله",
        "or earlier": "{date} أو قبل ذلك",
        "or later": "{date} أو بعد ذلك",
        "at some time": "في وقت غير معروف",
        # intervals, by what is known of their start and their end
        "known known": "من {a} إلى {b}",
        "known open": "منذ {a}",
        "known unknown": "من {a}، والنهاية غير معروفة",
        "open known": "حتى {b}",
        "unknown known": "حتى {b}، والبداية غير معروفة",
        "open open": "في كل وقت",
        "open unknown": "حتى وقت غير معروف",
        "unknown open": "منذ وقت غير معروف",
        # spans whose ends are dates of their own
        "edge between": "وقت ما بين {a} و{b}",
        "edges unsaid": "{date}، ولا ذكر لما قبله وما بعده",
        "edges alike": "لبعض الوقت {date}",
        # sets
        "dash": "{a}–{b}",
        "wide dash": "{a} – {b}",
        "each day": "كل يوم من {a} إلى {b}",
        "each month": "كل شهر من {a} إلى {b}",
        "each season": "كل فصل من {a} إلى {b}",
        "each year": "كل عام من {a} إلى {b}",
        "each day until": "كل يوم حتى {b}",
        "each month until": "كل شهر حتى {b}",
        "each season until": "كل فصل حتى {b}",
        "each year until": "كل عام حتى {b}",
        "each day since": "كل يوم منذ {a}",
        "each month since": "كل شهر منذ {a}",
        "each season since": "كل فصل منذ {a}",
        "each year since": "كل عام منذ {a}",
        "comma": "، ",
        "between or": " أو ",
        "between and": " و",
        "or": " أو ",
        "and": " و",
        "comma or": "، أو ",
        "comma and": "، و",
    },
)
