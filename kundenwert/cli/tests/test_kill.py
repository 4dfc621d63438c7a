"""Kill everything during writes; what was reported as committed must be there, once, and nothing half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from .installation import processes_of, wait_until_gone

pytestmark = pytest.mark.slow

WRITER = """
import sys
from kundenwert.cli.start import start
organisation = start()
from django.db import transaction
from kundenwert.foundation.audit.write import write_audit
from kundenwert.foundation.tenancy import organisation_scope
first, step = int(sys.argv[1]), int(sys.argv[2])
with organisation_scope(organisation):
    for number in range(first, 10**9, step):
        with transaction.atomic():
            write_audit(actor=None, action="test.half", subject="test", object_id=number)
            write_audit(actor=None, action="test.whole", subject="test", object_id=number)
        sys.stdout.write(f"{number}\\n")  # only after the commit has come back
        sys.stdout.flush()
"""
COUNT = """
cursor = connection.cursor()
cursor.execute("SELECT action, object_id, count(*) FROM audit_auditentry WHERE subject = 'test' GROUP BY 1, 2")
result = cursor.fetchall()
"""
WRITERS = 2
ROUNDS = 4


def test_kill_of_everything_during_writes_loses_nothing(installation):
    installation.done("migrate")
    reported: set[int] = set()
    for round_ in range(ROUNDS):
        server = installation.serving()
        with server as running:
            writers = [_start_writer(installation, 1_000_000 * round_ + index) for index in range(WRITERS)]
            for writer in writers:
                reported.add(int(writer.stdout.readline()))  # all are writing
            time.sleep(random.uniform(0.05, 0.8))
            _kill_everything(installation)
            for writer in writers:
                lines = writer.stdout.read().splitlines(keepends=True)
                reported |= {int(line) for line in lines if line.endswith("\n")}
                writer.wait()
                writer.stdout.close()
            assert running.process.wait(10) == -signal.SIGKILL
        rows = installation.python(COUNT)
        whole = {number for action, number, count in rows if action == "test.whole" and count == 1}
        half = {number for action, number, count in rows if action == "test.half" and count == 1}
        assert len(rows) == len(whole) + len(half)  # nothing twice
        assert half == whole  # nothing half
        assert reported - whole == set()  # nothing lost
    assert len(reported) > ROUNDS * WRITERS


def _start_writer(installation, first: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(first), str(WRITERS)],
        env=installation.variables, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def _kill_everything(installation) -> None:
    for process in processes_of(installation.folder):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            continue
    assert wait_until_gone(installation.folder) == []
