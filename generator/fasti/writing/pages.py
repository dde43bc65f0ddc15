"""All files of a publication: record pages in their shells, data and assets that others made, sitemap, redirects.

Input: the pages, charts and exports of a build, and the theme; output goes through `Output` into the published folder.
Invariant: a page whose fingerprint is known is neither rendered nor written; incremental builds equal cold ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fasti import __version__, resources
from fasti.language import isolated
from fasti.settings import Settings
from fasti.writing.atom import atom
from fasti.writing.faults import WritingFault
from fasti.writing.fingerprint import fingerprint, of_files, of_folder
from fasti.writing.fragments import Fragments, escaped
from fasti.writing.linked import digest
from fasti.writing.output import Output
from fasti.writing.redirects import redirect
from fasti.writing.shell import Shells
from fasti.writing.shelter import unshelter
from fasti.writing.sitemap import sitemaps
from fasti.writing.theme import Theme

if TYPE_CHECKING:
    from fasti.charts import Drawn
    from fasti.records import ChartCall
    from fasti.views import Page


@dataclass(frozen=True, slots=True)
class Written:
    """What a round of writing did, in files; `by_kind` counts the pages of each kind, written or kept."""

    written: int
    kept: int
    removed: int
    by_kind: dict[str, int] = field(default_factory=dict)


def write(
    pages: Iterable[Page],
    drawn: Mapping[ChartCall, Drawn],
    files: Mapping[str, bytes],
    theme: Theme,
    settings: Settings,
    site: Path,
    *,
    redirects: Mapping[str, str] | None = None,
) -> Written:
    """Write everything that the platform does not carry into `site`, and remove what is ours and gone.

    `files` are more files by path (exports, and what charts need under `assets/`); `redirects` old addresses to new
    ones. Raises WritingFault when the theme or the folder is broken, or two pages want one address.
    """
    unshelter(site)
    fragments = fragments_for(settings, drawn)
    shells = Shells(theme)
    output = Output(site, _key(fragments), theme.carried)
    by_kind: Counter[str] = Counter()
    addresses = set(theme.addresses)
    for page in pages:
        by_kind[page.kind] += 1
        addresses.add(page.address)
        if not page.stub:
            _put_page(output, page, fragments, shells, settings)
    for feed in (feed for page in pages for feed in page.feeds):
        _put_bytes(output, feed.path, atom(feed, settings.site_url))
    for path in sorted(files):
        _put_bytes(output, path, files[path])
    for old, new in sorted((redirects or {}).items()):
        html = redirect(old, new, site_url=settings.site_url, policy=policy())
        _put_bytes(output, old + "index.html", html.encode())
    for path, content in sitemaps(addresses, settings.site_url).items():
        _put_bytes(output, path, content)
    output.finish()
    return Written(output.written, output.kept, output.removed, dict(sorted(by_kind.items())))


def fragments_for(settings: Settings, drawn: Mapping[ChartCall, Drawn]) -> Fragments:
    """The fragments of a site, charts included."""
    return Fragments((resources.theme_dir() / "fragments",), drawn, settings.languages)


def edit_address(settings: Settings, source: str | None) -> str | None:
    """Where a reader can correct a file of the project; None if the site names no repository."""
    repository = settings.repository
    return repository.edit(source) if repository and source else None


@cache
def policy() -> str:
    """The content security policy, the same words on every page; main.html adds what search needs, if there is any."""
    return (resources.theme_dir() / "partials" / "csp.html").read_text("utf-8").strip()


def _put_page(output: Output, page: Page, fragments: Fragments, shells: Shells, settings: Settings) -> None:
    if page.address and not page.address.endswith("/"):
        raise WritingFault(f"the address `{page.address}` does not end with `/`")
    shell = shells.of(page.kind, page.address)
    mark = fingerprint(
        shell.digest,
        page.address,
        page.title,
        page.description,
        page.source,
        page.previous,
        page.next,
        page.view,
        page.linked,
        fragments.charts_of(page),
        settings.site_url,
        settings.repository,
    )

    def make() -> bytes:
        values = {
            "title": escaped(isolated(page.title)),
            "description": escaped(page.description),
            "address": escaped(settings.site_url.rstrip("/") + "/" + page.address),
            "content": fragments.content(page),
            "digest": digest(page.linked),
            **fragments.furniture(page, edit_address(settings, page.source)),
        }
        return shell.page(values).encode()

    output.put(page.address + "index.html", mark, make)


def _put_bytes(output: Output, path: str, content: bytes) -> None:
    output.put(path, of_files([(path, content)]), lambda: content)


def _key(fragments: Fragments) -> str:
    """What every page rests on besides its own view: our templates and this room's code."""
    return fingerprint(__version__, fragments.digest, of_folder(Path(__file__).parent, "*.py"))
