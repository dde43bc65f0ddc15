"""Numbers and lengths of time as authors write them, `nearly 96`, `at most 10 days`, in the language spoken.

Input: the text of a `Quantity` or a `Gap`. Output: words. Invariant: English is as written, to the letter; in another
language nothing is added, left out or rounded, and what this grammar does not know stays as written.
"""

from __future__ import annotations

import re

from fasti.language import N_, NN_, _, ngettext, spoken
from fasti.language.speaking import SOURCE
from fasti.records.gap import FORM as GAP
from fasti.records.quantity import FORM as NUMBER

QUALIFIED = {
    "about": N_("about %(n)s"),
    "nearly": N_("nearly %(n)s"),
    "more than": N_("more than %(n)s"),
    "less than": N_("less than %(n)s"),
    "at least": N_("at least %(n)s"),
    "at most": N_("at most %(n)s"),
    "up to": N_("up to %(n)s"),
}
WORDS = {
    "dozens": N_("dozens"),
    "scores": N_("scores"),
    "hundreds": N_("hundreds"),
    "thousands": N_("thousands"),
    "tens of thousands": N_("tens of thousands"),
    "hundreds of thousands": N_("hundreds of thousands"),
    "millions": N_("millions"),
}
SCALES = {"million": N_("%(n)s million"), "billion": N_("%(n)s billion")}
LENGTHS = {
    "hour": NN_("%(n)s hour", "%(n)s hours"),
    "day": NN_("%(n)s day", "%(n)s days"),
    "week": NN_("%(n)s week", "%(n)s weeks"),
    "month": NN_("%(n)s month", "%(n)s months"),
    "year": NN_("%(n)s year", "%(n)s years"),
}


def quantity_words(text: str) -> str:
    """A number as told: `nearly 96`, `6.6 million`, `5 to 7`, `dozens`."""
    if spoken() == SOURCE:
        return text
    if text in WORDS:
        return _(WORDS[text])
    match = NUMBER.match(text)
    if not match:
        return text
    told = _scaled(match["low"])
    if match["high"]:
        return _("%(low)s to %(high)s", low=told, high=_scaled(match["high"]))
    return _qualified(match["qualifier"], told)


def gap_words(text: str) -> str:
    """A length of time as told: `about 4 months`, `2 to 3 days`, `within hours`."""
    if spoken() == SOURCE:
        return text
    if text == "within hours":
        return _("within hours")
    match = GAP.match(text)
    if not match:
        return text
    high = match["high"] or match["low"]
    counted = ngettext(*LENGTHS[match["unit"]], int(high), n="\0")
    if match["high"]:
        numbers = _("%(low)s to %(high)s", low=match["low"], high=high)
        return counted.replace("\0", numbers) if "\0" in counted else ngettext(*LENGTHS[match["unit"]], 11, n=numbers)
    return _qualified(match["qualifier"], counted.replace("\0", high))


def _qualified(qualifier: str | None, told: str) -> str:
    if not qualifier:
        return told
    message = QUALIFIED[qualifier]
    return _(message, n=told)


def _scaled(number: str) -> str:
    digits, _space, scale = number.partition(" ")
    return _(SCALES[scale], n=digits) if scale else digits


def whole(text: str) -> int:
    """The number that a counted noun has to agree with: the last one in the text, or many where it is not whole."""
    found = re.findall(r"\d[\d,]*(?:\.\d+)?", text)
    plain = found[-1].replace(",", "") if found and "/" not in text else ""
    return int(plain) if plain.isdigit() and not text.endswith(tuple(SCALES)) else 100
