"""Pages, data and charts to a folder that can be published: shells, fragments, fingerprints, writer, swap.

`pipeline` calls `write`; the front doors call `shelter` and `swap_in`. Nothing else of fasti writes into a site.
"""

from fasti.writing.addresses import addresses
from fasti.writing.bundle import BUNDLES, bundled
from fasti.writing.carried import Carried, Carrier
from fasti.writing.faults import SearchFault, WritingFault, cannot
from fasti.writing.fragments import Fragments
from fasti.writing.lock import Locked, lock
from fasti.writing.manifest import FOLDER
from fasti.writing.pages import Written, edit_address, fragments_for, policy, write
from fasti.writing.preview import Preview
from fasti.writing.search import search
from fasti.writing.shelter import shelter, unshelter
from fasti.writing.speech import speak
from fasti.writing.staged import ours as may_stage
from fasti.writing.staged import stage as stage_site
from fasti.writing.swap import mirror, spare_for, swap_in
from fasti.writing.theme import SLOTS, Theme

__all__ = [
    "BUNDLES",
    "FOLDER",
    "SLOTS",
    "Carried",
    "Carrier",
    "Fragments",
    "Locked",
    "Preview",
    "SearchFault",
    "Theme",
    "WritingFault",
    "Written",
    "addresses",
    "bundled",
    "cannot",
    "edit_address",
    "fragments_for",
    "lock",
    "may_stage",
    "mirror",
    "policy",
    "search",
    "shelter",
    "spare_for",
    "speak",
    "stage_site",
    "swap_in",
    "unshelter",
    "write",
]
