"""What /explore/ has to answer, read slowly from the records themselves, and a chronology with every form of date.

Input: an edition and a question. Output: ids. Invariant: nothing here is shared with the columns or with the script but
`falling_in`, which the order of events is tested by.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from fasti.chronology import asked_for, falling_in
from fasti.derive import Edition
from fasti.derive.backlinks import citations, places_of, roles_of
from fasti.edtf import Bounds, iso

FACETS = ("place", "actor", "type", "source")
DATES = (
    "2017", "2017-06", "2017-06-15", "2017-06~", "2017?", "201X", "2017-XX-15", "2017-22", "-0043-03-15", "Y12000", "0476",
    "[2017-05-10..2017-06-09]", "[2017-03,2017-09]", "[..2017-06]", "[2017-08..]", "[2017-01-31,2017-06-02..2017-06-05]",
    "'{2017-06-03,2017-09-21}'", "'{2017-05..2017-07}'", "'{2016,2018}'", "'{2017-06,2017-08..2017-10}'", "'{..2016-12}'",
    "2017-06/2017-10", "2016/2017-06-15", "2017-03-04/..", "../2017-07", "/2017-07", "2017-05/", "2017-06-15/2017-06-15",
    "{date: 2017-06, mode: throughout}", "{date: 2017-06/2017-08, mode: within}",
    "{date: '{2017-05..2017-07}', mode: throughout}", "{from: 2017-05, to: 2017-09}", "{from: 2017-05-03, edges_known: [from]}",
    "{from: [2017-04..2017-06], to: [2017-06..2017-08]}", "{from: 2017-06-01, to: 2017-06-30, edges_known: [to]}",
)  # fmt: skip


def every_form() -> dict[str, str]:
    """The files of a chronology in which every form of date, place and part occurs, and what is narrowed by its order."""
    where = ("a", "{at: [a, b], near: c}", "{in: c}", "{from: a, to: b}", "d")
    files = {
        f"events/dated-{number:02d}.yml": f"title: '=Dated {number}, \"so\"'\ntype: {'battle' if number % 3 else 'statement'}\n"
        f"when: {date}\nwhere: {where[number % len(where)]}\nsources: [letter p{number + 1}{', book p2' * (number % 2)}]\n"
        + ("participants: {attacker: [one, two], defender: two}\n" if number % 3 == 1 else "")
        + ("happened: disputed\n" if number % 7 == 1 else "")
        for number, date in enumerate(DATES)
    }
    return files | {
        "events/narrowed.yml": "title: Narrowed\ntype: battle\nwhen: 2017\nafter: dated-02\nbefore: last\nsources: letter p3\n",
        "events/last.yml": "title: Last\ntype: battle\nwhen: 2017-06-20\nwhere: b\nsources: letter p3\n",
        "events/each.yml": "title: Each\ntype: battle\nwhen: '{2017-06,2017-08}'\nincludes: last\nsources: letter p3\n",
        "events/between.yml": "title: Between\ntype: battle\nwhere: c\nafter: dated-02\nbefore: last\nsources: book p4\n",
        "events/undated.yml": "title: Undated\ntype: battle\nwhere: a\nparticipants: {attacker: one}\nsources: book p4\n",
        "events/loose.yml": "title: Loose\ntype: statement\nsays: [{who: two, what: It is so.}]\nsources: book p5\n",
        "events/taken.yml": "title: Taken\ntype: capture\nwhen: 2017-08-03\nwhere: {near: b}\ncontrol:\n"
        "  - {place: a, held_by: one, from: two, sources: book p9}\n  - {place: d, held_by: not-said, from: one}\n"
        "rivals:\n  - {when: 2017-08-05, who: two, sources: book p8}\nsources: letter p9\n",
        "places/a.yml": "names: A <b>town</b>\nkind: city\nwithin: c\nat: 41.01, 28.96\n",
        "places/b.yml": "names: B\nkind: city\nwithin: [c, {place: d, when: 2016}]\nat: 41.2, 29.1\n",
        "places/c.yml": "names: C\nkind: country\nformerly: old-c\n",
        "places/d.yml": "names: D\nkind: country\nwithin: c\n",
        "actors/one.yml": "names: [One, {text: واحد, lang: ar}]\nlabel: ONE\nkind: state\ncolour: ['#AA3D25', '#B93A21']\n",
        "actors/two.yml": "names: Two\nkind: state\n",
        "sources/letter.yml": "title: A letter\nkind: news\npublisher: The post\nno_archive: Lost.\n",
        "sources/book.yml": "title: A book\nkind: book\n",
    }


@dataclass(frozen=True)
class Question:
    """What is chosen in each facet, and the rest of the address."""

    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    disputed: bool = False
    begin: str = ""
    end: str = ""
    show: str = ""

    @property
    def address(self) -> str:
        """As the query of an address, in the order in which the page writes it."""
        told = [f"{name}={','.join(sorted(self.chosen[name]))}" for name in FACETS if self.chosen.get(name)]
        rest = {"disputed": "yes" if self.disputed else "", "from": self.begin, "to": self.end, "show": self.show}
        return "&".join((*told, *(f"{name}={value}" for name, value in rest.items() if value)))


@dataclass(frozen=True)
class Answer:
    """The entries in their order, those of them that only possibly fall in the time, and the counts of the sentence."""

    shown: tuple[str, ...]
    possible: frozenset[str]
    counts: tuple[int, int, int]


def answered(edition: Edition, question: Question) -> Answer:
    """The entries that a question asks for."""
    dated = [placed.id for placed in edition.chronology.events]
    undated = [placed.id for placed in edition.chronology.undated]
    meant = [e for e in (*dated, *undated) if _is_meant(edition, e, question)]
    if not (question.begin or question.end):
        return Answer(tuple(meant), frozenset(), (0, 0, sum(e in undated for e in meant)))
    low = asked_for(question.begin).date.bounds.earliest if question.begin else None
    high = asked_for(question.end).date.bounds.latest if question.end else None
    falling = falling_in(edition.chronology, Bounds(low, high))
    certain, possible = set(falling.certain) & set(meant), set(falling.possible) & set(meant)
    loose = set(undated) & set(meant)
    shown = {"": certain | possible | loose, "certain": certain, "possible": possible}[question.show]
    listed = tuple(e for e in meant if e in shown)
    return Answer(listed, frozenset(possible & shown), (len(certain), len(possible), len(loose)))


def _is_meant(edition: Edition, event_id: str, question: Question) -> bool:
    disputed = edition.event(event_id).happened in ("disputed", "denied")
    disputed = disputed or bool(edition.disagreements.of("event", event_id))
    has = held(edition, event_id)
    return (disputed or not question.disputed) and all(
        has[name] & set(of) for name, of in question.chosen.items() if of
    )


def held(edition: Edition, event_id: str) -> dict[str, set[str]]:
    """What an entry can be asked by, a place with all that it lies within."""
    event = edition.event(event_id)
    places = set(places_of(event))
    return {
        "place": places | {above for place in places for above in edition.corpus.gazetteer.ancestors(place)},
        "actor": {actor for actor, _ in roles_of(event) if edition.is_public("actor", actor)},
        "type": {event.type},
        "source": {str(source) for _, c in citations(event) for source in (c.source, c.via) if source},
    }


def questions(edition: Edition, number: int, seed: int) -> list[Question]:
    """Any filters whatever: what many entries have is asked for often, and dates lie at the edges of entries' own."""
    rng = random.Random(seed)
    every = [placed.id for placed in (*edition.chronology.events, *edition.chronology.undated)]
    has = [held(edition, event_id) for event_id in every]
    pools = {name: [value for one in has for value in sorted(one[name])] for name in FACETS}
    days = [day for placed in edition.chronology.events for day in (placed.earliest, placed.latest) if day is not None]
    return [_question(rng, pools, days) for _ in range(number)]


def _question(rng: random.Random, pools: dict[str, list[str]], days: list[int]) -> Question:
    chosen = {
        name: tuple(sorted({rng.choice(pool) for _ in range(rng.randint(1, 3))}))
        for name, pool in pools.items()
        if pool and rng.random() < 0.3
    }
    begin, end = (_date(rng, days) if rng.random() < 0.7 else "" for _ in range(2))
    if begin and end and _first(begin) > _first(end):
        begin, end = end, begin
    show = rng.choice(("", "", "certain", "possible")) if begin or end else ""
    return Question(chosen, rng.random() < 0.15, begin, end, show)


def _first(text: str) -> int:
    return asked_for(text).date.bounds.earliest or 0


def _date(rng: random.Random, days: list[int]) -> str:
    text = iso(rng.choice(days) + rng.choice((-1, 0, 0, 1)))
    year = text[:-6]
    return f"Y{year}" if len(year.lstrip("-")) > 4 else text[: rng.choice((-6, -3, len(text)))]
