"""Nothing lies within itself: places within places, copies of copies, parts of parts never go in a circle (FST310).

Input: the corpus. Output: diagnostics, one for each circle. Invariant: the same circle is told once, at its first path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fasti.corpus.model import Corpus
from fasti.corpus.provenance import written_at
from fasti.diagnostics import Diagnostic, Related, Report, catalogue
from fasti.reading import Entry
from fasti.records import Actor, Event, Loc, Place, Source

Step = tuple[Loc, str]


def within(entry: Entry) -> Iterator[Step]:
    """What a place lies within."""
    assert isinstance(entry.record, Place)
    yield from ((("within", i, "place"), str(w.place)) for i, w in enumerate(entry.record.within) if w.when is None)


def copies(entry: Entry) -> Iterator[Step]:
    """What a source reprints."""
    assert isinstance(entry.record, Source)
    if entry.record.copies and entry.record.copies.source:
        yield ("copies", "source"), str(entry.record.copies.source)


def part_of(entry: Entry) -> Iterator[Step]:
    """The larger event that an event belongs to."""
    assert isinstance(entry.record, Event)
    yield from ((("part_of", i), str(other)) for i, other in enumerate(entry.record.part_of))


def successor_of(entry: Entry) -> Iterator[Step]:
    """Whom an actor followed."""
    assert isinstance(entry.record, Actor)
    links = enumerate(entry.record.successor_of)
    yield from ((("successor_of", i, "actor"), str(link.actor)) for i, link in links if link.when is None)


# Kind, where its steps come from, what a step says, and what is wrong with a circle of them. Relations that held only
# for a time may go in a circle: a province can have been split and joined again.
RELATIONS: tuple[tuple[str, Callable[[Entry], Iterator[Step]], str, str], ...] = (
    ("event", part_of, "is part of", "would be part of itself"),
    ("place", within, "lies within", "would lie within itself"),
    ("actor", successor_of, "is the successor of", "would be its own successor"),
    ("source", copies, "copies", "would be a copy of itself"),
)


def check_circles(corpus: Corpus, report: Report) -> None:
    """Report each circle of each relation at the first of its records, with every step."""
    for kind, steps_of, verb, wrong in RELATIONS:
        for circle in circles(corpus, kind, steps_of):
            related = tuple(
                Related(entry.path, written_at(entry, loc, other), f"`{entry.id}` {verb} `{other}`")
                for entry, (loc, other) in circle
            )
            entry = circle[0][0]
            message = f"`{entry.id}` {wrong}"
            hint = "delete or correct one of the steps"
            report.add(Diagnostic(catalogue.CIRCULAR_REFERENCE, entry.path, related[0].span, message, hint, related))


def circles(
    corpus: Corpus, kind: str, steps_of: Callable[[Entry], Iterator[Step]]
) -> Iterator[list[tuple[Entry, Step]]]:
    """Each circle that a walk in the order of ids closes, as its entries with the step each takes, first path first."""
    done: set[str] = set()
    for start in corpus.by_kind[kind]:
        if start.id in done:
            continue
        # Depth first without recursion: a chain may be as long as there are records.
        path: list[tuple[Entry, Step]] = []
        on_path: dict[str, int] = {start.id: 0}
        stack = [(start, steps_of(start))]
        while stack:
            entry, steps = stack[-1]
            step = next(steps, None)
            if step is None:
                stack.pop()
                done.add(entry.id)
                del on_path[entry.id]
                if path:
                    path.pop()
                continue
            target = corpus.entry(kind, step[1])
            if target is None or target.id in done:
                continue
            if target.id in on_path:
                circle = [*path[on_path[target.id] :], (entry, step)]
                first = min(range(len(circle)), key=lambda i: circle[i][0].path)
                yield circle[first:] + circle[:first]
                continue
            path.append((entry, step))
            on_path[target.id] = len(path)
            stack.append((target, steps_of(target)))
