"""Records use only the words that `content/vocabulary.yml` declares, and use them as it says (FST307, FST201, FST209).

Input: the corpus. Output: diagnostics. Invariant: what the vocabulary declares is all that is known of a chronology's
subject; no word is built in. A vocabulary that says nothing was reported when it was read, and raises no further fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fasti.corpus.model import Corpus
from fasti.diagnostics import Diagnostic, Report, Rule, catalogue, suggest
from fasti.reading import Entry
from fasti.records import Event, EventType, Figure, Loc, Measure, Series, Vocabulary

DECLARE = "use a word that `vocabulary.yml` declares, or propose this one"


def check_words(corpus: Corpus, report: Report) -> None:
    """Check the words of each record, those of its rivals included."""
    if corpus.vocabulary == Vocabulary():
        return
    for entry in corpus.written:
        _Words(corpus.vocabulary, entry, report).check()


class _Words:
    """The words of one record."""

    def __init__(self, vocabulary: Vocabulary, entry: Entry, report: Report) -> None:
        self.vocabulary, self.entry, self.report = vocabulary, entry, report

    def check(self) -> None:
        record = self.entry.record
        self.fields(record, ())
        for index, rival in enumerate(getattr(record, "rivals", ())):
            self.fields(rival, ("rivals", index))

    def fields(self, value: Any, loc: Loc) -> None:
        """The words of a record, or of the one field that a rival gives."""
        words, kind = self.vocabulary, self.entry.kind
        if kind == "event":
            self.word(value.type, "event type", words.event_types, (*loc, "type"))
            self.roles(value.participants, (*loc, "participants"))
            figures = value.figures if isinstance(value.figures, tuple) else (value.figures,)
            for index, figure in enumerate(figures):
                if figure is not None:
                    self.figure(figure, (*loc, "figures", index))
        elif kind in ("place", "actor", "source"):
            kinds: Mapping[str, Mapping[str, Any]] = {
                "place": words.place_kinds,
                "actor": words.actor_kinds,
                "source": words.source_kinds,
            }
            self.word(value.kind, f"{kind} kind", kinds[kind], (*loc, "kind"))
        elif isinstance(value, Series):
            self.series(value)
        else:
            self.word(value.measure, "measure", words.measures, (*loc, "measure"))

    def word(self, code: str | None, what: str, declared: Mapping[str, Any], loc: Loc) -> None:
        """One code of the vocabulary."""
        written = self.entry.written.nearest(loc)[-1:] == loc[-1:]  # not so for what stands in for a refused field
        if code is not None and code not in declared and written:
            message = f"this chronology has no {what} `{code}`"
            self.fault(catalogue.NOT_IN_VOCABULARY, loc, message, suggest.hint(code, declared) or DECLARE)

    def roles(self, participants: Mapping[str, Any] | None, loc: Loc) -> None:
        """The roles of an event are those of its type; an unknown type has been told already."""
        assert isinstance(self.entry.record, Event)
        name = self.entry.record.type
        kind: EventType | None = self.vocabulary.event_types.get(name)
        for role in participants or ():
            if kind and role not in kind.roles:
                message = f"an event of type `{name}` has no role `{role}`"
                self.fault(
                    catalogue.NOT_IN_VOCABULARY,
                    (*loc, role),
                    message,
                    suggest.hint(role, kind.roles) or DECLARE,
                    key=True,
                )

    def figure(self, figure: Figure, loc: Loc) -> None:
        """A figure's measure is declared; a share stands in a series, which says what it is a share of."""
        self.word(figure.measure, "measure", self.vocabulary.measures, (*loc, "measure"))
        measure = self.vocabulary.measures.get(figure.measure or "")
        if measure and measure.share:
            message = f"`{figure.measure}` is a share, and this figure does not say of what"
            hint = "name its `series` instead, which has the denominator under `of`"
            self.fault(catalogue.FIELDS_CONFLICT, (*loc, "measure"), message, hint)

    def series(self, series: Series) -> None:
        """A series has the direction and the denominator that its measure asks for."""
        self.word(series.measure, "measure", self.vocabulary.measures, ("measure",))
        measure: Measure | None = self.vocabulary.measures.get(series.measure)
        if measure is None:
            return
        if measure.directions and series.direction is None:
            hint = f"add `direction`, {' or '.join(f'`{word}`' for word in measure.directions)}"
            self.fault(catalogue.MISSING_FIELD, ("measure",), f"a series of `{series.measure}` needs `direction`", hint)
        elif series.direction and series.direction not in measure.directions:
            message = f"`{series.measure}` has no direction `{series.direction}`"
            self.fault(
                catalogue.NOT_IN_VOCABULARY,
                ("direction",),
                message,
                suggest.hint(series.direction, measure.directions) or "delete `direction`, or use another measure",
            )
        if measure.share and not series.of:
            hint = "add `of`: what it is a share of"
            self.fault(catalogue.MISSING_FIELD, ("measure",), f"a series of `{series.measure}` needs `of`", hint)

    def fault(self, rule: Rule, loc: Loc, message: str, hint: str | None, *, key: bool = False) -> None:
        span = self.entry.span(loc, key=key)
        self.report.add(Diagnostic(rule, self.entry.path, span, message, hint))
