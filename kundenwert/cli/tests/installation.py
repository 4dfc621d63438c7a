"""A real installation in a folder of its own, run by the real command."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = [sys.executable, "-m", "kundenwert.cli"]
READY_SECONDS = 90


@dataclass
class Installation:
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("KUNDENWERT_")}
        return {**clean, "KUNDENWERT_DATA_DIR": str(self.folder), **self.environment}

    def run(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *arguments], env=self.variables, input=typed, capture_output=True, text=True, timeout=120,
            check=False,
        )  # fmt: skip

    def done(self, *arguments: str, typed: str = "") -> str:
        result = self.run(*arguments, typed=typed)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout

    def python(self, code: str) -> object:
        """Runs code with the organisation in scope; what it assigns to `result` comes back."""
        program = PROGRAM.format(code="\n".join(f"    {line}" for line in code.splitlines()))
        done = subprocess.run(
            [sys.executable, "-c", program], env=self.variables, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    @contextlib.contextmanager
    def serving(self, *arguments: str) -> Iterator[Server]:
        server = Server.start(self, *arguments)
        try:
            yield server
        finally:
            server.stop()


PROGRAM = """
import json
from kundenwert.cli.start import start
organisation = start()
from django.db import connection
from kundenwert.foundation.tenancy import organisation_scope
with organisation_scope(organisation):
{code}
    connection.close()
print(json.dumps(result))
"""


@dataclass
class Server:
    process: subprocess.Popen[str]
    lines: list[str]
    url: str

    @classmethod
    def start(cls, installation: Installation, *arguments: str) -> Server:
        command = [*COMMAND, *(arguments or ("serve",))]
        process = subprocess.Popen(command, env=installation.variables, stdout=subprocess.PIPE, text=True)
        lines: list[str] = []
        assert process.stdout is not None
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            line = process.stdout.readline()
            if not line:
                break
            lines.append(line.rstrip())
            if line.startswith("Ready: "):
                return cls(process, lines, line.split()[1])
        process.kill()
        process.wait()
        raise AssertionError(f"not ready: {lines}")

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        request = urllib.request.Request(
            self.url + path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()

    def stop(self, number: int = signal.SIGTERM) -> float:
        """Seconds it took."""
        begun = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(number)
            self.process.wait(30)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return time.monotonic() - begun


def processes_of(folder: Path) -> list[int]:
    """Ids of every process that works for the installation: ours by environment, PostgreSQL's by its directory."""
    cluster, variable = str(folder / "postgres").encode(), f"KUNDENWERT_DATA_DIR={folder}".encode()
    parents: dict[int, int] = {}
    found: set[int] = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            with contextlib.suppress(OSError):
                status = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                if status[0] == "Z":
                    continue
                parents[int(entry.name)] = int(status[1])
                started_with = (entry / "environ").read_bytes().split(b"\0")
                if cluster in (entry / "cmdline").read_bytes() or variable in started_with:
                    found.add(int(entry.name))
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more  # PostgreSQL's own processes write over what they were started with
    return sorted(found)


def wait_until_gone(folder: Path, seconds: float = 30) -> list[int]:
    """Whoever is still there at the end."""
    deadline = time.monotonic() + seconds
    while (left := processes_of(folder)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left
