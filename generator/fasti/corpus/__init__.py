"""Entries to a corpus: references checked, names and voices known. Public names of this floor."""

from fasti.corpus.authority import AuthorityFile
from fasti.corpus.bibliography import Bibliography, Voice
from fasti.corpus.gather import gather
from fasti.corpus.gazetteer import Gazetteer, folded
from fasti.corpus.model import Corpus
from fasti.corpus.provenance import written_at, written_beside
from fasti.corpus.references import named_draft, unknown

__all__ = [
    "AuthorityFile",
    "Bibliography",
    "Corpus",
    "Gazetteer",
    "Voice",
    "folded",
    "gather",
    "named_draft",
    "unknown",
    "written_at",
    "written_beside",
]
