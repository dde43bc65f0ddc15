"""What a change of the records means: two editions compared, told in sentences. Public names of this room.

Input: two `Side`s, read from two revisions. Output: `Difference`, and the same as Markdown, as an object, as a page.
Invariant: comparing an edition with itself tells nothing; layout, comments and the order of keys are never told.
"""

from fasti.diff._compare import difference
from fasti.diff._json import as_object
from fasti.diff._markdown import as_markdown
from fasti.diff._model import Change, Difference, Side
from fasti.diff._page import as_page

__all__ = ["Change", "Difference", "Side", "as_markdown", "as_object", "as_page", "difference"]
