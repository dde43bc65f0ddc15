"""What follows from changes elsewhere: the order of events, days that other events leave, who held what.

Input: two editions and the changes within records. Output: the same changes, with what follows from each under it.
Invariant: a consequence stands under the changes that brought it about, or by itself if none of them did.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from fasti.derive import Edition, derived_words
from fasti.diff._control import flips
from fasti.diff._model import Change, Key
from fasti.edtf import Bounds

CAUSES = ("date", "field", "added", "removed", "withdrawn", "restored", "renamed", "faulty")


def with_what_follows(
    before: Edition, after: Edition, changes: Sequence[Change], controlled: Iterable[str], renamed: Mapping[Key, Key]
) -> tuple[Change, ...]:
    """The changes, each with its consequences. `controlled`: events that now say something else of control."""
    changed = {change.record[1] for change in changes if change.record[0] == "event" and change.kind in CAUSES}
    under: defaultdict[str, list[Change]] = defaultdict(list)
    alone: list[Change] = []
    speaking = set(controlled)

    told_control: set[str] = set()
    for flip in flips(before, after):
        if not after.corpus.entry("place", flip.place):
            continue
        own = sorted(flip.because & speaking)
        causes = own or sorted(flip.because & changed)
        change = Change(
            "control", ("place", flip.place), f"{after.place_label(flip.place)}, {flip.words}", flip.before, flip.after
        )
        told_control.update(own)
        if own:
            alone.append(replace(change, record=("event", own[0]), item=flip.place))
        elif causes:
            under[causes[0]].append(change)
        else:
            alone.append(change)
    for event in sorted(speaking - told_control):
        words = "what it says of control changed; who held what stays the same on every day"
        alone.append(Change("control", ("event", event), words))

    behind: dict[str, str] = {}
    for event, cause, change in bounds(before, after, changed):
        behind[event] = cause
        (under[cause] if cause else alone).append(change)
    for event, words in moved(before, after, changed, renamed):
        cause = event if event in changed else behind.get(event) or min(changed, default="")
        sentence = words if cause in ("", event) else f"“{after.title('event', event)}”: {words}"
        (under[cause] if cause else alone).append(Change("order", ("event", event), sentence))

    out: list[Change] = []
    for change in changes:
        owns = change.record[0] == "event" and change.kind in CAUSES and under.get(change.record[1])
        out.append(replace(change, follows=(*change.follows, *under.pop(change.record[1]))) if owns else change)
    return (*out, *gathered(alone))


def gathered(changes: list[Change]) -> list[Change]:
    """Several runs of days that one event's control statement brought about are one change with several sentences."""
    by_event: dict[tuple[str, Key, str], Change] = {}
    for change in changes:
        key = (change.kind, change.record, change.item)
        first = by_event.get(key)
        if first is None or change.kind != "control":
            by_event[key if first is None else (*key[:2], change.words)] = change
        else:
            extra = change.words.partition(", ")[2]
            by_event[key] = replace(first, words=f"{first.words}; and {extra}")
    return list(by_event.values())


def moved(before: Edition, after: Edition, changed: set[str], renamed: Mapping[Key, Key]) -> Iterable[tuple[str, str]]:
    """Events that stand elsewhere among those that both know: first what a change explains, then the fewest others."""
    newer = {old[1]: new[1] for old, new in renamed.items() if old[0] == "event"}
    old = [newer.get(placed.id, placed.id) for placed in before.chronology.events]
    new = [placed.id for placed in after.chronology.events]
    common = set(old) & set(new)
    row_old, row_new = ([event for event in row if event in common] for row in (old, new))
    place_old = {event: at for at, event in enumerate(row_old)}
    kept = longest([e for e in row_new if e not in changed], place_old)
    fixed = set(kept)
    for event in row_new:
        if event in fixed:
            continue
        was, now = neighbour(event, row_old, fixed), neighbour(event, row_new, fixed)
        if was != now:
            yield event, f"it now comes {words_of(after, now)}, and no longer {words_of(after, was)}"


def longest(events: list[str], place: Mapping[str, int]) -> list[str]:
    """The longest run of events that kept their order (patience sorting)."""
    tails: list[int] = []
    last: list[str] = []
    came: dict[str, str | None] = {}
    for event in events:
        at = bisect_left(tails, place[event])
        came[event] = last[at - 1] if at else None
        tails[at : at + 1] = [place[event]]
        last[at : at + 1] = [event]
    out: list[str] = []
    step = last[-1] if last else None
    while step is not None:
        out.append(step)
        step = came[step]
    return out[::-1]


def neighbour(event: str, row: list[str], fixed: set[str]) -> str | None:
    """The event before which all stayed that an event comes after, or None at the beginning."""
    at = row.index(event)
    return next((other for other in reversed(row[:at]) if other in fixed), None)


def words_of(edition: Edition, event: str | None) -> str:
    return f"after “{edition.title('event', event)}”" if event else "first"


def bounds(before: Edition, after: Edition, changed: set[str]) -> Iterable[tuple[str, str, Change]]:
    """Events whose own date stayed and whose days others narrow otherwise; the change behind it, empty for none."""
    for placed in (*after.chronology.events, *after.chronology.undated):
        old = before.chronology.placed(placed.id)
        if old is None or placed.id in changed or (old.earliest, old.latest) == (placed.earliest, placed.latest):
            continue
        a, b = derived_words(Bounds(old.earliest, old.latest)), derived_words(Bounds(placed.earliest, placed.latest))
        chains = (*before.chronology.chains(placed.id), *after.chronology.chains(placed.id))
        behind = sorted({step.event for chain in chains for step in chain} & changed)
        title = after.title("event", placed.id)
        words = f"“{title}” is now placed {b or 'on no known day'}, before {a or 'on no known day'}"
        yield placed.id, (behind[0] if behind else ""), Change("bounds", ("event", placed.id), words, a, b)
