"""Tables of messages, which stand at the top of modules and are asked while somebody speaks.

Input: a mapping of codes to messages marked with `N_`. Output: the words of a code in the language spoken at that time.
Invariant: what a table gives is translated, however it is asked by key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fasti.language.catalogue import gettext


class Table(Mapping[str, str]):
    """`Table({"near": N_("a point nearby")})["near"]` is in the language spoken; an empty text stays empty."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        self._messages = dict(messages)

    def __getitem__(self, key: str) -> str:
        message = self._messages[key]
        return gettext(message) if message else ""

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)
