"""`python -m kundenwert.cli` is the `kundenwert` command."""

from . import main

main()
