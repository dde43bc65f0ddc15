"""What a project's records say, and the report of it as text: for tests of reading, corpus, order and checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fasti.chronology import Chronology, order
from fasti.corpus import Corpus, gather
from fasti.diagnostics import Diagnostic, Report, Severity, render_concise, render_text
from fasti.pipeline import check
from fasti.reading import Reading, read, settings_for
from fasti.settings import Settings
from tests.kit.corpus import a_corpus


@dataclass(frozen=True)
class Read:
    """One small project as far as the floor under test."""

    project: Path
    settings: Settings
    reading: Reading
    report: Report

    @property
    def text(self) -> str:
        """The report as a person reads it, without colour."""

        def source(path: str) -> str | None:
            file = self.project / path
            return file.read_bytes().decode("utf-8", "replace") if file.is_file() else None

        return render_text(self.report.diagnostics, source)

    @property
    def lines(self) -> list[str]:
        """The report, one line for each fault."""
        return render_concise(self.report.diagnostics).splitlines()


def read_files(files: Mapping[str, str | bytes]) -> Read:
    """A project of these files, read."""
    project, report = a_corpus(files), Report()
    settings = settings_for(project, report)
    return Read(project, settings, read(settings, report), report)


def gathered(files: Mapping[str, str | bytes]) -> tuple[Corpus, Read]:
    """A project of these files, read and gathered."""
    found = read_files(files)
    return gather(found.reading, found.settings, found.report), found


def ordered(files: Mapping[str, str | bytes]) -> tuple[Chronology, Read]:
    """A project of these files, put in order."""
    corpus, found = gathered(files)
    return order(corpus, found.report), found


def of_the_matter(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics without the warnings of families 5 and 6, for projects that cite nothing and tell no whole story."""
    return tuple(d for d in diagnostics if d.rule.code[3] not in "56" or d.rule.severity is Severity.ERROR)


def checked(files: Mapping[str, str | bytes]) -> Read:
    """A project of these files, read and checked whole."""
    found = read_files(files)
    return replace(found, report=check(found.settings))
