"""The ledger of a place as a reader asks for it: what is so on any day, in words, from day to day of change.

Input: the control ledger. Output: `Stretch`es, for the page of the map and its script.
Invariant: on every day the stretch says what `edition.control.on` answers, and a state that is carried says since when.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from fasti.derive import ControlAnswer, Edition
from fasti.language import _
from fasti.views import _words as words
from fasti.views._control import date_words, since_words, state_words


def has_map(edition: Edition) -> bool:
    """Whether there is a page of the map: a base map, and a place on it that a document says was held."""
    told = edition.control.places if edition.layers and edition.span.latest is not None else ()
    return any(edition.place(place).at for place in told)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is so from a day on (`first`; None: from ever) until the next stretch of the place begins.

    `since` is the date of the last word, `event` the event that has it; both empty where no document has spoken yet.
    `changed`: whether who held it is another than before.
    """

    first: int | None
    who: str
    basis: str
    unknown: bool
    actors: tuple[str, ...]
    since: str = ""
    event: str = ""
    changed: bool = False


def stretches(edition: Edition, place_id: str) -> list[Stretch]:
    """The stretches of a place, the first from ever; those that say the same are one."""
    days = {interval.first for interval in edition.control.intervals(place_id)}
    days |= {held.early for held in edition.control.statements(place_id)}  # where the last word is another
    cuts = sorted(days)
    found: list[Stretch] = []
    for first in [None, *cuts]:
        answer = edition.control.on(place_id, cuts[0] - 1 if first is None else first)
        stretch = _worded(edition, place_id, answer, first)
        if not found:
            found.append(stretch)
        elif replace(stretch, first=found[-1].first, changed=found[-1].changed) != found[-1]:
            found.append(replace(stretch, changed=stretch.who != found[-1].who))
    return found


def on(found: list[Stretch], day: int) -> Stretch:
    """The stretch that a day is in."""
    return found[bisect_right([s.first for s in found[1:] if s.first is not None], day)]


def _worded(edition: Edition, place_id: str, answer: ControlAnswer, first: int | None) -> Stretch:
    interval = answer.interval
    basis = interval.basis
    told = words.CONTROL_BASIS[interval.siege_basis if basis == "unknown" and interval.besieged_by else basis]
    since, event = answer.last_word or ("", "")
    if basis == "carried":
        told = _("nothing said since %(date)s", date=since_words(_told(edition, place_id, interval.because) or since))
    sides = [interval.held_by] if interval.held_by else list(interval.candidates)
    actors = tuple(dict.fromkeys(str(a) for side in (*sides, interval.besieged_by) for a in side))
    return Stretch(
        first,
        words.sentence(state_words(edition, interval)),
        words.sentence(told),
        basis == "unknown",
        actors,
        date_words(since) if since else "",
        event,
    )


def _told(edition: Edition, place_id: str, because: tuple[str, ...]) -> str:
    """The date of the statement that a carried state goes back to."""
    told = [held.date for held in edition.control.statements(place_id) if held.holders and held.event in because]
    return told[-1] if told else ""
