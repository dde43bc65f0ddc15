"""Files to entries: records with their positions, and what the site says of itself. Public names of this floor."""

from fasti.reading.entry import Entry
from fasti.reading.maps import read_layers
from fasti.reading.media import RASTER, picture
from fasti.reading.pages import HandWritten, read_pages
from fasti.reading.reader import FOLDERS, Reading, parse_entry, read
from fasti.reading.site import find_project, settings_for
from fasti.reading.tree import Tree

__all__ = [
    "FOLDERS",
    "Entry",
    "RASTER",
    "HandWritten",
    "Reading",
    "Tree",
    "find_project",
    "parse_entry",
    "picture",
    "read",
    "read_layers",
    "read_pages",
    "settings_for",
]
