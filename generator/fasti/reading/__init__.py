"""Files to entries: records with their positions, and what the site says of itself. Public names of this floor."""

from fasti.reading.changed import Field
from fasti.reading.entry import Entry
from fasti.reading.git import Commit, GitFault
from fasti.reading.git_tree import GitTree
from fasti.reading.history import NOT_ASKED, WHY, Change, History, RecordHistory, read_history
from fasti.reading.kept import Kept
from fasti.reading.maps import read_layers
from fasti.reading.media import RASTER, picture
from fasti.reading.only_records import beyond_records
from fasti.reading.pages import HandWritten, read_pages
from fasti.reading.reader import FOLDERS, Reading, keep, parse_entry, read
from fasti.reading.since import Since
from fasti.reading.site import find_project, settings_for
from fasti.reading.skeleton import modeline, scalar, skeleton
from fasti.reading.tree import Tree

__all__ = [
    "FOLDERS",
    "Kept",
    "NOT_ASKED",
    "RASTER",
    "WHY",
    "Change",
    "Commit",
    "Entry",
    "Field",
    "GitFault",
    "GitTree",
    "HandWritten",
    "History",
    "Reading",
    "RecordHistory",
    "Since",
    "Tree",
    "beyond_records",
    "find_project",
    "modeline",
    "keep",
    "parse_entry",
    "picture",
    "read",
    "read_history",
    "read_layers",
    "read_pages",
    "scalar",
    "settings_for",
    "skeleton",
]
