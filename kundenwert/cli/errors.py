"""How a command says that it could not do its work."""

from __future__ import annotations

DONE, FINDINGS, NOT_DONE = 0, 1, 2
"""Exit codes."""


class NotDone(Exception):
    """The command cannot do what was asked; the message says why and what to do, in one paragraph."""


def explain(error: BaseException) -> str | None:
    """The paragraph for an error that a person can mend; None for a fault in the program."""
    if isinstance(error, NotDone) or type(error).__name__ in {"DatabaseUnavailable", "DatabaseMisfit"}:
        return str(error)
    if isinstance(error, PermissionError) and error.filename:
        return f"No permission for {error.filename}. Choose another folder with --data-dir, or change its owner."
    if isinstance(error, OSError):
        return f"The system refused: {error}."
    if type(error).__module__.startswith("psycopg") or type(error).__name__ == "OperationalError":
        return f"The database refused: {' '.join(str(error).split())}"
    return None
