"""What stops the writer: a broken theme or a broken output folder, never a record.

Raised by this room, shown by the front doors as one sentence. Invariant: the message says what to do or where to look.
"""

from __future__ import annotations


class WritingFault(Exception):
    """The pages cannot be written as they are."""
