"""What a record claims, item by item: statements, figures, control, points, and the other value that each rival gives.

Input: a record. Output: `Claim`s. Invariant: each claim comes once, with the path where the author wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fasti.records import Attributed, Citation, Event, Figure, FigurePoint, Loc, Record, RivalBase, Series

LISTS = ("control", "figures", "says")
NAMES = {
    "control": "control statement",
    "figures": "figure",
    "says": "statement",
    "points": "number",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing somebody asserts: `item` is the value with its attribution, for a rival of a plain field the rival."""

    loc: Loc
    field: str
    item: Attributed
    rival: RivalBase | None = None

    @property
    def called(self) -> str:
        """What a message calls it."""
        return f"rival `{self.field}`" if self.rival else NAMES[self.field]

    @property
    def sources(self) -> tuple[tuple[Loc, Citation], ...]:
        """The documents it names itself, each with its path."""
        found: list[tuple[Loc, tuple[Citation, ...]]] = [(("sources",), self.item.sources)]
        if self.rival is not None and self.rival is not self.item:
            found = [(("sources",), self.rival.sources), ((self.field, "sources"), self.item.sources)]
        return tuple(((*self.loc, *way, i), c) for way, cited in found for i, c in enumerate(cited))

    @property
    def expected(self) -> bool:
        """Whether it tells what is to come."""
        return any(getattr(one, "stance", "") in ("expects", "plans") for one in (self.item, self.rival))


def claims(record: Record) -> Iterator[Claim]:
    """Every claim of a record but its plain fields, in the order of the model."""
    if isinstance(record, Event):
        for field in LISTS:
            for index, item in enumerate(getattr(record, field)):
                yield Claim((field, index), field, item)
    elif isinstance(record, Series):
        for index, point in enumerate(record.points):
            yield Claim(("points", index), "points", point)
    for index, rival in enumerate(getattr(record, "rivals", ())):
        item = rival.value if isinstance(rival.value, Attributed) else rival
        yield Claim(("rivals", index), rival.field, item, rival)


def numbers(record: Record) -> Iterator[tuple[Loc, Figure | FigurePoint]]:
    """Every figure and point of a record, those of its rivals included, each with its path."""
    for claim in claims(record):
        if isinstance(claim.item, Figure | FigurePoint):
            yield (*claim.loc, claim.field) if claim.rival else claim.loc, claim.item
