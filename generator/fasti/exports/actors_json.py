"""`data/v1/actors.json`: every published actor, whole, with what follows from it.

Input: an edition. Output: bytes. Invariant: a record here is the same as in the `index.json` beside its page.
"""

from fasti.exports._json import records_json
from fasti.language import N_

EXPORT = records_json(
    "actor", N_("Every actor with all its names, its links to others, and the entries in which it has a role")
)
