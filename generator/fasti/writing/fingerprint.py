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


def fingerprint(*values: Any) -> str:
    """The digest of plain, ordered values: text, numbers, None, lists, mappings, `Html`, frozen dataclasses."""
    out: list[str] = []
    for value in values:
        _feed(value, out)
    return sha256("".join(out).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


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


def _feed(value: Any, out: list[str]) -> None:
    # Lengths stand before texts, so that no text can imitate the end of another.
    kind = type(value)
    if kind is str:
        out.append(f"s{len(value)}:")
        out.append(value)
    elif kind is list or kind is tuple:
        out.append(f"l{len(value)}:")
        for item in value:
            if type(item) is str:
                out.append(f"s{len(item)}:{item}")
            else:
                _feed(item, out)
    elif kind is dict:
        out.append(f"d{len(value)}:")
        for pair in value.items():
            for item in pair:
                if type(item) is str:  # as above, without a call: a view is mostly keys and short texts
                    out.append(f"s{len(item)}:{item}")
                else:
                    _feed(item, out)
    elif value is None or kind is bool or kind is int or kind is float:
        out.append(f"{value!r};")
    elif isinstance(value, str):
        out.append(f"{kind.__name__}{len(value)}:")
        out.append(str.__str__(value))
    elif is_dataclass(value):
        out.append(f"{kind.__name__}:")
        for field in fields(value):
            _feed(getattr(value, field.name), out)
    else:
        raise TypeError(f"a view holds a {kind.__name__}, which no page can show")
