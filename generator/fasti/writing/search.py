"""The search of a site: several small indexes, only the changed ones made anew, and the list a browser begins with.

Input: the findable documents of `findable.py`, pagefind through its door; output: files of the site by path. What was
made is kept below `.cache/` by the digest of its documents. Invariant: an index is published whole or not at all, and
one from the cache is the one that would be made anew, byte for byte.
"""

from __future__ import annotations

import gzip
import json
import os
import zipfile
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fasti.derive import Edition
from fasti.language import _, pgettext, plurals
from fasti.writing import pagefind
from fasti.writing.faults import SearchFault
from fasti.writing.findable import Findable, findables
from fasti.writing.fingerprint import fingerprint

if TYPE_CHECKING:
    from fasti.views import Page

FOLDER = "assets/search/"
CACHE = "search"
PARTS = ("names", "events", "pages")
"""What is searched for apart, so that a browser knows how many of each there are; the first holds the program."""
LARGEST = 2_000  # documents of one index: fewer make more requests, more make the rebuilding of one slower
WORKER = "pagefind-worker.js"
FEED = """\
/* What goes before pagefind's worker: what all indexes begin with comes in one answer, not in two for each; the program
   is asked for meanwhile, and unpacked by the browser; who waits for it looks every 4 ms, not every 50. */
(() => {
  const fetched = self.fetch.bind(self);
  const wait = self.setTimeout.bind(self);
  const here = new URL("./", self.location.href);
  const name = new URL("%(program)s", here).pathname;
  const program = fetched(name)
    .then(({ ok, body }) => ok && self.DecompressionStream && body.pipeThrough(new DecompressionStream("gzip")))
    .then((body) => body && new Response(body).arrayBuffer())
    .catch(() => undefined); // then it is asked for again
  const begin = fetched(new URL("../begin.json", here), { cache: "no-cache" })
    .then((answer) => (answer.ok ? answer.json() : {}))
    .catch(() => ({})); // then each is asked for by itself
  self.setTimeout = (done, ms) => wait(done, Math.min(ms, 4));
  self.fetch = async (address) => {
    const url = new URL(address, here);
    const unpacked = url.pathname === name && (await program);
    if (unpacked) return new Response(unpacked);
    const kept = (await begin)[url.pathname.split("/").slice(-2).join("/")];
    return kept ? new Response(Uint8Array.from(atob(kept), (one) => one.charCodeAt(0))) : fetched(address);
  };
})();
"""
_STAMP = (1980, 1, 1, 0, 0, 0)  # zip files hold a time; here it is always this one


@dataclass(frozen=True, slots=True)
class Shard:
    """One index: `names-0`, the group it belongs to, and its documents in order."""

    name: str
    part: str
    documents: tuple[tuple[str, str], ...]


def search(edition: Edition, pages: Iterable[Page], addresses: Iterable[str], *, cache: Path) -> dict[str, bytes]:
    """The files of the site's search, by path; none if the site has it switched off. Raises SearchFault.

    `addresses` are those of the pages that the platform carries itself.
    """
    settings = edition.settings
    if not settings.search:
        return {}
    language = settings.languages[0].partition("-")[0]
    made = indexes(
        shards(findables(edition, pages, addresses)), language=language, cache=cache / CACHE, workers=settings.workers
    )
    return published(made)


def shards(documents: Sequence[Findable]) -> list[Shard]:
    """The documents, parted by kind and by digest of their address; as few as `LARGEST` allows."""
    found: list[Shard] = []
    for part in PARTS:
        own = [document for document in documents if document.part == part]
        count = -(-len(own) // LARGEST)
        members: list[list[tuple[str, str]]] = [[] for _ in range(count)]
        for document in own:
            at = int.from_bytes(sha256(document.address.encode()).digest()[:8]) % count
            members[at].append((document.address, document.html))
        found += [Shard(f"{part}-{at}", part, tuple(rows)) for at, rows in enumerate(members) if rows]
    return found


def indexes(
    wanted: Sequence[Shard], *, language: str, cache: Path, workers: int = 0
) -> list[tuple[Shard, dict[str, bytes]]]:
    """Each shard with the files of its index, from the cache where its documents are as they were."""
    command = pagefind.executable()
    base = (pagefind.version(command), language)
    kept = {shard.name: cache / f"{fingerprint(*base, shard.documents)}.zip" for shard in wanted}

    def one(shard: Shard) -> dict[str, bytes]:
        file = kept[shard.name]
        files = _kept(file, len(shard.documents))
        if files is None:
            files = pagefind.index(command, shard.documents, language)
            _keep(file, files)
        return files

    with ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
        made = list(zip(wanted, pool.map(one, wanted), strict=True))
    for old in sorted(set(cache.glob("*.zip")) - set(kept.values())) if cache.is_dir() else ():
        old.unlink(missing_ok=True)
    return made


def published(made: Sequence[tuple[Shard, Mapping[str, bytes]]]) -> dict[str, bytes]:
    """The indexes as files of the site; what all of them hold alike lies there once."""
    out: dict[str, bytes] = {}
    first, files = made[0]
    program = next(path for path in files if path.startswith("wasm."))
    begins: dict[str, str] = {}
    for shard, found in made:
        own = {path: content for path, content in found.items() if path not in (program, WORKER, "pagefind.js")}
        if shard.name == f"{shard.part}-0":
            # Each part asks for the program again and throws it away, for it runs already: the signature is enough.
            own[program] = files[program] if shard is first else pagefind.SIGNATURE
        for path, content in own.items():
            out[f"{FOLDER}{shard.name}/{path}"] = content
            if path.endswith((".pf_meta", "pagefind-entry.json")) or content == pagefind.SIGNATURE:
                unpacked = gzip.decompress(content) if path.endswith(".pf_meta") else content
                begins[f"{shard.name}/{path}"] = b64encode(unpacked).decode()
    out[f"{FOLDER}{first.name}/{WORKER}"] = (FEED % {"program": program}).encode() + files[WORKER]
    out[f"{FOLDER}pagefind.js"] = files["pagefind.js"]
    out[f"{FOLDER}begin.json"] = (json.dumps(begins, sort_keys=True) + "\n").encode()
    begin = {
        "pagefind": json.loads(made[0][1]["pagefind-entry.json"])["version"],
        "indexes": [{"path": f"{shard.name}/", "part": shard.part} for shard, _ in made],
        "words": words(),
    }
    out[FOLDER + "search.json"] = (json.dumps(begin, ensure_ascii=False, sort_keys=True) + "\n").encode()
    return out


def words() -> dict[str, Any]:
    """What the dialog says, in the language spoken."""
    return {
        "title": _("Search"),
        "label": _("Names in any spelling or script, words, dates"),
        "close": _("Close"),
        "waiting": _("Searching…"),
        "found": plurals("%(n)s result", "%(n)s results"),
        "none": _("No entry found for “%(query)s”."),
        "spellings": _("Every spelling that is known here is listed under"),
        "places": _("Places"),
        "comma": pgettext("between parts", ", "),
        "actors": _("Actors"),
        "failed": _("The search could not be loaded."),
        "again": _("Try again"),
        "more": plurals("Show %(n)s more", "Show %(n)s more"),
        "also": _("also written"),
        "further": _("Show more"),
        "keys": _("Arrow keys move, Enter opens, Escape closes."),
        "groups": {
            "place": _("Places"),
            "actor": _("People and groups"),
            "event": _("Events"),
            "source": _("Sources"),
            "series": _("Figures"),
            "page": _("Pages"),
        },
    }


def _kept(file: Path, count: int) -> dict[str, bytes] | None:
    """An index from the cache, or None if there is none that is whole."""
    try:
        with zipfile.ZipFile(file) as archive:
            return pagefind.whole({name: archive.read(name) for name in archive.namelist()}, count)
    except (OSError, zipfile.BadZipFile, SearchFault, RuntimeError, ValueError, NotImplementedError):
        return None


def _keep(file: Path, files: Mapping[str, bytes]) -> None:
    """Put an index into the cache, whole or not at all; a cache that cannot be written is no fault."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), files[name])
    spare = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        spare.write_bytes(content.getvalue())
        os.replace(spare, file)
    except OSError:
        spare.unlink(missing_ok=True)
