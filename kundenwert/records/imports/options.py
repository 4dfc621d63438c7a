"""How a file is to be imported: chosen once, kept with the run, remembered for the next file of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular.formats import ColumnFormat


class Unknown(models.TextChoices):
    """What to do with a row that points to a record which is not there."""

    CREATE = "create", _("create it")
    REJECT = "reject", _("reject the row")
    ANONYMOUS = "anonymous", _("import without it")


@dataclass(frozen=True)
class ImportOptions:
    """Choices of an import."""

    mapping: Mapping[str, str]
    """Column of the file → field; columns that are left out are not imported."""
    key: str = ""
    """Field that tells which record a row means; empty: every row is a new record."""
    formats: Mapping[str, ColumnFormat] = field(default_factory=dict)
    """Column → notation of numbers and dates, one for the whole column."""
    skip_bad: bool = True
    """Import the good rows and report the bad; otherwise one bad row stops everything."""
    unknown: str = Unknown.CREATE
    """For customers an order or contact points to."""
    unknown_products: str = Unknown.CREATE
    unknown_users: str = Unknown.CREATE
    """For colleagues a file names: made as inactive users who cannot sign in."""
    without_customer: str = Unknown.ANONYMOUS
    """For orders that name no customer."""

    def to_json(self) -> dict[str, Any]:
        """The form kept in the database."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> ImportOptions:
        """Back from `to_json`."""
        formats = {column: ColumnFormat(**form) for column, form in kept.get("formats", {}).items()}
        return cls(**{**kept, "formats": formats})
