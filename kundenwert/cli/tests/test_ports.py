from __future__ import annotations

import subprocess
import sys

import pytest

from kundenwert.cli.errors import NotDone
from kundenwert.cli.processes import ports as ports_module
from kundenwert.cli.processes.ports import choose_port

CODE = (
    "from kundenwert.cli.processes.ports import choose_port; print(choose_port('127.0.0.1', None), flush=True); input()"
)


def test_who_starts_at_the_same_moment_gets_another_port():
    """None of them listens yet, so only the claims tell them apart."""
    started = [
        subprocess.Popen([sys.executable, "-c", CODE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    try:
        ports = [int(process.stdout.readline()) for process in started]
        assert len(set(ports)) == 4
        with pytest.raises(NotDone, match="taken"):
            choose_port("127.0.0.1", ports[0])
    finally:
        for process in started:
            process.communicate("\n", timeout=20)
    assert choose_port("127.0.0.1", ports[0]) == ports[0]
    for claim in ports_module._claims:
        claim.close()
