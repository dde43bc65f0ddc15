"""`data/v1/events.json`: every published event, whole, with what follows from it.

Input: an edition. Output: bytes. Invariant: a record here is the same as in the `index.json` beside its page.
"""

from fasti.exports._json import records_json
from fasti.language import N_

EXPORT = records_json(
    "event", N_("Every event with its rivals, statements, evidence and prose, and its place in the order")
)
