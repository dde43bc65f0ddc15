"""`data/v1/series.json`: every published series, whole, with what follows from it.

Input: an edition. Output: bytes. Invariant: a record here is the same as in the `index.json` beside its page.
"""

from fasti.exports._json import records_json
from fasti.language import N_

EXPORT = records_json(
    "series", N_("Every series with its definition, its denominator, and the numbers that belong to no event")
)
