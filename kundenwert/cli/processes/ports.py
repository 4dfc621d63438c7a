"""Finding a free port."""

from __future__ import annotations

import socket
import sys

from kundenwert.cli.errors import NotDone

FIRST_PORT = 8000
TRIES = 200
_claims: list[socket.socket] = []


def choose_port(host: str, asked: int | None) -> int:
    """The port asked for, else the first free one from 8000. Raises `NotDone` where it is taken."""
    if asked is not None:
        if not _take(host, asked):
            raise NotDone(f"Port {asked} on {host} is taken. Leave --port out to get the next free one.")
        return asked
    for port in range(FIRST_PORT, FIRST_PORT + TRIES):
        if _take(host, port):
            return port
    raise NotDone(f"No free port from {FIRST_PORT} to {FIRST_PORT + TRIES - 1} on {host}: name one with --port.")


def _take(host: str, port: int) -> bool:
    """Claim the port for this process until it ends, if it is free.

    Web servers share a port by SO_REUSEPORT, so two that are started at the same moment would both get it, and each
    would answer half of the requests for both. The claim is a name in the kernel that goes with the process.
    """
    if sys.platform != "linux":
        return is_free(host, port)
    claim = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        claim.bind(f"\0kundenwert-port-{port}")
    except OSError:
        claim.close()
        return False
    if not is_free(host, port):
        claim.close()
        return False
    _claims.append(claim)
    return True


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
