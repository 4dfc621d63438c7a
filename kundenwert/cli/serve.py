"""`kundenwert serve`: everything in one command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from .options import LOOPBACK, DataDir, Host, Port, example

if TYPE_CHECKING:
    from kundenwert.foundation.tenancy import Organisation

EXAMPLES = example("kundenwert serve", "kundenwert serve --port 8080 --data-dir /srv/kundenwert")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", epilog=EXAMPLES)(serve_command)


def serve_command(data_dir: DataDir = None, *, host: Host = LOOPBACK, port: Port = None) -> None:
    """Run database, web server and worker together; stops them all on Ctrl-C."""
    from .processes.ports import choose_port
    from .processes.run_all import Address, run_all

    address = Address(host, choose_port(host, port))
    organisation = prepare()
    run_all(address, lambda: announce(address.url, first_steps(organisation, address.url)))


def prepare() -> Organisation:
    """Database started and brought to this version, files of the interface written."""
    from .start import start

    organisation = start()
    from kundenwert.foundation.database.migrate import migrate

    from .processes.bundle import write_bundle

    migrate(organisation)
    write_bundle()
    return organisation


def announce(url: str, lines: list[str]) -> None:
    """The line that programs and people wait for, then what to do first."""
    typer.echo(f"Ready: {url}")
    for line in lines:
        typer.echo(line)


def first_steps(organisation: Organisation, url: str) -> list[str]:
    """Where nobody can sign in yet: the address and the one-time code to set the installation up."""
    from .setup_code import setup_code

    code = setup_code(organisation)
    return [f"Set up the first account: {url}/welcome", f"One-time code: {code}"] if code else []
