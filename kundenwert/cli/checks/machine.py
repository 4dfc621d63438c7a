"""Checks of the machine: Python, data directory, space, clock."""

from __future__ import annotations

import os
import platform
import shutil
import stat
import sys
from pathlib import Path

from .finding import Finding, ok, problem, warning

OLDEST_PYTHON = (3, 11)
FEW_BYTES = 2 * 1024**3
TOO_FEW_BYTES = 200 * 1024**2
FEWEST_CORES = 2


def check_python() -> Finding:
    """The running Python is one we support."""
    found = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        return problem("Python", found, "Install Python 3.11 or newer.")
    return ok("Python", found)


def check_data_dir(folder: Path) -> Finding:
    """Ours to write, closed to others, secrets readable by us only."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return problem("Data directory", f"{folder} cannot be written.", f"chown it to {_me()}, or choose --data-dir.")
    open_to_others = [
        path.name
        for path, allowed in (
            (folder, 0o711),
            (folder / "secrets.json", 0o600),
            (folder / "setup-code", 0o600),
        )
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & ~allowed
    ]
    if open_to_others:
        names = ", ".join(open_to_others)
        return problem(
            "Data directory",
            f"Others may read {names}.",
            f"chmod 711 {folder}; chmod 600 {folder}/secrets.json",
        )
    return ok("Data directory", str(folder))


def check_space(folder: Path) -> Finding:
    """Room for the database to grow."""
    free = shutil.disk_usage(folder).free
    text = f"{free / 1024**3:.1f} GB free"
    if free < TOO_FEW_BYTES:
        return problem("Disk space", text, "Make room now: PostgreSQL stops when the disk is full.")
    if free < FEW_BYTES:
        return warning("Disk space", text, "Make room: imports and backups need it.")
    return ok("Disk space", text)


def _me() -> str:
    return f"user id {os.geteuid()}"
