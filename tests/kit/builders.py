"""Builders of records as files: each gives the text of one file, valid as it stands, with the fields asked for."""

from __future__ import annotations


def an_event(**fields: str) -> str:
    """An event; `when=...` and the like are written as given, an empty text leaves a field out."""
    return _lines({"title": "Fall of Raqqa", "type": "capture", **fields})


def a_place(**fields: str) -> str:
    """A place."""
    return _lines({"names": "Raqqa", "kind": "city", **fields})


def an_actor(**fields: str) -> str:
    """An actor."""
    return _lines({"names": "The army", "kind": "state", **fields})


def a_source(**fields: str) -> str:
    """A source."""
    return _lines({"title": "A report", "kind": "news", **fields})


def a_series(**fields: str) -> str:
    """A series."""
    return _lines({"title": "Defenders of the city", "measure": "defenders", **fields})


def _lines(fields: dict[str, str]) -> str:
    # A keyword of Python that is a field is given with an underscore: `from_`.
    return "".join(f"{name.rstrip('_')}: {value}\n" for name, value in fields.items() if value)
