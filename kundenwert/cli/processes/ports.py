"""Finding a free port."""

from __future__ import annotations

import socket

from kundenwert.cli.errors import NotDone

FIRST_PORT = 8000
TRIES = 200


def choose_port(host: str, asked: int | None) -> int:
    """The port asked for, else the first free one from 8000. Raises `NotDone` where it is taken."""
    if asked is not None:
        if not is_free(host, asked):
            raise NotDone(f"Port {asked} on {host} is taken. Leave --port out to get the next free one.")
        return asked
    for port in range(FIRST_PORT, FIRST_PORT + TRIES):
        if is_free(host, port):
            return port
    raise NotDone(f"No free port from {FIRST_PORT} to {FIRST_PORT + TRIES - 1} on {host}: name one with --port.")


def is_free(host: str, port: int) -> bool:
    """Whether this process could listen there now. Raises `NotDone` for a host that is not this machine."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise NotDone(f"{host} is no address of this machine: {error}") from error
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError:
            return False
    return True
