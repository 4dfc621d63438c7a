"""Jobs run in the organisation's scope, and those of a killed worker are taken up again."""

from __future__ import annotations

import json
import os
import signal
import time

import pytest

from .installation import COMMAND

pytestmark = pytest.mark.slow


def test_stalled_jobs_are_queued_again_or_given_up(organisation):
    import asyncio

    from django.db import connection
    from procrastinate.contrib.django import app

    from kundenwert.cli.processes.job_worker import take_up_stalled_jobs
    from kundenwert.foundation.jobs.job import ATTEMPTS

    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '2 minutes') RETURNING id"
        )
        dead = cursor.fetchone()[0]
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")
        living = cursor.fetchone()[0]
        for worker, attempts in ((dead, 0), (dead, ATTEMPTS), (living, 0)):
            cursor.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, status, worker_id, attempts) "
                "VALUES ('default', 'test.write', 'doing', %s, %s)",
                [worker, attempts],
            )

    async def take_up():
        async with app.open_async() as opened:
            return await take_up_stalled_jobs(opened)

    with app.replace_connector(app.connector.get_worker_connector()):
        assert asyncio.run(take_up()) == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text FROM procrastinate_jobs ORDER BY id")
        assert [row[0] for row in cursor.fetchall()] == ["todo", "failed", "doing"]


def test_a_job_s_thread_has_the_organisation_in_scope(organisation):
    from procrastinate.contrib.django import app

    from kundenwert.cli.processes.job_worker import run_job_worker
    from kundenwert.foundation.organisation.models import OrganisationProfile
    from kundenwert.foundation.tenancy import current_organisation

    @app.task(name="test.scope")
    def note_scope() -> None:
        OrganisationProfile.objects.create(name=current_organisation().key)

    try:
        note_scope.defer()
        run_job_worker(organisation, wait=False)
    finally:
        del app.tasks["test.scope"]
    assert [profile.name for profile in OrganisationProfile.objects.all()] == [organisation.key]


def test_the_worker_stops_within_seconds_and_says_nothing(installation):
    import subprocess

    installation.done("migrate")
    process = subprocess.Popen([*COMMAND, "worker"], env=installation.variables, stdout=-1, stderr=-1, text=True)
    code = "from kundenwert.foundation.web.healthz import worker_alive\nresult = worker_alive()"
    deadline = time.monotonic() + 30
    while not installation.python(code) and time.monotonic() < deadline:
        time.sleep(0.2)
    os.kill(process.pid, signal.SIGTERM)
    output, errors = process.communicate(timeout=15)
    assert (process.returncode, output, errors) == (0, "", "")
    assert installation.python(code) is False
    findings = json.loads(installation.run("doctor", "--json").stdout)
    assert {finding["name"]: finding["state"] for finding in findings}["Worker"] == "warning"
