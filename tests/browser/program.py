"""The real program with the demo company, as a person starts it; stopped by SIGTERM, and nothing may be left of it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CUSTOMERS = 300
READY_SECONDS = 180
STOP_SECONDS = 60


@contextmanager
def running_program() -> Iterator[str]:
    """The address of a demo that has said "Ready"."""
    folder = Path(tempfile.mkdtemp(prefix="kundenwert-browser-"))
    port = _free_port()
    command = [sys.executable, "-m", "kundenwert.cli", "demo", "--customers", str(CUSTOMERS)]
    command += ["--port", str(port), "--data-dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=_environment())
    said: list[str] = []
    ready = threading.Event()
    reader = threading.Thread(target=_listen, args=(process, said, ready), daemon=True)
    reader.start()
    try:
        assert ready.wait(READY_SECONDS), "not ready:\n" + "".join(said)
        assert process.poll() is None, "ended:\n" + "".join(said)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        finally:
            reader.join(5)
            left = _left_over(folder)
            shutil.rmtree(folder, ignore_errors=True)
    assert process.returncode == 0, "".join(said)
    assert left == []


def _listen(process: subprocess.Popen[str], said: list[str], ready: threading.Event) -> None:
    """Until the program ends; the end counts as well, so that nobody waits for a program that is dead."""
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        if line.startswith("Ready: "):
            ready.set()
    process.stdout.close()
    ready.set()


def _environment() -> dict[str, str]:
    """Without what conftest.py set for the tests that need no program."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("KUNDENWERT_", "DJANGO_"))}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _left_over(folder: Path) -> list[str]:
    """Commands of processes that still know the folder, after the short while that a dying one may take."""
    deadline = time.monotonic() + 10
    while (left := _commands_naming(str(folder))) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left


def _commands_naming(text: str) -> list[str]:
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = file.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        if text in command:
            found.append(command)
    return found
