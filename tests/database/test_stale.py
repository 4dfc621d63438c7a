from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from kundenwert.foundation.database.stale import NOBODY, forget_dead_postmaster


def _pid_file(cluster, number):
    cluster.mkdir(exist_ok=True)
    (cluster / "postmaster.pid").write_text(f"{number}\n{cluster}\n1700000000\n5432\n")
    return cluster / "postmaster.pid"


def test_the_socket_s_lock_counts_too(tmp_path):
    lock = tmp_path / ".s.PGSQL.5432.lock"
    lock.write_text(f"{os.getpid()}\nrest\n")
    assert forget_dead_postmaster(tmp_path / "postgres", tmp_path) is True
    assert lock.read_text() == f"{NOBODY}\nrest\n"


def test_another_process_under_the_old_number_is_no_server(tmp_path):
    file = _pid_file(tmp_path / "postgres", os.getpid())
    assert forget_dead_postmaster(file.parent, tmp_path) is True
    assert file.read_text() == f"{NOBODY}\n{file.parent}\n1700000000\n5432\n"
    assert forget_dead_postmaster(file.parent, tmp_path) is False


def test_a_dead_child_that_nobody_collected_is_no_server(tmp_path):
    child = subprocess.Popen([sys.executable, "-c", "", str(tmp_path / "postgres")])
    while Path(f"/proc/{child.pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z":
        time.sleep(0.01)
    file = _pid_file(tmp_path / "postgres", child.pid)
    assert forget_dead_postmaster(file.parent, tmp_path) is True
    child.wait()


def test_the_living_server_keeps_its_file(postgres):
    before = (postgres.cluster / "postmaster.pid").read_text()
    assert forget_dead_postmaster(postgres.cluster, postgres.socket_dir) is False
    assert (postgres.cluster / "postmaster.pid").read_text() == before


def test_no_file_or_a_broken_one_is_left_to_postgresql(tmp_path):
    assert forget_dead_postmaster(tmp_path, tmp_path) is False
    (tmp_path / "postmaster.pid").write_text("")
    assert forget_dead_postmaster(tmp_path, tmp_path) is False
