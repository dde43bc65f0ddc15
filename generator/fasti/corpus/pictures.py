"""Every picture that a record shows is a raster image in `content/media/` (FST309).

Input: the corpus. Output: diagnostics. Invariant: a name of a picture is one plain file name, never a path.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from fasti.corpus.model import Corpus
from fasti.diagnostics import Diagnostic, Report, catalogue, suggest
from fasti.reading import RASTER


def check_pictures(corpus: Corpus, report: Report) -> None:
    """Check the name of each picture of each record."""
    for entry in corpus.written:
        for index, media in enumerate(entry.record.media):
            name, hint = media.file, None
            if name != PurePosixPath(name).name or "\\" in name or name.startswith("."):
                message, hint = f"`{name}` is no plain file name", "write the name alone; pictures lie in `media`"
            elif PurePosixPath(name).suffix not in RASTER:
                message, hint = (
                    f"`{name}` is no picture that fasti shows",
                    f"use one of {', '.join(f'`{r}`' for r in RASTER)}",
                )
            elif name not in corpus.media:
                near = suggest.closest(name, sorted(corpus.media))
                message = f"there is no picture `{name}`"
                hint = f"did you mean `{near}`?" if near else "put it into the folder `media` of the content"
            else:
                continue
            span = entry.span(("media", index, "file"))
            report.add(Diagnostic(catalogue.MISSING_MEDIA, entry.path, span, message, hint))
