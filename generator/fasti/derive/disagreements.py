"""Everything on which the sources disagree: for each field the editors' headline and every other value, side by side.

Input: a corpus, its chronology and its figures. Output: `Disagreements`, made once; pages and exports only word them.
Invariant: no value is merged with another or moved; each keeps its own speaker, documents and standing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from fasti.chronology import Chronology
from fasti.corpus import Corpus
from fasti.derive.figures import FigurePoint, Figures
from fasti.derive.voices import Voices, together, voices
from fasti.edtf import Bounds
from fasti.reading import Entry
from fasti.records import (
    KINDS,
    RELATIONS,
    Attributed,
    Citation,
    ControlStatement,
    Event,
    Evidence,
    Record,
    RivalBase,
    Statement,
    When,
    control_of,
)

Standing = Literal["headline", "same", "alternative", "rejected", "superseded", "said"]
AGAINST = ("denies", "doubts")
NO_CLAIM_OF_FACT = ("expects", "plans")
SUBJECTS = ("happened", "when", "where", "control", "figures", "participants", "said", "other")
_SUBJECT = {"lasted": "when", "points": "figures", "says": "said"} | dict.fromkeys(RELATIONS, "when")
LAST = 1 << 60


@dataclass(frozen=True, slots=True)
class Account:
    """One value of a field, in the field's own type, and who holds it.

    `standing`: the editors' headline, the same value told again, what they hold of a rival, or something said.
    `own`: it names its own speaker or documents, else it rests on its record's. `event`: where a number is reported.
    """

    value: Any
    standing: Standing
    stance: str
    who: tuple[str, ...]
    sources: tuple[Citation, ...]
    own: bool
    voices: Voices
    basis: str | None = None
    as_reported: str = ""
    note: str = ""
    why: str = ""
    on: When | None = None
    event: str | None = None

    @property
    def set_aside(self) -> bool:
        """Whether the editors do not hold it possible any more."""
        return self.standing in ("rejected", "superseded")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The accounts of one field of one record, the headline first. `item`: the place, role or series it is about.

    `records`: every record that gives one of the values, the one under which it stands first. `heard`: the voices of
    the accounts that stand; None where one of them only rests on its record's sources.
    """

    kind: str
    id: str
    field: str
    item: str
    accounts: tuple[Account, ...]
    records: tuple[tuple[str, str], ...]
    heard: Voices | None

    @property
    def subject(self) -> str:
        """What sort of thing is in dispute, one of `SUBJECTS`."""
        subject = _SUBJECT.get(self.field, self.field)
        return subject if subject in SUBJECTS else "other"

    @property
    def standing(self) -> tuple[Account, ...]:
        """The accounts that are not set aside."""
        return tuple(account for account in self.accounts if not account.set_aside)

    @property
    def is_open(self) -> bool:
        """Whether two accounts differ, or the record says that its documents do: what is disputed has two sides."""
        return len(self.accounts) > 1 or self.accounts[0].value == "disputed"

    @property
    def distinct(self) -> int:
        """How many different values stand, what is merely said left out."""
        return len({_told(account.value) for account in self.standing if account.standing != "said"})

    @property
    def bounds(self) -> Bounds:
        """The first and the last day that the dates in dispute allow together; an open side is None."""
        days = [account.value.bounds for account in self.standing if isinstance(account.value, When)]
        first, last = [day.earliest for day in days], [day.latest for day in days]
        return Bounds(
            min((d for d in first if d is not None), default=None) if None not in first else None,
            max((d for d in last if d is not None), default=None) if None not in last else None,
        )


class Disagreements:
    """`all`: those of published records, subject by subject, each in the order of time. `claimed`: what one side alone
    claims and nobody here contradicts."""

    def __init__(self, found: Iterable[Disagreement], published: Sequence[Disagreement]) -> None:
        self.all = tuple(d for d in published if d.is_open)
        self.claimed = tuple(d for d in published if not d.is_open)
        self._of: dict[tuple[str, str], list[Disagreement]] = {}
        for disagreement in found:
            for record in disagreement.records:
                self._of.setdefault(record, []).append(disagreement)

    def of(self, kind: str, record_id: str) -> tuple[Disagreement, ...]:
        """Those to which a record gives a value, whichever record they stand under; withdrawn ones have theirs too."""
        return tuple(d for d in self._of.get((kind, record_id), ()) if len(d.accounts) > 1)


def gather_disagreements(corpus: Corpus, chronology: Chronology, figures: Figures) -> Disagreements:
    """Every disagreement of every record that has a page."""

    def order(found: Disagreement) -> tuple[int, int, int, str]:
        placed = chronology.placed(found.id) if found.kind == "event" else None
        position = placed.position if placed and placed.position else LAST
        return (SUBJECTS.index(found.subject), KINDS.index(found.kind), position, found.id)

    published: list[Disagreement] = []
    withdrawn: list[Disagreement] = []
    for kind in KINDS:
        for entry in corpus.of(kind):
            mine = list(of_record(entry, corpus))
            if entry.record.published_now:
                published += mine
            else:
                withdrawn += [*mine, *of_numbers(figures.of_event(entry.id) if kind == "event" else (), corpus)]
    points = [*(p for series in figures.ids for p in figures.series(series).points), *figures.loose]
    published = sorted([*published, *of_numbers(points, corpus)], key=order)
    return Disagreements([*published, *withdrawn], published)


def of_record(entry: Entry, corpus: Corpus) -> Iterator[Disagreement]:
    """The disagreements of one record, numbers left out: those also arise between records."""
    record = entry.record
    found: dict[tuple[str, str], list[Account]] = {}
    for rival in getattr(record, "rivals", ()):
        if rival.field not in ("figures", "points"):
            field, item, value = slot(record, rival)
            found.setdefault((field, item), []).append(account(value, rival.status, rival, corpus, rival.sources))
    if isinstance(record, Event):
        said = [spoken(s, record, corpus) for s in record.says if s.stance not in NO_CLAIM_OF_FACT]
        against = said if any(s.stance in AGAINST for s in said) else []
        if record.happened != "yes" or ("happened", "") in found:
            found.setdefault(("happened", ""), []).extend(against)
        elif against:
            found.setdefault(("said", ""), []).extend(against)
    for (field, item), others in found.items():
        heads = tuple(headlines(record, field, item, corpus))
        accounts, here = (*heads, *others), (entry.kind, entry.id)
        yield Disagreement(*here, field, item, accounts, (here,), heard(accounts, corpus))


def slot(record: Record, rival: RivalBase) -> tuple[str, str, Any]:
    """Beside what a rival stands: the field, the item of it (a place, a role), and the value in the field's type."""
    field, value = rival.field, rival.value
    if isinstance(record, Event) and field in ("control", "now_held_by"):
        held = control_of(record)
        place = getattr(value, "place", None) or (record.places[0] if len(record.places) == 1 else held[0][0].place)
        if field == "now_held_by":
            return "control", str(place), ControlStatement(place=place, held_by=value)
        return "control", str(place), value.model_copy(update={"place": place})
    return field, next(iter(value)) if field == "participants" else "", value


def headlines(record: Record, field: str, item: str, corpus: Corpus) -> Iterator[Account]:
    """What the record itself gives, on whose word; several only where it says several things of one place."""
    if isinstance(record, Event) and field == "control":
        written = "now_held_by" if record.now_held_by else "control"
        whole = record.evidence.get(written, Evidence())
        for statement, _ in control_of(record):
            if statement.place == item:
                claim = statement if statement.sources or statement.who else whole
                yield account(statement, "headline", claim, corpus, record.sources)
        return
    value = getattr(record, "title" if field == "said" else field)
    name = "happened" if field == "said" else type(record).model_fields[field].alias or field
    if field == "participants":
        value = {item: value[item]}
    yield account(value, "headline", record.evidence.get(name, Evidence()), corpus, record.sources)


def account(
    value: Any, standing: Standing, claim: Attributed, corpus: Corpus, fallback: tuple[Citation, ...]
) -> Account:
    """A value with its attribution; one that names neither speaker nor documents rests on those of its record."""
    own = bool(claim.sources or claim.who)
    sources = claim.sources if own else fallback
    return Account(
        value,
        standing,
        getattr(claim, "stance", "asserts"),
        tuple(map(str, claim.who)),
        sources,
        own,
        voices(corpus, sources, claim.who),
        claim.basis,
        claim.as_reported or "",
        claim.note or "",
        getattr(claim, "why", None) or "",
    )


def heard(accounts: tuple[Account, ...], corpus: Corpus) -> Voices | None:
    """The voices of all accounts that stand, if each of them names its own."""
    standing = [account for account in accounts if not account.set_aside]
    if not all(account.own for account in standing):
        return None
    return together(((account.voices, account.sources) for account in standing), corpus)


def spoken(statement: Statement, event: Event, corpus: Corpus) -> Account:
    """Something said, as an account."""
    sources = statement.sources or event.evidence.get("says", Evidence()).sources or event.sources
    return Account(
        statement.what,
        "said",
        statement.stance,
        tuple(map(str, statement.who)),
        sources,
        True,
        voices(corpus, sources, statement.who),
        statement.basis,
        statement.as_reported or "",
        statement.note or "",
        on=statement.on,
    )


def of_numbers(points: Iterable[FigurePoint], corpus: Corpus) -> Iterator[Disagreement]:
    """Numbers of one series, group and day that differ, and those that were written as rivals of one another."""
    found: dict[tuple[Hashable, ...], list[FigurePoint]] = {}
    for point in points:
        apart = point.event_id if point.series_id is None or point.when is None else ""
        key = (point.series_id, point.measure, point.group, point.moment, apart)
        found.setdefault(key, []).append(point)
    for members in found.values():
        if any(point.rival or not point.headline for point in members):
            ordered = sorted(members, key=lambda point: not point.headline)
            where = (("event", p.event_id) if p.event_id else ("series", str(p.series_id)) for p in ordered)
            records = tuple(dict.fromkeys(where))
            accounts = tuple(numbered(point, first=not at) for at, point in enumerate(ordered))
            item = ordered[0].series_id or ordered[0].measure
            yield Disagreement(*records[0], "figures", item, accounts, records, heard(accounts, corpus))


def numbered(point: FigurePoint, *, first: bool) -> Account:
    """A number as an account; after the first, a number that differs from no other stands as told again."""
    standing: Standing = "headline" if first else "same"
    return Account(
        point,
        standing if point.headline else point.status,
        point.stance,
        (),
        point.sources,
        point.own,
        point.voices,
        point.basis,
        point.as_reported,
        point.note,
        point.why,
        event=point.event_id,
    )


def _told(value: Any) -> str:
    """What makes two values one: a date by its text, a number by its words, the rest by everything in it."""
    if isinstance(value, FigurePoint):
        return value.words
    return value.text if isinstance(value, When) else repr(value)
