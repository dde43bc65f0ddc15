"""The order of events: bounds, statements and what follows from them together. Public names of this floor."""

from fasti.chronology.chronology import Because, Chains, Chronology, Placed, order
from fasti.chronology.constraints import Constraint
from fasti.chronology.network import Network, Terminus
from fasti.chronology.ranges import Asked, Falling, Terms, asked_for, falling_in, terms
from fasti.chronology.telling import as_lines, as_object, falling_as_lines

__all__ = [
    "Asked",
    "Because",
    "Chains",
    "Chronology",
    "Constraint",
    "Falling",
    "Network",
    "Placed",
    "Terminus",
    "Terms",
    "as_lines",
    "as_object",
    "asked_for",
    "falling_as_lines",
    "falling_in",
    "order",
    "terms",
]
