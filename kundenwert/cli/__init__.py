"""The `kundenwert` command. Importing it loads no Django: a command does that when it runs."""

from __future__ import annotations


def main() -> None:
    """Entry point of the command line; ends the process with 0 done, 1 done with findings, 2 not done."""
    import signal
    import sys

    from .app import run

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that what is open is closed
    raise SystemExit(run())
