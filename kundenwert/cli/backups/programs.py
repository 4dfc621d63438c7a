"""PostgreSQL's own pg_dump and pg_restore."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from typing import Any

from kundenwert.cli.errors import NotDone

ENVIRONMENT = {
    "host": "PGHOST",
    "hostaddr": "PGHOSTADDR",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "options": "PGOPTIONS",
    "connect_timeout": "PGCONNECT_TIMEOUT",
}


def run_program(program: str, *arguments: str, connect: Mapping[str, Any]) -> None:
    """Run one of them on a database. Passwords go by environment, where other users cannot see them.

    Raises `NotDone` with the program's last lines where it fails.
    """
    from kundenwert.foundation.database.embedded import bin_path

    own = {ENVIRONMENT[name]: str(value) for name, value in connect.items() if name in ENVIRONMENT and value}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    with tempfile.TemporaryFile("w+") as messages:
        done = subprocess.run(  # noqa: S603  own program, own arguments
            [str(bin_path() / program), "--no-password", *arguments],
            env=clean | own, stdin=subprocess.DEVNULL, stdout=messages, stderr=messages, check=False,
        )  # fmt: skip
        if done.returncode:
            messages.seek(0)
            tail = " ".join(messages.read().split())[-600:]
            raise NotDone(f"{program} failed: {tail}")
