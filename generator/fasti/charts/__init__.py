"""The charts of an edition: who held what, figures, entries per month and locator maps, drawn before any page asks.

Views name charts by `ChartCall`; the conductor calls `draw` and `writing/` puts what comes back into pages and assets.
Invariant: importing this room loads neither altair nor vl_convert, so `fasti check` never pays for them.
"""

from fasti.charts._base import ChartKind, Drawn, Layout, Words, draw, support
from fasti.charts._bundle import bundle
from fasti.charts._prerender import Picture
from fasti.charts._preview import previews
from fasti.charts._svg import actors_css

__all__ = ["ChartKind", "Drawn", "Layout", "Picture", "Words", "actors_css", "bundle", "draw", "previews", "support"]
