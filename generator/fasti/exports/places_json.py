"""`data/v1/places.json`: every published place, whole, with what follows from it.

Input: an edition. Output: bytes. Invariant: a record here is the same as in the `index.json` beside its page.
"""

from fasti.exports._json import records_json
from fasti.language import N_

EXPORT = records_json("place", N_("Every place with all its names, the entries that speak of it, and who held it when"))
