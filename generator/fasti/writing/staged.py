"""A built site as plain Markdown and assets, which any generator that is compatible with MkDocs can publish.

Input: a site as `fasti build` leaves it. Output: a folder with `docs/` and an `mkdocs.yml` that names no plugin.
Invariant: what a page says, its charts, tables and relative links, are the bytes that readers had; no script is taken.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path

from fasti.settings import Settings
from fasti.writing.faults import WritingFault
from fasti.writing.manifest import FOLDER

MARK = ".fasti-stage"
_SHEET = re.compile(r'<article class="sheet" id="content"[^>]*>\n?(.*?)\n? *</article>\s*</main>', re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_KEPT_AS_TYPED = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)
_LEFT_OUT = (f"{FOLDER}/", "assets/search/")
_LEFT_OUT_SUFFIXES = (".html", ".js", ".wasm")


def stage(site: Path, folder: Path, settings: Settings) -> int:
    """Write the staged tree of a site; the number of its pages. Raises WritingFault for a folder that is not ours."""
    ours(folder)
    if folder.is_dir():
        shutil.rmtree(folder)
    (folder / "docs").mkdir(parents=True)
    (folder / MARK).write_bytes(b"Made by `fasti stage`; the next time it is made anew.\n")
    pages = 0
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if path.name == "index.html":
            text = path.read_text("utf-8")
            if not (found := _SHEET.search(text)):
                continue  # the page of a former address, which only leads on
            target, data = folder / "docs" / f"{name.removesuffix('.html')}.md", _page(text, found[1]).encode()
            pages += 1
        elif name.startswith(_LEFT_OUT) or path.suffix in _LEFT_OUT_SUFFIXES or name.startswith("sitemap"):
            continue
        else:
            target, data = folder / "docs" / name, path.read_bytes()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (folder / "mkdocs.yml").write_bytes("".join(_settings(settings, folder / "docs")).encode())
    return pages


def ours(folder: Path) -> None:
    """Raise WritingFault if a folder holds what `fasti stage` did not make."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise WritingFault(f"{folder} is no folder; name another")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise WritingFault(f"{folder} holds something that `fasti stage` did not make; name an empty folder")


def _page(html: str, sheet: str) -> str:
    """One page: its title, and its content as one block of HTML without an empty line, which would end the block."""
    title = _TITLE.search(html)
    words = title[1].split(" – ")[0] if title else ""  # escaped as it is: themes of MkDocs print titles as HTML
    parts = _KEPT_AS_TYPED.split(sheet)
    lines = []
    for at, part in enumerate(parts):
        if at % 3 == 0:
            lines.append("\n".join(line.strip() for line in part.split("\n") if line.strip()))
        elif at % 3 == 1:
            lines.append(part.replace("\n", "&#10;"))
    return (
        f'---\ntitle: {json.dumps(words, ensure_ascii=False)}\n---\n<div class="fasti">\n'
        + "".join(lines)
        + "\n</div>\n"
    )


def _settings(settings: Settings, docs: Path) -> Iterator[str]:
    """An `mkdocs.yml` that any compatible engine reads. JSON texts are YAML."""
    yield f"site_name: {json.dumps(escape(settings.site_name, quote=False), ensure_ascii=False)}\n"
    yield f"site_url: {json.dumps(settings.site_url)}\n"
    yield "use_directory_urls: true\ntheme: {name: material, font: false}\nplugins: []\n"
    yield "extra_css:\n" + "".join(
        f"  - assets/{name}\n" for name in ("fasti.css", "actors.css") if (docs / "assets" / name).is_file()
    )
    yield "nav:\n  - Home: index.md\n"
    for part in ("chronology", "places", "map", "actors", "sources", "figures", "disagreements", "data"):
        if (docs / part / "index.md").is_file():
            yield f"  - {part.capitalize()}: {part}/index.md\n"
    yield "not_in_nav: |\n  *\n"
