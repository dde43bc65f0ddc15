"""The pages of an edition: what each shows, in plain, ordered, worded values. Public names of this room.

Input: an edition, and what the exports offer to download. Output: `Page`s for `writing/`, and the charts they ask for.
"""

from fasti.views._base import Download, Page, PageKind, view, way
from fasti.views._feeds import Feed, FeedEntry
from fasti.views._headings import headings
from fasti.views._values import value_words

__all__ = ["Download", "Feed", "FeedEntry", "Page", "PageKind", "headings", "value_words", "view", "way"]
