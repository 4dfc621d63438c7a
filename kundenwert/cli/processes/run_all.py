"""Database, web server and worker together, until somebody stops them."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from kundenwert.cli.errors import NotDone

from .children import Child, launch, look_after, stop
from .ready import is_ready

LOOK_EVERY = 0.05
READY_WITHIN = 120.0
DEATHS_BEFORE_GIVING_UP = 3


@dataclass(frozen=True)
class Address:
    """Where the front office is served."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """What a browser on this machine opens."""
        shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104  shown, not bound
        return f"http://{f'[{shown}]' if ':' in shown and '[' not in shown else shown}:{self.port}"


def run_all(address: Address, when_ready: Callable[[], None]) -> None:
    """Serve until SIGTERM or SIGINT; `when_ready` is called once, when /healthz answers 200.

    Raises `NotDone` where the processes do not come up.
    """
    stopped: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: stopped.append(received))
    children = [
        Child("web", ["web", "--host", address.host, "--port", str(address.port)], stop_seconds=8),
        Child("worker", ["worker"], stop_seconds=12),
    ]
    try:
        for child in children:
            launch(child)
        _wait_until_ready(address, children, stopped)
        if not stopped:
            when_ready()
        while not stopped:
            _watch(children)
            time.sleep(LOOK_EVERY)
    finally:
        for child in children:
            stop(child)


def _wait_until_ready(address: Address, children: list[Child], stopped: list[int]) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while not stopped and not is_ready(address.url):
        _watch(children)
        for child in children:
            if child.deaths >= DEATHS_BEFORE_GIVING_UP:
                raise NotDone(f"The {child.name} process does not start: its messages stand above.")
        if time.monotonic() > deadline:
            raise NotDone(f"No answer on {address.url}/healthz within {READY_WITHIN:g} s. Try: kundenwert doctor")
        time.sleep(LOOK_EVERY)


def _watch(children: list[Child]) -> None:
    for child in children:
        news = look_after(child)
        if news:
            print(f"kundenwert: {news}", file=sys.stderr, flush=True)  # noqa: T201  the command's own output
