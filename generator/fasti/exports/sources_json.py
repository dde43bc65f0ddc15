"""`data/v1/sources.json`: every published source, whole, with what follows from it.

Input: an edition. Output: bytes. Invariant: a record here is the same as in the `index.json` beside its page.
"""

from fasti.exports._json import records_json
from fasti.language import N_

EXPORT = records_json("source", N_("Every document, whose words it prints, and how many statements rest on it"))
