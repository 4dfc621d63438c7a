"""The web server: granian, several processes of several threads."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server
from psycopg_pool import ConnectionPool

from .parent import die_with_parent

MODULE = "kundenwert.project.wsgi"
WAITING_PER_THREAD = 16
"""Requests that may queue up inside one process before it stops taking connections."""
KILL_AFTER_SECONDS = 5
RESPAWN_AFTER_SECONDS = 1.0


def run_web_server(host: str, port: int, *, processes: int, threads: int) -> None:
    """Serve until SIGTERM or SIGINT; open requests get five seconds to end."""
    _preload()
    server = Server(
        f"{MODULE}:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=threads,
        backpressure=threads * WAITING_PER_THREAD,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=RESPAWN_AFTER_SECONDS,
        workers_kill_timeout=KILL_AFTER_SECONDS,
    )
    server.serve(target_loader=_Loader(os.getpid()))


def _preload() -> None:
    """Load the application before the processes fork, to share its memory. No connection crosses the fork."""
    from django.db import connection
    from django.urls import get_resolver

    import_module(MODULE)
    get_resolver().reverse_dict  # noqa: B018  reads all addresses
    # Django's own close_pool knows one pool for a database; here each organisation has one.
    pools: dict[str, ConnectionPool] = connection._connection_pools  # type: ignore[attr-defined]  # noqa: SLF001
    for pool in pools.values():
        pool.close()
    pools.clear()


class _Loader:
    """Gives each serving process the application, and ties it to the main process. Can be pickled."""

    def __init__(self, main: int) -> None:
        self.main = main

    def __call__(self, _target: str) -> Callable[..., Any]:
        die_with_parent(self.main)
        from kundenwert.project.wsgi import application

        return application
