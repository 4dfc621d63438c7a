"""The seam for many organisations: from a host name to an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .organisation import Organisation


class Directory(Protocol):
    """Knows the organisations of an installation."""

    def for_host(self, host: str) -> Organisation | None:
        """The organisation that answers on a host name, None where nobody does."""

    def all(self) -> list[Organisation]:
        """Every organisation, for workers and migrations."""


@dataclass(frozen=True)
class SingleOrganisation:
    """A local installation: one organisation on every host name."""

    organisation: Organisation

    def for_host(self, host: str) -> Organisation | None:
        return self.organisation

    def all(self) -> list[Organisation]:
        return [self.organisation]


_directory: Directory | None = None


def configure(chosen: Directory) -> None:
    """Set the directory of this process; done once by the command that starts it."""
    global _directory  # noqa: PLW0603  one per process by nature
    _directory = chosen


def directory() -> Directory:
    """The directory of this process. Raises RuntimeError where no command has configured one."""
    if _directory is None:
        raise RuntimeError("no organisation directory configured")
    return _directory
