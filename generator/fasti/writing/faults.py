"""What stops the writer: a broken theme or a broken output folder, never a record.

Raised by this room, shown by the front doors as one sentence. Invariant: the message says what to do or where to look.
"""

from __future__ import annotations

import os


class WritingFault(Exception):
    """The pages cannot be written as they are."""


class SearchFault(WritingFault):
    """The search index cannot be made: something that it needs is missing or broken on this machine."""


def cannot(fault: OSError) -> str:
    """One sentence for a full disk, a folder that may not be written, and what else a system refuses."""
    place = fault.filename2 or fault.filename
    return f"cannot write the site: {fault.strerror or fault}" + (f": {os.fsdecode(place)}" if place else "")
