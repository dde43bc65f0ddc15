"""Disagreements as values: what is in dispute, how far the accounts spread, and each account with who holds it.

Input: an edition's disagreements. Output: plain values that the macros of `_disputes.html` print.
Invariant: the headline stands first and is marked as the editors'; no value is left out, merged or reworded.
"""

from __future__ import annotations

import re
from dataclasses import replace

from fasti.derive import Account, Disagreement, Edition, Fact, FigurePoint, Voices, gainers, listed
from fasti.language import _, commas, semicolons
from fasti.records import ControlStatement, Event
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._claims import attribution_of, figure, party_words
from fasti.views._links import Value, link
from fasti.views._values import value_words

RULE = re.compile(r"^## Headlines and rivals$", re.MULTILINE)
NOUNS = {"when": "date", "lasted": "duration", "where": "place", "figures": "number", "type": "type"}
NOBODY = Voices((), 0)
AGAINST = ("denies", "doubts")


def disputes(desk: Desk, kind: str, record_id: str, *, numbers: bool = True) -> list[Value]:
    """What is in dispute of a record, for its own page, where statements stand under "who says what"."""
    found = _shown(desk.edition, kind, record_id, numbers=numbers)
    return [dispute_of(desk, dispute) | {"anchor": _anchor(number)} for number, dispute in enumerate(found)]


def numbers_of(desk: Desk, event_id: str) -> list[Value]:
    """The numbers that an event reports, each once: those told otherwise by the event itself stand in the dispute."""
    anchors: dict[FigurePoint, str] = {}
    beside: set[FigurePoint] = set()
    for number, dispute in enumerate(_shown(desk.edition, "event", event_id)):
        points = [account.value for account in dispute.accounts if isinstance(account.value, FigurePoint)]
        anchors |= dict.fromkeys(points, f"#{_anchor(number)}")
        if dispute.id == event_id:
            beside |= {point for point in points if not point.headline}
    return [
        figure(desk, point) | {"disputed": anchors.get(point, "")}
        for point in desk.edition.figures.of_event(event_id)
        if not point.rival and point not in beside
    ]


def _shown(edition: Edition, kind: str, record_id: str, *, numbers: bool = True) -> list[Disagreement]:
    told = (
        replace(dispute, accounts=tuple(account for account in dispute.accounts if account.standing != "said"))
        for dispute in edition.disagreements.of(kind, record_id)
    )
    return [d for d in told if len(d.accounts) > 1 and (numbers or d.subject != "figures")]


def disputed_words(edition: Edition, event_id: str) -> str:
    """What of an event is told otherwise, for lists: `date, who held what`; empty where nothing is."""
    fields = (words.field_words(dispute.subject) for dispute in _shown(edition, "event", event_id))
    return commas(dict.fromkeys(fields))


def _anchor(number: int) -> str:
    return f"disputed-{number + 1}"


def dispute_of(desk: Desk, found: Disagreement) -> Value:
    """One disagreement: the field, the spread in words, and the accounts side by side."""
    is_event = isinstance(desk.edition.record(found.kind, found.id), Event)
    whole = desk.edition.fact(found.id) if is_event else Fact()  # asked for once: it looks at every rival of the event
    return {
        "field": field_words(desk.edition, found),
        "spread": words.sentence(spread_words(desk.edition, found)),
        "brief": spread_words(desk.edition, found, whole=True),
        "accounts": [account_of(desk, found, account, whole) for account in found.accounts],
        "rule": rule_address(desk.edition),
    }


def field_words(edition: Edition, found: Disagreement) -> str:
    """What is in dispute: `Date`, `Who held what: Raqqa`, `Share held, of the city (Empire), 29 May 1453`."""
    point = found.accounts[0].value
    if isinstance(point, FigurePoint):
        series = edition.corpus.series(point.series_id) if point.series_id else None
        told = series.title if series else point.measure_label
        if series and series.of:
            told = _("%(figure)s, of %(whole)s", figure=told, whole=series.of)
        if point.group:
            told = _("%(figure)s (%(group)s)", figure=told, group=edition.actor_name(point.group))
        return commas((told, dates.when_words(point.when, "short") if point.when else ""))
    field = words.sentence(words.field_words(found.field))
    if found.field == "control":
        return _("%(field)s: %(item)s", field=field, item=edition.place_label(found.item))
    return _("%(field)s: %(item)s", field=field, item=words.role_words(found.item)) if found.item else field


def spread_words(edition: Edition, found: Disagreement, *, whole: bool = False) -> str:
    """How far the accounts lie apart: `three dates from three voices: 1 to 3 November 2017`.

    `whole`: it stands without a heading, so that it says of what.
    """
    if found.field in ("happened", "said"):
        told_so = dict.fromkeys(_on_happening(found, account) for account in found.accounts)
        return semicolons(told_so)
    told = words.count(found.distinct, NOUNS.get(found.field, "account"))
    if whole and found.field not in NOUNS:
        what = field_words(edition, found)
        told = _("%(accounts)s of %(what)s", accounts=told, what=what[:1].lower() + what[1:])
    if found.heard:
        told = _("%(accounts)s from %(voices)s", accounts=told, voices=words.voices_after(len(found.heard.ids)))
    first, last = found.bounds
    if first is not None and last is not None and first != last:
        told = _("%(accounts)s: %(values)s", accounts=told, values=dates.range_words(first, last))
    elif found.field in ("figures", "where"):
        values = listed(dict.fromkeys(account_words(edition, found, a) for a in found.standing))
        told = _("%(accounts)s: %(values)s", accounts=told, values=values)
    aside = sum(account.set_aside for account in found.accounts)
    others = _("%(others)s set aside", others=words.count(aside, "other"))
    return semicolons((told, others if aside else ""))


def _on_happening(found: Disagreement, account: Account) -> str:
    names = listed(account.voices.names) if account.own and account.voices.names else ""
    if account.standing == "said":
        doubted = _("doubted by %(names)s", names=names) if account.stance == "doubts" else ""
        return words.denied_words(names) if account.stance == "denies" else doubted
    if found.field == "said":
        return ""
    told = words.HAPPENED[str(account.value)]
    if not names:
        return told
    if account.stance != "asserts":
        stance = words.stance_words(account.stance, len(account.voices.names))
        return _("%(names)s %(stance)s that %(told)s", names=names, stance=stance, told=told)
    if account.value == "claimed":
        return _("claimed by %(names)s", names=names)
    if account.value == "denied":
        return words.denied_words(names)
    return _("%(told)s, by the word of %(names)s", told=told, names=names)


def account_of(desk: Desk, found: Disagreement, account: Account, whole: Fact) -> Value:
    """One value, with who holds it, where it is printed, and what the editors hold of it."""
    elsewhere = account.event if account.event and account.event != found.id else None
    heard = account.voices if account.own else NOBODY
    speakers = [
        {**link(desk, kind, key), "title": name} for (kind, key), name in zip(heard.ids, heard.names, strict=True)
    ]
    fact = fact_of(found, account, whole)
    return {
        "label": words.SAID[account.stance] if account.standing == "said" else words.STANDING[account.standing],
        "headline": account.standing == "headline",
        "aside": account.set_aside,
        "against": account.stance in AGAINST,
        "value": words.sentence(account_words(desk.edition, found, account)),
        "speakers": speakers,
        "stance": words.stance_words(account.stance, len(speakers)),
        "on": dates.when_words(account.on, "short") if account.on else "",
        "party": party_words(desk.edition, heard, _stance(account), fact),
        "voices": voices_words(account),
        "why": account.why,
        "event": link(desk, "event", elsewhere) if elsewhere else None,
        **attribution_of(desk, account.sources if account.own else (), account, fact),
    }


def voices_words(account: Account) -> str:
    """How many voices speak for a value; one voice in one document, both named beside it, needs no counting."""
    if not account.own:
        return _("from this entry’s sources")
    plain = len(account.voices.ids) == 1 and account.voices.documents < 2
    return "" if plain else account.voices.words


def account_words(edition: Edition, found: Disagreement, account: Account) -> str:
    """The value of an account, in words."""
    value = account.value
    if isinstance(value, FigurePoint):
        return number_words(account)
    if account.standing == "said" or found.field == "said":
        return str(value)
    if value is None or value == ():
        return _("nothing entered")
    if isinstance(value, ControlStatement):
        record = edition.record(found.kind, found.id)
        own = record.when if isinstance(record, Event) else None
        value = value.model_copy(update={"place": None, "when": None if value.when == own else value.when})
    field = f"{found.kind} kind" if found.field == "kind" else found.field
    return value_words(edition, field, value)


def number_words(account: Account) -> str:
    """A number as told, with its unit."""
    return words.unit_words(account.value.words, account.value.unit)


def fact_of(found: Disagreement, account: Account, whole: Fact) -> Fact:
    """What an account is about, as far as marks ask: a number speaks of its own day, a holder of its own gain."""
    if isinstance(account.value, FigurePoint):
        return Fact(account.value.at.earliest)
    if isinstance(account.value, ControlStatement):
        return replace(whole, gainers=frozenset(gainers(account.value)))
    return whole if found.field in ("happened", "said") else replace(whole, gainers=frozenset(), parties=frozenset())


def _stance(account: Account) -> str:
    return "denies" if account.value == "denied" else account.stance


def rule_address(edition: Edition) -> str | None:
    """Where the site says how headlines are chosen, if it does."""
    method = next((page for page in edition.pages if page.uri == "method.md"), None)
    return "method/#headlines-and-rivals" if method and RULE.search(method.body) else None
