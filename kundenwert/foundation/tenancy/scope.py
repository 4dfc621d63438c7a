"""Which organisation the running code works for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from .organisation import Organisation

_current: ContextVar[Organisation | None] = ContextVar("kundenwert_organisation", default=None)


class NoOrganisation(RuntimeError):
    """Code asked for the database with no organisation in scope: a fault in the program, never answered with data."""


def current_organisation() -> Organisation:
    """The organisation in scope. Raises `NoOrganisation` where there is none."""
    organisation = _current.get()
    if organisation is None:
        raise NoOrganisation("no organisation in scope: wrap the code in organisation_scope(...)")
    return organisation


@contextmanager
def organisation_scope(organisation: Organisation) -> Iterator[Organisation]:
    """Work for one organisation until the block ends; blocks may nest."""
    token = _current.set(organisation)
    try:
        yield organisation
    finally:
        _current.reset(token)
