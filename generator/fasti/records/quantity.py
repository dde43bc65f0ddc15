"""Numbers as told: `nearly 96`, `more than 90,000`, `dozens`, `2/3`, `6.6 million`.

Input: text. Output: a Quantity with low, best and high. Invariant: what the words leave open stays None. The page
`reference/figures.md` gives every form with its bounds; a test holds the two together.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo

from fasti.records.base import described, refuse
from fasti.records.shapes import Shape, ecma, pattern, whole

# What a word can mean at least and at most; nobody's number, so `best` stays None.
WORDS: dict[str, tuple[int, int]] = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999),
}
# A comma marks thousands, so none follows a leading nought: `0,123` is how half of the world writes 0.123.
NUMBER = (
    r"(?:[1-9]\d{0,2}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)(?: (?:million|billion))?|\d{1,15}/\d{1,6}"
)
FORM = re.compile(
    rf"(?:(?P<qualifier>about|nearly|more than|less than|at least|at most|up to) )?"
    rf"(?P<low>{NUMBER})(?: to (?P<high>{NUMBER}))?\Z",
    re.ASCII,
)
SCALES = {"million": 1_000_000, "billion": 1_000_000_000}
HALF = Fraction(1, 2)
SHAPE = Shape(
    "number-as-told",
    {
        **pattern(
            whole("|".join((ecma(FORM), *WORDS)), loose=True),
            "write 12.3, nearly 96, about 1500, 5 to 7, 2/3 or dozens",
        ),
        "type": ["string", "number"],
        "minimum": 0,
        "exclusiveMaximum": 10**15,
    },
)
HINT = "write it as `12.3`, `nearly 96`, `about 1500`, `5 to 7`, `2/3` or `dozens`; the unit comes from the measure"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and how sure it is. `low` and `high` are None where the words leave that side open.

    `stated` is the number printed (None for a range or a word); `low_excluded` and `high_excluded` say that the bound
    itself is not meant. `best` is the number itself only where the words offer it as such (no qualifier, or `about`).
    `step` is what the last digit written counts (0.1 in `6.6`, 100,000 in `6.6 million`, 100 in `about 1500`);
    `widens` how far `about` goes.
    """

    text: str
    qualifier: str
    low: Fraction | None
    best: Fraction | None
    high: Fraction | None
    stated: Fraction | None
    low_excluded: bool = False
    high_excluded: bool = False
    fraction: bool = False
    step: Fraction = Fraction(1)
    widens: Fraction = Fraction(1, 4)

    def times(self, factor: int) -> "Quantity":
        """The same quantity in a smaller unit, say a fraction in percent."""
        low, best, high, stated = (
            None if n is None else n * factor for n in (self.low, self.best, self.high, self.stated)
        )
        if self.qualifier == "about" and stated is not None:
            low, best, high = bounds("about", stated, self.widens)  # half a unit is half of the new one
        return replace(self, low=low, best=best, high=high, stated=stated, step=self.step * factor, fraction=False)

    def in_unit(self, unit: str) -> "Quantity":
        """The quantity in the unit of its measure: a fraction of a whole is times a hundred in percent."""
        return self.times(100) if self.fraction and unit == "percent" else self


def plain(number: Fraction | None) -> int | float | None:
    """A number for JSON and CSV: whole where it is whole."""
    if number is None:
        return None
    return int(number) if number.denominator == 1 else round(float(number), 6)


def bounds(
    qualifier: str, number: Fraction, widen: Fraction
) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """Low, best and high of a number under a qualifier (model.md "Numbers"); no number as told is below 0."""
    match qualifier:
        case "about":
            spread = max(number * widen, HALF)
            return max(number - spread, Fraction(0)), number, number + spread
        case "nearly" | "less than" | "at most":
            return None, None, number
        case "more than" | "at least":
            return number, None, None
        case "up to":
            return Fraction(0), None, number
    return number, number, number


def read_quantity(value: Any, about_widens: Fraction = Fraction(1, 4)) -> Quantity:
    """A quantity from its text; refused as `unreadable-quantity` with the ways to write one."""
    if isinstance(value, Quantity):
        return value
    if not isinstance(value, str):
        raise refuse("unreadable-quantity", f"this holds {described(value)} where a number belongs", hint=HINT)
    text = " ".join(value.split())
    if text in WORDS:
        low, high = WORDS[text]
        return Quantity(text, "word", Fraction(low), None, Fraction(high), None)
    match = FORM.match(text)
    if not match:
        raise refuse("unreadable-quantity", f"`{text}` is no number as fasti reads them", hint=HINT)
    qualifier, fraction = match["qualifier"] or "", "/" in match["low"]
    number = one_number(match["low"], text)
    if match["high"]:
        if qualifier or fraction != ("/" in match["high"]):
            raise refuse("unreadable-quantity", f"`{text}` mixes a range with something else", hint=HINT)
        top = one_number(match["high"], text)
        # `5 to 7 million`: the word counts for both, unless that counts down (`900,000 to 1.2 million`).
        scale = SCALES.get(match["high"].rpartition(" ")[2], 1)
        if " " not in match["low"] and number * scale <= top:
            number *= scale
        if top < number:
            raise refuse("unreadable-quantity", f"`{text}` counts down", hint="write the smaller number first")
        step = max(step_of(match["low"]), step_of(match["high"]))
        return Quantity(text, "range", number, None, top, None, fraction=fraction, step=step)
    low_bound, best, high_bound = bounds(qualifier, number, about_widens)
    return Quantity(
        text,
        qualifier or "exact",
        low_bound,
        best,
        high_bound,
        number,
        low_excluded=qualifier == "more than",
        high_excluded=qualifier in ("nearly", "less than"),
        fraction=fraction,
        step=step_of(match["low"], rough=qualifier == "about"),
        widens=about_widens,
    )


def step_of(text: str, *, rough: bool = False) -> Fraction:
    """What the last digit of a number counts, the last but noughts of a `rough` one; a fraction is of hundredths."""
    digits, _, scale = text.partition(" ")
    if "/" in digits:
        return Fraction(1, 100)
    whole, _, decimals = digits.replace(",", "").partition(".")
    written = whole + decimals
    noughts = len(written) - len(written.rstrip("0")) if rough and written.strip("0") else 0
    return Fraction(SCALES.get(scale, 1) * 10**noughts, 10 ** len(decimals))


def one_number(text: str, whole: str) -> Fraction:
    """`12,345.6`, `6.6 million` or `2/3`; `whole` is what an author wrote, for the refusal."""
    digits, _, scale = text.partition(" ")
    over, _, under = digits.partition("/")
    if under and int(under) == 0:
        raise refuse("unreadable-quantity", f"`{whole}` divides by nothing", hint=HINT)
    return Fraction(Decimal(over.replace(",", ""))) * SCALES.get(scale, 1) / int(under or 1)


def read_number(value: Any, info: ValidationInfo) -> Quantity:
    """A quantity, `about` as wide as the site's setting says (given as the context of the validation)."""
    widens = (info.context or {}).get("about_widens", Fraction(1, 4))
    return read_quantity(value, widens)


Number = Annotated[Quantity, PlainValidator(read_number), SHAPE]
