"""The command line, in this process and on the organisation of the test."""

from __future__ import annotations

import contextlib
import io

from kundenwert.cli import start
from kundenwert.cli.app import run
from kundenwert.foundation.tenancy import current_organisation


def kundenwert(*arguments: str) -> tuple[int, str]:
    """Run `kundenwert …`; returns its exit code and what it printed. Only the start of a server is left out."""
    organisation, usual, out = current_organisation(), start.start_fitting, io.StringIO()
    start.start_fitting = lambda: organisation
    try:
        with contextlib.redirect_stdout(out):
            return run(list(arguments)), out.getvalue()
    finally:
        start.start_fitting = usual
