"""An import that is killed, cut off from its database, or run twice at once leaves nothing half and nothing double."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from django.db import connection, transaction

from kundenwert.customers.models import Customer
from kundenwert.foundation.tenancy import organisation_scope
from kundenwert.records.actions.change_record import change_record
from kundenwert.records.actions.undo_import import undo_import
from kundenwert.records.imports import run as engine
from kundenwert.records.models import ImportChange, ImportRun, SearchEntry
from kundenwert.records.registry import record_type_for
from kundenwert.records.tests.imports.bring import bring, counts

ROWS = 3_000
WORKER = """
import sys
from pathlib import Path
from kundenwert.project.boot import set_up_django
set_up_django()
from kundenwert.foundation.database.embedded import EmbeddedPostgres
from kundenwert.foundation.database.set_up import LocalDatabase
from kundenwert.foundation.tenancy import SingleOrganisation, configure, organisation_scope
from kundenwert.records.imports import run as engine
engine.BATCH = 100
import os
server = EmbeddedPostgres(Path(os.environ["KUNDENWERT_DATA_DIR"]))
organisation = LocalDatabase(server, sys.argv[1]).organisation()
configure(SingleOrganisation(organisation))
with organisation_scope(organisation):
    from kundenwert.records.tests.imports.bring import bring
    print("ready", flush=True)
    run, report = bring("customers", Path(sys.argv[2]))
    print(run.status, report.created, report.unchanged, flush=True)
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "kunden.csv"
    rows = [f"K{number};Firma {number} GmbH;Ort {number % 50};f{number}@x.example" for number in range(ROWS)]
    path.write_text("\r\n".join(["Kundennummer;Firma;Ort;E-Mail", *rows]))
    return path


def state():
    return Customer.objects.count(), SearchEntry.objects.count(), ImportChange.objects.count()


def start(organisation, file):
    arguments = [sys.executable, "-c", WORKER, organisation.database["dbname"], str(file)]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.slow
def test_killed_at_random_moments(organisation, file):
    """kill -9 while it reads, writes or commits: all or nothing each time, and the next import completes."""
    moments = random.Random(11)
    for _attempt in range(4):
        process = start(organisation, file)
        time.sleep(moments.uniform(0.05, 1.5))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        process.stderr.close()
        _wait_for_backends(organisation)
        assert state() in {(0, 0, 0), (ROWS, ROWS, ROWS)}
    with start(organisation, file) as process:
        out, errors = process.communicate(timeout=120)
    assert out.split()[0] == "done", errors
    assert sum(map(int, out.split()[1:])) == ROWS
    assert state() == (ROWS, ROWS, ROWS)


def _wait_for_backends(organisation):
    """Until the server has noticed that the importing program is gone."""
    with connection.cursor() as cursor:
        for _second in range(100):
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
                           [organisation.database["dbname"]])  # fmt: skip
            if cursor.fetchone()[0] == 0:
                return
            time.sleep(0.1)
    raise AssertionError("the connections of the killed program are still open")


def test_connection_lost(organisation, postgres, file, monkeypatch):
    """The database goes away in the middle: told as failed, nothing half, and it can be done again."""
    monkeypatch.setattr(engine, "BATCH", 100)
    shot = []

    def cut(share, report):
        if report.rows >= ROWS // 2 and not shot:
            shot.append(report.rows)
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                victim = cursor.fetchone()[0]
            with psycopg.connect(**postgres.parameters("postgres", "postgres"), autocommit=True) as admin:
                admin.execute("SELECT pg_terminate_backend(%s)", [victim])

    with pytest.raises(Exception, match=r"terminat|closed|lost|gone"):
        _bring_with(file, cut)
    run = ImportRun.objects.get()
    assert (run.status, run.created, run.finished_at is not None) == ("failed", 0, True)
    assert state() == (0, 0, 0)
    again, _report = bring("customers", file)
    assert counts(again) == (ROWS, ROWS, 0, 0, 0)


def _bring_with(file, progress):
    from kundenwert.foundation.tabular.shape import inspect_file
    from kundenwert.records.imports.prepare import new_run, propose

    record_type = record_type_for("customers.customer")
    shape = inspect_file(file)
    run = new_run(record_type, shape, propose(record_type, file, shape).options, file_name=file.name, actor=None)
    try:
        engine.run_import(run, file, actor=None, progress=progress)
    except Exception as error:
        engine.note_failure(run, error)
        raise


def test_two_imports_of_one_file_at_once(organisation, file):
    """The second waits for the first, and then has nothing to do."""
    first, second = start(organisation, file), start(organisation, file)
    told = []
    for process in (first, second):
        with process:
            out, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        told.append(out.split())
    assert sorted(told) == [["done", "0", str(ROWS)], ["done", str(ROWS), "0"]]
    assert state() == (ROWS, ROWS, ROWS)


def test_cancelled_while_it_waits_for_its_turn(organisation, file):
    with psycopg.connect(**organisation.database) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [engine.QUEUE])
        thread = threading.Thread(target=_cancel_soon, args=[organisation])
        thread.start()
        run, _report = bring("customers", file)
        thread.join()
    assert (run.status, Customer.objects.count()) == ("cancelled", 0)


def _cancel_soon(organisation):
    with psycopg.connect(**organisation.database, autocommit=True) as admin:
        for _attempt in range(200):
            if admin.execute("UPDATE records_importrun SET cancel_requested = true").rowcount:
                return
            time.sleep(0.02)


def test_undo_while_somebody_edits(organisation, admin_user, file):
    """Whoever saves first wins; the other is told or kept. No change is lost, none is done twice."""
    run, _report = bring("customers", file)
    record_type = record_type_for("customers.customer")
    started, results = threading.Event(), []

    def edit():
        with organisation_scope(organisation), suppress(Exception):
            try:
                for number in range(0, ROWS, 300):
                    with transaction.atomic():
                        record = Customer.objects.select_for_update(of=("self",)).get(
                            number=f"K{number}", deleted_at=None
                        )
                        change_record(record_type, record, {"city": "Hof"}, actor=admin_user)
                    results.append(number)
                    started.set()
            finally:
                started.set()
                connection.close()

    thread = threading.Thread(target=edit)
    thread.start()
    started.wait(20)
    undone = undo_import(run, actor=None)
    thread.join()
    kept = Customer.objects.filter(deleted_at=None)
    assert sorted(kept.values_list("number", "city")) == sorted((f"K{number}", "Hof") for number in results)
    assert undone.details["kept"] == kept.count() > 0


def test_no_room_for_the_rejected_rows(organisation, monkeypatch):
    """The disk is full: nothing is imported of which the bad rows could not be told."""
    text = "Kundennummer;Firma;Land\r\n" + "".join(
        f"K{n};Firma {n};{'Atlantis' if n % 2 else 'DE'}\r\n" for n in range(2_000)
    )
    import kundenwert.records.imports.report as report_module

    def full(*_arguments, **_named):
        return Path("/dev/full").open("w+", encoding="utf-8", newline="")

    monkeypatch.setattr(report_module.tempfile, "TemporaryFile", full)
    run, _report = bring("customers", text)
    assert (run.status, run.created, Customer.objects.count()) == ("failed", 0, 0)
    assert "No space left" in run.message
