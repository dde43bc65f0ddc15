"""What the records say together, checked rule by rule; one file each. Public names of this room."""

from fasti.checks._base import Check, Fault, check

__all__ = ["Check", "Fault", "check"]
