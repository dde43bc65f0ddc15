"""Downloads: the records and what follows from them in formats for other programs, each saying what it loses.

Input: an edition. Output: files by their path below the site's root. Public names of this room.
"""

from fasti.exports._base import Export, downloads, export, exports

__all__ = ["Export", "downloads", "export", "exports"]
