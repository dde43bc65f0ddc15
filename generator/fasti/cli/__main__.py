"""`python -m fasti.cli`."""

from fasti.cli import main

main()
