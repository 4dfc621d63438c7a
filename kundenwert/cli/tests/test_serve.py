from __future__ import annotations

import json
import os
import re
import signal
import stat
import time
from pathlib import Path

import pytest

from .installation import processes_of, wait_until_gone

pytestmark = pytest.mark.slow


def test_everything_starts_answers_and_stops(installation):
    with installation.serving() as server:
        status, headers, body = server.get("/healthz")
        assert (status, json.loads(body)) == (200, {"status": "ok", "database": "ok", "worker": "ok"})
        assert headers["cache-control"] == "no-store, private"
        assert server.url.startswith("http://127.0.0.1:")
        seconds = server.stop()
    assert server.process.returncode == 0
    assert seconds < 10
    assert wait_until_gone(installation.folder, 5) == []


def test_static_files_are_compressed_versioned_and_kept(installation):
    with installation.serving() as server:
        _status, _headers, page = server.get("/sign-in")
        address = re.search(rb'href="(/static/[0-9a-f]{12}/kundenwert/kundenwert\.css)"', page)
        assert address is not None
        status, headers, packed = server.get(address[1].decode(), Accept_Encoding="gzip")
        _status, plain_headers, plain = server.get(address[1].decode())
        missing, _headers, _body = server.get("/static/kundenwert/../../settings.py")
    assert status == 200
    assert headers["content-type"] == "text/css; charset=utf-8"
    assert headers["content-encoding"] == "gzip"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "content-encoding" not in plain_headers
    assert len(packed) < len(plain) / 2
    assert missing == 404


def test_the_first_start_prints_a_code_that_only_the_owner_can_read(installation):
    with installation.serving() as server:
        lines = [server.process.stdout.readline().rstrip() for _ in range(2)]
        file = installation.folder / "setup-code"
        assert lines == [
            f"Set up the first account: {server.url}/welcome",
            f"One-time code: {file.read_text().strip()}",
        ]
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_dead_child_is_started_again(installation):
    with installation.serving() as server:
        children = _children(server.process.pid)
        for child in children:
            os.kill(child, signal.SIGKILL)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and (_children(server.process.pid) & children or not _well(server)):
            time.sleep(0.2)
        assert _well(server)
        assert not _children(server.process.pid) & children


def test_children_and_database_end_when_the_parent_is_killed(installation):
    with installation.serving() as server:
        assert len(processes_of(installation.folder)) > 4
        server.process.kill()
        assert wait_until_gone(installation.folder) == []


def test_a_taken_port_is_named(installation):
    with installation.serving() as server:
        port = server.url.rsplit(":", 1)[1]
        result = installation.run("serve", "--port", port)
    assert result.returncode == 2
    assert result.stderr == (
        f"kundenwert: Port {port} on 127.0.0.1 is taken. Leave --port out to get the next free one.\n"
    )


def test_two_installations_run_beside_each_other(installation, tmp_path):
    from .installation import Installation

    tmp_path.chmod(0o711)
    other = Installation(tmp_path / "data")
    with installation.serving() as one, other.serving() as two:
        assert one.url != two.url
        assert _well(one)
        assert _well(two)
    assert wait_until_gone(other.folder, 5) == []


def _children(parent: int) -> set[int]:
    return {int(number) for number in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()}


def _well(server) -> bool:
    try:
        return server.get("/healthz")[0] == 200
    except OSError:
        return False
