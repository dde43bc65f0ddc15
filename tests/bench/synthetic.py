"""A chronology of invented records of every kind and any size, the same for the same seed and number.

Input: a folder and how many events. Output: a whole project that `fasti build --strict` publishes. Everything of
`model.md` occurs: vague dates, spans, undated events, order with gaps, rivals, statements, figures, control, drafts.
Invariant: nothing depends on the clock, the machine or the order of a hash; the records contradict nothing.
"""

from __future__ import annotations

import random
from pathlib import Path

SEED = 20260101
FIRST_YEAR, YEARS = 1850, 150
CROWDED = 10  # years, where many events shall fall into each
SYLLABLES = (
    "ba be bo da de do fa ga go ha ka ke ko la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va zo".split()
)

VOCABULARY = """\
event_types:
  capture: {label: Capture, icon: flag, class: happened, roles: [attacker, defender], changes_control: true}
  strike: {label: Strike, icon: burst, class: happened, roles: [attacker, target]}
  siege: {label: Siege, icon: ring, class: happened, roles: [attacker, defender]}
  statement: {label: Statement, icon: quote, class: said, roles: [speaker]}
  count: {label: Count, icon: tally, class: said, roles: [speaker]}
place_kinds:
  country: {label: Country}
  province: {label: Province}
  town: {label: Town}
actor_kinds:
  army: {label: Army}
  agency: {label: Agency}
measures:
  people-trapped: {label: People trapped, unit: person}
  land-share: {label: Share of land, unit: percent, share: true, directions: [held, lost]}
source_kinds:
  news: {label: News report}
"""

MKDOCS = """\
site_name: A chronology of {events} invented events
site_url: https://example.org/fasti/
docs_dir: content/pages
site_dir: site
theme:
  name: material
  font: false
plugins:
  - fasti:
      title: A chronology of {events} invented events
nav:
  - Home: index.md
  - Chronology: chronology/index.md
  - Places: places/index.md
  - Actors: actors/index.md
  - Sources: sources/index.md
  - Figures: figures/index.md
  - Disagreements: disagreements/index.md
  - Data: data/index.md
"""


class Inventor:
    """Draws words, dates and references, one after another, from one seed."""

    def __init__(self, events: int, years: int = YEARS) -> None:
        self.rng = random.Random(SEED)
        self.events, self.years = events, years
        # So far apart that no two vague dates can contradict each other.
        self.far = max(300, -(-9 * events // (2 * years)))
        self.places, self.actors = max(8, events // 20), max(6, events // 25)
        self.sources, self.series = max(5, events // 10), max(3, events // 50)
        self.words = sorted({self.word() for _ in range(4000)})
        self.held: dict[str, list[str]] = {}
        self.before: dict[tuple[str, str], int] = {}

    def word(self) -> str:
        return "".join(self.rng.choice(SYLLABLES) for _ in range(self.rng.choice((2, 2, 3, 3, 4))))

    def low(self, count: int) -> int:
        """An index, low ones oftener, as real places are."""
        return int(count * self.rng.random() ** 1.5)

    def text(self, count: int) -> str:
        words = [self.words[int(len(self.words) * self.rng.random() ** 3)] for _ in range(count)]
        return " ".join(words).capitalize()

    def place(self) -> str:
        return f"place-{self.low(self.places - 3) + 3:05d}"

    def actor(self) -> str:
        return f"actor-{self.low(self.actors):05d}"

    def captor(self, place: str) -> str:
        """Who takes a place: none of the last two who did, so that nobody takes it twice with no loss between."""
        last = self.held.setdefault(place, [])
        actor = self.actor()
        while actor in last[-2:]:
            actor = self.actor()
        last.append(actor)
        return actor

    def earlier(self, kind: str, place: str, index: int) -> int | None:
        """The event of one type at a place that came last before this one; to name it says that they are two."""
        found = self.before.get((kind, place))
        if not is_draft(index):
            self.before[kind, place] = index
        return found

    def cite(self) -> str:
        return f"source-{self.low(self.sources):05d} p{self.rng.randint(1, 40)}"

    def day(self, index: int) -> tuple[int, int, int]:
        """A day; events of a higher number are later, so that order statements between them hold."""
        days = self.years * 360 * index // max(1, self.events)
        return FIRST_YEAR + days // 360, days % 360 // 30 + 1, days % 30 % 28 + 1

    def when(self, index: int) -> str:
        year, month, day = self.day(index)
        form = self.rng.random()
        if form < 0.55:
            return f"{year}-{month:02d}-{day:02d}"
        if form < 0.72:
            return f"{year}-{month:02d}"
        if form < 0.80:
            return f"{year}"
        if form < 0.86:
            return f"{year}-{month:02d}~"
        if form < 0.93:
            return f"[{year}-{month:02d}-{day:02d}..{year}-{month:02d}-28]"
        return f"{year}-{month:02d}/{year + 1}-{month:02d}"


def write_project(folder: Path, events: int, *, years: int = YEARS) -> None:
    """Write the project, its events spread over so many years. The folder may exist; files of the same names are replaced."""
    inventor = Inventor(events, years)
    files = {"mkdocs.yml": MKDOCS.format(events=f"{events:,}"), "content/vocabulary.yml": VOCABULARY}
    files["content/pages/index.md"] = (
        f"---\ntitle: A chronology of {events:,} invented events\n---\n{inventor.text(40)}.\n"
    )
    for kind, count, make in (
        ("places", inventor.places, place),
        ("actors", inventor.actors, actor),
        ("sources", inventor.sources, source),
        ("series", inventor.series, series),
        ("events", events, event),
    ):
        for index in range(count):
            name, text = make(inventor, index)
            files[f"content/{kind}/{name}"] = text
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def place(inventor: Inventor, index: int) -> tuple[str, str]:
    """A country, two provinces, then towns."""
    kind = "country" if index == 0 else "province" if index < 3 else "town"
    within = "" if index == 0 else f"within: place-{0 if index < 3 else 1 + index % 2:05d}\n"
    lat, lon = inventor.rng.uniform(30, 38), inventor.rng.uniform(35, 48)
    name = inventor.text(2)
    names = f"names:\n  - {name} {index}\n  - {{text: {name}an {index}, kind: variant, used_by: source-00000}}\n"
    return f"place-{index:05d}.yml", f"{names}kind: {kind}\n{within}at: {lat:.4f}, {lon:.4f}\nprecision: near\n"


def actor(inventor: Inventor, index: int) -> tuple[str, str]:
    """Armies with colours, and some agencies."""
    member = f"member_of: actor-{index // 2:05d}\n" if index > 1 else ""
    colour = f"colour: ['#{index * 7919 % 0x777777 + 0x222222:06X}', '#{index * 7919 % 0x555555 + 0x888888:06X}']\n"
    kind = "agency" if index % 5 == 4 else "army"
    return (
        f"actor-{index:05d}.yml",
        f"names: [{inventor.text(2)} {index}]\nlabel: A{index}\nkind: {kind}\n{member}{colour}",
    )


def source(inventor: Inventor, index: int) -> tuple[str, str]:
    """News reports, some of which reprint an agency."""
    copies = "copies: {actor: actor-00004}\n" if index % 4 == 0 else ""
    return (
        f"source-{index:05d}.yml",
        f"title: {inventor.text(7)}\nkind: news\npublisher: {inventor.text(2)}\npublished: 2010-01-{index % 28 + 1:02d}\n{copies}no_archive: invented\n",
    )


def series(inventor: Inventor, index: int) -> tuple[str, str]:
    """Shares of land, each of its own whole, with one number of its own: events may name none of them."""
    return (
        f"series-{index:05d}.yml",
        f"title: {inventor.text(5)}\nmeasure: land-share\ndirection: {'held' if index % 2 else 'lost'}\nabout: actor-00000\n"
        f"scope: place-00000\nof: {inventor.text(3)}\ndefinition: {inventor.text(12)}.\n"
        f"points: [{{value: {index % 90 + 5}, at: {FIRST_YEAR + index % inventor.years}, sources: source-00000 p1}}]\n",
    )


def is_draft(index: int) -> bool:
    """Every hundredth event or so is one, and none that is published names it."""
    return index % 101 == 100


def event(inventor: Inventor, index: int) -> tuple[str, str]:
    """An event of any type, with whatever the draw gives it."""
    rng, kind = inventor.rng, inventor.rng.choice(("capture", "capture", "strike", "siege", "statement", "count"))
    said = kind in ("statement", "count")
    undated = index > 2 and rng.random() < 0.02
    lines = [f"title: {inventor.text(6)} {index}", f"type: {kind}"]
    if not undated:
        lines.append(f"when: {inventor.when(index)}")
    where = inventor.place()
    lines.append(f"where: {where}")
    if said:
        lines.append(f"participants: {{speaker: {inventor.actor()}}}")
        lines.append(
            f"says:\n  - {{who: {inventor.actor()}, what: {inventor.text(9)}, stance: {rng.choice(('asserts', 'denies', 'expects'))}}}"
        )
    else:
        lines.append(
            f"participants: {{attacker: {inventor.actor()}, {'target' if kind == 'strike' else 'defender'}: {inventor.actor()}}}"
        )
    if kind == "capture":
        lines.append(f"now_held_by: {inventor.captor(where)}")
        if rng.random() < 0.1:
            lines.append("happened: claimed")
    if kind == "count":
        value = rng.choice(("nearly 96", "about 1500", "more than 90,000", "dozens", "40 to 60", "12"))
        lines.append(f"figures:\n  - {{measure: people-trapped, value: '{value}', group: civilians}}")
    elif said and rng.random() < 0.5:
        lines.append(
            f"figures:\n  - {{series: series-{inventor.low(inventor.series):05d}, value: nearly {rng.randint(5, 95)}}}"
        )
    if index > inventor.far + 100 and (undated or rng.random() < 0.3):
        back = index - rng.randint(inventor.far, inventor.far + 100)
        back -= is_draft(back)
        lines.append(f"after: event-{back:05d}" if inventor.events > 2000 else "part_of: event-00000")
    if (earlier := inventor.earlier(kind, where, index)) is not None:
        lines.append(f"response_to: event-{earlier:05d}")
    if not undated and rng.random() < 0.15:
        year, month, day = inventor.day(index)
        lines.append(
            f"rivals:\n  - {{when: {year}-{month:02d}-{day:02d}, who: {inventor.actor()}, sources: {inventor.cite()}, why: {inventor.text(6)}}}"
        )
    lines.append(f"sources: [{', '.join(sorted({inventor.cite() for _ in range(rng.randint(1, 4))}))}]")
    if is_draft(index):
        lines.append("status: draft")
    body = "\n\n".join(
        f"{inventor.text(25)} [{inventor.text(2)}](place:{inventor.place()}) {inventor.text(20)} **{inventor.text(2)}**."
        for _ in range(rng.randint(1, 3))
    )
    if index % 3 == 0:
        indented = body.replace("\n\n", "\n\n  ")
        return f"event-{index:05d}.yml", "\n".join(lines) + f"\nbody: |\n  {indented}\n"
    return f"event-{index:05d}.md", "---\n" + "\n".join(lines) + f"\n---\n{body}\n"
