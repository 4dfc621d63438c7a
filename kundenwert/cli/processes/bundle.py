"""The joined CSS and JS of the interface."""

from __future__ import annotations


def write_bundle() -> None:
    """Join the sources. An installed package carries the result already, and its folder may be closed to us."""
    from kundenwert.foundation.ui.bundle import STATIC, bundle

    try:
        bundle()
    except PermissionError:
        if not (STATIC / "kundenwert.css").exists():
            raise
