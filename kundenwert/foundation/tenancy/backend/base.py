"""Django's PostgreSQL backend, pointed at the database of the organisation in scope on every use."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base
from psycopg_pool import ConnectionPool

from ..scope import current_organisation


class OrganisationChanged(RuntimeError):
    """A transaction of one organisation is open and code of another asks for the database: a fault in the program."""


class DatabaseWrapper(base.DatabaseWrapper):
    """One per thread. Opens, and reopens, for `current_organisation()`; raises `NoOrganisation` outside a scope."""

    organisation_key: str | None = None

    def ensure_connection(self) -> None:
        key = current_organisation().key
        if self.connection is not None and self.organisation_key != key:
            if self.in_atomic_block:
                raise OrganisationChanged(f"transaction of {self.organisation_key} is open, {key} is in scope")
            self.close()
        super().ensure_connection()

    def get_connection_params(self) -> dict[str, Any]:
        organisation = current_organisation()
        self.organisation_key = organisation.key
        parameters = super().get_connection_params()
        return {**parameters, **organisation.database}

    @property
    def pool(self) -> ConnectionPool | None:  # type: ignore[override]
        """One pool an organisation and process, where the settings ask for pools."""
        options = self.settings_dict["OPTIONS"].get("pool")
        if not options:
            return None
        key = f"{self.alias}:{self.organisation_key or current_organisation().key}"
        if key not in self._connection_pools:
            parameters = self.get_connection_params()
            parameters["autocommit"] = True  # the pool's own checks must not leave a transaction open
            made = ConnectionPool(
                kwargs=parameters,
                open=False,
                configure=self._configure_connection,
                check=ConnectionPool.check_connection,
                **options,
            )
            self._connection_pools.setdefault(key, made)
        return self._connection_pools[key]
