"""Whole projects that are odd, empty or meant to harm: told at their place or published, never a crash or a hang."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest

from fasti.diagnostics import Report, render_concise
from fasti.pipeline import build
from fasti.prose import render
from fasti.reading import settings_for
from tests.kit.builders import a_place, a_series, a_source, an_actor, an_event
from tests.kit.corpus import a_corpus
from tests.kit.reports import of_the_matter, read_files

GONE = {"status": "withdrawn", "withdrawn": "{on: 2026-01-31, why: Forged.}"}
HIDDEN = {
    "\\0": "control character (U+0000)",
    "\\e[31m": "control character (U+001B)",
    "\\x02chart:control\\x03words\\x04": "control character (U+0002)",
    "\\u202e": "right-to-left override (U+202E)",
    "\\L": "line separator (U+2028)",
    "\\uFEFF": "zero width no-break space (U+FEFF)",
}


def held(days: Mapping[str, str]) -> dict[str, str]:
    """A place that changes hands on each of these dates."""
    events = {
        f"events/{name}.yml": an_event(when=f"'{when}'", where="p", now_held_by="a") for name, when in days.items()
    }
    return {**events, "places/p.yml": a_place(at="90, -180"), "actors/a.yml": an_actor()}


LEGAL: dict[str, dict[str, str]] = {
    "nothing at all": {},
    "no kinds of anything": {"vocabulary.yml": "event_types: {battle: {label: Battle, class: happened}}\n"},
    "drafts only": {
        "events/a.yml": an_event(status="draft", when="1453"),
        "places/p.yml": a_place(status="draft"),
        "series/r.yml": a_series(status="draft"),
    },
    "everything withdrawn": {
        "events/a.yml": an_event(when="1453", where="p", now_held_by="a", **GONE),
        "places/p.yml": a_place(**GONE),
        "actors/a.yml": an_actor(**GONE),
        "sources/s.yml": a_source(**GONE),
        "series/r.yml": a_series(**GONE),
    },
    "events that say nothing": {f"events/e{i}.yml": an_event() for i in range(3)},
    "years before and beyond the calendar": held({"a": "-9999", "b": "-0043-03-15", "c": "0000", "d": "9999-12-31"}),
    "geological years": held({"a": "Y-9999999", "b": "Y9999999"}),
    "a date that is always": held({"a": "../1453", "b": "1453/.."}),
    "400 events on one day": {f"events/e{i}.yml": an_event(when="1453-05-29") for i in range(400)},
    "2000 rivals": {
        "events/a.yml": an_event(when="1453")
        + "rivals:\n"
        + "".join(f"  - {{when: {1454 + i % 400}, who: a}}\n" for i in range(2000)),
        "actors/a.yml": an_actor(),
    },
    "two actors with one label": {
        **{f"actors/a{i}.yml": an_actor(label="SAME", colour="['#000000', '#ffffff']") for i in range(2)},
        "places/p.yml": a_place(),
        **{f"events/e{i}.yml": an_event(when=f"145{i}", where="p", now_held_by=f"a{i}") for i in range(2)},
    },
    "300 places, each within the one before": {
        f"places/p{i}.yml": a_place(names=f"P{i}", within=f"p{i - 1}" if i else "") for i in range(300)
    },
    "ids that are words of JavaScript and names of pages": {
        "events/index.yml": an_event(when="1453"),
        "events/404.yml": an_event(when="1453"),
        "actors/constructor.yml": an_actor(),
    },
}  # fmt: skip


def faults(files: Mapping[str, str]) -> list[str]:
    """Everything wrong with a project, after all of it but the writing has been done."""
    report = Report()
    built = build(settings_for(a_corpus(files), report), report)
    assert built.pages or built.report.errors
    return render_concise(of_the_matter(built.report.diagnostics)).splitlines()


@pytest.mark.parametrize("files", LEGAL.values(), ids=LEGAL)
def test_an_odd_project_that_is_legal_is_built_without_a_fault(files: dict[str, str]):
    assert faults(files) == []


CIRCLES = {
    "within": {"places/p.yml": a_place(within="q"), "places/q.yml": a_place(names="Q", within="p")},
    "part_of": {"events/p.yml": an_event(part_of="q"), "events/q.yml": an_event(part_of="p")},
    "copies": {"sources/p.yml": a_source(copies="{source: q}"), "sources/q.yml": a_source(copies="{source: p}")},
    "successor_of": {"actors/p.yml": an_actor(successor_of="q"), "actors/q.yml": an_actor(successor_of="p")},
}


@pytest.mark.parametrize("files", CIRCLES.values(), ids=CIRCLES)
def test_a_circle_is_told_once_and_ends(files: dict[str, str]):
    (line,) = faults(files)
    assert ":3:" in line and "error FST310" in line


@pytest.mark.parametrize("escape, name", HIDDEN.items(), ids=[name.replace(" ", "-") for name in HIDDEN.values()])
def test_an_escape_in_quotes_brings_in_nothing_that_text_may_not_hold(escape: str, name: str):
    found = read_files({"events/x.yml": f'title: "a{escape}b"\ntype: battle\n'})
    assert found.lines == [
        f"content/events/x.yml:1:8: error FST106 an escape writes an invisible character here: {name} (delete it)"
    ]


def test_an_escape_for_a_letter_or_a_line_is_no_fault():
    assert read_files({"events/x.yml": 'title: "caf\\u00e9\\n\\t\\U0001F3DB"\ntype: battle\n'}).lines == []


DEEP: dict[str, str] = {
    "brackets": "[" * 100_000,
    "quotes in quotes": "> " * 20_000 + "x",
    "headings": "# a\n" * 100_000,
    "underlined headings": "a\n---\n" * 10_000,
    "rules": "***\n" * 15_000,
    "headings in a quote": "> # a\n" * 10_000,
    "short paragraphs": "a\n\n" * 300_000,
    "lists in lists": "".join("  " * depth + "- x\n" for depth in range(500)),
    "a wide table": "|".join("a" * 4000) + "\n" + "|".join("-" * 4000),
    "links that never end": "[a](place:" * 20_000,
    "notes to themselves": "[^a]: [^a]\n" * 5_000,
    "backslashes": "\\" * 200_000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_prose_that_would_take_a_converter_for_ever_is_shown_all_the_same(
    text: str, within_seconds: Callable[..., str]
):
    assert within_seconds(lambda: render(text, lambda kind, record_id: None))


@pytest.fixture
def within_seconds() -> Callable[..., str]:
    """Runs something and ends it by a signal after a time in which a thousand such texts could be read."""
    import signal

    def stop(*_: object) -> None:
        raise TimeoutError("still at it")

    def run(act: Callable[[], str], seconds: int = 20) -> str:
        before = signal.signal(signal.SIGALRM, stop)
        signal.alarm(seconds)
        try:
            return act()
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)

    return run


def test_something_that_never_ends_is_ended(within_seconds: Callable[..., str]):
    with pytest.raises(TimeoutError, match="still at it"):
        within_seconds(lambda: time.sleep(30), 1)


def test_a_page_of_more_than_a_megabyte_is_told_and_not_half_read():
    assert faults({"pages/long.md": "x" * (1 << 20) + "\n[a](event:none)\n"}) == [
        "content/pages/long.md: error FST108 this page is larger than 1 MiB (split it)"
    ]


def test_a_former_id_may_not_be_the_name_of_a_device():
    assert faults({"events/a.yml": an_event(formerly="nul")}) == [
        "content/events/a.yml:3:11: error FST205 `nul` is no id: Windows keeps that name for a device"
    ]
