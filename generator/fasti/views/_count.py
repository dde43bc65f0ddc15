"""Things counted, each with its plural: `one event`, `two entries`, `13 events`.

Input: a number and what is counted, one of `COUNTED`. Output: words in the language spoken. Invariant: every noun that
a page counts stands here with both its English forms, which a test sees to; where a language bends a noun after such
words as "in" and "from", the functions at the end ask for that form.
"""

from __future__ import annotations

from fasti.derive import plural
from fasti.language import NN_, ngettext, npgettext, number

COUNTED = {
    "account": NN_("%(n)s account", "%(n)s accounts"),
    "actor": NN_("%(n)s actor", "%(n)s actors"),
    "claim": NN_("%(n)s claim", "%(n)s claims"),
    "date": NN_("%(n)s date", "%(n)s dates"),
    "disagreement": NN_("%(n)s disagreement", "%(n)s disagreements"),
    "document": NN_("%(n)s document", "%(n)s documents"),
    "duration": NN_("%(n)s duration", "%(n)s durations"),
    "earlier number": NN_("%(n)s earlier number", "%(n)s earlier numbers"),
    "entry": NN_("%(n)s entry", "%(n)s entries"),
    "event": NN_("%(n)s event", "%(n)s events"),
    "more": NN_("%(n)s more", "%(n)s more"),
    "more number": NN_("%(n)s more number", "%(n)s more numbers"),
    "more record": NN_("%(n)s more record", "%(n)s more records"),
    "number": NN_("%(n)s number", "%(n)s numbers"),
    "other": NN_("%(n)s other", "%(n)s others"),
    "place": NN_("%(n)s place", "%(n)s places"),
    "record": NN_("%(n)s record", "%(n)s records"),
    "series": NN_("%(n)s series", "%(n)s series"),
    "source": NN_("%(n)s source", "%(n)s sources"),
    "statement": NN_("%(n)s statement", "%(n)s statements"),
    "type": NN_("%(n)s type", "%(n)s types"),
    "undated entry": NN_("%(n)s undated entry", "%(n)s undated entries"),
    "voice": NN_("%(n)s voice", "%(n)s voices"),
}


def count(amount: int, noun: str, several: str | None = None) -> str:
    """`one event`, `two entries`, `13 events`."""
    if noun in COUNTED:
        return ngettext(*COUNTED[noun], amount, n=number(amount))
    return f"{number(amount)} {noun if amount == 1 else several or plural(noun)}"


def documents_after(amount: int) -> str:
    """`in two documents`, without its preposition."""
    return npgettext("in so many", "%(n)s document", "%(n)s documents", amount, n=number(amount))


def records_after(amount: int) -> str:
    """`in two records`, without its preposition."""
    return npgettext("in so many", "%(n)s record", "%(n)s records", amount, n=number(amount))


def voices_after(amount: int) -> str:
    """`from two voices`, without its preposition."""
    return npgettext("in so many", "%(n)s voice", "%(n)s voices", amount, n=number(amount))
