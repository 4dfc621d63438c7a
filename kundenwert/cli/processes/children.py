"""Child processes of `kundenwert serve`: started, watched, started again, stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field

from .parent import PARENT

FIRST_WAIT = 0.5
LONGEST_WAIT = 30.0
"""Seconds between attempts to start a child that keeps dying; doubled each time."""
STEADY_AFTER = 60.0
"""A child that has lived this long starts with the short wait again."""


@dataclass
class Child:
    """A command of ours running as a process of its own."""

    name: str
    arguments: list[str]
    stop_seconds: float
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started: float = 0.0
    start_after: float = field(default=0.0)


def launch(child: Child) -> None:
    """Start the process, in a group of its own: Ctrl-C reaches only us, and we stop all in order."""
    environment = {**os.environ, PARENT: str(os.getpid())}
    command = [sys.executable, "-m", "kundenwert.cli", *child.arguments]
    child.started = time.monotonic()
    child.process = subprocess.Popen(  # noqa: S603  our own program
        command, env=environment, stdin=subprocess.DEVNULL, process_group=0
    )


def look_after(child: Child) -> str | None:
    """Start the child again when it is dead and its waiting time is over. Returns what happened, None for nothing."""
    if child.process is None:
        if time.monotonic() >= child.start_after:
            launch(child)
        return None
    code = child.process.poll()
    if code is None:
        return None
    now = time.monotonic()
    child.deaths = 1 if now - child.started > STEADY_AFTER else child.deaths + 1
    wait = min(FIRST_WAIT * 2 ** (child.deaths - 1), LONGEST_WAIT)
    child.start_after, child.process = now + wait, None
    return f"{child.name} ended ({_reason(code)}); starting it again in {wait:g} s"


def stop(child: Child) -> None:
    """Ask the child to end, wait, and end it where it does not."""
    process = child.process
    if process is None or process.poll() is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(child.stop_seconds)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _reason(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
