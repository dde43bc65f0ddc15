"""The order of events: bounds, statements and what follows from them together. Public names of this floor."""

from fasti.chronology.chronology import Because, Chronology, Placed, order
from fasti.chronology.constraints import Constraint
from fasti.chronology.network import Network, Terminus

__all__ = ["Because", "Chronology", "Constraint", "Network", "Placed", "Terminus", "order"]
