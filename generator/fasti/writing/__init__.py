"""Pages, data and charts to a folder that can be published: shells, fragments, fingerprints, writer, swap.

`pipeline` calls `write`; the front doors call `shelter` and `swap_in`. Nothing else of fasti writes into a site.
"""

from fasti.writing.carried import Carried, Carrier
from fasti.writing.faults import WritingFault
from fasti.writing.fragments import Fragments
from fasti.writing.manifest import FOLDER
from fasti.writing.pages import Written, edit_address, fragments_for, policy, write
from fasti.writing.shelter import shelter, unshelter
from fasti.writing.swap import mirror, swap_in
from fasti.writing.theme import SLOTS, Theme

__all__ = [
    "FOLDER",
    "SLOTS",
    "Carried",
    "Carrier",
    "Fragments",
    "Theme",
    "WritingFault",
    "Written",
    "edit_address",
    "fragments_for",
    "mirror",
    "policy",
    "shelter",
    "swap_in",
    "unshelter",
    "write",
]
