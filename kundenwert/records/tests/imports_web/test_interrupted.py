"""Imports that are cancelled or killed while they run."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from typing import Any

import pytest
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from kundenwert.customers.models import Customer
from kundenwert.records.models import ImportChange, ImportRun

from .conftest import HEADER, work

ROWS = 30_000
LONG = f"{HEADER}\n" + "".join(f"K-{at};Firma {at} GmbH;50667;Köln;info{at}@firma.example;\n" for at in range(ROWS))


@pytest.fixture
def worker(organisation):
    """Starts a worker process; it is gone at the end of the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        told = {
            "key": organisation.key,
            "database": dict(organisation.database),
            "owner": dict(organisation.owner),
            "files": str(organisation.files),
        }
        module = "kundenwert.records.tests.imports_web.worker_process"
        process = subprocess.Popen([sys.executable, "-m", module, json.dumps(told, default=str)])
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def running(admin_client, prepare, form_of, worker) -> Any:
    """An import whose first batches are written, and the worker on it."""
    run = prepare(LONG)
    admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"start": "1"})
    process = worker()
    _wait(run, lambda: run.progress > 0)
    assert run.status == "running"
    return run, process


def _wait(run: ImportRun, done: Any, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, f"still {run.status} at {run.progress}"
        time.sleep(0.05)
        run.refresh_from_db()


@pytest.mark.slow
def test_cancel_while_running(admin_client, running):
    run, process = running
    page = admin_client.get(f"/imports/{run.pk}").content.decode()
    assert f'hx-post="/imports/{run.pk}/cancel"' in page
    assert Customer.objects.count() == 0, "nothing is visible before the end"
    before = time.monotonic()
    answer = admin_client.post(f"/imports/{run.pk}/cancel", headers={"HX-Request": "true"})
    assert time.monotonic() - before < 2, "the wish must not wait for the import"
    assert answer["HX-Retarget"] == "#import-state"
    process.wait(timeout=60)
    run.refresh_from_db()
    assert (run.status, run.created) == ("cancelled", 0)
    assert (Customer.objects.count(), ImportChange.objects.count()) == (0, 0)


@pytest.mark.slow
def test_a_killed_worker_leaves_nothing_and_the_import_starts_over(running):
    run, process = running
    process.send_signal(signal.SIGKILL)
    process.wait()
    run.refresh_from_db()
    assert run.status == "running"
    assert (Customer.objects.count(), ImportChange.objects.count()) == (0, 0)
    job = ProcrastinateJob.objects.get(task_name="records.run_import")
    app.job_manager.retry_job_by_id(job.pk, retry_at=timezone.now())  # as the next worker does with jobs left behind
    _wait_for_worker(run)
    assert (run.status, run.rows, run.created, run.rejected) == ("done", ROWS, ROWS, 0)
    assert Customer.objects.count() == ROWS
    assert ImportChange.objects.filter(run=run).count() == ROWS


def _wait_for_worker(run: ImportRun) -> None:
    """Work until the import has ended: the killed worker's connection may hold it for a moment longer."""
    end = time.monotonic() + 60
    while run.status == "running" and time.monotonic() < end:
        work()
        run.refresh_from_db()
        time.sleep(0.2)


def test_cancel_before_it_starts(admin_client, prepare, form_of):
    run = prepare(f"{HEADER}\nK-1;Eins GmbH;50667;Köln;;\n")
    admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"start": "1"})
    admin_client.post(f"/imports/{run.pk}/cancel")
    run.refresh_from_db()
    assert run.status == "cancelled"
    work()
    run.refresh_from_db()
    assert (run.status, Customer.objects.count()) == ("cancelled", 0)


def test_a_job_that_comes_twice_imports_once(bring_in):
    from kundenwert.records.actions.carry_out_import import carry_out_import

    run = bring_in(f"{HEADER}\nK-1;Eins GmbH;50667;Köln;;\n", {"key": ""})
    carry_out_import(run.pk)
    assert Customer.objects.count() == 1


def test_a_fault_of_the_program_is_told(prepare, admin_client, form_of, monkeypatch):
    run = prepare(f"{HEADER}\nK-1;Eins GmbH;50667;Köln;;\n")
    admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"start": "1"})
    run.refresh_from_db()
    run.file.path.unlink()
    work()
    run.refresh_from_db()
    assert (run.status, Customer.objects.count()) == ("failed", 0)
    assert run.message in admin_client.get(f"/imports/{run.pk}").content.decode()


def test_a_waiting_import_says_that_no_worker_is_there(admin_client, prepare, form_of):
    run = prepare(f"{HEADER}\nK-1;Eins GmbH;50667;Köln;;\n")
    admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"start": "1"})
    assert "kundenwert worker" in admin_client.get(f"/imports/{run.pk}").content.decode()
