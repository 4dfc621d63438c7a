"""What can be wrong with a file as a whole, and with one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class _ToldError(Exception):
    """An error whose message is written for the person who brought the file."""

    def __init__(self, message: str | _StrPromise) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class TableError(_ToldError):
    """The whole file cannot be read or written; `message` says why and how to mend it."""


class CellError(_ToldError):
    """One cell does not hold what its column asks for; `message` quotes the cell."""
