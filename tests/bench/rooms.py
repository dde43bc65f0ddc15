"""The second table of `make bench`: how fast each HOT module is on its own, in things a second of processor time.

Input: texts, rows and pages like those of a real chronology, made here. Output: (module, what, rate) rows.
Every module whose first line says HOT has a row; nothing is asserted.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

import edtf as library

from fasti import edtf
from fasti.charts._base import kinds
from fasti.charts._prerender import TOGETHER, prerender, prerender_all
from fasti.charts.control import Bar, ControlRows, Row
from fasti.exports._indented import indented
from fasti.prose import render, sanitise_page
from fasti.prose.cleaning import nowhere
from fasti.reading.yaml_text import compose
from fasti.writing.fingerprint import fingerprint
from fasti.writing.output import Output
from fasti.writing.shell import Shell, token
from fasti.writing.theme import SLOTS
from tests.bench.synthetic import Inventor, event

PLAIN = ("2017-09-01", "2017-09", "2017")
EXAMPLES = Path(__file__).parents[1] / "edtf/specification.txt"
CRASHING = "1984-1X"  # the one example of the specification over which the library `edtf` crashes
ENOUGH = 0.4  # seconds that each is run


def rate(act: Callable[[int], int]) -> float:
    """How many things `act` does in a second of processor time; it is told its round and says how many it did."""
    act(0)
    began, done, round_ = time.process_time(), 0, 0
    while (spent := time.process_time() - began) < ENOUGH:
        round_ += 1
        done += act(round_)
    return done / spent


def rooms() -> Iterator[tuple[str, str, float]]:
    """Each HOT module, what is counted, and how many a second."""
    inventor = Inventor(1_000)
    files = [event(inventor, index)[1] for index in range(300)]
    heads = [text.removeprefix("---\n").split("\n---\n")[0] for text in files]
    bodies = [text.split("\n---\n")[1] for text in files if text.startswith("---")]
    html = "".join(f"<p>{body}</p>\n" for body in bodies[:20])
    view = {"title": "An event", "rows": [{"title": head, "address": "events/x/", "number": 7} for head in heads[:40]]}

    yield "edtf/days", "days to dates", rate(lambda n: sum(bool(edtf.civil(day)) for day in range(700_000, 701_000)))
    for what, texts in (("plain dates", PLAIN), ("any form: the specification's", any_form())):
        yield "edtf/grammar", what, rate(partial(parsed, edtf.parse, texts))
        yield "", f"the same, by the library edtf {version('edtf')}", rate(partial(parsed, library.parse_edtf, texts))
    yield "reading/yaml_text", "records composed", rate(lambda n: sum(bool(compose(head)) for head in heads))
    yield "prose/converter", "bodies", rate(lambda n: sum(bool(render(body, nowhere)) for body in bodies))
    yield "prose/cleaning", "pages of 20 paragraphs", rate(lambda n: len([sanitise_page(html, nowhere)]))
    yield "charts/_prerender", "charts of 12 places, both pictures", rate(drawn)
    yield "charts/_paint", "the same, twenty in one drawing", rate(drawn_together)
    yield "exports/_indented", "views of 40 rows", rate(lambda n: len([indented(view)]))
    yield "writing/fingerprint", "views of 40 rows", rate(lambda n: len([fingerprint(view, n)]))
    tokens = {slot: token("event", 2, slot) for slot in SLOTS}
    shell = Shell("<p>".join(tokens.values()) + "x" * 9_000, tokens, "a page")
    values = dict.fromkeys(SLOTS, "words" * 20)
    yield "writing/shell", "pages spliced", rate(lambda n: sum(bool(shell.page(values)) for _ in range(100)))
    page = shell.page(values).encode()
    with tempfile.TemporaryDirectory() as place:
        yield "writing/output", "files written", rate(lambda n: written(Path(place), str(n), page))
        yield "writing/output", "files known and kept", rate(lambda n: written(Path(place), "same", page))


def any_form() -> tuple[str, ...]:
    """The specification's own examples, of every level, which both can read."""
    return tuple(text for text in EXAMPLES.read_text(encoding="utf-8").splitlines() if text != CRASHING)


def parsed(parse: Callable[[str], object], texts: tuple[str, ...], _: int) -> int:
    """Parse every text once."""
    for text in texts:
        parse(text)
    return len(texts)


def rows_of(round_: int) -> ControlRows:
    """Who held twelve places; another chart each time."""
    bars = tuple(
        Bar(first, first + 59, "sole", "attested", (("north", "south")[n % 2],), tip=f"round {round_}")
        for n, first in enumerate(range(735_000, 735_300, 60))
    )
    rows = tuple(Row(f"place-{n}", f"Place {n}", 735_240, "North, 1 Jan 2014", bars) for n in range(12))
    return ControlRows(rows, (("north", "North"), ("south", "South")))


def drawn(round_: int) -> int:
    """Draw one chart of who held what."""
    prerender(kinds()["control"], rows_of(round_))
    return 1


def drawn_together(round_: int) -> int:
    """Draw as many charts as one drawing holds."""
    charts = {str(n): rows_of(round_ * TOGETHER + n) for n in range(TOGETHER)}
    return len(list(prerender_all(kinds()["control"], charts)))


def written(site: Path, key: str, page: bytes) -> int:
    """Put 200 pages into a folder; another `key` makes each of them new."""
    output = Output(site, "bench")
    for number in range(200):
        output.put(f"events/e{number}/index.html", key, lambda: page if key == "same" else page + key.encode())
    output.finish()
    return 200
