"""Helps people write records: schemas for editors, new records, canonical layout. Public names of this floor.

`fmt.py` is asked by its own name: its library takes longer to load than a small check takes.
"""

from fasti.authoring.files import write
from fasti.authoring.only_check import IN_PART, ONLY_CHECK
from fasti.authoring.schema import SCHEMAS, file_name, schema_of, schema_text, stale_schemas
from fasti.reading import modeline

__all__ = [
    "IN_PART",
    "ONLY_CHECK",
    "SCHEMAS",
    "file_name",
    "modeline",
    "schema_of",
    "schema_text",
    "stale_schemas",
    "write",
]
