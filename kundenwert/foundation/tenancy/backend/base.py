"""Django's PostgreSQL backend, pointed at the database of the organisation in scope on every use."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base
from psycopg_pool import ConnectionPool

from ..scope import NoOrganisation, current_organisation


class OrganisationChanged(RuntimeError):
    """A transaction of one organisation is open and code of another asks for the database: a fault in the program."""


class DatabaseWrapper(base.DatabaseWrapper):
    """One per thread. Opens, and reopens, for `current_organisation()`; raises `NoOrganisation` outside a scope."""

    organisation_key: str | None = None
    _connection_pools: dict[str, Any]

    def ensure_connection(self) -> None:
        key = current_organisation().key
        if self.connection is not None and self.organisation_key != key:
            if self.in_atomic_block:
                raise OrganisationChanged(f"transaction of {self.organisation_key} is open, {key} is in scope")
            self.close()
        super().ensure_connection()

    def close_if_unusable_or_obsolete(self) -> None:
        """Django asks between requests, where no organisation is in scope: then the connection is simply given up."""
        try:
            current_organisation()
        except NoOrganisation:
            self.close()
        else:
            super().close_if_unusable_or_obsolete()

    def get_connection_params(self) -> dict[str, Any]:
        organisation = current_organisation()
        self.organisation_key = organisation.key
        parameters = super().get_connection_params()
        return {**parameters, **organisation.database}

    @property
    def pool(self) -> ConnectionPool | None:
        """One pool an organisation and process, where the settings ask for pools."""
        options = self.settings_dict["OPTIONS"].get("pool")
        if not options:
            return None
        key = self._pool_key()
        if key not in self._connection_pools:
            self._connection_pools.setdefault(key, self._make_pool(options))
        found: ConnectionPool = self._connection_pools[key]
        return found

    def close_pool(self) -> None:
        """Close the pool of the organisation last worked for."""
        made = self._connection_pools.pop(self._pool_key(), None) if self.organisation_key else None
        if made is not None:
            made.close()

    def _pool_key(self) -> str:
        return f"{self.alias}:{self.organisation_key or current_organisation().key}"

    def _make_pool(self, options: dict[str, Any]) -> ConnectionPool:
        parameters = self.get_connection_params()
        parameters.pop("pool", None)
        parameters["autocommit"] = True  # the pool's own checks must not leave a transaction open
        return ConnectionPool(
            kwargs=parameters,
            open=False,
            configure=self._configure_connection,  # type: ignore[attr-defined]  # missing in the stubs
            check=ConnectionPool.check_connection,
            **options,
        )
