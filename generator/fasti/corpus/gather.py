"""Gathers entries into a corpus: finds ids given twice, checks references, the vocabulary and pictures.

Input: a reading. Output: `Corpus`, and the faults of family 3. Invariant: of two records with one id the first by path
stands, so that the rest of the run says the same about it every time.
"""

from __future__ import annotations

from fasti.corpus.authority import AuthorityFile
from fasti.corpus.bibliography import Bibliography
from fasti.corpus.circles import check_circles
from fasti.corpus.gazetteer import Gazetteer
from fasti.corpus.ids import check_former_ids, unique
from fasti.corpus.model import Corpus
from fasti.corpus.pictures import check_pictures
from fasti.corpus.references import check_references
from fasti.corpus.toponyms import check_toponyms
from fasti.corpus.words import check_words
from fasti.diagnostics import Report
from fasti.reading import Entry, Reading
from fasti.records import KINDS
from fasti.settings import Settings


def gather(reading: Reading, settings: Settings, report: Report) -> Corpus:
    """The corpus of a project; every fault of records together goes into the report."""
    entries = tuple(sorted(unique(reading.entries, report), key=lambda e: (KINDS.index(e.kind), e.id)))
    by_kind: dict[str, tuple[Entry, ...]] = {
        kind: tuple(entry for entry in entries if entry.kind == kind) for kind in KINDS
    }
    corpus = Corpus(
        settings=settings,
        vocabulary=reading.vocabulary,
        entries=entries,
        unsound=reading.unsound,
        broken=reading.broken,
        media=reading.media,
        gazetteer=Gazetteer(by_kind["place"]),
        authority=AuthorityFile(by_kind["actor"]),
        bibliography=Bibliography(by_kind["source"]),
        by_id={(entry.kind, entry.id): entry for entry in entries},
        by_kind=by_kind,
    )
    check_former_ids(corpus, report)
    check_references(corpus, report)
    check_circles(corpus, report)
    check_words(corpus, report)
    check_toponyms(corpus, report)
    check_pictures(corpus, report)
    return corpus
