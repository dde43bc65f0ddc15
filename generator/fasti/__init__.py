"""Builds a published chronology from dated, sourced records.

Nothing is imported here, so that asking for the version costs nothing.
"""

__version__ = "0.1.0"
