"""An organisation as the program sees it: a key, and the way to its database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Organisation:
    """The company that uses Kundenwert.

    `database` are psycopg parameters of the app role (no rights over tables' structure); `owner` those of the role
    that owns the tables and migrates them, the same where the user's own server has one role only.
    """

    key: str
    database: Mapping[str, Any]
    owner: Mapping[str, Any]
    files: Path = field(default=Path("files"))
    """Folder of uploaded files, outside the web root."""

    def as_owner(self) -> Organisation:
        """The same organisation, connected as the owner of the tables: for migrations, backup and restore."""
        return replace(self, key=f"{self.key}:owner", database=self.owner)
