from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.jobs.models import JobFailure

from .running import run_jobs

done: list[str] = []
broken: set[str] = set()


@app.task(name="test.fragile")
def fragile(word: str) -> None:
    """Fails while its word is broken, and is not tried again by itself."""
    if word in broken:
        raise ValueError(f"cannot do {word}")
    done.append(word)


@pytest.fixture
def failed(organisation):
    """A job that has failed."""
    done.clear()
    broken.add("x")
    fragile.defer(word="x")
    run_jobs()
    yield ProcrastinateJob.objects.get()
    broken.clear()


def test_why_a_job_failed_is_kept_and_shown(failed, admin_client):
    assert failed.status == "failed"
    kept = JobFailure.objects.get(pk=failed.pk)
    assert kept.error == "ValueError: cannot do x"
    assert 'raise ValueError(f"cannot do {word}")' in kept.traceback
    assert "ValueError: cannot do x" in admin_client.get(reverse("admin-jobs")).content.decode()


def test_try_again_does_the_job(failed, admin_client):
    broken.clear()
    admin_client.post(reverse("admin-job-retry", args=[failed.pk]))
    assert ProcrastinateJob.objects.get().status == "todo"
    run_jobs()
    assert done == ["x"]
    assert (ProcrastinateJob.objects.count(), JobFailure.objects.count()) == (0, 0)
    assert list(AuditEntry.objects.values_list("action", "object_id", "title")) == [
        ("jobs.job.retried", failed.pk, "test.fragile")
    ]


def test_try_again_in_vain_fails_again(failed, admin_client):
    admin_client.post(reverse("admin-job-retry", args=[failed.pk]))
    run_jobs()
    assert ProcrastinateJob.objects.get().status == "failed"
    assert JobFailure.objects.get().pk == failed.pk


def test_dismissed_job_is_gone_and_the_log_says_what_it_was(failed, admin_client):
    admin_client.post(reverse("admin-job-dismiss", args=[failed.pk]))
    assert (ProcrastinateJob.objects.count(), JobFailure.objects.count()) == (0, 0)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.details) == (
        "jobs.job.dismissed", {"arguments": {"word": "x"}, "error": "ValueError: cannot do x"},
    )  # fmt: skip
    run_jobs()
    assert done == []


@pytest.mark.parametrize("name", ["admin-job-retry", "admin-job-dismiss"])
def test_jobs_that_have_not_failed_are_left_alone(organisation, admin_client, name):
    fragile.configure(schedule_in={"hours": 1}).defer(word="y")
    waiting = ProcrastinateJob.objects.get()
    for number in (waiting.pk, 999_999):
        assert admin_client.post(reverse(name, args=[number])).status_code == 302
    assert ProcrastinateJob.objects.get().status == "todo"
    assert AuditEntry.objects.count() == 0


def test_page_of_a_quiet_house_and_its_part(organisation, admin_client):
    assert admin_client.get(reverse("admin-jobs")).status_code == 200
    part = admin_client.get(f"{reverse('admin-jobs')}?part=jobs", headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()


def test_job_of_a_transaction_that_rolls_back_never_was(organisation):
    with transaction.atomic():
        fragile.defer(word="z")
        transaction.set_rollback(True)
    assert ProcrastinateJob.objects.count() == 0


def test_job_is_known_to_the_worker():
    assert app.tasks["test.fragile"] is fragile
