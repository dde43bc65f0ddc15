"""Who is spoken to: the language of the moment, and the others that readers of the site read.

Input: the languages of a site. Output: their codes, for the functions of this room. Invariant: the language is that of
the innermost `speaking`, English outside of it; another thread or build never hears it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SOURCE = "en"
_spoken: ContextVar[tuple[str, ...]] = ContextVar("spoken", default=(SOURCE,))


@contextmanager
def speaking(language: str, *others: str) -> Iterator[None]:
    """Speak a language until the block ends. `others` are languages that readers of the site read as well."""
    before = _spoken.set((language, *others))
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> str:
    """The code of the language that is spoken now."""
    return _spoken.get()[0]


def also_read() -> tuple[str, ...]:
    """The other languages of the site's readers."""
    return _spoken.get()[1:]
