"""`kundenwert demo`: a filled organisation to look at."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from .options import DATA_DIR, LOOPBACK, DataDir, Host, Port, example

CUSTOMERS = 5000
MOST = 1_000_000
EXAMPLES = example("kundenwert demo", "kundenwert demo --customers 20000 --port 8080", "kundenwert demo --no-serve")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo", epilog=EXAMPLES)(demo_command)


def demo_command(
    data_dir: DataDir = None,
    *,
    customers: Annotated[int, typer.Option("--customers", min=100, max=MOST, help="How many.")] = CUSTOMERS,
    host: Host = LOOPBACK,
    port: Port = None,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve it, or only fill it.")] = True,
) -> None:
    """Fill an organisation of its own with a German wholesaler and serve it. The second start is quick.

    Without --data-dir the demo lives in the folder "demo" of the usual data directory, apart from real data.
    """
    if data_dir is None:
        from kundenwert.foundation.database.data_dir import data_dir as usual

        os.environ[DATA_DIR] = str(usual() / "demo")
    from .processes.ports import choose_port
    from .processes.run_all import Address, run_all

    address = Address(host, choose_port(host, port))
    from .demo_data import ensure_demo

    lines = ensure_demo(customers)
    if serve and not _only_here(host):
        typer.echo(f"Everybody who reaches {host} can sign in: the passwords of the demo are known.", err=True)
    if serve:
        from .serve import announce

        run_all(address, lambda: announce(address.url, lines))
    else:
        for line in lines:
            typer.echo(line)


def _only_here(host: str) -> bool:
    return host == "localhost" or host.startswith("127.") or host == "::1"
