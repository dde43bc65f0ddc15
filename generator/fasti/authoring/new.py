"""New records: the text of a file that says what its author answered, is valid, and offers what more can be said.

Input: answers, and the corpus that the record will be part of. Output: a `Draft`, or what stands in its way. Invariant:
a draft names only records that exist, its id is free, and `fasti fmt` would not change a blank of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fasti import edtf
from fasti.authoring.asks import ASKS, Ask
from fasti.authoring.schema import FOLDER_OF
from fasti.corpus import Corpus
from fasti.corpus.references import unknown
from fasti.derive import FOLDER_OF as ADDRESSES
from fasti.diagnostics import Report, render_concise, suggest
from fasti.reading import Tree, parse_entry, scalar, skeleton
from fasti.reading.text import decode
from fasti.reading.yaml_text import compose
from fasti.records import RESERVED, article, slug_fault

LONGEST = 60
ARTICLES = frozenset({"a", "an", "the"})
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
Answers = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A new record: its id, its path in the project, and its text."""

    id: str
    path: str
    text: str


class NotYet(Exception):
    """Answers are missing or cannot stand; `faults` say each what and what to do."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(self.faults))


def draft(kind: str, answers: Answers, corpus: Corpus, *, record_id: str | None = None, body: str = "") -> Draft:
    """The record that some answers make. Raises NotYet with everything that stands in its way."""
    given = {
        key: tuple(text for value in values if (text := " ".join(value.split()))) for key, values in answers.items()
    }
    given = {key: values for key, values in given.items() if values}
    faults = [fault for ask in ASKS[kind] for fault in ask_faults(ask, given.get(ask.option, ()), kind, corpus)]
    faults += measure_faults(given, corpus) if kind == "series" else []
    found_id = record_id or proposed_id(kind, given)
    named = record_id or "title" in given or "name" in given  # a missing title is fault enough
    if named and (fault := id_fault(kind, found_id, corpus)):
        faults.append(fault)
    if faults:
        raise NotYet(faults)
    path = f"{FOLDER_OF[kind]}/{year_folder(kind, given)}{found_id}.yml"
    text = record_text(kind, given, path, body, corpus)
    full = corpus.settings.in_content(path)
    report = Report()
    if (hidden := decode(text.encode("utf-8", "surrogatepass"))[1]) is not None:
        raise NotYet([hidden[1]])
    parse_entry(text, full, kind, corpus.settings, report)
    if report.errors:
        raise NotYet(render_concise(report.diagnostics).splitlines())
    return Draft(found_id, full, text)


def ask_faults(ask: Ask, values: tuple[str, ...], kind: str, corpus: Corpus) -> list[str]:
    """What is wrong with the answers to one question."""
    if not values:
        return [f"--{ask.option} is missing: {ask.help(kind)}{words(ask, corpus)}"] if ask.needed else []
    if len(values) > 1 and not ask.many:
        return [f"--{ask.option} is given {len(values)} times: it takes one value"]
    return [fault for value in values if (fault := answer_fault(ask, value, corpus))]


def answer_fault(ask: Ask, value: str, corpus: Corpus) -> str | None:
    """What is wrong with one answer, and what to write instead."""
    if ask.part:
        declared = getattr(corpus.vocabulary, ask.part)
        if value not in declared:
            hint = suggest.hint(value, declared) or words(ask, corpus).removeprefix("; ")
            return f"--{ask.option}: the vocabulary declares no `{value}`; {hint}"
    elif ask.is_date:
        try:
            edtf.parse(value)
        except edtf.EdtfError as fault:
            return f"--{ask.option}: `{value}` is no date: {fault.message}; {fault.hint or 'ask `fasti date`'}"
    elif ask.names:
        named = value.split(" ")[0] if ask.names == "source" else value
        if not corpus.knows(ask.names, named):
            message, hint = unknown(corpus, ask.names, named)
            make = f"`fasti new {ask.names} {'--title' if ask.names == 'source' else '--name'} …`"
            hint = "" if hint.startswith("add `") else f"{hint} "
            return f"--{ask.option}: {message}; {hint}{'or make' if hint else 'make'} it with {make}"
    return None


def words(ask: Ask, corpus: Corpus) -> str:
    """The codes that an answer may be, where they are few enough to be told."""
    if not ask.part:
        return ""
    codes = list(getattr(corpus.vocabulary, ask.part))
    return f"; one of {', '.join(f'`{code}`' for code in codes)}" if codes else "; content/vocabulary.yml declares none"


def measure_faults(given: Answers, corpus: Corpus) -> list[str]:
    """What a series of some measure needs."""
    measure = corpus.vocabulary.measures.get(next(iter(given.get("measure", ())), ""))
    faults = []
    if measure and measure.directions and "direction" not in given:
        faults.append(f"--direction is missing: {' or '.join(f'`{word}`' for word in measure.directions)}")
    if measure and measure.share and "of" not in given:
        faults.append("--of is missing: what it is a share of")
    return faults


def proposed_id(kind: str, given: Answers) -> str:
    """An id from the title or first name, and of an event or a source its year; empty if no letter of it is Latin."""
    text = next(iter(given.get("title") or given.get("name") or ()), "")
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    plain = re.sub("['\u2019\u02bc]", "", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    found: list[str] = []
    parts = [part for part in re.findall(r"[a-z0-9]+", plain) if part not in ARTICLES]
    for part in parts:
        if len("-".join([*found, part])) > LONGEST:
            break
        found.append(part)
    year = year_of(given)
    if found and year and kind in ("event", "source"):
        number = int(year)
        suffix = f"{1 - number}-bc" if number < 1 else str(number)
        if suffix not in "-".join(found).split("-"):
            found.append(suffix)
    return "-".join(found)


def year_of(given: Answers) -> str:
    """The year of the first day that a date can mean, else of the last; empty if there is none."""
    for text in (*given.get("date", ()), *given.get("published", ())):
        try:
            bounds = edtf.parse(text).bounds
        except edtf.EdtfError:
            return ""
        day = bounds.earliest if bounds.earliest is not None else bounds.latest
        return edtf.iso(day).rsplit("-", 2)[0] if day is not None else ""
    return ""


def year_folder(kind: str, given: Answers) -> str:
    """The folder of an event, by its year."""
    year = year_of(given) if kind == "event" else ""
    return f"{year}/" if year else ""


def id_fault(kind: str, record_id: str, corpus: Corpus) -> str | None:
    """Why an id cannot be taken: it is none, or somebody has it, or had it, or its address is a page's."""
    if not record_id:
        return "--id is missing: no id can be made from these letters; name one of a-z, 0-9 and hyphens"
    if fault := slug_fault(record_id):
        return f"--id: {fault}"
    if record_id in RESERVED:
        return f"--id: `{record_id}` is a reserved word"
    other = "if yours is another, name it with --id"
    if corpus.knows(kind, record_id):
        entry = corpus.entry(kind, record_id)
        where = f" ({entry.path})" if entry else ""
        return f"{article(kind)} is called `{record_id}` already{where}; {other}"
    for entry in corpus.by_kind.get(kind, ()):
        if record_id in entry.record.formerly:
            return f"`{record_id}` is a former id of `{entry.id}` ({entry.path}) and never given again; {other}"
    address = f"{ADDRESSES[kind]}/{record_id}"
    for found in Tree(corpus.settings.project).walk(corpus.settings.docs_dir):
        stem = found.path.removeprefix(f"{corpus.settings.docs_dir}/").removesuffix(".md").removesuffix("/index")
        if stem.casefold() == address:
            return f"the page {found.path} has the address `{address}/`; {other}"
    return None


def roles_of(given: Answers, corpus: Corpus) -> tuple[str, ...]:
    """The roles that the type of an event has."""
    found = corpus.vocabulary.event_types.get(next(iter(given.get("type", ())), ""))
    return found.roles if found else ()


def record_text(kind: str, given: Answers, path: str, body: str, corpus: Corpus) -> str:
    """The text of a record in canonical layout: what was answered, and what is offered besides."""
    values = {ask.key: listed(given[ask.option], ask) for ask in ASKS[kind] if ask.option in given}
    return skeleton(kind, values, path, roles=roles_of(given, corpus), body=body)


def listed(values: tuple[str, ...], ask: Ask) -> str:
    """One value as it is, several in brackets; a date is never put in quotes that its author did not write."""
    if (
        ask.is_date
        and compose(f"k: {values[0]}\n")[0].value in ({"k": values[0]},)
        or ask.is_date
        and values[0][0] == "["
    ):
        return values[0]
    return scalar(values[0]) if len(values) == 1 else f"[{', '.join(scalar(value, inside=True) for value in values)}]"
