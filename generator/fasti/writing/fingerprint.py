"""HOT. Digests of what a page is made from, so that an unchanged page is neither rendered nor written.

Input: plain values of a view; output: text for the manifest. Invariant: two values that could render differently have
two digests; text and `Html` are told apart even where their letters are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

LENGTH = 20
_OBJECT = " object at 0x"


def fingerprint(*values: Any) -> str:
    """The digest of plain, ordered values: text, numbers, None, lists, mappings, `Html`, frozen dataclasses."""
    told = repr(values)  # as Python writes it: no text can imitate the end of another, and nothing is faster
    if _OBJECT in told:
        _only_plain(values)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def of_folder(folder: Path, pattern: str) -> str:
    """The digest of the files that match, names and bytes."""
    return of_files((path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.glob(pattern)))


def of_files(files: Iterable[tuple[str, bytes]]) -> str:
    """The digest of named bytes, in the order given."""
    total = sha256()
    for name, content in files:
        total.update(f"{len(name)}:{name}:{len(content)}:".encode())
        total.update(content)
    return total.hexdigest()[:LENGTH]


def _only_plain(value: Any) -> None:
    """Refuse what is written with its place in memory, which is another on every run; a text may say so and pass."""
    if isinstance(value, list | tuple):
        for item in value:
            _only_plain(item)
    elif isinstance(value, dict):
        for item in (*value.keys(), *value.values()):
            _only_plain(item)
    elif is_dataclass(value):
        for field in fields(value):
            _only_plain(getattr(value, field.name))
    elif value is not None and not isinstance(value, str | bool | int | float):
        raise TypeError(f"a view holds a {type(value).__name__}, which no page can show")
